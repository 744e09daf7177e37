/**
 * Compilation: from a scenario in normal form to a ModelSpec of dense ids, in the order of the ids, not of
 * the file.
 */
import {
  centsOf,
  type Entities,
  InvariantError,
  type ModelSpec,
  type NetworkSpec,
  parseIsoDate,
  type Regime,
} from '../../engine'
import { plainText } from '../../text'
import { scenarioDigest } from '../file/canonical'
import { type DatedChange, datedChanges, regimeStates } from '../interventions'
import type { Scenario } from '../schema'
import { operationsOf, teamsOf } from './enforcement'
import { byId, entitiesOf, indexIn } from './entities'
import { checkpointsAfter, checkpointsOf, corridorsOf, legsOf, nodesOf } from './network'
import { parallelsOf } from './parallel'
import { routesOf } from './routes'
import { type Slot, slotsOf } from './slots'
import { commoditiesOf, organisationsOf, processingOf, suppliesOf } from './trade'

/**
 * The ModelSpec of a scenario that has passed `parseScenario` or `setAt`. Its own values are those of the
 * first day: what an intervention sets by then is as if the file said it.
 */
export function compileScenario(scenario: Scenario): ModelSpec {
  const changes = datedChanges(scenario)
  const states = [...regimeStates(scenario, changes)]
  const first = states[0]?.day === 0 ? states[0].scenario : scenario
  const slots = slotsOf([first, ...states.map((state) => state.scenario)])
  const spec = compileOn(first, slots)
  let former: Former<ModelSpec> = { scenario: first, spec }
  const regimes = states.map(({ day, scenario: state }): Regime => {
    const regime = state === former.scenario ? former.spec : compileOn(state, slots, former)
    requireSameEntities(spec, regime, day)
    former = { scenario: state, spec: regime }
    return { fromDay: day, spec: regime, costCents: costCentsFrom(changes, day) }
  })
  return { ...spec, scenarioDigest: scenarioDigest(scenario), regimes }
}

const specs = new WeakMap<Scenario, ModelSpec>()

/** The ModelSpec of a scenario with all its regimes, compiled once as long as the scenario is in use. */
export function specOf(scenario: Scenario): ModelSpec {
  const spec = specs.get(scenario) ?? compileScenario(scenario)
  specs.set(scenario, spec)
  return spec
}

/** One-off cost of the changes that start on a day; what began before the run was paid before it. */
function costCentsFrom(changes: readonly DatedChange[], day: number): number {
  const starting = changes.filter(({ fromDay }) => fromDay === day)
  return starting.reduce((sum, { change }) => sum + centsOf(change.costUsd), 0)
}

/** Tables of a world are laid out by the entities of the run's own spec, whatever regime holds. */
function requireSameEntities(own: ModelSpec, regime: ModelSpec, day: number): void {
  const require = (part: string, same: boolean) => {
    if (!same) throw new InvariantError(`the regime of day ${day} has other ${part} than the run`)
  }
  for (const [part, table] of Object.entries(own)) {
    const other: unknown = regime[part as keyof ModelSpec]
    if (isEntities(table)) require(part, isEntities(other) && sameItems(table.ids, other.ids))
  }
  require('team places', sameItems(own.teams.placeNode, regime.teams.placeNode))
  require('supplies', sameItems(own.supplies.keys, regime.supplies.keys))
  require('candidates', sameItems(own.candidates.supply, regime.candidates.supply))
  require('routes of candidates', sameItems(own.candidates.route, regime.candidates.route))
}

function isEntities(table: unknown): table is Entities {
  return typeof table === 'object' && table !== null && 'ids' in table
}

function sameItems(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** A scenario with what was compiled of it. */
interface Former<T> {
  readonly scenario: Scenario
  readonly spec: T
}

/** Takes over what was compiled from the same parts before, or makes it anew. */
function keeper<Spec>(scenario: Scenario, former: Former<Spec> | undefined) {
  return <T>(parts: readonly (keyof Scenario)[], of: (spec: Spec) => T, made: () => T): T => {
    const isSame = former !== undefined && parts.every((part) => scenario[part] === former.scenario[part])
    return isSame ? of(former.spec) : made()
  }
}

/**
 * The network of a scenario without regard to its interventions. What does not differ from `former`, the same
 * scenario with other values, is taken over.
 */
export function networkOf(
  scenario: Scenario,
  slots: readonly Slot[] = [],
  former?: Former<NetworkSpec>,
): NetworkSpec {
  const startEpochDay = parseIsoDate(scenario.startDate)
  if (startEpochDay === undefined) throw new InvariantError(`unchecked date "${scenario.startDate}"`)
  const kept = keeper(scenario, former)
  const node = indexIn(former?.spec.nodes ?? entitiesOf(byId(scenario.nodes)))
  const checkpoints = kept(
    ['checkpoints'],
    (spec) => spec.checkpoints,
    () =>
      former === undefined
        ? checkpointsOf(scenario, node)
        : checkpointsAfter(former.scenario.checkpoints, former.spec.checkpoints, scenario.checkpoints),
  )
  // Where checkpoints stand is no value that changes.
  const nodes = kept(
    ['nodes', 'processingSites'],
    (spec) => spec.nodes,
    () => nodesOf(scenario, byId(scenario.nodes), checkpoints),
  )
  const legs = kept(
    ['legs'],
    (spec) => spec.legs,
    () => legsOf(scenario, node),
  )
  const { parallel, routes } = kept<Pick<NetworkSpec, 'parallel' | 'routes'>>(
    ['legs', 'routes'],
    (spec) => spec,
    () => {
      const parallels = parallelsOf(legs, scenario.nodes.length)
      return { parallel: parallels.spec, routes: routesOf(scenario, nodes, legs, parallels, slots) }
    },
  )
  return { startEpochDay, nodes, legs, parallel, checkpoints, routes }
}

/** The spec of a scenario without regard to its interventions; regimes share most of their tables. */
function compileOn(scenario: Scenario, slots: readonly Slot[], former?: Former<ModelSpec>): ModelSpec {
  const kept = keeper(scenario, former)
  const network = networkOf(scenario, slots, former)
  const { legs, nodes, routes } = network
  const node = indexIn(nodes)
  const commodities = kept(
    ['commodities'],
    (spec) => spec.commodities,
    () => commoditiesOf(scenario, byId(scenario.nodes)),
  )
  const { organisations, supplies, candidates } = kept<
    Pick<ModelSpec, 'organisations' | 'supplies' | 'candidates'>
  >(
    ['organisations'],
    (spec) => spec,
    () => {
      const own = organisationsOf(scenario)
      return {
        organisations: own,
        ...suppliesOf(scenario, { nodes, commodities, organisations: own, routes }, slots),
      }
    },
  )
  return {
    id: scenario.id,
    title: plainText(scenario.title),
    scenarioDigest: '',
    seed: scenario.seed,
    days: scenario.days,
    assumptions: scenario.assumptions,
    ...network,
    organisations,
    commodities,
    supplies,
    candidates,
    corridors: kept(
      ['corridors'],
      (spec) => spec.corridors,
      () => corridorsOf(scenario, legs),
    ),
    processing: kept(
      ['processingSites'],
      (spec) => spec.processing,
      () => processingOf(scenario, node, indexIn(commodities)),
    ),
    teams: kept(
      ['teams'],
      (spec) => spec.teams,
      () => teamsOf(scenario, node),
    ),
    operations: kept(
      ['operations'],
      (spec) => spec.operations,
      () => operationsOf(scenario, node),
    ),
    regimes: [],
  }
}
