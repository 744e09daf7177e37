/** Facts of one day of a watched run, as columns that are reused from day to day. */

/** Kinds of fact: numbers in the `kind` column. Only appended to. */
export const DEPARTED = 0
export const INSPECTED = 1
export const DETECTED = 2
export const BRIBED = 3
export const SEIZED = 4
export const DELIVERED = 5
export const PATROL_SEIZED = 6

/** Whether a fact of this kind is the last of its shipment: seized, or delivered. */
export function endsShipment(kind: number): boolean {
  return kind === SEIZED || kind === PATROL_SEIZED || kind === DELIVERED
}

/**
 * The facts of a day as columns, `count` rows, in the order of the hours in which they were handled.
 * `forEachFact` says what a row means; `shipmentA` and `shipmentB` are the `ShipmentKey`.
 */
export interface EventLog {
  count: number
  kind: Uint8Array
  hour: Int32Array
  until: Int32Array
  place: Int32Array
  candidate: Int32Array
  grams: Int32Array
  shipmentA: Int32Array
  shipmentB: Int32Array
}

export function createEventLog(capacity: number): EventLog {
  return {
    count: 0,
    kind: new Uint8Array(capacity),
    hour: new Int32Array(capacity),
    until: new Int32Array(capacity),
    place: new Int32Array(capacity),
    candidate: new Int32Array(capacity),
    grams: new Int32Array(capacity),
    shipmentA: new Int32Array(capacity),
    shipmentB: new Int32Array(capacity),
  }
}

function grown(log: EventLog): void {
  const next = createEventLog(Math.max(64, log.kind.length * 2))
  for (const column of [
    'kind',
    'hour',
    'until',
    'place',
    'candidate',
    'grams',
    'shipmentA',
    'shipmentB',
  ] as const) {
    next[column].set(log[column])
    Object.assign(log, { [column]: next[column] })
  }
}

export function pushEvent(
  log: EventLog,
  kind: number,
  hour: number,
  until: number,
  place: number,
  candidate: number,
  grams: number,
  shipmentA: number,
  shipmentB: number,
): void {
  if (log.count === log.kind.length) grown(log)
  const row = log.count++
  log.kind[row] = kind
  log.hour[row] = hour
  log.until[row] = until
  log.place[row] = place
  log.candidate[row] = candidate
  log.grams[row] = grams
  log.shipmentA[row] = shipmentA
  log.shipmentB[row] = shipmentB
}
