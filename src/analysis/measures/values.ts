/** Values: all measures that a finished (or running) world is judged by, in the order of their layout. */
import type { Counters, ModelSpec, World } from '../../engine'
import { ENTITIES, GROUPS, type Group } from './entities'
import { sumsOf } from './sums'
import { MEASURES, type Measure } from './table'

/** Address of one measure. `entity` is an id, a pair `id/commodity`, or empty in the group `total`. */
export interface MeasureRow {
  readonly group: Group
  readonly entity: string
  readonly measure: string
}

/** `group.entity.measure`, or `total.measure`: how targets, messages and tables name a measure. */
export function rowName({ group, entity, measure }: MeasureRow): string {
  return entity === '' ? `${group}.${measure}` : `${group}.${entity}.${measure}`
}

/** The rows of a spec's measures, entity by entity; `measuresOf` returns values in the same order. */
export function measureLayout(spec: ModelSpec): MeasureRow[] {
  return GROUPS.flatMap((group) =>
    ENTITIES[group](spec).flatMap((entity) =>
      Object.keys(MEASURES[group]).map((measure) => ({ group, entity, measure })),
    ),
  )
}

/**
 * Values of all measures of a world now, in the order of `measureLayout`; kg, USD, days; NaN where undefined.
 * With `since`, the totals of an earlier day, only what came after that day counts (stock and transit are
 * those of now).
 */
export function measuresOf(present: World, since?: Counters): Float64Array {
  const world =
    since === undefined ? present : { ...present, counters: countersBetween(since, present.counters) }
  const sums = sumsOf(world)
  return Float64Array.from(
    GROUPS.flatMap((group) => {
      const entities = ENTITIES[group](world.spec).length
      const rows: Readonly<Record<string, Measure>> = MEASURES[group]
      return entityByEntity(
        Object.values(rows).map(({ values }) => values(sums)),
        entities,
      )
    }),
  )
}

/** The values of all columns for the first entity, then for the next. */
function entityByEntity(columns: readonly ArrayLike<number>[], entities: number): number[] {
  const wrong = columns.find(({ length }) => length !== entities)
  if (wrong !== undefined) throw new RangeError(`${wrong.length} values for ${entities} entities`)
  return Array.from({ length: entities }, (_, entity) => columns.map((column) => column[entity])).flat()
}

function countersBetween(before: Counters, after: Counters): Counters {
  const difference: { -readonly [name in keyof Counters]: Counters[name] } = { ...after }
  for (const name of Object.keys(after) as (keyof Counters)[])
    difference[name] = after[name].map((value, i) => value - before[name][i])
  return difference
}
