/** A scenario file of the shape and size of STD v1, for the engine with everything on. */
import type { ScenarioFile } from '../scenario'
import {
  CHECKPOINTS,
  checkpointOf,
  corruptionOf,
  DECISIONS,
  daysOf,
  equipmentOf,
  FAN,
  hash,
  headOf,
  LAYERS,
  LEGS,
  ORGANISATIONS,
  REVIEW_DAYS,
  staffOf,
  WIDTH,
  type Workload,
} from './workload'

const MEAN_LOAD_KG = 8.5
/** Makes the odds of inspection what they are in STD v1 on average: 0.16 per officer. */
const VEHICLES_PER_DAY = 100
const INSPECTIONS_PER_OFFICER = 16

export interface StandardOptions {
  /** Candidate routes per source; together about as many alternatives as STD v1 weighs. */
  readonly routesPerSource: number
  readonly organisations: number
}

/**
 * The network of STD v1 with each checkpoint on a border node in the middle of its leg, so 100 nodes and 240
 * legs. All organisations supply all sources, in whole-day legs, with unlimited crews.
 */
export function standardScenario(
  { shipmentsPerDay, days }: Workload,
  { routesPerSource, organisations }: StandardOptions = { routesPerSource: 16, organisations: ORGANISATIONS },
): ScenarioFile {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)
  const routes = numbers(WIDTH).flatMap((source) => numbers(routesPerSource).map((i) => routeOf(source, i)))
  const kgPerDay = (shipmentsPerDay * MEAN_LOAD_KG) / (organisations * WIDTH)
  const load = { kind: 'uniform' as const, minKg: 0.5, maxKg: 16.5 }
  return {
    type: 'contraflow-scenario',
    formatVersion: 1,
    id: 'standard',
    title: 'Standard workload',
    startDate: '2009-01-01',
    days,
    assumptions: { reviewDays: REVIEW_DAYS, bribeHalfSalaryYears: 0.001 },
    nodes: [...numbers(LAYERS * WIDTH).map(nodeEntry), ...numbers(CHECKPOINTS).map(borderEntry)],
    legs: numbers(LEGS).flatMap(legEntries),
    checkpoints: numbers(CHECKPOINTS).map(checkpointEntry),
    commodities: [{ id: 'goods', name: 'Goods', prices: { kind: { source: 100, market: 1_000 } } }],
    organisations: numbers(organisations).map((o) => ({
      id: `org${o}`,
      name: `Organisation ${o}`,
      supply: numbers(WIDTH).map((source) => ({ commodity: 'goods', source: nodeId(source), kgPerDay })),
      loads: { road: load, rail: load, sea: load, air: load, path: load },
      routes: routes.map((route) => route.id),
      crews: 10_000_000,
      logitScale: 100,
      holdingCost: 25 + 10 * (o % 3),
      riskAversion: 0.2 * (o % 4),
      bribeOffer: 1_000,
      learning: { memoryDays: 30 },
    })),
    routes,
  }
}

function nodeId(node: number): string {
  return `n${node}`
}

function borderId(checkpoint: number): string {
  return `b${checkpoint}`
}

function nodeEntry(node: number): ScenarioFile['nodes'][number] {
  const layer = Math.floor(node / WIDTH)
  const kind = layer === 0 ? 'source' : layer === LAYERS - 1 ? 'market' : 'hub'
  return { id: nodeId(node), name: nodeId(node), country: 'XA', lat: node % WIDTH, lon: layer * 10, kind }
}

function borderEntry(checkpoint: number): ScenarioFile['nodes'][number] {
  return {
    id: borderId(checkpoint),
    name: borderId(checkpoint),
    country: 'XA',
    lat: checkpoint % 10,
    lon: 5,
    kind: 'border',
  }
}

function legEntries(leg: number): ScenarioFile['legs'] {
  const from = nodeId(Math.floor(leg / FAN))
  const to = nodeId(headOf(leg))
  const hours = 24 * daysOf(leg)
  const entry = (id: string, start: string, end: string, duration: number) => ({
    id,
    from: start,
    to: end,
    bidirectional: false,
    mode: 'road' as const,
    km: 10 * duration,
    hours: duration,
    freightUsdPerKg: duration / 24,
  })
  const checkpoint = checkpointOf(leg)
  if (checkpoint < 0) return [entry(`l${leg}`, from, to, hours)]
  return [
    entry(`l${leg}a`, from, borderId(checkpoint), hours / 2),
    entry(`l${leg}b`, borderId(checkpoint), to, hours / 2),
  ]
}

function checkpointEntry(checkpoint: number): ScenarioFile['checkpoints'][number] {
  const found = equipmentOf(checkpoint)
  return {
    id: `p${checkpoint}`,
    name: `Post ${checkpoint}`,
    node: borderId(checkpoint),
    staff: staffOf(checkpoint),
    shiftFraction: 1,
    inspectionsPerOfficerDay: INSPECTIONS_PER_OFFICER,
    vehiclesPerDay: VEHICLES_PER_DAY,
    handDetection: { road: found, rail: found, sea: found, air: found, path: found },
    corruptionRate: corruptionOf(checkpoint),
  }
}

/** Route i of a source: the digits of i pick the first legs, a hash the others, so that all legs are used. */
function routeOf(source: number, i: number): ScenarioFile['routes'][number] {
  const id = `s${source}r${i}`
  const nodes = [nodeId(source)]
  let node = source
  for (let layer = 0; node < DECISIONS; layer++) {
    const digit = Math.floor(i / FAN ** layer)
    const leg = node * FAN + ((layer < 2 ? digit : hash((source * 64 + i) * 8 + layer) >>> 0) % FAN)
    if (checkpointOf(leg) >= 0) nodes.push(borderId(checkpointOf(leg)))
    node = headOf(leg)
    nodes.push(nodeId(node))
  }
  return { id, name: id, nodes }
}
