/** Normal form: saving and opening, the digest of a scenario, and the parameter table. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENGINE_VERSION } from '../../../src/engine'
import {
  allParameterRows,
  compileScenario,
  jsonSchema,
  parameterRows,
  parseScenario,
  type Scenario,
  SECTIONS,
  scenarioDigest,
  serialiseScenario,
  setAt,
} from '../../../src/scenario'
import { BUNDLED, BUNDLED_BASES, bundledScenario, bundledText } from '../../support/bundled'
import { ROOT } from '../../support/programs'
import { isOnRecord, RECORD_HINT } from '../../support/recorded'
import { rich } from '../../support/rich'
import { checkpoint, line, parallel, scenarioOf } from '../../support/scenarios'

const scenario = scenarioOf(rich())
function changed(path: string, value: unknown): Scenario {
  const result = setAt(scenario, path, value)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.scenario
}

describe('saving and opening', () => {
  it.each<[string, Scenario]>([
    ['rich', scenario],
    ['line', scenarioOf(line([checkpoint('gate', { interdictionOdds: 1e-7, tags: ['a', 'b'] })]))],
    ['parallel', scenarioOf(parallel([checkpoint('a'), checkpoint('b')]))],
    ...BUNDLED.map((id): [string, Scenario] => [id, bundledScenario(id)]),
  ])('gives back the same scenario: %s', (_, before) => {
    const text = serialiseScenario(before, BUNDLED_BASES)
    const parsed = parseScenario(text, BUNDLED_BASES)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    expect(parsed.scenario).toEqual({ ...before, engineVersion: ENGINE_VERSION })
    expect(compileScenario(parsed.scenario)).toEqual(compileScenario(before))
    // Values that opening filled in stand at their place of the schema from now on.
    const again = parseScenario(serialiseScenario(parsed.scenario))
    expect(again.ok && serialiseScenario(again.scenario)).toBe(serialiseScenario(parsed.scenario))
  })

  it('keeps quotes, line ends and letters of any script', () => {
    const title = 'Ak "Jol" \\ Ак-Жол — 阿克乔尔'
    const before: Scenario = { ...scenario, title, notes: 'one\ntwo\t"three"\u2028' }
    const parsed = parseScenario(serialiseScenario(before))
    expect(parsed.ok && [parsed.scenario.title, parsed.scenario.notes]).toEqual([before.title, before.notes])
  })
})

describe('the digest of a scenario', () => {
  const before = scenarioDigest(scenario)

  it('is 32 hexadecimal digits', () => {
    expect(before).toMatch(/^[0-9a-f]{32}$/)
  })

  it('does not change with what only documents it', () => {
    for (const documented of [
      { title: 'Other' },
      { description: 'Words' },
      { notes: 'More words' },
      { engineVersion: '0.0.1' },
      { corridors: [] },
      { evidence: { days: { source: 'a book', confidence: 'weak' as const } } },
      { variants: [{ id: 'v', title: 'V', set: { days: 3 } }] },
      { nodes: scenario.nodes.map((node) => ({ ...node, name: `${node.name}!`, note: 'here' })) },
    ])
      expect(scenarioDigest({ ...scenario, ...documented }), Object.keys(documented).join()).toBe(before)
  })

  it('does not tell a value that is written from one that is left to its default', () => {
    expect(scenarioDigest(scenarioOf({ ...rich(), seed: '1' }))).toBe(before)
  })

  it.each([
    ['days', 401],
    ['seed', '2'],
    ['startDate', '2009-10-16'],
    ['assumptions.reviewDays', 6],
    ['nodes.town.uptakeShare', 0.31],
    ['nodes.junction.dwellHours', 31],
    ['legs.field_pass.hours', 8],
    ['legs.field_trail.openMonths', [5, 6]],
    ['checkpoints.pass_customs.staff', 13],
    ['checkpoints.pass_customs.interdictionOdds', 0],
    ['commodities.goods.prices.node.city', 22_001],
    ['organisations.alpha.crews', 61],
    ['organisations.alpha.alliance', 'south'],
    ['organisations.gamma.loads.road.kg', 1.26],
    ['routes.flight.weight', 0.21],
    ['routes.pass_town.mode', 'rail'],
  ])('changes with %s', (path, value) => {
    expect(scenarioDigest(changed(path, value))).not.toBe(before)
  })

  it('changes with the order of the places of a route, and with nothing else that is only order', () => {
    const turned = scenario.routes.map((route) => ({ ...route, nodes: route.nodes.toReversed() }))
    expect(scenarioDigest({ ...scenario, routes: turned })).not.toBe(before)
    const lists = ['nodes', 'legs', 'checkpoints', 'organisations', 'commodities', 'routes'] as const
    for (const list of lists)
      expect(scenarioDigest({ ...scenario, [list]: scenario[list].toReversed() }), list).toBe(before)
  })
})

describe('the parameter table', () => {
  interface Shape {
    readonly type?: string
    readonly const?: unknown
    readonly items?: Shape
    readonly properties?: Readonly<Record<string, Shape>>
    readonly additionalProperties?: Shape | boolean
    readonly anyOf?: readonly Shape[]
    readonly oneOf?: readonly Shape[]
  }
  const schema = jsonSchema() as Shape

  /** Paths of all numbers under a part of the JSON Schema, in the notation of the parameter table. */
  function numbersIn(shape: Shape | boolean | undefined, path: string): string[] {
    if (typeof shape !== 'object') return []
    if ((shape.type === 'number' || shape.type === 'integer') && shape.const === undefined) return [path]
    const under = (name: string) => (path === '' ? name : `${path}.${name}`)
    return [
      ...Object.entries(shape.properties ?? {}).flatMap(([name, child]) => numbersIn(child, under(name))),
      ...numbersIn(shape.items, under('*')),
      ...numbersIn(shape.additionalProperties, under('*')),
      ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((option) => numbersIn(option, path)),
    ]
  }

  const entries = SECTIONS.filter((section) => section !== 'scenario')

  it.each(entries)('has a row for every number of %s', (section) => {
    const part = schema.properties?.[section]
    const numbers = new Set(numbersIn(part?.items ?? part, ''))
    expect(numbers.size).toBeGreaterThan(0)
    // A list of months is one parameter.
    const rows = parameterRows(section).map((row) => (row.type === 'months' ? `${row.path}.*` : row.path))
    expect([...numbers].filter((path) => !rows.includes(path))).toEqual([])
  })

  it('has a row for every number of the scenario itself', () => {
    const numbers = Object.entries(schema.properties ?? {}).filter(([, part]) => part.type === 'integer')
    const rows = parameterRows('scenario').map(({ path }) => path)
    expect(numbers.map(([name]) => name).filter((name) => !rows.includes(name))).toEqual([])
  })

  it('has one row per key and path, with title, help, unit and role', () => {
    const rows = allParameterRows()
    const addresses = rows.map(({ section, row }) => `${section}.${row.path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const { section, row } of rows) {
      expect(row.key.startsWith(`${section}.`), row.key).toBe(true)
      expect(row.title, row.key).toMatch(/^[A-Z].{1,40}$/)
      expect(row.help, row.key).toMatch(/^[A-Z].{10,}\.$/)
      expect(['policy', 'assumption', 'unknown'], row.key).toContain(row.role)
      expect(row.unit.length, row.key).toBeLessThan(20)
    }
  })

  it('gives numbers a range that holds their default, and choices their options', () => {
    for (const { row } of allParameterRows()) {
      if (row.type === 'number' || row.type === 'integer') {
        const { min = Number.NaN, max = Number.NaN } = row
        expect(min, row.key).toBeLessThan(max)
        if (row.default !== undefined) {
          expect(row.default, row.key).toBeGreaterThanOrEqual(min)
          expect(row.default, row.key).toBeLessThanOrEqual(max)
        }
      }
      if (row.type === 'enum') expect(row.options?.length, row.key).toBeGreaterThan(1)
      if (row.type === 'enum' && row.default !== undefined)
        expect(row.options, row.key).toContain(row.default)
    }
  })

  it('fills in the defaults that it states', () => {
    const gate = scenario.checkpoints.find(({ id }) => id === 'depot_gate') as unknown as Record<
      string,
      unknown
    >
    const direct = parameterRows('checkpoints').filter(({ path }) => !path.includes('.'))
    for (const row of direct)
      if (row.path !== 'interdictionOdds') expect(gate[row.path], row.key).toEqual(row.default)
  })
})

describe('the scenarios folder', () => {
  it('holds the schema that this program generates', () => {
    const generated = `${JSON.stringify(jsonSchema(), undefined, 2)}\n`
    const file = join(ROOT, 'scenarios/schema.json')
    expect(isOnRecord(file, generated), `the schema is stale; ${RECORD_HINT}`).toBe(true)
    expect(jsonSchema()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
  })

  it.each(BUNDLED)('holds %s without a mistake, under the name that it gives itself', (name) => {
    const parsed = parseScenario(bundledText(name), BUNDLED_BASES)
    expect(parsed.ok ? [] : parsed.issues).toEqual([])
    expect(parsed.ok && parsed.scenario.id).toBe(name)
  })
})
