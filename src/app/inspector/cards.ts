/** Cards: the facts that the inspector shows of a place, a leg, a checkpoint, a route or a shipment. */

import type { EntrySelection, Selection } from '../../store'
import type { Card, InspectorView } from './card'
import { checkpointCard } from './checkpointCard'
import { routeCard, shipmentCard } from './journeyCards'
import { legCard } from './legCard'
import { nodeCard } from './nodeCard'

const CARDS: Readonly<Record<EntrySelection['kind'], (view: InspectorView, id: string) => Card | undefined>> =
  {
    checkpoint: checkpointCard,
    node: nodeCard,
    leg: legCard,
    route: routeCard,
  }

/** The card of a selection; undefined when the scenario has no such entry. */
export function cardOf(view: InspectorView, selection: Selection): Card | undefined {
  if (selection.kind === 'shipment') return shipmentCard(view, selection.shipment)
  return CARDS[selection.kind](view, selection.id)
}
