/** Table of the shipments under way, the next to arrive first. */
import type { ShipmentKey } from '../../map'
import { text } from '../../text'
import { shipmentOf, shipmentSelection } from '../../watch'
import { kilograms, legName } from '../../words'
import type { TableOf } from './scene'

const { columns, waiting } = text.help.tables
/** Most rows of the table: the next to arrive, besides the one that is selected. */
export const MAX_SHIPMENTS = 200

export const shipments: TableOf = {
  columns: [
    { name: columns.shipment },
    { name: columns.organisation },
    { name: columns.commodity },
    { name: columns.route, isLong: true },
    { name: columns.load, isNumber: true },
    { name: columns.arrives, isNumber: true },
  ],
  rowsOf({ spec, frame, shipments: all }, selected) {
    const { candidates, organisations, commodities, routes } = spec
    const now = frame.day * 24
    const followed = shipmentOf(selected)
    const later = all
      .slice(MAX_SHIPMENTS)
      .filter((one) => followed !== undefined && isSameShipment(one, followed))
    return [...all.slice(0, MAX_SHIPMENTS), ...later].map((shipment) => {
      const { id, leg, departAt, arriveAt, candidate, grams } = shipment
      const waits = arriveAt < now || departAt > now
      const name = legName(spec, leg)
      return {
        id,
        selection: shipmentSelection({ ...shipment, hour: now }),
        cells: [
          waits ? waiting(name) : name,
          organisations.names[candidates.organisation[candidate] as number] ?? '',
          commodities.names[candidates.commodity[candidate] as number] ?? '',
          routes.names[candidates.route[candidate] as number] ?? '',
          kilograms(grams),
          Math.floor(Math.max(now, arriveAt) / 24),
        ],
      }
    })
  },
}

function isSameShipment(a: ShipmentKey, b: ShipmentKey): boolean {
  return a.shipmentA === b.shipmentA && a.shipmentB === b.shipmentB
}
