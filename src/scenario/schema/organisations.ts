/** Organisations: their supplies, loads and routes, and how they choose among them. */
import { z } from 'zod'
import type { ParameterKey } from '../../text'
import { country, id, meta, name, note, num, requiredNum, share } from './fields'
import { LIMITS } from './limits'

const kg = (key: ParameterKey) => requiredNum(key, { unit: 'kg', min: 0.001, max: 100_000, scale: 'log' })
export const load = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), kg: kg('organisations.loads.kg') }),
  z.strictObject({
    kind: z.literal('uniform'),
    minKg: kg('organisations.loads.minKg'),
    maxKg: kg('organisations.loads.maxKg'),
  }),
  z.strictObject({
    kind: z.literal('lognormal'),
    meanKg: kg('organisations.loads.meanKg'),
    variation: requiredNum('organisations.loads.variation', { unit: '×', min: 0.01, max: 5 }),
  }),
])
const lognormal = (meanKg: number, variation: number) => ({ kind: 'lognormal' as const, meanKg, variation })

const supply = z.strictObject({
  commodity: id,
  source: id,
  kgPerDay: requiredNum('organisations.supply.kgPerDay', {
    unit: 'kg/day',
    min: 0,
    max: 10_000_000,
    scale: 'log',
    role: 'unknown',
  }),
  yearlyGrowth: num('organisations.supply.yearlyGrowth', {
    unit: '/year',
    min: -0.99,
    max: 20,
    default: 0,
    step: 0.01,
    role: 'unknown',
  }),
  initialStockDays: num('organisations.supply.initialStockDays', {
    unit: 'days',
    min: 0,
    max: 3_650,
    default: 30,
    role: 'unknown',
  }),
  /** Loads of this supply where they differ from the organisation's own. */
  loads: z
    .strictObject({
      road: load.optional(),
      rail: load.optional(),
      sea: load.optional(),
      air: load.optional(),
      path: load.optional(),
    })
    .optional(),
})

export const organisation = z.strictObject({
  id,
  name,
  country: country.optional(),
  alliance: id.optional(),
  supply: z.array(supply).min(1).max(LIMITS.supplies),
  loads: z
    .strictObject({
      road: load.default(lognormal(15, 1)),
      rail: load.default(lognormal(10, 1)),
      sea: load.default(lognormal(20, 1)),
      air: load.default({ kind: 'uniform', minKg: 0.1, maxKg: 1 }),
      path: load.default({ kind: 'uniform', minKg: 2, maxKg: 20 }),
    })
    .prefault({}),
  /** Ids of the routes it may use; those that start at one of its sources count. */
  routes: z.array(id).max(LIMITS.routesOfOrganisation),
  /**
   * Routes that it finds by itself: the cheapest simple paths under perceived cost, found anew every
   * `replanDays`.
   */
  generatedRoutes: z
    .strictObject({
      count: num('organisations.generatedRoutes.count', {
        unit: 'routes',
        min: 0,
        max: 12,
        default: 0,
        integer: true,
        role: 'unknown',
        step: 1,
      }),
      replanDays: num('organisations.generatedRoutes.replanDays', {
        unit: 'days',
        min: 1,
        max: 3_650,
        default: 60,
        integer: true,
        role: 'unknown',
        step: 1,
      }),
    })
    .prefault({}),
  crews: num('organisations.crews', {
    unit: 'crews',
    min: 0,
    max: 10_000_000,
    default: 10_000,
    integer: true,
    scale: 'log',
    role: 'unknown',
  }),
  returnDays: num('organisations.returnDays', {
    unit: 'days',
    min: 0,
    max: 365,
    default: 7,
    integer: true,
    role: 'unknown',
    step: 1,
  }),
  sealedShare: share('organisations.sealedShare', 0),
  riskAversion: num('organisations.riskAversion', {
    unit: '×',
    min: 0,
    max: 10,
    default: 0,
    role: 'unknown',
    step: 0.05,
  }),
  logitScale: num('organisations.logitScale', {
    unit: 'USD/kg',
    min: 0,
    max: 10_000_000,
    default: 1_000,
    scale: 'log',
    role: 'unknown',
  }),
  holdingCost: num('organisations.holdingCost', {
    unit: 'USD/kg/day',
    min: 0,
    max: 100_000,
    default: 0,
    scale: 'log',
    role: 'unknown',
  }),
  bribeOffer: num('organisations.bribeOffer', {
    unit: 'USD',
    min: 0,
    max: 10_000_000,
    default: 0,
    scale: 'log',
  }),
  protectionBudget: num('organisations.protectionBudget', {
    unit: 'USD/month',
    min: 0,
    max: 1e9,
    default: 0,
    scale: 'log',
    role: 'unknown',
  }),
  replaceSeizures: share('organisations.replaceSeizures', 0, 'unknown'),
  learning: z
    .strictObject({
      information: z
        .enum(['experience', 'true-odds'])
        .default('experience')
        .meta(meta('organisations.learning.information', { unit: '', role: 'unknown' })),
      priorOdds: num('organisations.learning.priorOdds', {
        unit: '',
        min: 0,
        max: 1,
        default: 0.02,
        role: 'unknown',
        step: 0.005,
      }),
      priorWeight: num('organisations.learning.priorWeight', {
        unit: 'crossings',
        min: 0.001,
        max: 1_000_000,
        default: 20,
        scale: 'log',
        role: 'unknown',
      }),
      memoryDays: num('organisations.learning.memoryDays', {
        unit: 'days',
        min: 1,
        max: 36_500,
        default: 180,
        scale: 'log',
        role: 'unknown',
      }),
      sharing: share('organisations.learning.sharing', 0, 'unknown'),
    })
    .prefault({}),
  note,
})
