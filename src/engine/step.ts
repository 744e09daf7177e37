/** One day of a world: the ordered list of its phases. Read this first. */
import { monthOf } from './calendar'
import { createEventLog, type EventLog } from './events'
import { dispatch } from './phases/dispatch'
import { enforcement } from './phases/enforcement'
import { interventions } from './phases/interventions'
import { justice } from './phases/justice'
import { learning } from './phases/learning'
import { markets } from './phases/markets'
import { record } from './phases/record'
import { travel } from './phases/travel'
import type { World } from './world'

export type Phase = (world: World) => void

/** The order of a day (model section 2). */
export const PHASES: readonly Phase[] = [
  interventions, // 1 dated changes start and end
  enforcement, // 2 mobile teams are placed, operations begin and end
  learning, // 3 organisations learn and revise route choice
  dispatch, // 4 supply reaches the stock, shipments leave
  travel, // 5 arrivals and crossings, hour by hour
  justice, // 6 releases and recruitment
  markets, // 7 what deliveries earned, and the prices that follow
  record, // 8 observers record the day
]

const NOTHING = createEventLog(0)

function beginMonth(world: World): void {
  const { startEpochDay } = world.spec
  const endAfter = (day: number) => {
    let end = day + 1
    while (monthOf(startEpochDay + end) === monthOf(startEpochDay + day)) end++
    return end
  }
  world.month = monthOf(startEpochDay + world.day) - 1
  world.monthEnd = endAfter(world.day)
  world.nextMonthEnd = endAfter(world.monthEnd)
}

/**
 * Simulates one day and returns its facts: an empty log unless the world is watched. The next step reuses it.
 */
export function step(world: World, phases: readonly Phase[] = PHASES): EventLog {
  if (world.log !== undefined) world.log.count = 0
  if (world.day >= world.monthEnd) beginMonth(world)
  for (const phase of phases) phase(world)
  world.day++
  return world.log ?? NOTHING
}
