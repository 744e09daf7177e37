/** The network: nodes, legs in both directions, checkpoints and corridors. */
import {
  type CheckpointSpec,
  type CorridorSpec,
  type LegSpec,
  MODE_NAMES,
  type NodeSpec,
  outgoing,
} from '../../engine'
import { backOf, legEntryId } from '../directedLegs'
import type { Mode, NodeEntry, Scenario } from '../schema'
import { columnsAfter, copied, flags, floats, integers, tableOf } from './columns'
import { byId, entitiesOf, indexIn, startsOf } from './entities'

export function nodesOf(
  { processingSites }: Scenario,
  entries: readonly NodeEntry[],
  checkpoints: CheckpointSpec,
): NodeSpec {
  const siteNodes = new Set(processingSites.map(({ node }) => node))
  const byNode = outgoing(entries.length, checkpoints.node)
  const countryIds = [...new Set(entries.map((node) => node.country))].sort()
  const countryOf = new Map(countryIds.map((id, i) => [id, i]))
  return {
    ...entitiesOf(entries),
    countries: entries.map((node) => node.country),
    countryIds,
    country: Int32Array.from(entries, (node) => countryOf.get(node.country) ?? -1),
    dwellHours: Int32Array.from(entries, (node) => node.dwellHours),
    isMarket: Uint8Array.from(entries, (node) => (node.kind === 'market' ? 1 : 0)),
    hasSite: Uint8Array.from(entries, ({ id }) => (siteNodes.has(id) ? 1 : 0)),
    uptakeShare: Float64Array.from(entries, (node) => node.uptakeShare),
    checkpointStart: byNode.outStart,
    checkpointList: byNode.out,
  }
}

export function legsOf(scenario: Scenario, node: (id: string) => number): LegSpec {
  const entries = byId(
    scenario.legs.flatMap((leg) => {
      const forth = { ...leg, name: `${leg.from} - ${leg.to}` }
      const back = {
        ...leg,
        id: backOf(leg.id),
        from: leg.to,
        to: leg.from,
        name: `${leg.to} - ${leg.from}`,
      }
      return leg.bidirectional ? [forth, back] : [forth]
    }),
  )
  const hoursByMonth = new Int32Array(entries.length * 12)
  for (const [i, leg] of entries.entries()) {
    for (let month = 1; month <= 12; month++) {
      const factor = leg.winterMonths.includes(month) ? leg.winterDelay : 1
      hoursByMonth[i * 12 + month - 1] = leg.openMonths.includes(month) ? Math.ceil(leg.hours * factor) : 0
    }
  }
  return {
    ...entitiesOf(entries),
    from: Int32Array.from(entries, (leg) => node(leg.from)),
    to: Int32Array.from(entries, (leg) => node(leg.to)),
    mode: Uint8Array.from(entries, (leg) => modeNumber(leg.mode)),
    ...tableOf(copied('km', 'freightUsdPerKg'), entries),
    hoursByMonth,
  }
}

export function modeNumber(mode: Mode): number {
  return MODE_NAMES.indexOf(mode)
}

type CheckpointEntry = Scenario['checkpoints'][number]

const CHECKPOINT_COLUMNS = {
  ...copied(
    'staff',
    'requiredStaff',
    'shiftFraction',
    'inspectionsPerOfficerDay',
    'vehiclesPerDay',
    'targeting',
    'scannerDetection',
    'scannerCoverage',
    'powerAvailability',
    'corruptionRate',
    'officerSalary',
    'protectionRetainer',
    'integrityAudit',
  ),
  handDetection: floats(
    (checkpoint: CheckpointEntry, mode) => checkpoint.handDetection[MODE_NAMES[mode] ?? 'road'],
    MODE_NAMES.length,
  ),
  honoursSeals: flags((checkpoint: CheckpointEntry) => checkpoint.sealedPolicy === 'honour'),
  openFromHour: integers((checkpoint: CheckpointEntry) => checkpoint.openFromHour),
  openUntilHour: integers((checkpoint: CheckpointEntry) => checkpoint.openUntilHour),
  closedInMonth: flags(
    (checkpoint: CheckpointEntry, month) => checkpoint.closedMonths.includes(month + 1),
    12,
  ),
  interdictionOdds: floats((checkpoint: CheckpointEntry) => checkpoint.interdictionOdds ?? -1),
}

export function checkpointsOf(scenario: Scenario, node: (id: string) => number): CheckpointSpec {
  const entries = byId(scenario.checkpoints)
  return {
    ...entitiesOf(entries),
    ...tableOf(CHECKPOINT_COLUMNS, entries),
    node: Int32Array.from(entries, (checkpoint) => node(checkpoint.node)),
    countries: entries.map((checkpoint) => checkpoint.country ?? ''),
  }
}

/** The checkpoints of a scenario that differs from a former one by values of parameters alone. */
export function checkpointsAfter(
  before: readonly CheckpointEntry[],
  former: CheckpointSpec,
  after: readonly CheckpointEntry[],
): CheckpointSpec {
  const row = indexIn(former)
  const changed = after.filter((checkpoint, i) => checkpoint !== before[i])
  const rows = changed.map((checkpoint) => [row(checkpoint.id), checkpoint] as const)
  return { ...former, ...columnsAfter(CHECKPOINT_COLUMNS, former, rows) }
}

/** Both directions of a corridor's legs count. */
export function corridorsOf(scenario: Scenario, legs: LegSpec): CorridorSpec {
  const entries = byId(scenario.corridors)
  const directed = new Map<string, number[]>()
  for (const [leg, id] of legs.ids.entries()) {
    const both = legEntryId(id)
    directed.set(both, [...(directed.get(both) ?? []), leg])
  }
  const directions = new Map<string, number[]>()
  for (const [leg, id] of legs.ids.entries()) {
    const own = legEntryId(id)
    const beside = directions.get(own)
    if (beside === undefined) directions.set(own, [leg])
    else beside.push(leg)
  }
  const runs = entries.map((corridor) =>
    [...new Set(corridor.legs)].flatMap((id) => directions.get(id) ?? []).sort((a, b) => a - b),
  )
  return { ...entitiesOf(entries), start: startsOf(runs), legs: Int32Array.from(runs.flat()) }
}
