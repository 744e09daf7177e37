/** Fields that the parts of the schema are made of: numbers with unit and range, ids, names, dates. */
import { z } from 'zod'
import { type ParameterKey, parameterText, text as words } from '../../text'
import { LIMITS } from './limits'

const { issues } = words

z.config({ jitless: true })

/**
 * What a parameter stands for: something a government decides, something the modeller assumes, or a nuisance
 * value nobody knows.
 */
export type ParameterRole = 'policy' | 'assumption' | 'unknown'

/** One row of the parameter table. */
type ParameterMeta = {
  readonly key: ParameterKey
  readonly title: string
  readonly help: string
  readonly unit: string
  readonly role: ParameterRole
  /** `log` where the sensible values span more than two decades. */
  readonly scale: 'linear' | 'log'
  readonly step?: number
}

interface NumberRow {
  unit: string
  min: number
  max: number
  default?: number
  role?: ParameterRole
  scale?: 'linear' | 'log'
  integer?: boolean
  step?: number
}

export function meta(
  key: ParameterKey,
  row: Pick<NumberRow, 'unit' | 'role' | 'scale' | 'step'>,
): ParameterMeta & { readonly description: string } {
  const { title, help } = parameterText[key]
  return {
    key,
    title,
    description: help,
    help,
    unit: row.unit,
    role: row.role ?? 'assumption',
    scale: row.scale ?? 'linear',
    ...(row.step === undefined ? {} : { step: row.step }),
  }
}

export function bounded(row: NumberRow) {
  return (row.integer ? z.int() : z.number()).min(row.min).max(row.max)
}

/** A number with a default: it may be left out of a file. */
export function num(key: ParameterKey, row: NumberRow & { default: number }) {
  return bounded(row).default(row.default).meta(meta(key, row))
}

/** A number that every file has to give. */
export function requiredNum(key: ParameterKey, row: NumberRow) {
  return bounded(row).meta(meta(key, row))
}

export const share = (key: ParameterKey, fallback: number, role: ParameterRole = 'assumption') =>
  num(key, { unit: '', min: 0, max: 1, default: fallback, role, step: 0.01 })

/** What a measure costs once. */
export const cost = (key: ParameterKey) =>
  num(key, { unit: 'USD', min: 0, max: 1e12, default: 0, role: 'policy', scale: 'log' })

export const id = z
  .string()
  .max(LIMITS.id)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, issues.idExpected)
export const text = z.string().max(LIMITS.note)
export const name = z.string().min(1).max(LIMITS.name)
/** A code of ISO 3166-1, or one that it leaves to its users, as `XA` to `XZ`, for a fictional country. */
export const country = z.string().regex(/^[A-Z]{2}$/, issues.countryExpected)
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, issues.dateForm)
export const months = (key: ParameterKey, fallback: number[], role: ParameterRole = 'assumption') =>
  z
    .array(z.int().min(1).max(12))
    .max(12)
    .default(fallback)
    .meta(meta(key, { unit: 'month', role }))
export const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
export const tags = z.array(id).max(LIMITS.tags).default([])
export const source = z.string().min(1).max(LIMITS.source)
export const path = z.string().min(1).max(LIMITS.path)
/** Values by path. */
export const byPath = <T extends z.ZodType>(value: T) =>
  z
    .record(z.string().max(LIMITS.path), value)
    .check(({ value: entries, issues }) => {
      if (Object.keys(entries).length > LIMITS.settings)
        issues.push({ code: 'too_big', origin: 'array', maximum: LIMITS.settings, input: entries })
    })
    .meta({ maxProperties: LIMITS.settings })
export const note = text.optional()
