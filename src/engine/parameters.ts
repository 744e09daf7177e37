/** Parameters: a fingerprint of everything in a spec that a run and its measures depend on. */
import { keyOf } from './draw'
import { Row } from './row'
import type { ModelSpec } from './spec'

/** Parts of a spec that are hashed column by column, with the columns that are hashed in another way. */
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
 * Four words for the parameters that hold under a spec, without its seed, length, labels and regimes. The
 * order of lists in the file does not matter.
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
    const value = list[i]
    if (typeof value === 'string') row.integers(value.length, keyOf(value))
    else row.real(value)
  }
}

function addPlaces(sum: Int32Array, row: Row, { nodes, teams }: ModelSpec): void {
  for (let g = 0; g < teams.keys.length; g++) {
    for (let place = teams.placeStart[g]; place < teams.placeStart[g + 1]; place++) {
      row.begin(Kind.place, teams.keys[g], nodes.keys[teams.placeNode[place]])
      row.real(teams.placeDetection[place])
      row.real(teams.placeWeight[place]).into(sum)
    }
  }
}

function addCorridors(sum: Int32Array, row: Row, { corridors, legs }: ModelSpec): void {
  for (let i = 0; i < corridors.keys.length; i++)
    for (let at = corridors.start[i]; at < corridors.start[i + 1]; at++)
      row.begin(Kind.corridor, corridors.keys[i], legs.keys[corridors.legs[at]]).into(sum)
}

/**
 * Listed routes, and which supplies may use them. Slots for others depend on coming regimes and are left out.
 */
function addRoutes(sum: Int32Array, row: Row, { candidates, legs, routes, supplies }: ModelSpec): void {
  for (let r = 0; r < routes.keys.length; r++) {
    if (routes.isGenerated[r] === 1) continue
    row.begin(Kind.route, routes.keys[r], routes.mode[r])
    row.real(routes.weight[r])
    for (let at = routes.start[r]; at < routes.end[r]; at++) row.integers(legs.keys[routes.legs[at]], 0)
    row.into(sum)
  }
  for (let c = 0; c < candidates.route.length; c++) {
    const r = candidates.route[c]
    const supply = supplies.keys[candidates.supply[c]]
    if (routes.isGenerated[r] === 0) row.begin(Kind.candidate, supply, routes.keys[r]).into(sum)
  }
}
