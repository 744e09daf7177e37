/** Parameters: a fingerprint of all that a run and its measures are told by a spec, names and titles apart. */
import { keyOf } from './draw'
import { Row } from './row'
import type { ModelSpec } from './spec'

/** Parts whose columns follow from the ids of their entities, and columns that do not count: labels, and what is taken in by itself. */
const PARTS = {
  assumptions: [],
  checkpoints: [],
  commodities: [],
  legs: [],
  nodes: [],
  operations: [],
  organisations: [],
  processing: [],
  supplies: ['candidateStart'],
  teams: ['placeStart', 'placeNode', 'placeDetection', 'placeWeight'],
} as const satisfies Partial<Record<keyof ModelSpec, readonly string[]>>
const LABELS = ['names', 'keys']

const Kind = { column: 0, place: 1, corridor: 2, route: 3, candidate: 4 } as const

const known = new WeakMap<ModelSpec, Int32Array>()

/**
 * Four words for the parameters of a spec: those that hold now, without seed, length and what is only to come. The order of lists in
 * the file has no part in it.
 */
export function parametersKeyOf(spec: ModelSpec): Int32Array {
  const before = known.get(spec)
  if (before !== undefined) return before
  const sum = Int32Array.of(spec.startEpochDay, 0, 0, 0)
  const row = new Row()
  for (const part of Object.keys(PARTS) as (keyof typeof PARTS)[]) addColumns(sum, row, spec, part)
  addPlaces(sum, row, spec)
  addCorridors(sum, row, spec)
  addRoutes(sum, row, spec)
  known.set(spec, sum)
  return sum
}

function addColumns(sum: Int32Array, row: Row, spec: ModelSpec, part: keyof typeof PARTS): void {
  const left: readonly string[] = [...LABELS, ...PARTS[part]]
  for (const [name, column] of Object.entries(spec[part])) {
    if (left.includes(name)) continue
    row.begin(Kind.column, keyOf(part), keyOf(name))
    addValues(row, column)
    row.into(sum)
  }
}

function addValues(row: Row, values: number | string | ArrayLike<number> | readonly string[]): void {
  const list = typeof values === 'number' || typeof values === 'string' ? [values] : values
  for (let i = 0; i < list.length; i++) {
    const value = list[i] as number | string
    if (typeof value === 'string') row.integers(value.length, keyOf(value))
    else row.real(value)
  }
}

function addPlaces(sum: Int32Array, row: Row, { nodes, teams }: ModelSpec): void {
  for (let g = 0; g < teams.keys.length; g++) {
    for (let place = teams.placeStart[g] as number; place < (teams.placeStart[g + 1] as number); place++) {
      row.begin(Kind.place, teams.keys[g] as number, nodes.keys[teams.placeNode[place] as number] as number)
      row.real(teams.placeDetection[place] as number)
      row.real(teams.placeWeight[place] as number).into(sum)
    }
  }
}

function addCorridors(sum: Int32Array, row: Row, { corridors, legs }: ModelSpec): void {
  for (let i = 0; i < corridors.keys.length; i++)
    for (let at = corridors.start[i] as number; at < (corridors.start[i + 1] as number); at++)
      row
        .begin(Kind.corridor, corridors.keys[i] as number, legs.keys[corridors.legs[at] as number] as number)
        .into(sum)
}

/** Listed routes, and which supplies may use them: slots for others depend on what is still to come. */
function addRoutes(sum: Int32Array, row: Row, { candidates, legs, routes, supplies }: ModelSpec): void {
  for (let r = 0; r < routes.keys.length; r++) {
    if (routes.isGenerated[r] === 1) continue
    row.begin(Kind.route, routes.keys[r] as number, routes.mode[r] as number)
    row.real(routes.weight[r] as number)
    for (let at = routes.start[r] as number; at < (routes.end[r] as number); at++)
      row.integers(legs.keys[routes.legs[at] as number] as number, 0)
    row.into(sum)
  }
  for (let c = 0; c < candidates.route.length; c++) {
    const r = candidates.route[c] as number
    const supply = supplies.keys[candidates.supply[c] as number] as number
    if (routes.isGenerated[r] === 0) row.begin(Kind.candidate, supply, routes.keys[r] as number).into(sum)
  }
}
