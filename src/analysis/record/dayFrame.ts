/** Day frame: what is known of one completed day of a watched run. */
import type { Counters, EventLog, ShipmentView } from '../../engine'

/** What the page sees of one completed day. Columns are copies cut to `count`; the page owns them. */
export interface DayFrame {
  /** Completed days: after the first step this is 1. */
  readonly day: number
  /** Events of that day (empty in a frame that follows a seek). */
  readonly events: EventLog
  /** Running totals at the end of the day. */
  readonly counters: Counters
  /** Shipments in flight at the end of the day: only in the first frame after load or seek. */
  readonly shipments: ShipmentView | undefined
  readonly inTransit: number
  readonly inTransitGrams: number
  /** Digest of the run so far, 32 hex digits; undefined where nobody has asked for it. */
  readonly digest: string | undefined
}
