/** Operations that organisations know of beforehand: they avoid the place or hold until it is over. */
import { hoursTaken } from './parallel'
import { monthAtHour } from './routes'
import type { World } from './world'

/** Whether an enabled operation that some organisation knows of runs now or later, however late. */
export function anyForewarned(world: World): boolean {
  const { operations } = world.spec
  const { forewarned } = world.patrols
  const count = operations.ids.length
  for (let i = 0; i < count; i++) {
    if (operations.isEnabled[i] === 0 || operations.untilDay[i] <= world.day) continue
    for (let row = i; row < forewarned.length; row += count) if (forewarned[row] === 1) return true
  }
  return false
}

/** Whether organisation o knows of an operation that runs at a node on a day. */
export function expectsOperation(world: World, o: number, node: number, day: number): boolean {
  const { operations } = world.spec
  const count = operations.ids.length
  for (let i = 0; i < count; i++) {
    if (operations.node[i] !== node || operations.isEnabled[i] === 0) continue
    if (world.patrols.forewarned[o * count + i] === 0) continue
    if (day >= operations.fromDay[i] && day < operations.untilDay[i]) return true
  }
  return false
}

/** Whether route r passes the place of an operation that organisation o knows of, at any time. */
function passesOperation(world: World, o: number, r: number): boolean {
  const { operations } = world.spec
  const { patrols, routes } = world
  const count = operations.ids.length
  for (let i = 0; i < count; i++) {
    if (operations.isEnabled[i] === 0 || patrols.forewarned[o * count + i] === 0) continue
    const node = operations.node[i]
    const end = routes.end[r] + r
    for (let at = routes.start[r] + r; at <= end; at++) if (routes.nodes[at] === node) return true
  }
  return false
}

/**
 * Whether a shipment of organisation o dispatched today on route r would run into an operation that it knows
 * of.
 */
export function meetsOperation(world: World, o: number, r: number): boolean {
  const { nodes } = world.spec
  const { routes } = world
  const first = routes.start[r]
  if (!passesOperation(world, o, r)) return false
  let hour = world.day * 24
  if (expectsOperation(world, o, routes.nodes[first + r], world.day)) return true
  for (let at = first; at < routes.end[r]; at++) {
    if (at > first) hour += nodes.dwellHours[routes.nodes[at + r]]
    hour += hoursTaken(world.spec, routes, at, monthAtHour(world, hour))
    const node = routes.nodes[at + r + 1]
    // A departure late in the day arrives up to a day later.
    const day = Math.floor(hour / 24)
    if (expectsOperation(world, o, node, day) || expectsOperation(world, o, node, day + 1)) return true
  }
  return false
}
