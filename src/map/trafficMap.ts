/** Traffic map: what the page can ask of the map, and what the map reports. */
import type { EventLog, ShipmentKey, ShipmentView } from '../engine'
import type { Display } from './display'
import type {
  CheckpointState,
  LonLat,
  MapEditor,
  MapLegend,
  MapLook,
  MapNetwork,
  MapTarget,
  MovingShipment,
  ShipmentPick,
} from './types'

export interface TrafficMap {
  /** Replaces the network; the camera is fitted to it, or stays over the same part of the earth. */
  setNetwork(network: MapNetwork, view?: 'fit' | 'keep'): void
  /** Shows these parts of the display from now on, and leaves the others. */
  show(change: Partial<Display>): void
  /** Hands clicks and drags to an editor, or back to selection. */
  setEditor(editor: MapEditor | undefined): void
  /** Position at a share of the width and height of the view; undefined off the earth. */
  placeAt(acrossShare: number, downShare: number): LonLat | undefined
  /** Forgets all moving shipments and starts from these (after load or seek). */
  setShipments(shipments: ShipmentView, hour: number): void
  /**
   * Adds one day's movements (`departed`) and marks (`seized`, `delivered`) to what is drawn when its time
   * comes.
   */
  addDay(events: EventLog): void
  /** Draws the picture of this moment, in hours since the start of the run; fractions welcome. */
  setTime(hour: number): void
  /** Reads colours and typeface from the style sheets of the page again. */
  restyle(): void
  /** Rings this shipment and keeps it in view until the person pans away. */
  follow(shipment: ShipmentKey | undefined): void
  /**
   * Where this is on show, in CSS pixels of the host element: a leg by its middle. Undefined for what is not
   * there.
   */
  spotOf(what: MapTarget | ShipmentKey): { readonly x: number; readonly y: number } | undefined
  /** Where the camera was moved to; undefined while it keeps to the first view of the network. */
  look(): MapLook | undefined
  /** Restores a place where the camera was before. */
  lookAt(look: MapLook): void
  /** Flies to where all these nodes are seen. */
  showNodes(nodes: readonly number[]): void
  /** Flies to the first view: the dense core of the network. */
  fit(): void
  /** Flies to a view of every node, clear of the elements over the map. */
  showAll(): void
  zoomBy(factor: number): void
  /** Legend rows for the current scales, for the page to draw as HTML. */
  legend(): MapLegend
  /** The sign of a checkpoint in this state, enlarged, in the current colours. */
  sign(state: CheckpointState): HTMLCanvasElement
  /** What is on show at this moment, in device pixels. */
  picture(): HTMLCanvasElement
  /** Numbers for tests and the benchmark. */
  stats(): { frames: number; shipmentsDrawn: number; marksDrawn: number }
  destroy(): void
}

export interface MapOptions {
  readonly onSelect: (target: MapTarget | undefined) => void
  /** A moving shipment, or the mark of one that was seized or delivered, was clicked. */
  readonly onShipment: (shipment: ShipmentPick) => void
  /**
   * What is under the pointer, at `x`, `y` in CSS pixels of the host element. Nothing, too, when the picture
   * moves away under a resting pointer, and while something is dragged.
   */
  readonly onHover: (found: MapTarget | MovingShipment | undefined, x: number, y: number) => void
}

/** Implemented by `createMap` in `./map`. */
export type CreateMap = (host: HTMLElement, options: MapOptions) => Promise<TrafficMap>
