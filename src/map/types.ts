/**
 * What the map draws and what it reports: plain data in, pointer facts out. Indices are those of the compiled
 * ModelSpec.
 */
import type { ShipmentKey } from '../engine'
import type { SymbolShape } from './scene/symbols'

export interface MapNode {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly kind: 'source' | 'hub' | 'transit' | 'border' | 'market'
  readonly lat: number
  readonly lon: number
}

/** One directed leg; `back` is the index of the opposite direction, or -1. */
export interface MapLeg {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly back: number
  readonly mode: 'road' | 'rail' | 'sea' | 'air' | 'path'
  /** Months (1..12) in which it can be entered. */
  readonly openMonths: readonly number[]
}

export interface MapCheckpoint {
  readonly id: string
  readonly name: string
  readonly node: number
}

/** Live state of a checkpoint, for its glyph. */
export interface CheckpointState {
  staff: number
  requiredStaff: number
  /** Probability in [0, 1] that a crossing road shipment is seized. */
  odds: number
  /** Share of the vehicles that a working scanner sees, in [0, 1]. */
  scannedShare: number
  /** Share of the officers open to bribes, in [0, 1]. */
  corruptShare: number
}

export interface MapNetwork {
  readonly nodes: readonly MapNode[]
  readonly legs: readonly MapLeg[]
  readonly checkpoints: readonly MapCheckpoint[]
  /** Organisation of each candidate, for the colour of its shipments. */
  readonly candidateOrganisation: Int32Array
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}

export type MapTarget = { readonly kind: 'node' | 'leg' | 'checkpoint'; readonly index: number }
export type ColourBy = 'state' | 'organisation'
/** Parts of the picture that can be switched off; `idleLegs` are those without flow. */
export const MAP_LAYERS = [
  'flows',
  'idleLegs',
  'shipments',
  'marks',
  'places',
  'checkpoints',
  'names',
  'borders',
  'waters',
] as const
export type MapLayer = (typeof MAP_LAYERS)[number]

/** Which shipments are on show: 1 for each candidate, and for each directed leg that they may be on. */
export interface MapFilter {
  readonly candidates: Uint8Array
  readonly legs: Uint8Array
}

/** A shipment under the pointer, and an hour at which it was under way or met its end. */
export interface ShipmentPick {
  readonly shipment: ShipmentKey
  readonly hour: number
}

/**
 * A shipment that is on a leg, or waits at one of its ends: before `departAt` at the first, from `arriveAt`
 * on at the last.
 */
export interface MovingShipment extends ShipmentPick {
  readonly kind: 'shipment'
  readonly candidate: number
  /** Directed leg. */
  readonly leg: number
  readonly grams: number
  /** In hours since the start of the run; far in the future while unknown. */
  readonly departAt: number
  readonly arriveAt: number
}

/** A position in degrees. */
export interface LonLat {
  readonly lat: number
  readonly lon: number
}

/** A place of the camera: the middle of the view, and pixels per unit of the plane. */
export interface MapLook extends LonLat {
  readonly scale: number
}

/**
 * Takes clicks and drags while the network is edited, in place of selection. `place` is where the pointer is.
 */
export interface MapEditor {
  /** The pointer shows that a click on free ground does something. */
  readonly aims: boolean
  hover(target: MapTarget | undefined, place: LonLat): void
  click(target: MapTarget | undefined, place: LonLat): void
  /** Whether a press on this target drags it; else the map is panned. */
  grabs(target: MapTarget): boolean
  drag(target: MapTarget, over: MapTarget | undefined, place: LonLat): void
  /** `place` is undefined when the drag was broken off. */
  drop(target: MapTarget, over: MapTarget | undefined, place: LonLat | undefined): void
}

/** Lines and spots drawn over the network while something is under way. */
export interface MapSketch {
  readonly lines: readonly (readonly LonLat[])[]
  readonly spots: readonly LonLat[]
}

export interface MapLegend {
  /** Colour of the bands, as of legs with flow. */
  readonly flow: string
  readonly widths: readonly { readonly gramsPerMonth: number; readonly pixels: number }[]
  readonly colours: readonly LegendSymbol[]
}

/** What a dot, or the mark of its end, stands for. */
export interface LegendSymbol {
  readonly label: string
  readonly colour: string
  readonly shape: SymbolShape
  /** Number of an organisation's symbol. */
  readonly symbol?: number
}
