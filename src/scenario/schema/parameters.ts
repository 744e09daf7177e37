/** Parameter table: one row per setting, read off the schema, for panel, help and documentation. */
import type { ParameterKey } from '../../text'
import type { Address } from '../paths'
import { type ParameterRole, scenarioSchema } from '.'

export const SECTIONS = [
  'scenario',
  'assumptions',
  'nodes',
  'legs',
  'checkpoints',
  'organisations',
  'commodities',
  'routes',
  'teams',
  'operations',
  'processingSites',
] as const
export type Section = (typeof SECTIONS)[number]

export interface ParameterRow {
  readonly key: ParameterKey
  /**
   * Path within an entry of the section, e.g. `handDetection.road`; `*` stands for each entry of an inner
   * list.
   */
  readonly path: string
  readonly title: string
  readonly help: string
  readonly unit: string
  readonly role: ParameterRole
  readonly scale: 'linear' | 'log'
  readonly type: 'number' | 'integer' | 'enum' | 'months' | 'text'
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly options?: readonly string[]
  /** Value that is filled in where a file gives none; absent where a value is required or optional. */
  readonly default?: unknown
  /** The value may be absent. */
  readonly optional: boolean
}

interface Shape {
  def: {
    type: string
    innerType?: Shape
    element?: Shape
    shape?: Record<string, Shape>
    options?: readonly Shape[]
    values?: readonly unknown[]
    entries?: Record<string, string>
    defaultValue?: unknown
    valueType?: Shape
  }
  meta?: () => Record<string, unknown> | undefined
  minValue?: number | null
  maxValue?: number | null
  format?: string | null
}

const table = new Map<Section, readonly ParameterRow[]>()

/**
 * What counts before the first day only, or for the map only: a change during a run could not have an effect.
 */
const FIXED_IN_RUN: ReadonlySet<ParameterKey> = new Set([
  'organisations.supply.initialStockDays',
  'nodes.lat',
  'nodes.lon',
])

/** Whether a change of the parameter during a run can have an effect. */
export function changesInRun({ key }: ParameterRow): boolean {
  return !FIXED_IN_RUN.has(key)
}

/** Rows of one section in the order of the schema. */
export function parameterRows(section: Section): readonly ParameterRow[] {
  const known = table.get(section)
  if (known !== undefined) return known
  const rows = readRows(section)
  table.set(section, rows)
  return rows
}

function readRows(section: Section): ParameterRow[] {
  const root: Shape = scenarioSchema
  const shape = root.def.shape ?? {}
  if (section === 'scenario') {
    return ['startDate', 'days', 'seed'].flatMap((name) => rowsOf(shape[name], name))
  }
  const entry = bare(shape[section])
  return rowsOf(entry?.def.type === 'array' ? entry.def.element : entry, '')
}

/** All rows of all sections. */
export function allParameterRows(): { section: Section; row: ParameterRow }[] {
  return SECTIONS.flatMap((section) => parameterRows(section).map((row) => ({ section, row })))
}

/** Rows of a section by their path; a path with `*` stands last among those that fit. */
const patterns = new Map<Section, readonly { names: readonly string[]; row: ParameterRow }[]>()

/** Parameter row of a value inside an entry, or undefined where the address leads to something else. */
export function parameterAt(address: Address): ParameterRow | undefined {
  const [section, ...rest] = address
  const known = SECTIONS.find((name): name is Section => name === section)
  if (known === undefined || known === 'scenario') return undefined
  const inner = known === 'assumptions' ? rest : rest.slice(1)
  let rows = patterns.get(known)
  if (rows === undefined) {
    rows = parameterRows(known).map((row) => ({ names: row.path.split('.'), row }))
    patterns.set(known, rows)
  }
  return rows.find(
    ({ names }) =>
      names.length === inner.length && names.every((name, i) => name === '*' || name === String(inner[i])),
  )?.row
}

function bare(shape: Shape | undefined): Shape | undefined {
  return shape?.def.innerType === undefined ? shape : bare(shape.def.innerType)
}

function metaOf(shape: Shape | undefined): Record<string, unknown> | undefined {
  if (shape === undefined) return undefined
  const own = shape.meta?.()
  return own !== undefined && 'key' in own ? own : metaOf(shape.def.innerType)
}

function wrapperOf(shape: Shape | undefined, type: string): Shape | undefined {
  if (shape === undefined || shape.def.type === type) return shape
  return wrapperOf(shape.def.innerType, type)
}

function rowsOf(shape: Shape | undefined, path: string): ParameterRow[] {
  const meta = metaOf(shape)
  if (shape !== undefined && meta !== undefined) return [rowOf(shape, path, meta)]
  const inner = bare(shape)
  if (inner === undefined) return []
  const under = (name: string) => (path === '' ? name : `${path}.${name}`)
  const { type } = inner.def
  if (type === 'object')
    return Object.entries(inner.def.shape ?? {}).flatMap(([name, child]) => rowsOf(child, under(name)))
  if (type === 'array') return rowsOf(inner.def.element, under('*'))
  if (type === 'record') return rowsOf(inner.def.valueType, under('*'))
  if (type === 'union') return (inner.def.options ?? []).flatMap((option) => rowsOf(option, path))
  return []
}

function rowOf(shape: Shape, path: string, meta: Record<string, unknown>): ParameterRow {
  const core = bare(shape)
  const fallback = wrapperOf(shape, 'default')
  const bounds =
    core?.def.type === 'number' && typeof core.minValue === 'number' && typeof core.maxValue === 'number'
      ? { min: core.minValue, max: core.maxValue }
      : {}
  return {
    key: meta.key as ParameterKey,
    path,
    title: String(meta.title),
    help: String(meta.help),
    unit: String(meta.unit),
    role: meta.role as ParameterRole,
    scale: meta.scale === 'log' ? 'log' : 'linear',
    type: typeOf(core),
    ...bounds,
    ...(typeof meta.step === 'number' ? { step: meta.step } : {}),
    ...(core?.def.type === 'enum' ? { options: Object.values(core.def.entries ?? {}) } : {}),
    ...(fallback === undefined ? {} : { default: fallback.def.defaultValue }),
    optional: wrapperOf(shape, 'optional') !== undefined,
  }
}

function typeOf(core: Shape | undefined): ParameterRow['type'] {
  switch (core?.def.type) {
    case 'number':
      return core.format === 'safeint' ? 'integer' : 'number'
    case 'enum':
      return 'enum'
    case 'array':
      return 'months'
    default:
      return 'text'
  }
}
