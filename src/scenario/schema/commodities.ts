/** Commodities: their prices, markets and purity, and the sites where one becomes another. */
import { z } from 'zod'
import { country, date, id, meta, name, note, num, requiredNum } from './fields'
import { NODE_KINDS } from './network'

const price = z
  .number()
  .min(0)
  .max(100_000_000)
  .meta(meta('commodities.prices', { unit: 'USD/kg', scale: 'log' }))
const purity = z
  .number()
  .min(0)
  .max(1)
  .meta(meta('commodities.purity', { unit: '', role: 'assumption' }))
export const commodity = z.strictObject({
  id,
  name,
  unit: z.literal('kg').default('kg'),
  detectionFactor: num('commodities.detectionFactor', {
    unit: '×',
    min: 0,
    max: 10,
    default: 1,
    role: 'unknown',
    step: 0.05,
  }),
  prices: z
    .strictObject({
      kind: z.partialRecord(z.enum(NODE_KINDS), price).default({}),
      country: z.record(country, price).default({}),
      node: z.record(id, price).default({}),
    })
    .prefault({}),
  market: z
    .strictObject({
      model: z
        .enum(['fixed', 'elastic'])
        .default('fixed')
        .meta(meta('commodities.market.model', { unit: '', role: 'unknown' })),
      slope: num('commodities.market.slope', { unit: '', min: 0, max: 100, default: 1, role: 'unknown' }),
      lowest: num('commodities.market.lowest', { unit: '×', min: 0, max: 1, default: 0.5, role: 'unknown' }),
      highest: num('commodities.market.highest', {
        unit: '×',
        min: 1,
        max: 100,
        default: 2,
        role: 'unknown',
      }),
      /** Kilograms a day that a market takes at the base price. */
      demandKgPerDay: z
        .record(
          id,
          z
            .number()
            .min(0.000001)
            .max(10_000_000)
            .meta(
              meta('commodities.market.demandKgPerDay', { unit: 'kg/day', role: 'unknown', scale: 'log' }),
            ),
        )
        .default({}),
    })
    .prefault({}),
  purity: z
    .strictObject({
      kind: z.partialRecord(z.enum(NODE_KINDS), purity).default({}),
      country: z.record(country, purity).default({}),
      node: z.record(id, purity).default({}),
    })
    .prefault({}),
  note,
})

/** A place where one commodity becomes another, between two dates. */
export const processingSite = z.strictObject({
  id,
  name,
  node: id,
  input: id,
  output: id,
  yieldShare: requiredNum('processingSites.yieldShare', {
    unit: 'kg/kg',
    min: 0.001,
    max: 1,
    role: 'unknown',
  }),
  from: date.optional(),
  until: date.optional(),
  note,
})
