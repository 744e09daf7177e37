/** Properties of every scenario: what more staff, more corruption, more supply or no change at all may do, over many seeds with common random numbers. */
import { describe, expect, it } from 'vitest'
import { digest, flowDigest, type ModelSpec, type World } from '../../src/engine'
import { type RunResult, replicationPlans, run } from '../../src/experiment'
import { compileScenario, getAt, type Scenario, scenarioDigest, setAll } from '../../src/scenario'
import { bundledScenario } from '../support/bundled'
import { bundledPool } from '../support/programs'
import { checkpoint, line, parallel, scenarioOf, stream } from '../support/scenarios'
import { expectMean, knownTolerance, meanOf, meanTolerance, sdOf } from '../support/statistics'
import { verified } from '../support/verification'
import { shipmentsByRoute, sumOf, tallyOf, worldAfter } from '../support/worlds'

interface Subject {
  readonly scenario: Scenario
  readonly days: number
  /** A checkpoint that shipments pass. */
  readonly checkpoint: string
}

/** Two routes with a staffed, partly corruptible checkpoint each, and a third that nobody takes. */
function small(): Subject {
  const gate = { vehiclesPerDay: 300, inspectionsPerOfficerDay: 6, corruptionRate: 0.5, officerSalary: 100 }
  const file = parallel(
    [checkpoint('p0', { ...gate, staff: 30 }), checkpoint('p1', { ...gate, staff: 20 }), checkpoint('p2')],
    {
      bribeOffer: 1_200,
      logitScale: 300,
    },
  )
  const routes = file.routes.map((route, i) => ({ ...route, weight: i === 2 ? 0 : 1 }))
  return { scenario: scenarioOf({ ...file, routes }), days: 60, checkpoint: 'p0' }
}

const centralAsia: Subject = { scenario: bundledScenario('central-asia'), days: 60, checkpoint: 'ak_jol_x' }

const pool = await bundledPool()

/** The scenario with each checkpoint changed. */
function withCheckpoints(
  scenario: Scenario,
  change: (entry: Scenario['checkpoints'][number]) => object,
): Scenario {
  return { ...scenario, checkpoints: scenario.checkpoints.map((entry) => ({ ...entry, ...change(entry) })) }
}

/** The scenario as a spec in which routes are taken by their weights alone, no checkpoint is bought and nobody waits for a crew. */
function atFixedRoutes(scenario: Scenario): ModelSpec {
  const organisations = scenario.organisations.map((entry) => ({
    ...entry,
    crews: 1_000_000,
    protectionBudget: 0,
    generatedRoutes: { ...entry.generatedRoutes, count: 0 },
  }))
  const spec = compileScenario({ ...scenario, organisations })
  spec.organisations.logitScale.fill(Number.POSITIVE_INFINITY)
  return spec
}

/** One world per replication. */
function worldsOf(spec: ModelSpec, days: number, replications: number, first = 1): World[] {
  return Array.from({ length: replications }, (_, i) => worldAfter(spec, days, { replication: first + i }))
}

const seizedKg = ({ counters }: World) => sumOf(counters.seizedGrams) / 1_000
const seizedShare = (world: World) => tallyOf(world).seized / tallyOf(world).dispatched

/** Fails unless kilograms seized never fall from one spec to the next, in any replication, and rise in all from first to last. */
function expectRising(specs: readonly ModelSpec[], days: number): void {
  const rows = specs.map((spec) => worldsOf(spec, days, 6).map(seizedKg))
  for (const [i, row] of rows.slice(1).entries())
    for (const [r, kg] of row.entries())
      expect(kg, `run ${r + 1}`).toBeGreaterThanOrEqual(rows[i]?.[r] ?? Number.NaN)
  expect(meanOf(rows.at(-1) ?? [])).toBeGreaterThan(1.5 * meanOf(rows[0] ?? []))
}

