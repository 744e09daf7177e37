/** Routes as rows: what went by each, lately and since the start. */

import { flowsByRoute } from '../../analysis'
import { text } from '../../text'
import { kilograms } from '../../words'
import { BY_NAME } from './order'
import type { TableOf } from './scene'

const { columns } = text.help.tables

export const routes: TableOf = {
  columns: [
    { name: columns.route },
    { name: columns.share, isNumber: true },
    { name: columns.shareSoFar, isNumber: true },
    { name: columns.dispatched, isNumber: true },
    { name: columns.delivered, isNumber: true },
    { name: columns.seized, isNumber: true },
    { name: columns.rate, isNumber: true },
  ],
  order: BY_NAME,
  rowsOf({ spec, record, frame }) {
    return flowsByRoute(spec, record, frame).map((row) => ({
      id: row.id,
      selection: { kind: 'route', id: row.id },
      cells: [
        row.name,
        row.share * 100,
        row.shareSoFar * 100,
        kilograms(row.dispatchedGrams),
        kilograms(row.deliveredGrams),
        kilograms(row.seizedGrams),
        row.dispatchedGrams === 0 ? Number.NaN : (row.seizedGrams / row.dispatchedGrams) * 100,
      ],
    }))
  },
}
