/** Ids may be words of the programming language: an entry called `toString` is one like any other. */
import { describe, expect, it } from 'vitest'
import { csvOf, measureLayout, measuresCsv, measuresOf, rowName } from '../../../src/analysis'
import { createWorld, step } from '../../../src/engine'
import { replicationPlans, run, targetsOf } from '../../../src/experiment'
import {
  compileScenario,
  differencesBetween,
  differencesFrom,
  evidenceIndexOf,
  lockIndexOf,
  lockOn,
  numberPaths,
  parseScenario,
  removalOf,
  type Scenario,
  scenarioDigest,
  serialiseScenario,
  setAt,
} from '../../../src/scenario'
import { createPageStore, DEFAULT_SETTINGS } from '../../../src/store'
import { takenBack } from '../../../src/store/takenBack'
import { changesText } from '../../../src/words'
import { issuesOf } from '../../support/drafts'
import { richest } from '../../support/rich'

/** What every object inherits, and what could reach it. */
const NAMES = [...new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'length'])]
const possible = NAMES.filter((name) => /^[A-Za-z]/.test(name))

/** The scenario in which everything happens, with an entry of every kind. */
function everything() {
  return {
    ...richest(),
    variants: [{ id: 'closed', title: 'Closed', set: { 'checkpoints.pass_guard.interdictionOdds': 0.5 } }],
    targets: [{ id: 'held', title: 'Held', measure: 'byCheckpoint.pass_guard.seizedKg', value: 5 }],
    freeParameters: [
      { id: 'supply', title: 'Supply', paths: ['organisations.alpha.supply.0.kgPerDay'], low: 0.5, high: 2 },
    ],
    evidence: { 'checkpoints.pass_guard.interdictionOdds': { source: 'A report', confidence: 'weak' } },
    locks: { 'checkpoints.pass_guard': 'Not under discussion' },
  }
}

const OLD = {
  nodes: 'field',
  legs: 'field_pass',
  checkpoints: 'pass_guard',
  commodities: 'goods',
  organisations: 'alpha',
  routes: 'pass_town',
  processingSites: 'lab',
  teams: 'team_flow',
  operations: 'surge',
  interventions: 'staffing',
  corridors: 'northern',
  variants: 'closed',
  targets: 'held',
  freeParameters: 'supply',
  tags: 'north',
  markets: 'city',
} as const

/** The text of the scenario with an id, and all that refers to it, called by another name. */
function renamed(kind: keyof typeof OLD, name: string): string {
  const word = new RegExp(`(?<=["./])${OLD[kind]}(?=["./])`, 'g')
  const keyword = kind === 'freeParameters' ? /(?<="id":")supply(?=")/g : word
  return JSON.stringify(everything()).replace(keyword, name)
}

function opened(text: string): Scenario {
  const parsed = parseScenario(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 1))
  return parsed.scenario
}

const base = opened(JSON.stringify(everything()))