describe.each([
  ['a small scenario', small()],
  ['Central Asia', centralAsia],
])('in %s', (title, { scenario, days, checkpoint: gate }) => {
  it('more staff at fixed routes never lowers seizures, in any run', () => {
    const factors = [0.2, 0.5, 1, 1.1, 2]
    const staffed = factors.map((factor) =>
      withCheckpoints(scenario, ({ staff }) => ({ staff: Math.round(staff * factor) })),
    )
    expectRising(staffed.map(atFixedRoutes), days)
  })

  it('corruption at fixed routes never raises seizures, in any run', () => {
    const corrupt = [1, 0.7, 0.5, 0.1, 0].map((corruptionRate) =>
      withCheckpoints(scenario, () => ({ corruptionRate })),
    )
    expectRising(corrupt.map(atFixedRoutes), days)
  })

  it('twice the supply is twice the seizures at an unchanged rate', () => {
    const doubled = scenario.organisations.map((entry) => ({
      ...entry,
      supply: entry.supply.map((stream) => ({ ...stream, kgPerDay: 2 * stream.kgPerDay })),
    }))
    const once = worldsOf(atFixedRoutes(scenario), days, 20)
    const twice = worldsOf(atFixedRoutes({ ...scenario, organisations: doubled }), days, 20)
    const excess = once.map((world, r) => seizedKg(twice[r] ?? world) - 2 * seizedKg(world))
    verified(`${title}, supply doubled: ratio of kilograms seized`, {
      expected: 2,
      obtained: meanOf(twice.map(seizedKg)) / meanOf(once.map(seizedKg)),
      within: meanTolerance(excess) / meanOf(once.map(seizedKg)),
    })
    const shift = once.map((world, r) => seizedShare(twice[r] ?? world) - seizedShare(world))
    expectMean(shift, 0, 0.005, 'change of the seized share')
  })

  it('a change of checkpoints that no shipment passes leaves all flows as they are', () => {
    const spec = compileScenario(scenario)
    const before = worldsOf(spec, days, 5)
    const idle = spec.checkpoints.ids.filter((_, k) =>
      before.every(({ counters }) => counters.crossings[k] === 0),
    )
    expect(idle.length).toBeGreaterThan(0)
    const changed = withCheckpoints(scenario, ({ id }) =>
      idle.includes(id) ? { interdictionOdds: 1, staff: 900, corruptionRate: 0.9, officerSalary: 9 } : {},
    )
    const after = worldsOf(compileScenario(changed), days, 5)
    expect(after.map(flowDigest)).toEqual(before.map(flowDigest))
    expect(after.map(digest)).not.toEqual(before.map(digest))
  })

  it('an edit of nothing, and an edit taken back, equal the baseline', () => {
    const path = `checkpoints.${gate}.staff`
    const edited = (from: Scenario, value: unknown) => {
      const result = setAll(from, [[path, value]])
      if (!result.ok) throw new Error(JSON.stringify(result.issues))
      return result.scenario
    }
    const staff = getAt(scenario, path)
    const there = edited(scenario, 77)
    const digestsOf = (of: Scenario) => worldsOf(compileScenario(of), days, 3).map(digest)
    const baseline = digestsOf(scenario)
    for (const same of [edited(scenario, staff), edited(there, staff)]) {
      expect(scenarioDigest(same)).toBe(scenarioDigest(scenario))
      expect(digestsOf(same)).toEqual(baseline)
    }
    expect(scenarioDigest(there)).not.toBe(scenarioDigest(scenario))
    for (const [r, other] of digestsOf(there).entries()) expect(other).not.toBe(baseline[r])
  })

  it.each([1, 2, 3])('%d workers give each run of a shuffled batch as it is on its own', async (workers) => {
    const plans = replicationPlans({ seed: 'batch', days: 20, series: true }, 5)
    // 2 and 5 have no common divisor: a walk that meets each plan once.
    const shuffled = plans.map((_, i) => plans[(3 + 2 * i) % plans.length] ?? plans[0]) as typeof plans
    for (const spec of [scenario, withCheckpoints(scenario, () => ({ staff: 77 }))].map(compileScenario)) {
      const results: RunResult[] = []
      const jobs = shuffled.map((plan) => ({ spec: 0, plan }))
      const onResult = (result: RunResult) => void results.push(result)
      expect(await pool.runAll([spec], jobs, { workers, onResult })).toEqual([])
      expect(results).toEqual(shuffled.map((plan) => run(spec, plan)))
    }
  })

  it('pairs of runs with common random numbers differ far less than independent ones', () => {
    const RUNS = 30
    const fuller = withCheckpoints(scenario, ({ id }) => (id === gate ? { staff: 100 } : {}))
    const harder = compileScenario(fuller)
    const base = worldsOf(compileScenario(scenario), days, RUNS).map(seizedKg)
    const [paired, apart] = [1, 101].map((first) =>
      worldsOf(harder, days, RUNS, first).map((world, r) => seizedKg(world) - (base[r] ?? 0)),
    )
    if (paired === undefined || apart === undefined) throw new Error('two designs were run')
    // If they did not help, the logarithm of the ratio of both sample variances would be 0, with a standard error of
    // sqrt(4 / (runs - 1)): below four of these they do.
    const ratio = (sdOf(paired) / sdOf(apart)) ** 2
    expect(Math.log(ratio)).toBeLessThan(-4 * Math.sqrt(4 / (RUNS - 1)))
  })
})

describe('common random numbers', () => {
  const DAYS = 150

  it('leave the fate of other shipments alone when one checkpoint changes', () => {
    const checkpoints = (odds: number) => [
      checkpoint('p0', { interdictionOdds: odds }),
      checkpoint('p1', { interdictionOdds: 0.3 }),
    ]
    const changes = { logitScale: 1e7, learning: { priorWeight: 1_000_000 } }
    const [before, after] = [0.2, 0.6].map((odds) =>
      worldAfter(compileScenario(scenarioOf(parallel(checkpoints(odds), changes))), DAYS),
    )
    if (before === undefined || after === undefined) throw new Error('two worlds were run')
    expect(shipmentsByRoute(after)).toEqual(shipmentsByRoute(before))
    expect(after.counters.seizures[1]).toBe(before.counters.seizures[1])
    expect(after.counters.seizures[0]).toBeGreaterThan(before.counters.seizures[0] ?? 0)
  })

  it('make the variance of a difference p(1 - p) of the difference p of the odds, not the sum of both', () => {
    const supply = stream(20, { initialStockDays: 30 })
    const shares = (interdictionOdds: number, first: number) => {
      const spec = compileScenario(scenarioOf(line([checkpoint('gate', { interdictionOdds })], { supply })))
      return worldsOf(spec, 60, 100, first).map(seizedShare)
    }
    const base = shares(0.2, 1)
    const [paired, apart] = [1, 101].map((first) =>
      shares(0.22, first).map((share, r) => share - (base[r] ?? 0)),
    )
    if (paired === undefined || apart === undefined) throw new Error('two designs were run')
    const trials = 20 * 60
    expectMean(paired, 0.02, knownTolerance(Math.sqrt((0.02 * 0.98) / trials), paired.length))
    const expected = (0.02 * 0.98) / (0.2 * 0.8 + 0.22 * 0.78)
    verified('odds 0.2 and 0.22 at one checkpoint: variance of paired over independent differences', {
      expected,
      obtained: (sdOf(paired) / sdOf(apart)) ** 2,
      // Relative standard error of a ratio of two sample variances.
      within: 4 * expected * Math.sqrt(4 / 99),
    })
  })
})
