/** Selection: what the person has chosen to look at. */
import { type ShipmentKey, shipmentName } from '../engine'

/** An entry of the scenario's network. */
export interface EntrySelection {
  readonly kind: 'node' | 'leg' | 'checkpoint' | 'route'
  readonly id: string
}

/** A shipment of the run, and a day on which it was under way. */
export interface ShipmentSelection {
  readonly kind: 'shipment'
  readonly shipment: ShipmentKey
  readonly day: number
}

export type Selection = EntrySelection | ShipmentSelection

/** `hour` is one at which the shipment was under way. */
export function shipmentSelection(shipment: ShipmentKey, hour: number): ShipmentSelection {
  return { kind: 'shipment', shipment, day: Math.floor(hour / 24) }
}

/** The same for the same thing, whatever the day on which a shipment was chosen. */
export function selectionName(selection: Selection): string {
  const { kind } = selection
  return `${kind}/${kind === 'shipment' ? shipmentName(selection.shipment) : selection.id}`
}