describe.each(Object.keys(OLD) as (keyof typeof OLD)[])('an id of %s', (kind) => {
  it.each(possible)('may be %s: it is read, run, measured and told like any other', (name) => {
    const scenario = opened(renamed(kind, name))
    const spec = compileScenario(scenario)
    const world = createWorld(spec, spec.seed)
    for (let day = 0; day < 10; day++) step(world)
    const plain = createWorld(compileScenario(base), spec.seed)
    expect(measuresOf(world)).toHaveLength(measuresOf(plain).length)
    expect(measuresOf(world).some((value) => value > 0)).toBe(true)
    expect(spec.commodities.priceUsdPerKg).toHaveLength(
      compileScenario(base).commodities.priceUsdPerKg.length,
    )

    const [plan] = replicationPlans({ seed: 'names', days: 3, series: false, windows: [] }, 1)
    const result = plan === undefined ? undefined : run(spec, plan)
    const csv = result === undefined ? '' : [...measuresCsv(spec).rowsOf(result)].join('')
    expect(csv).not.toContain('function')
    for (const row of measureLayout(spec)) expect(csv).toContain(row.measure)
    expect(targetsOf(spec, scenario.targets).ok).toBe(true)

    expect(
      lockOn(lockIndexOf(scenario), `checkpoints.${kind === 'checkpoints' ? name : 'pass_guard'}.staff`),
    ).toBe('Not under discussion')
    expect(evidenceIndexOf(scenario).size).toBe(evidenceIndexOf(base).size)
    expect(numberPaths(scenario)).toHaveLength(numberPaths(base).length)
    expect(scenarioDigest(opened(serialiseScenario(scenario)))).toBe(scenarioDigest(scenario))
  })

  it.each(possible)('called %s comes through derived files and the history of changes', (name) => {
    const scenario = opened(renamed(kind, name))
    const derived = { ...differencesFrom(base, scenario), id: 'derived' }
    const bases = { known: [base.id], textOf: () => JSON.stringify(everything()) }
    const again = parseScenario(JSON.stringify(derived), bases)
    expect(again.ok && scenarioDigest({ ...again.scenario, id: scenario.id })).toBe(scenarioDigest(scenario))

    const changes = differencesBetween(base, scenario)
    expect(changes.length).toBeGreaterThan(0)
    expect(changesText(scenario, changes)).not.toContain('function')
    expect(takenBack(scenario, base, scenario)).toEqual(base)

    const store = createPageStore(DEFAULT_SETTINGS)
    store.open(scenario, { kind: 'file', name: 'names.json' }, 'opened')
    expect(store.edit('checkpoints.pass_customs.staff', 13, 'change')).toBeUndefined()
  })
})

describe('a place called toString', () => {
  const scenario = opened(renamed('nodes', 'toString'))

  it('has the price of its kind where it has none of its own', () => {
    const { commodities, nodes } = compileScenario(scenario)
    const place = nodes.ids.indexOf('toString')
    const goods = commodities.ids.indexOf('goods')
    expect(commodities.priceUsdPerKg[goods * nodes.ids.length + place]).toBe(900)
    expect(commodities.demandKgPerDay[goods * nodes.ids.length + place]).toBeNaN()
  })

  it('without any price for its kind is a mistake', () => {
    const file = JSON.parse(renamed('nodes', 'toString'))
    for (const commodity of file.commodities) delete commodity.prices.kind.source
    expect(issuesOf(JSON.stringify(file)).map(({ message }) => message)).toContain(
      '"goods" has no price at "toString".',
    )
  })

  it('can be given a price of its own, and lose it again', () => {
    const priced = setAt(scenario, 'commodities.goods.prices.node.toString', 5)
    expect(priced.ok && priced.scenario.commodities[0]?.prices.node).toEqual({ city: 22_000, toString: 5 })
    const bare = priced.ok
      ? setAt(priced.scenario, 'commodities.goods.prices.node.toString', undefined)
      : priced
    expect(bare.ok && bare.scenario).toEqual(scenario)
  })

  it('can be removed', () => {
    const removal = removalOf(opened(renamed('markets', 'toString')), 'nodes', 'toString')
    expect(removal.ok || removal.issues[0]?.path).toBeTruthy()
  })
})

it('An id that is no id by its form is refused with what an id may be', () => {
  for (const name of NAMES.filter((one) => !possible.includes(one))) {
    const [issue] = issuesOf(renamed('nodes', name))
    const isKey = name === '__proto__'
    expect([issue?.expected, issue?.message]).toContain(
      isKey ? issue?.expected : 'an id: letters, digits, "_" and "-", the first a letter or digit',
    )
  }
})

it('The rows of a table have the names of their entities', () => {
  const names = measureLayout(compileScenario(opened(renamed('checkpoints', 'valueOf')))).map(rowName)
  expect(names).toContain('byCheckpoint.valueOf.seizedKg')
  expect(csvOf([['valueOf', 1]])).toBe('valueOf,1\n')
})
