/** Scene and shape of the tables: what they are made from, and what their columns and rows are. */

import type { DayFrame, RunRecord } from '../../analysis'
import { type ModelSpec, specOn } from '../../engine'
import type { Scenario } from '../../scenario'
import type { Selection } from '../../store'
import type { UnderWay } from '../../watch'
import type { Results } from '../state'

export interface TableScene {
  readonly scenario: Scenario
  /** The parameters of the day on show. */
  readonly spec: ModelSpec
  readonly record: RunRecord
  readonly frame: DayFrame
  readonly shipments: readonly UnderWay[]
}

/** The scene of the day on show. */
export function tableSceneOf({ scenario, record, frame, shipments }: Results): TableScene {
  return { scenario, spec: specOn(record.spec, frame.day), record, frame, shipments: shipments() }
}

export interface Column {
  readonly name: string
  readonly isNumber?: boolean
  /** A long text: cut where there is no room, and whole under the pointer. */
  readonly isLong?: boolean
}

export interface TableRow {
  /** The same from day to day. */
  readonly id: string
  /** What choosing it selects. */
  readonly selection: Selection
  /** One per column; the first is the name. Not a number shows as a dash. */
  readonly cells: readonly (string | number)[]
}

export interface Order {
  readonly column: number
  readonly isDescending: boolean
}

export interface TableOf {
  readonly columns: readonly Column[]
  /** The order at first; left out: as the rows come. */
  readonly order?: Order
  /** What is selected has its row even where only some are listed. */
  readonly rowsOf: (scene: TableScene, selected?: Selection) => readonly TableRow[]
}
