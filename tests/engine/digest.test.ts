/** Digest: nothing of the state can be lost or changed without another digest. */
import { describe, expect, it } from 'vitest'
import { measuresOf } from '../../src/analysis'
import {
  type Counters,
  createWorld,
  digest,
  flowDigest,
  type ModelSpec,
  restore,
  type Snapshot,
  snapshot,
  step,
  type World,
} from '../../src/engine'
import { compileScenario, type Scenario, type ScenarioFile, setAll } from '../../src/scenario'
import { changeable, everything, valuesOf } from '../support/changeable'
import { rich, richest } from '../support/rich'
import { scenarioOf, specOf } from '../support/scenarios'
import { worldAfter } from '../support/worlds'

const DAYS = 110
/** Two worlds that together have something in every array: checkpoints that ask for bribes seize nothing, the others are bought. */
const FILES: Readonly<Record<string, ScenarioFile>> = {
  richest: richest(),
  asking: {
    ...richest(),
    assumptions: { ...richest().assumptions, bribeMarket: 'independent-posts', tripValueUsd: 50_000 },
  },
}

/** The world on the first evening after `DAYS` on which something seized waits to be replaced. */
function evening(file: ScenarioFile): World {
  const world = createWorld(specOf(file), 'digest')
  for (let day = 0; day < DAYS || !world.replacedGrams.some((grams) => grams > 0); day++) step(world)
  return world
}

type Saved = Snapshot['arrays'][string]

const withArray = (saved: Snapshot, name: string, array: Saved): Snapshot => ({
  ...saved,
  arrays: { ...saved.arrays, [name]: array },
})

/** The array with the first value that the run has changed moved a little. */
function nudged(array: Saved, start: Saved): Saved {
  const other = array.slice()
  const at = array.findIndex((value, i) => value !== start[i] && value !== 0)
  const value = array[at] as number
  other[at] = array instanceof Float64Array ? value * (1 + 2 ** -40) : value ^ 1
  return other
}

describe('a digest', () => {
  const worlds = Object.values(FILES).map(evening)
  const cases = worlds.map((world) => ({
    spec: world.plan,
    start: snapshot(createWorld(world.plan, 'digest')),
    saved: snapshot(world),
    before: digest(world),
  }))
  const names = Object.keys(cases[0]?.saved.arrays ?? {})

  it('is the same after a snapshot', () => {
    for (const { spec, saved, before } of cases) expect(digest(restore(spec, saved))).toBe(before)
  })

  it.each(names)('shows that a snapshot lost or changed %s', (name) => {
    const used = cases.filter(({ saved }) => saved.arrays[name]?.some((value) => value !== 0))
    expect(used.length).toBeGreaterThan(0)
    for (const { spec, start, saved, before } of used) {
      const array = saved.arrays[name] as Saved
      for (const other of [array.slice().fill(0), nudged(array, start.arrays[name] as Saved)])
        expect(digest(restore(spec, withArray(saved, name, other)))).not.toBe(before)
    }
  })

  it('shows any other word of a shipment under way', () => {
    for (const { spec, saved, before } of cases) {
      const words = 8
      const at = saved.records.length - words
      for (let word = 0; word < words; word++) {
        const records = saved.records.slice()
        records[at + word] = (records[at + word] ?? 0) ^ 1
        expect(digest(restore(spec, { ...saved, records })), `word ${word}`).not.toBe(before)
      }
    }
  })

  it('shows that crews are lost, or come back a day later, and not how far the calendar of crews reaches', () => {
    const [first] = cases
    if (first === undefined) throw new Error('two worlds were made')
    const { spec, saved, before } = first
    const { crewReturns } = saved
    expect(digest(restore(spec, { ...saved, crewReturns: crewReturns.map(() => 0) }))).not.toBe(before)
    const later = crewReturns.map((_, i) => crewReturns[i === 0 ? crewReturns.length - 1 : i - 1] ?? 0)
    expect(digest(restore(spec, { ...saved, crewReturns: later }))).not.toBe(before)
    const longer: ScenarioFile = {
      ...richest(),
      assumptions: { ...richest().assumptions, recruitmentDays: 57 },
    }
    const elsewhere = restore(specOf(longer), saved)
    expect(elsewhere.crewDays).toBeGreaterThan(saved.crewDays)
    expect(flowDigest(elsewhere)).toBe(flowDigest(restore(spec, saved)))
  })
})

