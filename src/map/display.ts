/**
 * Display: what the map shows of its network, except what moves, as one record, and what has to be redrawn
 * when it changes.
 */
import type { PARTS } from './frames'
import {
  type CheckpointState,
  type ColourBy,
  MAP_LAYERS,
  type MapFilter,
  type MapLayer,
  type MapSketch,
  type MapTarget,
} from './types'

export interface Display {
  /** One per checkpoint of the network. */
  readonly checkpoints: readonly CheckpointState[]
  /** Grams per month that entered each directed leg, for the width of the legs. */
  readonly gramsPerMonth: Float64Array
  /** Month 1..12: which legs are open. */
  readonly month: number
  /** Shows only these shipments and their marks; the flows that are given are the caller's to filter. */
  readonly filter: MapFilter | undefined
  /** Directed legs that are drawn as one way, e.g. a chosen route, in any order. */
  readonly trail: readonly number[]
  readonly selection: MapTarget | undefined
  /** Marked as if the pointer were over all of them, e.g. the legs of a route. */
  readonly highlighted: readonly MapTarget[]
  readonly sketch: MapSketch | undefined
  readonly layers: ReadonlySet<MapLayer>
  /** How many legs, by flow, keep their full strength while the others fade; 0 fades none. */
  readonly strongest: number
  readonly colourBy: ColourBy
  /** Number of the legend's symbol whose shipments stand out; undefined for all. */
  readonly pointed: number | undefined
  /** Elements that lie over the map for good: no name is written under them. */
  readonly overlays: readonly Element[]
  /** Names every place that has room for it, also the minor ones of a wide view. */
  readonly namesAll: boolean
}

type Part = (typeof PARTS)[number]

const REDRAWN: Readonly<Record<keyof Display, readonly Part[]>> = {
  checkpoints: ['scene'],
  gramsPerMonth: ['layout', 'scene'],
  month: ['layout', 'scene'],
  filter: ['layout', 'names', 'scene', 'traffic'],
  trail: ['scene'],
  selection: ['scene'],
  highlighted: ['scene'],
  sketch: ['scene'],
  layers: ['base', 'layout', 'names', 'scene', 'traffic'],
  strongest: ['layout', 'scene'],
  colourBy: ['traffic'],
  pointed: ['traffic'],
  overlays: ['layout', 'names', 'scene'],
  namesAll: ['layout', 'names', 'scene'],
}

/** Before anything is known of a network of so many directed legs. */
export function unknownNetwork(legs: number) {
  return {
    checkpoints: [],
    gramsPerMonth: new Float64Array(legs),
    month: 1,
    filter: undefined,
    trail: [],
    selection: undefined,
    highlighted: [],
  } satisfies Partial<Display>
}

export const FIRST_DISPLAY: Display = {
  ...unknownNetwork(0),
  sketch: undefined,
  layers: new Set(MAP_LAYERS),
  strongest: 0,
  colourBy: 'state',
  pointed: undefined,
  overlays: [],
  namesAll: false,
}

/** The fields of a change that differ from what is on show. */
export function changedFields(shown: Display, change: Partial<Display>): (keyof Display)[] {
  const names = Object.keys(change) as (keyof Display)[]
  return names.filter((name) => !isAlike(shown[name], change[name]))
}

/** The parts of the picture that show these fields. */
export function redrawnBy(fields: readonly (keyof Display)[]): Part[] {
  return [...new Set(fields.flatMap((field) => REDRAWN[field]))]
}

/** The same value, the same target, or lists of such. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isAlike(item, b[i]))
  return isTarget(a) && isTarget(b) && a.kind === b.kind && a.index === b.index
}

function isTarget(value: unknown): value is MapTarget {
  return typeof value === 'object' && value !== null && 'kind' in value && 'index' in value
}
