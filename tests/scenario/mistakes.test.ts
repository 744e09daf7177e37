/** Bad files: every mistake at once, each with its path, what was expected and what was found. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseScenario, type ScenarioFile, SIZE_LIMIT } from '../../src/scenario'
import { line, post } from '../support/scenarios'

type Json = Record<string, unknown>
const good = (): ScenarioFile => line([post('gate', { interdictionOdds: 0.1 })])

/** Issues of the good file after a change to its plain JSON. */
function issuesAfter(change: (file: Json & Record<string, Json[]>) => void) {
  const file = JSON.parse(JSON.stringify(good()))
  change(file)
  return issuesOf(JSON.stringify(file, undefined, 1))
}

function issuesOf(text: string) {
  const parsed = parseScenario(text)
  return parsed.ok ? [] : parsed.issues
}

const first = (list: Json[] | undefined): Json => list?.[0] ?? {}

describe('a file without mistakes', () => {
  it('is accepted', () => {
    expect(issuesAfter(() => undefined)).toEqual([])
  })
})

describe('one mistake', () => {
  it.each<[string, (file: Json & Record<string, Json[]>) => void, string, string, string]>([
    [
      'an unknown key',
      (f) => Object.assign(first(f.checkpoints), { staf: 3 }),
      'checkpoints.gate.staf',
      'did you mean "staff"?',
      '"staf"',
    ],
    ['a missing value', (f) => delete first(f.legs).km, 'legs.leg0.km', 'number', 'nothing'],
    [
      'a wrong type',
      (f) => Object.assign(first(f.checkpoints), { staff: 'many' }),
      'checkpoints.gate.staff',
      'number',
      '"many"',
    ],
    [
      'a negative number',
      (f) => Object.assign(first(f.legs), { hours: -2 }),
      'legs.leg0.hours',
      'at least 1',
      '-2',
    ],
    [
      'odds above 1',
      (f) => Object.assign(first(f.checkpoints), { interdictionOdds: 1.5 }),
      'checkpoints.gate.interdictionOdds',
      'at most 1',
      '1.5',
    ],
    [
      'month 0',
      (f) => Object.assign(first(f.legs), { openMonths: [0] }),
      'legs.leg0.openMonths.0',
      'at least 1',
      '0',
    ],
    [
      'month 13',
      (f) => Object.assign(first(f.legs), { openMonths: [13] }),
      'legs.leg0.openMonths.0',
      'at most 12',
      '13',
    ],
    [
      'an unknown word',
      (f) => Object.assign(first(f.legs), { mode: 'rode' }),
      'legs.leg0.mode',
      'did you mean "road"?',
      '"rode"',
    ],
    [
      'a dangling reference',
      (f) => Object.assign(first(f.checkpoints), { node: 'gaet' }),
      'checkpoints.gate.node',
      'did you mean "gate"?',
      '"gaet"',
    ],
    [
      'an unknown route of an organisation',
      (f) => Object.assign(first(f.organisations), { routes: ['only', 'x'] }),
      'organisations.org.routes.1',
      'route',
      '"x"',
    ],
    [
      'a route without a leg',
      (f) => Object.assign(first(f.routes), { nodes: ['source', 'market'] }),
      'routes.only.nodes.1',
      'joined by a leg',
      '"source - market"',
    ],
    [
      'a route that ends before a market',
      (f) => Object.assign(first(f.routes), { nodes: ['source', 'gate'] }),
      'routes.only.nodes.1',
      'market',
      '"border"',
    ],
    [
      'a negative load',
      (f) => Object.assign(first(f.organisations), { loads: { road: { kind: 'fixed', kg: -1 } } }),
      'organisations.org.loads.road.kg',
      'at least',
      '-1',
    ],
    [
      'an empty load range',
      (f) =>
        Object.assign(first(f.organisations), { loads: { road: { kind: 'uniform', minKg: 5, maxKg: 2 } } }),
      'organisations.org.loads.road.minKg',
      'not above',
      '5',
    ],
    [
      'no price',
      (f) => Object.assign(first(f.commodities), { prices: { kind: { source: 1 } } }),
      'commodities.goods.prices',
      'price',
      'kind',
    ],
    [
      'a date that does not exist',
      (f) => Object.assign(f, { startDate: '2009-02-30' }),
      'startDate',
      'date',
      '2009-02-30',
    ],
    [
      'an older or foreign type',
      (f) => Object.assign(f, { type: 'drawing' }),
      'type',
      'contraflow-scenario',
      '"drawing"',
    ],
    ['a newer format', (f) => Object.assign(f, { formatVersion: 99 }), 'formatVersion', 'from 1 to 1', '99'],
    [
      'a source without a route',
      (f) =>
        Object.assign(first(f.organisations), {
          supply: [{ commodity: 'goods', source: 'gate', kgPerDay: 1 }],
        }),
      'organisations.org.supply.0.source',
      'starting there',
      'only',
    ],
    [
      'a variant that leads nowhere',
      (f) => Object.assign(f, { variants: [{ id: 'v', title: 'V', set: { 'checkpoints.gat.staff': 1 } }] }),
      'variants.v.set',
      'did you mean "gate"?',
      '"gat"',
    ],
  ])('%s is named with path, expectation and finding', (_, change, path, expected, found) => {
    const issues = issuesAfter(change)
    const issue = issues.find((candidate) => candidate.path === path)
    expect(issues.map((candidate) => candidate.path)).toContain(path)
    expect(issue?.expected).toContain(expected)
    expect(issue?.found).toContain(found)
    expect(issue?.line ?? 1).toBeGreaterThan(0)
  })

  it('a repeated id is named', () => {
    const [issue] = issuesAfter((file) => file.nodes?.push({ ...first(file.nodes) }))
    expect(issue).toMatchObject({ path: 'nodes.source.id', found: '"source"' })
  })

  it('a number too large for JSON is named', () => {
    const text = JSON.stringify(good(), undefined, 1).replace('"km": 10', '"km": 1e400')
    expect(issuesOf(text)).toMatchObject([{ path: 'legs.leg0.km', found: 'Infinity' }])
  })

  it.each(['NaN', 'Infinity', '-Infinity'])('%s is no JSON, and its line is named', (word) => {
    const text = JSON.stringify(good(), undefined, 1).replace('"km": 10', `"km": ${word}`)
    const line = text.slice(0, text.indexOf(word)).split('\n').length
    expect(issuesOf(text)).toMatchObject([{ line }])
  })
})

