/** What the map draws and what it answers: plain data in, pointer facts out. Indices are those of the compiled ModelSpec. */
import type { EventLog, ShipmentView } from '../engine'
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
export type MapLayer =
  | 'flows'
  | 'idleLegs'
  | 'shipments'
  | 'marks'
  | 'places'
  | 'checkpoints'
  | 'names'
  | 'borders'
  | 'waters'

/** Which shipments are on show: 1 for each candidate, and for each directed leg that they may be on. */
export interface MapFilter {
  readonly candidates: Uint8Array
  readonly legs: Uint8Array
}

export interface ShipmentKey {
  readonly shipmentA: number
  readonly shipmentB: number
}

/** A shipment under the pointer, and an hour at which it was under way or met its end. */
export interface ShipmentPick extends ShipmentKey {
  readonly hour: number
}

/** A shipment that is on a leg, or waits at one of its ends: before `departAt` at the first, from `arriveAt` on at the last. */
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

/** Where the camera stands: what is in the middle, and pixels per unit of the plane. */
export interface MapLook extends LonLat {
  readonly scale: number
}

/** Takes clicks and drags while the network is edited, in place of selection. `place` is where the pointer is. */
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

export interface TrafficMap {
  /** Replaces the network; the camera is fitted to it, or stays over the same part of the earth. */
  setNetwork(network: MapNetwork, view?: 'fit' | 'keep'): void
  /** Hands clicks and drags to an editor, or back to selection. */
  setEditor(editor: MapEditor | undefined): void
  setSketch(sketch: MapSketch | undefined): void
  /** Elements that lie over the map for good: no name is written under them. */
  setCovers(covers: readonly Element[]): void
  /** Position at a share of the width and height of the view; undefined off the earth. */
  placeAt(acrossShare: number, downShare: number): LonLat | undefined
  setCheckpoints(states: readonly CheckpointState[]): void
  /** Grams per month that entered each directed leg, for the width of the legs. */
  setFlows(gramsPerMonth: Float64Array): void
  /** Month 1..12: which legs are open. */
  setMonth(month: number): void
  /** Forgets all moving shipments and starts from these (after load or seek). */
  setShipments(shipments: ShipmentView, hour: number): void
  /** Adds one day's movements (`departed`) and marks (`seized`, `delivered`) to what is drawn when its time comes. */
  addDay(events: EventLog): void
  /** Draws the picture of this moment, in hours since the start of the run; fractions welcome. */
  setTime(hour: number): void
  setColourBy(colour: ColourBy): void
  /** Lets the shipments with this symbol of the legend stand out; undefined lets all. */
  pointOut(symbol: number | undefined): void
  /** Takes colours and letters anew from the style sheets of the page. */
  restyle(): void
  select(target: MapTarget | undefined): void
  /** Marks these as if the pointer were over all of them, e.g. the legs of a route; none takes the marks away. */
  highlight(targets: readonly MapTarget[]): void
  /** Draws these directed legs as one way, e.g. a chosen route, until others are given. */
  setTrail(legs: readonly number[]): void
  /** Rings this shipment and keeps it in view until the person pans away. */
  follow(shipment: ShipmentKey | undefined): void
  setLayers(layers: ReadonlySet<MapLayer>): void
  /** Shows only these shipments and their marks; the flows that are set are the caller's to filter. */
  setFilter(filter: MapFilter | undefined): void
  /** How many legs, by flow, keep their full strength while the others fade; 0 fades none. */
  setStrongest(count: number): void
  /** Where this is on show, in CSS pixels of the host element: a leg by its middle. Undefined for what is not there. */
  spotOf(what: MapTarget | ShipmentKey): { readonly x: number; readonly y: number } | undefined
  /** Where somebody has moved the camera; undefined while it keeps to the first view of the network. */
  look(): MapLook | undefined
  /** Stands where somebody looked before. */
  lookAt(look: MapLook): void
  /** Flies to where all these nodes are seen. */
  showNodes(nodes: readonly number[]): void
  /** Flies to the first view: the dense core of the network. */
  fit(): void
  /** Flies to where every node is seen, clear of what lies over the map. */
  showAll(): void
  zoomBy(factor: number): void
  /** Legend rows for the present scales, for the page to draw as HTML. */
  legend(): MapLegend
  /** The sign of a checkpoint in this state, enlarged, in the present colours. */
  sign(state: CheckpointState): HTMLCanvasElement
  /** What is on show at this moment, in device pixels. */
  picture(): HTMLCanvasElement
  /** Numbers for tests and the benchmark. */
  stats(): { frames: number; shipmentsDrawn: number; marksDrawn: number }
  destroy(): void
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

export interface MapOptions {
  readonly onSelect: (target: MapTarget | undefined) => void
  /** A moving shipment, or the mark of one that was seized or delivered, was clicked. */
  readonly onShipment: (shipment: ShipmentPick) => void
  /**
   * What is under the pointer, at `x`, `y` in CSS pixels of the host element. Nothing, too, when the picture moves away under a
   * resting pointer, and while something is dragged.
   */
  readonly onHover: (found: MapTarget | MovingShipment | undefined, x: number, y: number) => void
}

/** Implemented by `createMap` in `./index`. */
export type CreateMap = (host: HTMLElement, options: MapOptions) => Promise<TrafficMap>
