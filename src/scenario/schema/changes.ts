/** Changes of parameters: variants from the first day on, interventions between dates. */
import { z } from 'zod'
import { text } from '../../text'
import { byPath, cost, date, id, name, note, path } from './fields'
import { LIMITS } from './limits'

export const variant = z.strictObject({
  id,
  title: name,
  note,
  /** Path (as on the command line) to value. */
  set: byPath(z.union([z.number(), z.string().max(LIMITS.value), z.boolean(), z.array(z.number()).max(12)])),
})

const settable = z.union([z.number(), z.string().max(LIMITS.value), z.array(z.number()).max(12)])

/**
 * One dated change of one parameter at all places that a path leads to. Exactly one of `set`, `scale` and
 * `add`.
 */
const change = z
  .strictObject({
    target: path,
    from: date,
    /** First day on which the change no longer holds; left out: it stays. */
    until: date.optional(),
    set: settable.optional(),
    scale: z.number().min(0).max(1_000).optional(),
    add: z.number().min(-10_000_000).max(10_000_000).optional(),
    costUsd: cost('interventions.costUsd'),
    note,
  })
  .refine((value) => [value.set, value.scale, value.add].filter((item) => item !== undefined).length === 1, {
    message: text.issues.oneWay,
  })

/** A named set of dated changes that is switched on and off as one. */
export const intervention = z.strictObject({
  id,
  title: name,
  enabled: z.boolean().default(true),
  changes: z.array(change).min(1).max(LIMITS.changes),
  note,
})