describe('many mistakes', () => {
  it('are all reported at once, in structure and in references', () => {
    const issues = issuesAfter((file) => {
      Object.assign(first(file.checkpoints), { staff: -1, colour: 'red' })
      Object.assign(first(file.legs), { to: 'nowhere', hours: 0.5 })
      Object.assign(file, { days: 0 })
    })
    const paths = issues.map((issue) => issue.path)
    for (const path of [
      'checkpoints.gate.staff',
      'checkpoints.gate.colour',
      'legs.leg0.to',
      'legs.leg0.hours',
      'days',
    ]) {
      expect(paths).toContain(path)
    }
  })
})

describe('hostile and broken files', () => {
  it.each([
    ['an empty file', ''],
    ['blanks', ' \n '],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['half a file', JSON.stringify(good()).slice(0, 200)],
    ['a file past the limit', `"${'x'.repeat(SIZE_LIMIT)}"`],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['deep nesting of objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ])('%s: one clear message', (_, text) => {
    const issues = issuesOf(text)
    expect(issues).toHaveLength(1)
    expect(issues[0]?.message.length).toBeGreaterThan(5)
    expect(issues[0]?.expected.length).toBeGreaterThan(5)
  })

  it('keys that reach for the prototype are refused and change nothing', () => {
    const text = JSON.stringify(good()).replace('{', '{"__proto__": {"polluted": true},')
    expect(issuesOf(text)).toMatchObject([{ path: '__proto__' }])
    expect(({} as Json).polluted).toBeUndefined()
  })
})

describe('the bundled scenarios', () => {
  it.each(['central-asia', 'two-routes', 'line'])('%s has no mistake', (name) => {
    const text = readFileSync(join(import.meta.dirname, `../../scenarios/${name}.json`), 'utf8')
    expect(issuesOf(text)).toEqual([])
  })
})