describe('what a digest leaves out', () => {
  /** Places of an array to try: the first and last, and some between that depend on nothing but its length. */
  const placesOf = (length: number) =>
    [
      ...new Set([0, length - 1, ...Array.from({ length: 14 }, (_, i) => Math.floor((i * 7_919) % length))]),
    ].filter((at) => at >= 0 && at < length)
  const moved = (array: Saved, at: number): Saved => {
    const other = array.slice()
    const value = other[at] as number
    other[at] = array instanceof Float64Array ? value * (1 + 2 ** -30) + 1 : value ^ 1
    return other
  }
  /** Measures and digest some time later. */
  const future = (spec: ModelSpec, saved: Snapshot) => {
    const world = restore(spec, saved)
    for (let day = 0; day < 25; day++) step(world)
    return { digest: digest(world), measures: measuresOf(world) }
  }

  it.each(Object.entries(FILES))('of the state of %s has no part in what comes', (_, file) => {
    const world = evening(file)
    const { plan: spec } = world
    const [saved, before] = [snapshot(world), digest(world)]
    const [unchanged, silent]: [ReturnType<typeof future>, string[]] = [future(spec, saved), []]
    const tried: (readonly [string, Snapshot])[] = []
    for (const [name, array] of Object.entries(saved.arrays)) {
      // Rows of routes are laid out by these.
      if (name.startsWith('routes.')) continue
      for (const at of placesOf(array.length))
        tried.push([`${name} ${at}`, withArray(saved, name, moved(array, at))])
    }
    for (const [name, column] of Object.entries(saved.counters) as [keyof Counters, Float64Array][])
      for (const at of placesOf(column.length))
        tried.push([
          `${name} ${at}`,
          { ...saved, counters: { ...saved.counters, [name]: moved(column, at) } },
        ])
    for (const at of placesOf(saved.crewReturns.length))
      tried.push([`crewReturns ${at}`, { ...saved, crewReturns: moved(saved.crewReturns, at) as Int32Array }])
    for (const [what, other] of tried) {
      if (digest(restore(spec, other)) !== before) continue
      silent.push(what)
      expect(future(spec, other), what).toEqual(unchanged)
    }
    expect(tried.length).toBeGreaterThan(600)
    expect(silent.length).toBeLessThan(tried.length / 3)
  })
})

describe('two runs of one digest', () => {
  const base = scenarioOf(everything())
  const found = (scenario: Scenario, days = 45) => {
    const world = worldAfter(compileScenario(scenario), days)
    return { digest: digest(world), flows: flowDigest(world), measures: [...measuresOf(world)] }
  }
  const edited = (path: string, value: unknown): Scenario => {
    const result = setAll(base, [[path, value]])
    if (!result.ok) throw new Error(JSON.stringify(result.issues))
    return result.scenario
  }
  const before = found(base)

  it.each(changeable(base))('have the same measures, whatever %s is', (_, { row, target }) => {
    for (const value of valuesOf(row)) {
      const after = found(edited(target, value))
      const same = after.measures.every((measure, i) => Object.is(measure, before.measures[i]))
      if (!same) expect(after.digest, `${target} = ${value}`).not.toBe(before.digest)
    }
  })

  it('have the same public cost: pay of 150 or 300 a month changes no flow where nobody is bribed, and the digest', () => {
    const salaries = [150, 300].map((salary) => {
      const result = setAll(scenarioOf(rich()), [
        ['checkpoints.*.officerSalary', salary],
        ['checkpoints.*.corruptionRate', 0],
      ])
      if (!result.ok) throw new Error(JSON.stringify(result.issues))
      return found(result.scenario)
    })
    const [low, high] = salaries
    expect(high?.flows).toBe(low?.flows)
    expect(high?.measures).not.toEqual(low?.measures)
    expect(high?.digest).not.toBe(low?.digest)
  })

  it('have had the same parameters on every day, also where nothing has met them', () => {
    // At a change everyone revises: here they do so every day.
    const file = { ...rich(), assumptions: { ...rich().assumptions, reviewDays: 1 } }
    const checkpoints = [
      ...file.checkpoints,
      { id: 'nobody', name: 'Nobody', node: 'trail', interdictionOdds: 0 },
    ]
    const closed = file.legs.map((leg) => (leg.to === 'trail' ? { ...leg, openMonths: [] as number[] } : leg))
    const target = 'checkpoints.nobody.interdictionOdds'
    const changes = [{ target, from: '2009-10-25', until: '2009-10-30', set: 0.5 }]
    const plain = scenarioOf({ ...file, checkpoints, legs: closed })
    const passing = scenarioOf({
      ...file,
      checkpoints,
      legs: closed,
      interventions: [{ id: 'passing', title: 'Passing', changes }],
    })
    const [never, once] = [found(plain), found(passing)]
    expect(once.flows).toBe(never.flows)
    expect(once.measures).toEqual(never.measures)
    expect(once.digest).not.toBe(never.digest)
  })

  it('may have other names, titles and lengths', () => {
    const file = rich()
    const nodes = file.nodes.map((node) => ({ ...node, name: `${node.name} renamed` }))
    expect(found(scenarioOf({ ...file, nodes, title: 'Other', days: 300 }))).toEqual(found(scenarioOf(file)))
  })
})
