/** Table of the shipments under way, the next to arrive first. */
import { candidateAt, shipmentName } from '../../engine'
import { shipmentSelection } from '../../store'
import { text } from '../../text'
import { kilograms, legName } from '../../words'
import type { TableOf } from './scene'

const { columns, waiting } = text.help.tables
/** Maximum of rows: the next shipments to arrive, and the selected one. */
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
    const now = frame.day * 24
    const name = selected?.kind === 'shipment' ? shipmentName(selected.shipment) : ''
    const later = all.slice(MAX_SHIPMENTS).filter((one) => one.name === name)
    return [...all.slice(0, MAX_SHIPMENTS), ...later].map((one) => {
      const { shipment, leg, departAt, arriveAt, candidate, grams } = one
      const waits = arriveAt < now || departAt > now
      const onLeg = legName(spec, leg)
      const { organisationName, commodityName, routeName } = candidateAt(spec, candidate)
      return {
        id: one.name,
        selection: shipmentSelection(shipment, now),
        cells: [
          waits ? waiting(onLeg) : onLeg,
          organisationName,
          commodityName,
          routeName,
          kilograms(grams),
          Math.floor(Math.max(now, arriveAt) / 24),
        ],
      }
    })
  },
}
