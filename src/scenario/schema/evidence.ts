/** Where values come from, what a run is compared with, and what calibration may change. */
import { z } from 'zod'
import { date, id, name, note, path, source } from './fields'
import { LIMITS } from './limits'

const CONFIDENCES = ['official', 'secondary', 'weak', 'estimate', 'fitted'] as const
export const evidence = z.strictObject({
  source,
  confidence: z.enum(CONFIDENCES),
  low: z.number().optional(),
  high: z.number().optional(),
  note,
})

/** Measures of a run, by the names under which tables and CSV show them. */
export const target = z.strictObject({
  id,
  title: name,
  /**
   * `group.entity.measure`, e.g. `byCountry.TJ.seizedKg` or `total.seizedKg`; several joined by ` + ` are
   * added up.
   */
  measure: z.string().min(1).max(LIMITS.source),
  /** Divides the measure, so that a share can be a target. */
  per: z.string().min(1).max(LIMITS.source).optional(),
  /** First day that counts, and first day that no longer does; left out: the whole run. */
  from: date.optional(),
  until: date.optional(),
  /** Left out where the measure is just reported, or fitted to a bound alone. */
  value: z.number().positive().optional(),
  /** Plausible range of the value. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** `fit`: calibration aims at it. `report`: it is only compared with. */
  use: z.enum(['fit', 'report']).default('fit'),
  source: source.optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  note,
})

/** What calibration may change: all values that a path leads to, by one common factor. */
export const freeParameter = z.strictObject({
  id,
  title: name,
  paths: z.array(path).min(1).max(LIMITS.pathsOfFreeParameter),
  /** Range of the factor. */
  low: z.number().min(0.000001).max(1_000_000),
  high: z.number().min(0.000001).max(1_000_000),
  note,
})
