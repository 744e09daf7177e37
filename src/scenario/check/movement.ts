/**
 * Movement: supplies that nothing can ever move during the run, and routes that can never be used, each with
 * the reason.
 */

import { checkpointsOpenInMonth, legsOfStep, type NetworkSpec } from '../../engine'
import { text } from '../../text'
import { networkOf } from '../compile'
import { legEntryId } from '../directedLegs'
import { boundaryDays, type DatedChange, regimeStates } from '../interventions'
import type { Scenario } from '../schema'
import { LISTED, listed } from './notices'
import { createWays, type State } from './openWays'

const words = text.issues

/** What a supply has had in some state. Ways are routes that are open on some day, or that can be found. */
interface Prospect {
  readonly organisation: string
  readonly index: number
  hasKg: boolean
  hasCrews: boolean
  hasWays: boolean
  hasWeights: boolean
  moves: boolean
}

/** What can never move, in words. Interventions count: what they open later can. */
export function movementNotices(scenario: Scenario, changes: readonly DatedChange[]): string[] {
  const prospects = prospectsOf(scenario)
  const shut = new Set(scenario.organisations.flatMap(({ routes }) => routes))
  for (const state of statesOf(scenario, changes)) {
    if (shut.size === 0 && prospects.every(({ moves }) => moves)) break
    look(state, prospects, shut)
  }
  const routes = scenario.routes.filter(({ id }) => shut.has(id)).map(({ id }) => id)
  const reasons = routes.length === 0 ? [] : blockades(scenario, changes, routes.slice(0, LISTED))
  return [
    ...listed(prospects.flatMap((prospect) => (prospect.moves ? [] : [supplyNotice(scenario, prospect)]))),
    ...listed(routes.map((id, i) => words.neverUsed(`routes.${id}`, reasons[i] ?? ''))),
  ]
}

function prospectsOf({ organisations }: Scenario): Prospect[] {
  const nothing = { hasKg: false, hasCrews: false, hasWays: false, hasWeights: false, moves: false }
  return organisations.flatMap(({ id, supply }) =>
    supply.map((_, index) => ({ organisation: id, index, ...nothing })),
  )
}

/** What decides whether anything can move, by the end of its path. */
const DECIDING =
  /(^|\.)(openMonths|closedMonths|hours|winterDelay|winterMonths|dwellHours|kgPerDay|crews|weight|count|\*|prices\..+)$/

/**
 * The states of the run in order, each worked out when it is asked for. Changes that decide nothing begin
 * none.
 */
export function* statesOf(scenario: Scenario, changes: readonly DatedChange[]): Generator<State> {
  const deciding = changes.filter(({ change }) => DECIDING.test(change.target))
  // What a selector matches may hang on any other change.
  const isSelected = deciding.some(({ change }) => change.target.includes('['))
  const days = boundaryDays(isSelected ? changes : deciding)
  const starts = [...new Set([0, ...days])].filter((day) => day < scenario.days)
  const stateFrom = (from: number, state: Scenario): State => {
    return { from, until: starts[starts.indexOf(from) + 1] ?? scenario.days, scenario: state }
  }
  if (boundaryDays(changes)[0] !== 0) yield stateFrom(0, scenario)
  for (const { day, scenario: state } of regimeStates(scenario, changes))
    if (starts.includes(day)) yield stateFrom(day, state)
}

/** Takes down what a state lets move: open routes leave `shut`, supplies learn what they have. */
function look(state: State, prospects: readonly Prospect[], shut: Set<string>): void {
  const { scenario } = state
  const ways = createWays(state)
  const organisations = new Map(scenario.organisations.map((entry) => [entry.id, entry]))
  const routes = new Map(scenario.routes.map((route) => [route.id, route]))
  for (const id of shut) if (ways.opens(id)) shut.delete(id)
  for (const prospect of prospects) {
    const owner = organisations.get(prospect.organisation)
    const supply = owner?.supply[prospect.index]
    if (prospect.moves || owner === undefined || supply === undefined) continue
    const listed = owner.routes.filter((id) => routes.get(id)?.nodes[0] === supply.source && ways.opens(id))
    const hasWeights =
      listed.some((id) => (routes.get(id)?.weight ?? 0) > 0) ||
      (owner.generatedRoutes.count > 0 && ways.reach(supply.source, supply.commodity))
    prospect.hasKg ||= supply.kgPerDay > 0
    prospect.hasCrews ||= owner.crews > 0
    prospect.hasWays ||= hasWeights || listed.length > 0
    prospect.hasWeights ||= hasWeights
    prospect.moves = prospect.hasKg && owner.crews > 0 && hasWeights
  }
}

function supplyNotice(scenario: Scenario, prospect: Prospect): string {
  const { organisation, index } = prospect
  const owner = scenario.organisations.find(({ id }) => id === organisation)
  const { commodity = '', source = '' } = owner?.supply[index] ?? {}
  const isListed = scenario.routes.some(({ id, nodes }) => nodes[0] === source && owner?.routes.includes(id))
  const reason = standstillOf(prospect, isListed)
  return words.nothingMoves(`organisations.${organisation}.supply.${index}`, commodity, source, reason)
}

/** What stands in the way first. */
function standstillOf({ hasKg, hasCrews, hasWays, hasWeights }: Prospect, isListed: boolean) {
  if (!hasKg) return 'supply'
  if (!hasCrews) return 'crews'
  if (!hasWays) return isListed ? 'ways' : 'market'
  return hasWeights ? 'apart' : 'weights'
}

/**
 * Why each of some routes is never open: the first leg or checkpoints of it that never are, else that they
 * never are in turn.
 */
function blockades(scenario: Scenario, changes: readonly DatedChange[], routes: readonly string[]): string[] {
  const networks: NetworkSpec[] = []
  let former: { scenario: Scenario; spec: NetworkSpec } | undefined
  for (const state of statesOf(scenario, changes)) {
    former = { scenario: state.scenario, spec: networkOf(state.scenario, [], former) }
    networks.push(former.spec)
  }
  return routes.map((id) => {
    const [network] = networks
    if (network === undefined) return words.blockedInTurn
    const r = network.routes.ids.indexOf(id)
    const { start, end: ends, nodes } = network.routes
    const [first = 0, end = -1] = [start[r], ends[r]]
    for (let at = first; at <= end; at++) {
      const node = nodes[at + r] ?? -1
      if (!everyMonth(networks).some(([one, month]) => checkpointsOpenInMonth(one, node, month)))
        return words.blockedByCheckpoints(network.nodes.ids[node] ?? '', checkpointsAt(network, node))
      if (at === end) break
      const legs = [...legsOfStep(network, at)]
      const isOpen = ([one, month]: readonly [NetworkSpec, number]) =>
        legs.some((leg) => (one.legs.hoursByMonth[leg * 12 + month] ?? 0) > 0)
      if (!everyMonth(networks).some(isOpen))
        return words.blockedByLegs(legs.map((leg) => legEntryId(network.legs.ids[leg] ?? '')))
    }
    return words.blockedInTurn
  })
}

function everyMonth(networks: readonly NetworkSpec[]): (readonly [NetworkSpec, number])[] {
  return networks.flatMap((network) => Array.from({ length: 12 }, (_, month) => [network, month] as const))
}

function checkpointsAt({ checkpoints, nodes }: NetworkSpec, node: number): string[] {
  const here = nodes.checkpointList.subarray(nodes.checkpointStart[node], nodes.checkpointStart[node + 1])
  return [...here].map((k) => checkpoints.ids[k] ?? '')
}
