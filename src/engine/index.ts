/** The engine's whole public face: build a world, step it, look at it, save it, fingerprint it. */
export type { Counters } from './counters'
export {
  BRIBED,
  DELIVERED,
  DEPARTED,
  DETECTED,
  EVENT_KINDS,
  type EventKind,
  type EventLog,
  INSPECTED,
  SEIZED,
} from './events'
export type { ModelSpec } from './spec'
export { MODE_COUNT, MODE_NAMES } from './spec'
export { type ShipmentView, type View, view } from './view'
