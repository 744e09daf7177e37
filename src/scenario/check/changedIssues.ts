/** Mistakes that a change of single values may have made: only what differs from before is judged. */
import type { z } from 'zod'
import type { SettingChange } from '../differences'
import { isRecord, ownValue } from '../entries'
import { scenarioSchema } from '../schema'
import { parameterAt } from '../schema/parameters'
import { listSchemaOf } from '../schema/schemaKeys'
import type { Finding } from './issue'
import { referenceIssues } from './references'
import { schemaIssues } from './schemaIssues'

type Document = Readonly<Record<string, unknown>>

/**
 * Numbers that are judged beside others, by their keys; any other number may change without making two parts
 * disagree.
 */
const RELATED: ReadonlySet<string> = new Set([
  'days',
  'openFromHour',
  'openUntilHour',
  'closedMonths',
  'minKg',
  'maxKg',
  'count',
  'value',
  'low',
  'high',
])

/**
 * Whether a change of a value that is right by itself can make nothing else wrong: a number that is judged
 * alone.
 */
export function standsAlone({ path, before, after }: SettingChange): boolean {
  if (typeof before !== 'number' || typeof after !== 'number') return false
  const keys = path.split('.')
  return !RELATED.has(keys.at(-1) ?? '') && parameterAt(keys) !== undefined
}

/**
 * Mistakes of a document that was made from another by changing values: all those that the change has made,
 * and maybe some that were there before.
 */
export function changedIssues(before: Document, after: Document): Finding[] {
  const parts = Object.keys({ ...before, ...after }).filter((part) => before[part] !== after[part])
  const own = parts.flatMap((part) => partIssues(part, before[part], after))
  const related = new Set(parts.filter((part) => !alike(before[part], after[part], part)))
  return related.size > 0 ? [...own, ...referenceIssues(after, related)] : own
}

/** Mistakes of one part against the schema; of a list only those of entries that differ. */
function partIssues(part: string, before: unknown, file: Document): Finding[] {
  const after = file[part]
  const schema = ownValue<z.ZodType>(scenarioSchema.shape, part)
  const entrySchema = listSchemaOf(part)?.entry
  if (schema === undefined) return []
  const isList = Array.isArray(before) && Array.isArray(after) && before.length === after.length
  if (!isList || entrySchema === undefined) return findingsAt([part], schema, after, file)
  return after.flatMap((entry: unknown, i) =>
    entry === before[i] ? [] : findingsAt([part, i], entrySchema, entry, file),
  )
}

function findingsAt(at: (string | number)[], schema: z.ZodType, value: unknown, file: Document): Finding[] {
  const issues = schema.safeParse(value).error?.issues ?? []
  return issues.flatMap((issue) =>
    schemaIssues(scenarioSchema, file, { ...issue, path: [...at, ...issue.path] }),
  )
}

/** Whether two values differ at most in numbers that stand for themselves. */
function alike(before: unknown, after: unknown, key: string): boolean {
  if (before === after) return true
  if (typeof before === 'number' && typeof after === 'number') return !RELATED.has(key)
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((item, i) => alike(item, after[i], key))
  if (!isRecord(before) || !isRecord(after)) return false
  const keys = Object.keys(before)
  return (
    keys.length === Object.keys(after).length &&
    keys.every((name) => Object.hasOwn(after, name) && alike(before[name], after[name], name))
  )
}
