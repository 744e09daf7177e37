/** Open ways: which routes are open on some day of a span of the run, and which places can be reached. */
import { checkpointsOpenInMonth, isOpenOn, monthOf, type NetworkSpec, outgoing } from '../../engine'
import { networkOf } from '../compile'
import { placedValue } from '../entries'
import type { Scenario } from '../schema'

/** Days after which months and leap years have come in every order. */
const FOUR_YEARS = 1461

/** The scenario as it is on the days `from .. until - 1` of the run. */
export interface State {
  readonly from: number
  readonly until: number
  readonly scenario: Scenario
}

export interface Ways {
  /** Whether a shipment could set out on a route on some day of the state and find all open. */
  opens(route: string): boolean
  /**
   * Whether some month of the state has an open way from a place to a market with a price for a commodity.
   */
  reach(source: string, commodity: string): boolean
}

/** The ways of a state. Its network is worked out only where something may be closed or has to be found. */
export function createWays(state: State): Ways {
  const { commodities, nodes } = state.scenario
  const isAlwaysOpen = !canClose(state.scenario)
  const network = once(() => networkOf(state.scenario))
  const routes = once(() => new Map(network().routes.ids.map((id, r) => [id, r])))
  const opened = new Map<string, boolean>()
  const reached = new Map<string, ReadonlySet<string>>()
  return {
    opens(id) {
      const open = isAlwaysOpen || (opened.get(id) ?? isEverOpen(network(), routes().get(id) ?? -1, state))
      opened.set(id, open)
      return open
    },
    reach(source, commodity) {
      const places = reached.get(source) ?? placesFrom(network(), source, state)
      reached.set(source, places)
      const entry = commodities.find(({ id }) => id === commodity)
      return nodes.some((node) => {
        const isReached = node.kind === 'market' && node.id !== source && places.has(node.id)
        return isReached && entry !== undefined && placedValue(entry.prices, node) !== undefined
      })
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Whether some month closes a leg or a checkpoint. */
function canClose({ checkpoints, legs }: Scenario): boolean {
  return (
    legs.some(({ openMonths }) => new Set(openMonths).size < 12) ||
    checkpoints.some(({ closedMonths }) => closedMonths.length > 0)
  )
}

/** Whether a shipment could set out on route r on some day of a state and find all open. */
function isEverOpen(network: NetworkSpec, r: number, { from, until }: State): boolean {
  const end = Math.min(until, from + FOUR_YEARS)
  for (let day = from; day < end; day++) if (isOpenOn(network, r, day)) return true
  return false
}

/** Ids of all places to which some month of a state has an open way. */
function placesFrom(network: NetworkSpec, source: string, { from, until }: State): ReadonlySet<string> {
  const { ids } = network.nodes
  const [start, onward] = [ids.indexOf(source), outgoing(ids.length, network.legs.from)]
  const months = new Set<number>()
  const places = new Set<string>()
  for (let day = from; day < until && months.size < 12; day++) {
    const month = monthOf(network.startEpochDay + day) - 1
    if (months.has(month)) continue
    months.add(month)
    for (const node of reachedIn(network, onward, start, month)) places.add(ids[node] ?? '')
  }
  return places
}

/** All places that can be reached from a node while it is one month. */
function reachedIn(
  network: NetworkSpec,
  { outStart, out }: ReturnType<typeof outgoing>,
  source: number,
  month: number,
): ReadonlySet<number> {
  const { hoursByMonth, to } = network.legs
  const seen = new Set(checkpointsOpenInMonth(network, source, month) ? [source] : [])
  for (const node of seen) {
    for (const leg of out.subarray(outStart[node], outStart[node + 1])) {
      const next = to[leg] ?? -1
      if (hoursByMonth[leg * 12 + month] !== 0 && checkpointsOpenInMonth(network, next, month)) seen.add(next)
    }
  }
  return seen
}
