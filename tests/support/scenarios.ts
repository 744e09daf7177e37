/** Builders of small scenarios whose outcome is known. */
import type { ModelSpec } from '../../src/engine'
import { compileScenario, type Scenario, type ScenarioFile, validateScenario } from '../../src/scenario'

/** A scenario in normal form, or an error that lists what is wrong with the test's own input. */
export function scenarioOf(file: ScenarioFile): Scenario {
  const parsed = validateScenario(file)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 2))
  return parsed.scenario
}

export function specOf(file: ScenarioFile): ModelSpec {
  return compileScenario(scenarioOf(file))
}

type Organisation = ScenarioFile['organisations'][number]
type Checkpoint = ScenarioFile['checkpoints'][number]

/** One organisation `org` that carries fixed loads of 1 kg from `source` over the given routes. */
export function organisation(changes: Partial<Organisation> & Pick<Organisation, 'routes'>): Organisation {
  const fixed = { kind: 'fixed', kg: 1 } as const
  return {
    id: 'org',
    name: 'Organisation',
    supply: [{ commodity: 'goods', source: 'source', kgPerDay: 100 }],
    loads: { road: fixed, rail: fixed, sea: fixed, air: fixed, path: fixed },
    crews: 1_000_000,
    ...changes,
  }
}

/** A supply of `goods` at `source` that begins without a stock unless told otherwise. */
export function stream(kgPerDay: number, changes: Partial<Organisation['supply'][number]> = {}) {
  return [{ commodity: 'goods', source: 'source', kgPerDay, initialStockDays: 0, ...changes }]
}

/** A checkpoint on the node of the same name that inspects nobody unless told otherwise. */
export function checkpoint(id: string, changes: Partial<Checkpoint> = {}): Checkpoint {
  return { id, name: id, node: id, staff: 0, ...changes }
}

const blank = {
  type: 'contraflow-scenario',
  formatVersion: 1,
  startDate: '2009-01-01',
  days: 365,
  commodities: [{ id: 'goods', name: 'Goods', prices: { kind: { source: 100, market: 1_000 } } }],
} as const

function nodeEntry(id: string, index: number): ScenarioFile['nodes'][number] {
  const kind = id === 'source' ? 'source' : id === 'market' ? 'market' : 'border'
  return { id, name: id, country: 'XA', lat: index, lon: index, kind }
}

/** `source` - checkpoints in order - `market`, one hour a leg. */
export function line(checkpoints: readonly Checkpoint[], changes: Partial<Organisation> = {}): ScenarioFile {
  const places = ['source', ...checkpoints.map((checkpoint) => checkpoint.node), 'market']
  return {
    ...blank,
    commodities: [...blank.commodities],
    id: 'line',
    title: 'Line',
    nodes: places.map(nodeEntry),
    legs: places
      .slice(1)
      .map((to, i) => ({ id: `leg${i}`, from: places[i] ?? '', to, mode: 'road', km: 10, hours: 1 })),
    checkpoints: [...checkpoints],
    organisations: [organisation({ routes: ['only'], ...changes })],
    routes: [{ id: 'only', name: 'Only', nodes: places }],
  }
}

/** Parallel routes `r0`, `r1`, ... from `source` over one checkpoint each to `market`; 24 hours a leg. */
export function parallel(
  checkpoints: readonly Checkpoint[],
  changes: Partial<Organisation> = {},
): ScenarioFile {
  const places = checkpoints.map((checkpoint) => checkpoint.node)
  const leg = (from: string, to: string) => ({
    id: `${from}-${to}`,
    from,
    to,
    mode: 'road' as const,
    km: 10,
    hours: 24,
  })
  return {
    ...blank,
    commodities: [...blank.commodities],
    id: 'parallel',
    title: 'Parallel',
    nodes: ['source', ...places, 'market'].map(nodeEntry),
    legs: places.flatMap((place) => [leg('source', place), leg(place, 'market')]),
    checkpoints: [...checkpoints],
    organisations: [organisation({ routes: places.map((_, i) => `r${i}`), ...changes })],
    routes: places.map((place, i) => ({
      id: `r${i}`,
      name: `Route ${i}`,
      nodes: ['source', place, 'market'],
    })),
  }
}
