/** What the map draws and what it answers: plain data in, pointer facts out. Indices are those of the compiled ModelSpec. */
import type { EventLog, ShipmentView } from '../engine'

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
export type Theme = 'dark' | 'light'

export interface TrafficMap {
  /** Replaces the network and fits the camera to it. */
  setNetwork(network: MapNetwork): void
  setCheckpoints(states: readonly CheckpointState[]): void
  /** Kilograms per month that entered each directed leg, for the width of the legs. */
  setFlows(kgPerMonth: Float64Array): void
  /** Month 1..12: which legs are open. */
  setMonth(month: number): void
  /** Forgets all moving shipments and starts from these (after load or seek). */
  setShipments(shipments: ShipmentView, hour: number): void
  /** Adds one day's movements (`departed`) and marks (`seized`, `delivered`) to what is drawn when its time comes. */
  addDay(events: EventLog): void
  /** Draws the picture of this moment, in hours since the start of the run; fractions welcome. */
  setTime(hour: number): void
  setColourBy(colour: ColourBy): void
  setTheme(theme: Theme): void
  select(target: MapTarget | undefined): void
  /** Marks these as if the pointer were over all of them, e.g. the legs of a route; none takes the marks away. */
  highlight(targets: readonly MapTarget[]): void
  fit(): void
  zoomBy(factor: number): void
  /** Legend rows for the present scales, for the page to draw as HTML. */
  legend(): MapLegend
  /** Numbers for tests and the benchmark. */
  stats(): { frames: number; shipmentsDrawn: number; marksDrawn: number }
  destroy(): void
}

export interface MapLegend {
  readonly widths: readonly { readonly kgPerMonth: number; readonly pixels: number }[]
  readonly colours: readonly { readonly label: string; readonly colour: string }[]
}

export interface MapOptions {
  readonly theme: Theme
  readonly onSelect: (target: MapTarget | undefined) => void
  /** `x`, `y` in CSS pixels of the host element. */
  readonly onHover: (target: MapTarget | undefined, x: number, y: number) => void
  /** Called when the WebGL context was lost and the renderer rebuilt. */
  readonly onRebuild?: () => void
}

/** Implemented by `createMap` in `./index`. */
export type CreateMap = (host: HTMLElement, options: MapOptions) => Promise<TrafficMap>
