/** Compilation: from a scenario in normal form to a ModelSpec of dense ids, in the order of the ids, not of the file. */
import { InvariantError, type ModelSpec, type NetworkSpec, parseIsoDate, type Regime } from '../../engine'
import { plainText } from '../../text'
import { scenarioDigest } from '../canonical'
import { boundaryDays, type DatedChange, datedChanges, scenarioOnDay } from '../interventions'
import type { Scenario } from '../schema'
import { operationsOf, teamsOf } from './enforcement'
import { byId, entitiesOf, indexIn } from './entities'
import { checkpointsOf, corridorsOf, legsOf, nodesOf } from './network'
import { parallelsOf } from './parallel'
import { routesOf } from './routes'
import { type Slot, slotsOf } from './slots'
import { commoditiesOf, organisationsOf, processingOf, suppliesOf } from './trade'

/**
 * The ModelSpec of a scenario that has passed `parseScenario` or `setAt`. Its own values are those of the first day: what an
 * intervention sets by then is as if the file said it.
 */
export function compileScenario(scenario: Scenario): ModelSpec {
  const changes = datedChanges(scenario)
  const first = scenarioOnDay(scenario, changes, 0)
  const days = boundaryDays(changes).map((fromDay) => ({
    fromDay,
    state: fromDay === 0 ? first : scenarioOnDay(scenario, changes, fromDay),
  }))
  const slots = slotsOf([first, ...days.map(({ state }) => state)])
  const spec = compileOn(first, slots)
  const regimes = days.map(({ fromDay, state }): Regime => {
    const regime = state === first ? spec : compileOn(state, slots)
    requireSameEntities(spec, regime, fromDay)
    return { fromDay, spec: regime, costCents: costCentsFrom(changes, fromDay) }
  })
  return { ...spec, scenarioDigest: scenarioDigest(scenario), regimes }
}

/** One-off cost of the changes that start on a day; what began before the run was paid before it. */
function costCentsFrom(changes: readonly DatedChange[], day: number): number {
  const starting = changes.filter(({ fromDay }) => fromDay === day)
  return starting.reduce((sum, { change }) => sum + Math.floor(change.costUsd * 100 + 0.5), 0)
}

/** Tables of a world are laid out by the entities of the run's own spec, whatever regime holds. */
function requireSameEntities(own: ModelSpec, regime: ModelSpec, day: number): void {
  for (const [part, ids] of Object.entries(entityIdsOf(own))) {
    if (entityIdsOf(regime)[part] !== ids)
      throw new InvariantError(`the regime of day ${day} has other ${part} than the run`)
  }
}

function entityIdsOf(spec: ModelSpec): Record<string, string> {
  const { nodes, legs, checkpoints, organisations, commodities, routes, corridors } = spec
  const { processing, teams, operations, supplies, candidates } = spec
  const named = { nodes, legs, checkpoints, organisations, commodities, routes, corridors }
  const parts = { ...named, processing, teams, operations }
  return {
    ...Object.fromEntries(Object.entries(parts).map(([part, { ids }]) => [part, ids.join(' ')])),
    teamPlaces: teams.placeNode.join(' '),
    supplies: supplies.keys.join(' '),
    candidates: `${candidates.supply.join(' ')} on ${candidates.route.join(' ')}`,
  }
}

/** The network of a scenario without regard to its interventions. */
export function networkOf(scenario: Scenario, slots: readonly Slot[] = []): NetworkSpec {
  const startEpochDay = parseIsoDate(scenario.startDate)
  if (startEpochDay === undefined) throw new InvariantError(`unchecked date "${scenario.startDate}"`)
  const nodeEntries = byId(scenario.nodes)
  const checkpoints = checkpointsOf(scenario, indexIn(entitiesOf(nodeEntries)))
  const nodes = nodesOf(scenario, nodeEntries, checkpoints)
  const legs = legsOf(scenario, indexIn(nodes))
  const parallels = parallelsOf(legs, nodeEntries.length)
  const routes = routesOf(scenario, nodes, legs, parallels, slots)
  return { startEpochDay, nodes, legs, parallel: parallels.spec, checkpoints, routes }
}

/** The spec of a scenario without regard to its interventions. */
function compileOn(scenario: Scenario, slots: readonly Slot[]): ModelSpec {
  const network = networkOf(scenario, slots)
  const { legs, nodes, routes } = network
  const commodities = commoditiesOf(scenario, byId(scenario.nodes))
  const organisations = organisationsOf(scenario)
  const { supplies, candidates } = suppliesOf(scenario, { nodes, commodities, organisations, routes }, slots)
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
    corridors: corridorsOf(scenario, legs),
    processing: processingOf(scenario, indexIn(nodes), indexIn(commodities)),
    teams: teamsOf(scenario, indexIn(nodes)),
    operations: operationsOf(scenario, indexIn(nodes)),
    regimes: [],
  }
}
