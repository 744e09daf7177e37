/** Mobile teams and dated operations. */
import { z } from 'zod'
import { PLACEMENTS } from '../../engine'
import { cost, date, id, meta, name, note, num, share } from './fields'
import { LIMITS } from './limits'

/** Mobile teams of one agency, placed anew every `reviewDays`. */
export const team = z.strictObject({
  id,
  name,
  count: num('teams.count', {
    unit: 'teams',
    min: 0,
    max: 1_000,
    default: 1,
    integer: true,
    role: 'policy',
    step: 1,
  }),
  placement: z
    .enum(PLACEMENTS)
    .default('static')
    .meta(meta('teams.placement', { unit: '', role: 'policy' })),
  reviewDays: num('teams.reviewDays', {
    unit: 'days',
    min: 1,
    max: 3_650,
    default: 7,
    integer: true,
    role: 'policy',
    step: 1,
  }),
  memoryDays: num('teams.memoryDays', { unit: 'days', min: 1, max: 36_500, default: 60, scale: 'log' }),
  explorationShare: share('teams.explorationShare', 0.1, 'policy'),
  costPerMonth: num('teams.costPerMonth', { unit: 'USD/month', min: 0, max: 1e9, default: 0, scale: 'log' }),
  places: z
    .array(
      z.strictObject({
        node: id,
        detection: num('teams.places.detection', {
          unit: '',
          min: 0,
          max: 1,
          default: 0.1,
          role: 'unknown',
          step: 0.01,
        }),
        weight: num('teams.places.weight', { unit: '', min: 0, max: 1_000_000, default: 1, role: 'policy' }),
      }),
    )
    .min(1)
    .max(LIMITS.placesOfTeam),
  note,
})

/** A dated operation at one place; organisations may hear of it beforehand. */
export const operation = z.strictObject({
  id,
  name,
  enabled: z.boolean().default(true),
  node: id,
  from: date,
  days: num('operations.days', {
    unit: 'days',
    min: 1,
    max: 3_650,
    default: 1,
    integer: true,
    role: 'policy',
    step: 1,
  }),
  detection: num('operations.detection', {
    unit: '',
    min: 0,
    max: 1,
    default: 0.5,
    role: 'unknown',
    step: 0.01,
  }),
  leak: share('operations.leak', 0),
  costUsd: cost('operations.costUsd'),
  note,
})
