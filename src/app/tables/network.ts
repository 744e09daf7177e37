/** Places, legs and checkpoints of the map as rows with their live numbers. */
import { arrivedAtNodes, leftNodes, meanOdds, seizedAtCheckpoints, soldAtNodes } from '../../analysis'
import { checkpointAt, legAt } from '../../engine'
import { legEntryId } from '../../scenario'
import { text } from '../../text'
import { countryName, kilograms, legName } from '../../words'
import { BY_NAME } from './order'
import type { TableOf } from './scene'

const { columns } = text.help.tables
const { modes, nodeKinds } = text.page.inspector

/** A number for a cell; what is not known shows as a dash. */
function known(value: number | undefined, as = (number: number) => number): number {
  return value === undefined ? Number.NaN : as(value)
}

export const places: TableOf = {
  columns: [
    { name: columns.place },
    { name: columns.country },
    { name: columns.kind },
    { name: columns.arrived, isNumber: true },
    { name: columns.left, isNumber: true },
    { name: columns.sold, isNumber: true },
  ],
  order: BY_NAME,
  rowsOf({ scenario, spec, frame: { counters } }) {
    const kinds = new Map(scenario.nodes.map(({ id, kind }) => [id, nodeKinds[kind]]))
    const [arrived, left] = [arrivedAtNodes(spec, counters), leftNodes(spec, counters)]
    const sold = soldAtNodes(spec, counters)
    return spec.nodes.ids.map((id, n) => ({
      id,
      selection: { kind: 'node', id },
      cells: [
        spec.nodes.names[n] ?? id,
        countryName(spec.nodes.countries[n] ?? ''),
        kinds.get(id) ?? '',
        known(arrived[n], kilograms),
        known(left[n], kilograms),
        spec.nodes.isMarket[n] === 1 ? known(sold[n], kilograms) : Number.NaN,
      ],
    }))
  },
}

export const legs: TableOf = {
  columns: [
    { name: columns.leg },
    { name: columns.mode },
    { name: columns.distance, isNumber: true },
    { name: columns.monthly, isNumber: true },
    { name: columns.carried, isNumber: true },
    { name: columns.shipments, isNumber: true },
  ],
  order: BY_NAME,
  rowsOf({ spec, record, frame: { counters, day } }) {
    const flows = record.flowsAt(day)
    return spec.legs.ids.map((id, leg) => ({
      id,
      selection: { kind: 'leg', id: legEntryId(id) },
      cells: [
        legName(spec, leg),
        modes[legAt(spec, leg).mode],
        legAt(spec, leg).km,
        known(flows[leg], kilograms),
        known(counters.legGrams[leg], kilograms),
        known(counters.legShipments[leg]),
      ],
    }))
  },
}

export const checkpoints: TableOf = {
  columns: [
    { name: columns.checkpoint },
    { name: columns.country },
    { name: columns.officers, isNumber: true },
    { name: columns.required, isNumber: true },
    { name: columns.odds, isNumber: true },
    { name: columns.crossings, isNumber: true },
    { name: columns.seizures, isNumber: true },
    { name: columns.seized, isNumber: true },
  ],
  order: BY_NAME,
  rowsOf({ spec, frame: { counters } }) {
    const { ids } = spec.checkpoints
    const seized = seizedAtCheckpoints(spec, counters)
    return ids.map((id, k) => {
      const { name, country, staff, requiredStaff } = checkpointAt(spec, k)
      return {
        id,
        selection: { kind: 'checkpoint', id },
        cells: [
          name,
          countryName(country),
          staff,
          requiredStaff,
          meanOdds(spec, k).seized * 100,
          known(counters.crossings[k]),
          known(counters.seizures[k]),
          known(seized[k], kilograms),
        ],
      }
    })
  },
}
