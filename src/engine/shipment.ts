/** Shipments outside the engine: the key that tells one from all others of its run, and its name as text. */
import { hexOfWord } from './hex'

/**
 * Two signed 32-bit words drawn when a shipment leaves; the same shipment has the same key under every edit.
 */
export interface ShipmentKey {
  readonly a: number
  readonly b: number
}

/** Tables with one shipment a row: the log of a day, and the view of a world. */
interface ShipmentColumns {
  readonly shipmentA: Int32Array
  readonly shipmentB: Int32Array
}

export function shipmentAt({ shipmentA, shipmentB }: ShipmentColumns, row: number): ShipmentKey {
  return { a: shipmentA[row], b: shipmentB[row] }
}

export function isShipmentAt(
  { shipmentA, shipmentB }: ShipmentColumns,
  row: number,
  key: ShipmentKey,
): boolean {
  return shipmentA[row] === key.a && shipmentB[row] === key.b
}

/** The key as 16 hex digits, for maps, ids and addresses. */
export function shipmentName({ a, b }: ShipmentKey): string {
  return hexOfWord(a) + hexOfWord(b)
}

/** The key of a name, or undefined when the text is not one. */
export function parseShipmentName(text: string): ShipmentKey | undefined {
  if (!/^[0-9a-f]{16}$/.test(text)) return undefined
  return { a: Number.parseInt(text.slice(0, 8), 16) | 0, b: Number.parseInt(text.slice(8), 16) | 0 }
}
