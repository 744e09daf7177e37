/** Bad files: every mistake at once, each with its place, what was expected and what was found; never an exception. */
import { describe, expect, it } from 'vitest'
import {
  issueText,
  parseScenario,
  type ScenarioFile,
  type ScenarioIssue,
  SIZE_LIMIT,
  sizeIssue,
  validateScenario,
} from '../../src/scenario'
import { rich } from '../support/rich'
import { line, post } from '../support/scenarios'

type Draft = Record<string, unknown>

/** A good file as text, one value a line. */
const good = () => JSON.stringify(line([post('gate')]), undefined, 1)

/** Issues of a text. */
function issuesOf(source: string): readonly ScenarioIssue[] {
  const parsed = parseScenario(source)
  if (parsed.ok) throw new Error('the file was taken for good')
  for (const issue of parsed.issues) {
    for (const part of [issue.message, issue.expected, issue.found]) expect(part.length).toBeGreaterThan(0)
    expect(issueText(issue).length).toBeLessThan(700)
  }
  return parsed.issues
}

/** Issues of the rich scenario after an edit. */
function issuesAfter(edit: (file: ReturnType<typeof drafted>) => void): readonly ScenarioIssue[] {
  const file = drafted()
  edit(file)
  return issuesOf(JSON.stringify(file, undefined, 1))
}

/** The rich scenario as loose data. */
function drafted() {
  return structuredClone(rich()) as unknown as Draft &
    Record<'nodes' | 'legs' | 'checkpoints' | 'organisations' | 'commodities' | 'routes', Draft[]>
}

function entry(list: readonly Draft[], id: string): Draft {
  const found = list.find((item) => item.id === id)
  if (found === undefined) throw new Error(`no "${id}"`)
  return found
}

/** The one issue at a path. */
function issueAt(issues: readonly ScenarioIssue[], path: string): ScenarioIssue {
  const found = issues.filter((issue) => issue.path === path)
  expect(found, `issues at ${path} among ${issues.map((issue) => issue.path).join(', ')}`).toHaveLength(1)
  return found[0] as ScenarioIssue
}

describe('a good file', () => {
  it('is read without a notice', () => {
    const parsed = parseScenario(good())
    expect(parsed.ok && parsed.notices).toEqual([])
    expect(parseScenario(JSON.stringify(rich())).ok).toBe(true)
  })

  it('may begin with a byte order mark and end its lines in any way', () => {
    expect(parseScenario(`\ufeff${good()}`).ok).toBe(true)
    expect(parseScenario(good().replaceAll('\n', '\r\n')).ok).toBe(true)
  })

  it('gives a checkpoint the country of its place', () => {
    const parsed = parseScenario(good())
    expect(parsed.ok && parsed.scenario.checkpoints[0]?.country).toBe('XA')
  })
})

describe('a file that is no scenario', () => {
  it.each(['', ' ', '\n\t\r\n'])('is refused when it is empty (%j)', (source) => {
    expect(issuesOf(source)).toEqual([
      { path: '', message: 'The file is empty.', expected: 'a JSON document', found: 'nothing' },
    ])
  })

  it.each(['[]', 'null', '3', '"text"', 'true', '[{"type":"contraflow-scenario"}]'])(
    'is refused when it is %s',
    (source) => {
      const [issue, ...others] = issuesOf(source)
      expect(others).toEqual([])
      expect(issue).toMatchObject({
        path: '',
        expected: 'a scenario file with "type": "contraflow-scenario"',
      })
      expect(issue?.found).toBe(source)
    },
  )

  it('is told what is missing when it is an empty object', () => {
    const paths = issuesOf('{}').map(({ path }) => path)
    for (const path of [
      'type',
      'formatVersion',
      'id',
      'title',
      'startDate',
      'nodes',
      'legs',
      'routes',
      'organisations',
    ])
      expect(paths).toContain(path)
  })

  it('is refused when it is of another type', () => {
    const issue = issueAt(
      issuesAfter((file) => {
        file.type = 'contraflow-scenari'
      }),
      'type',
    )
    expect(issue.expected).toContain('contraflow-scenario')
    expect(issue.found).toBe('"contraflow-scenari"')
    expect(issue.line).toBe(2)
  })

  it('is refused with advice when its format is newer than the program', () => {
    const issues = issuesAfter((file) => {
      file.formatVersion = 7
    })
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatchObject({
      path: 'formatVersion',
      expected: 'a format version from 1 to 1',
      found: '7',
    })
    expect(issues[0]?.message).toContain('newer')
  })

  it.each([0, -1, 1.5, '1', null])('is refused when its format version is %j', (version) => {
    const issues = issuesAfter((file) => {
      file.formatVersion = version
    })
    expect(issueAt(issues, 'formatVersion').found).toBe(JSON.stringify(version))
  })

  it('is refused past the size limit, without being parsed', () => {
    const [issue, ...others] = issuesOf(`${' '.repeat(SIZE_LIMIT)}{}`)
    expect(others).toEqual([])
    expect(issue).toMatchObject({ path: '', expected: 'at most 20 MB', found: '21 MB' })
    expect(sizeIssue(90_000_008).found).toBe('91 MB')
  })
})

describe('a text that is not JSON', () => {
  it.each([
    ['cut off in the middle', (source: string) => source.slice(0, source.indexOf('"legs"') + 9)],
    ['with a comma too many', (source: string) => source.replace('"title"', ', "title"')],
    ['with a comment', (source: string) => source.replace('"title"', '// here\n "title"')],
    ['with single quotes', (source: string) => source.replace('"title"', "'title'")],
    ['with NaN', (source: string) => source.replace('"staff": 0', '"staff": NaN')],
    ['with Infinity', (source: string) => source.replace('"staff": 0', '"staff": -Infinity')],
    ['with something after its end', (source: string) => `${source}\n}`],
  ])('%s is refused with line and column', (_, broken) => {
    const source = broken(good())
    expect(source).not.toBe(good())
    const [issue, ...others] = issuesOf(source)
    expect(others).toEqual([])
    expect(issue?.message).toContain('not valid JSON')
    expect(issue?.path).toMatch(/^line \d+, column \d+$/)
    expect(issue?.line).toBeGreaterThan(0)
  })

  it('names the very place of the mistake', () => {
    expect(issuesOf('{\n  "type": "contraflow-scenario", // ours\n}')[0]).toMatchObject({
      path: 'line 2, column 34',
      line: 2,
    })
    const issue = issuesOf('{\n  "type": "contraflow-scenario",\n  "days": NaN\n}')[0]
    expect(issue).toMatchObject({ path: 'line 3, column 11', line: 3 })
    expect(issue?.found).toContain('NaN')
  })

  it.each(['[', '{"a":'])('of a hundred thousand open %j is refused as nested too deeply', (open) => {
    expect(issuesOf(open.repeat(100_000))[0]?.message).toContain('nested more than 64 levels')
  })

  it('and nested too deeply is refused all the same', () => {
    expect(issuesOf(`{"a" 1, "b": ${'['.repeat(100_000)}`)).toHaveLength(1)
  })
})

describe('hostile documents', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

  it.each([100, 100_000])('nested %i levels deep are refused', (depth) => {
    for (const source of [nested(depth), good().replace('"title": "Line"', `"title": ${nested(depth)}`)]) {
      const [issue, ...others] = issuesOf(source)
      expect(others).toEqual([])
      expect(issue?.message).toContain('nested more than 64 levels')
    }
  })

  it.each(['__proto__', 'constructor', 'prototype'])('with the key %s are refused', (key) => {
    const inner = good().replace('"staff": 0', `"${key}": { "staff": 9 }`)
    expect(issuesOf(inner)[0]).toMatchObject({ path: `checkpoints.gate.${key}`, found: `"${key}"` })
    expect(issuesOf(`{"${key}": {"polluted": true}}`)[0]).toMatchObject({ path: key })
    expect(({} as Draft).polluted).toBeUndefined()
  })

  it('that are both nested and poisoned are refused', () => {
    expect(issuesOf(`{"deep": ${nested(100_000)}, "__proto__": {}}`)).toHaveLength(1)
    expect(issuesOf(`{"__proto__": {}, "deep": ${nested(100_000)}}`)).toHaveLength(1)
  })

  it('cannot reach a prototype through the ids of records', () => {
    const issues = issuesAfter((file) => {
      entry(file.commodities, 'goods').prices = { node: { toString: 3 } }
    })
    expect(issues.some(({ path }) => path.startsWith('commodities.goods.prices'))).toBe(true)
  })

  it('of very many small values are answered', () => {
    const parsed = parseScenario(`{"nodes": [${'0,'.repeat(199_999)}0]}`)
    expect(parsed.ok).toBe(false)
  })
})

describe('values', () => {
  it.each<[string, string, (file: ReturnType<typeof drafted>) => void]>([
    [
      'checkpoints.pass_customs.staff',
      'at least 0',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { staff: -1 }),
    ],
    [
      'checkpoints.pass_customs.staff',
      'at most 2000',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { staff: 1e9 }),
    ],
    [
      'checkpoints.pass_customs.staff',
      'a whole number',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { staff: 1.5 }),
    ],
    [
      'checkpoints.pass_customs.staff',
      'number',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { staff: '12' }),
    ],
    [
      'checkpoints.pass_customs.staff',
      'number',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { staff: null }),
    ],
    [
      'checkpoints.pass_customs.corruptionRate',
      'at most 1',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { corruptionRate: 1.01 }),
    ],
    [
      'checkpoints.pass_customs.targeting',
      'at least 1',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { targeting: 0.5 }),
    ],
    [
      'checkpoints.pass_customs.closedMonths.1',
      'at most 12',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { closedMonths: [1, 13] }),
    ],
    [
      'legs.field_trail.openMonths.0',
      'at least 1',
      (file) => Object.assign(entry(file.legs, 'field_trail'), { openMonths: [0] }),
    ],
    [
      'legs.field_pass.hours',
      'at least 1',
      (file) => Object.assign(entry(file.legs, 'field_pass'), { hours: 0 }),
    ],
    [
      'legs.field_pass.mode',
      'one of road, rail, sea, air, path; did you mean "road"?',
      (file) => Object.assign(entry(file.legs, 'field_pass'), { mode: 'roads' }),
    ],
    ['nodes.field.lat', 'at most 90', (file) => Object.assign(entry(file.nodes, 'field'), { lat: 90.1 })],
    [
      'nodes.field.country',
      'country code',
      (file) => Object.assign(entry(file.nodes, 'field'), { country: 'Atlantis' }),
    ],
    [
      'organisations.alpha.supply.0.kgPerDay',
      'at least 0',
      (file) =>
        Object.assign((entry(file.organisations, 'alpha').supply as Draft[])[0] ?? {}, { kgPerDay: -3 }),
    ],
    [
      'organisations.gamma.loads.road.kg',
      'at least 0.001',
      (file) =>
        Object.assign(entry(file.organisations, 'gamma'), { loads: { road: { kind: 'fixed', kg: -15 } } }),
    ],
    [
      'organisations.gamma.loads.road.kind',
      'fixed, uniform, lognormal',
      (file) =>
        Object.assign(entry(file.organisations, 'gamma'), { loads: { road: { kind: 'gaussian', kg: 1 } } }),
    ],
    [
      'commodities.goods.prices.kind.source',
      'at least 0',
      (file) =>
        Object.assign(entry(file.commodities, 'goods'), { prices: { kind: { source: -1, market: 1 } } }),
    ],
    ['startDate', 'a date', (file) => Object.assign(file, { startDate: '2009-02-29' })],
    ['days', 'at least 1', (file) => Object.assign(file, { days: 0 })],
    ['seed', 'at least 1', (file) => Object.assign(file, { seed: '' })],
    ['id', 'an id', (file) => Object.assign(file, { id: 'with space' })],
  ])('at %s have to be %s', (path, expected, edit) => {
    const issue = issueAt(issuesAfter(edit), path)
    expect(issue.expected).toContain(expected)
    expect(issue.line).toBeGreaterThan(1)
  })

  it('past the range of numbers are refused: 1e400', () => {
    const source = good().replace('"staff": 0', '"staff": 1e400')
    const issue = issueAt(issuesOf(source), 'checkpoints.gate.staff')
    expect(issue).toMatchObject({
      found: 'Infinity',
      line: source.split('\n').findIndex((row) => row.includes('1e400')) + 1,
    })
  })

  it('NaN and Infinity are refused in a document that is already an object', () => {
    for (const days of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const parsed = validateScenario({ ...rich(), days })
      expect(!parsed.ok && issueAt(parsed.issues, 'days').found).toBe(String(days))
    }
  })

  it('that are missing are named as missing', () => {
    const issue = issueAt(
      issuesAfter((file) => {
        delete entry(file.legs, 'field_pass').hours
      }),
      'legs.field_pass.hours',
    )
    expect(issue).toMatchObject({ message: 'This value is missing.', found: 'nothing' })
  })
})

describe('unknown keys', () => {
  it.each<[string, string, (file: ReturnType<typeof drafted>) => void]>([
    [
      'checkpoints.pass_customs.staf',
      'did you mean "staff"?',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { staf: 3 }),
    ],
    [
      'checkpoints.pass_customs.handDetection.raod',
      'did you mean "road"?',
      (file) => Object.assign(entry(file.checkpoints, 'pass_customs'), { handDetection: { raod: 1 } }),
    ],
    [
      'organisations.alpha.learning.memoryDay',
      'did you mean "memoryDays"?',
      (file) => Object.assign(entry(file.organisations, 'alpha'), { learning: { memoryDay: 9 } }),
    ],
    ['checkpoint', 'did you mean "checkpoints"?', (file) => Object.assign(file, { checkpoint: [] })],
    [
      'organisations.gamma.loads.road.kilos',
      '',
      (file) =>
        Object.assign(entry(file.organisations, 'gamma'), {
          loads: { road: { kind: 'fixed', kg: 1, kilos: 2 } },
        }),
    ],
  ])('such as %s are reported with the nearest known key', (path, nearest, edit) => {
    const issue = issueAt(issuesAfter(edit), path)
    expect(issue.message).toContain('Unknown key')
    expect(issue.expected).toContain(nearest)
  })

  it('that resemble nothing come without a suggestion', () => {
    const issue = issueAt(
      issuesAfter((file) => Object.assign(file, { zzzzzzzzzzzz: 1 })),
      'zzzzzzzzzzzz',
    )
    expect(issue.expected).not.toContain('did you mean')
  })
})

describe('references', () => {
  it.each<[string, string, (file: ReturnType<typeof drafted>) => void]>([
    [
      'legs.field_pass.to',
      'There is no node "pas".',
      (file) => Object.assign(entry(file.legs, 'field_pass'), { to: 'pas' }),
    ],
    [
      'checkpoints.pass_guard.node',
      'There is no node "passs".',
      (file) => Object.assign(entry(file.checkpoints, 'pass_guard'), { node: 'passs' }),
    ],
    [
      'routes.flight.nodes.1',
      'There is no node "citty".',
      (file) => Object.assign(entry(file.routes, 'flight'), { nodes: ['depot', 'citty'] }),
    ],
    [
      'organisations.beta.routes.0',
      'There is no route "fligt".',
      (file) => Object.assign(entry(file.organisations, 'beta'), { routes: ['fligt', 'depot_port'] }),
    ],
    [
      'organisations.beta.supply.0.commodity',
      'There is no commodity "good".',
      (file) =>
        Object.assign((entry(file.organisations, 'beta').supply as Draft[])[0] ?? {}, { commodity: 'good' }),
    ],
    [
      'organisations.beta.supply.0.source',
      'There is no node "depott".',
      (file) =>
        Object.assign((entry(file.organisations, 'beta').supply as Draft[])[0] ?? {}, { source: 'depott' }),
    ],
    [
      'corridors.northern.legs.0',
      'There is no leg "junction_twn".',
      (file) => Object.assign(file, { corridors: [{ id: 'northern', name: 'N', legs: ['junction_twn'] }] }),
    ],
    [
      'commodities.goods.prices.node',
      'There is no node "citty".',
      (file) => Object.assign((entry(file.commodities, 'goods').prices as Draft).node as Draft, { citty: 1 }),
    ],
  ])('that lead nowhere, at %s, say so and suggest the nearest', (path, message, edit) => {
    const issue = issueAt(issuesAfter(edit), path)
    expect(issue.message).toBe(message)
    expect(issue.expected).toContain('did you mean')
    expect(issue.line).toBeGreaterThan(1)
  })

  it('between places of a route that no leg joins name the pair', () => {
    const issue = issueAt(
      issuesAfter((file) =>
        Object.assign(entry(file.routes, 'pass_port'), { nodes: ['field', 'pass', 'port', 'city'] }),
      ),
      'routes.pass_port.nodes.2',
    )
    expect(issue).toMatchObject({ message: 'No leg leads from "pass" to "port".', found: '"pass - port"' })
  })

  it('of a route have to end at a market', () => {
    const issue = issueAt(
      issuesAfter((file) =>
        Object.assign(entry(file.routes, 'pass_port'), { nodes: ['field', 'pass', 'junction'] }),
      ),
      'routes.pass_port.nodes.2',
    )
    expect(issue.message).toBe('The route ends at "junction", which is not a market.')
  })

  it('of a leg have to join two places', () => {
    const issue = issueAt(
      issuesAfter((file) => Object.assign(entry(file.legs, 'depot_city'), { to: 'depot' })),
      'legs.depot_city.to',
    )
    expect(issue.expected).toBe('two different places')
  })

  it('of a supply need a route that starts there', () => {
    const issue = issueAt(
      issuesAfter((file) => Object.assign(entry(file.organisations, 'beta'), { routes: ['pass_port'] })),
      'organisations.beta.supply.0.source',
    )
    expect(issue.message).toContain('None of the organisation\'s routes starts at its source "depot"')
  })

  it('to the same stream twice are refused', () => {
    const supply = { commodity: 'goods', source: 'depot', kgPerDay: 1 }
    const issues = issuesAfter((file) =>
      Object.assign(entry(file.organisations, 'beta'), { supply: [supply, supply] }),
    )
    expect(issueAt(issues, 'organisations.beta.supply.1').message).toContain('twice')
  })

  it('to one place twice by the same teams are refused, as at most one team stands at a place', () => {
    const teams = { id: 'teams', name: 'Teams', places: ['pass', 'port', 'pass'].map((node) => ({ node })) }
    const issues = issuesAfter((file) => Object.assign(file, { teams: [teams] }))
    expect(issues.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'teams.teams.places.2.node: The teams have the place "pass" twice.',
    ])
  })

  it('to prices are complete: every source and every market on the way has one', () => {
    const issues = issuesAfter((file) =>
      Object.assign(entry(file.commodities, 'goods'), { prices: { node: { city: 22_000 } } }),
    )
    const messages = issues.map(({ message }) => message)
    for (const place of ['field', 'depot', 'town'])
      expect(messages).toContain(`"goods" has no price at "${place}".`)
    expect(messages).toHaveLength(3)
  })
})

describe('variants', () => {
  it('whose settings lead nowhere are refused', () => {
    const issues = issuesAfter((file) =>
      Object.assign(file, {
        variants: [{ id: 'v', title: 'V', set: { 'checkpoints.pass_custom.staff': 1, days: 3 } }],
      }),
    )
    const issue = issueAt(issues, 'variants.v.set.checkpoints.pass_custom.staff')
    expect(issue).toMatchObject({ found: '"pass_custom"', line: expect.any(Number) })
    expect(issue.expected).toContain('did you mean "pass_customs"?')
  })

  it.each([
    ['checkpoints.pass_customs.staf', 9, 'did you mean "staff"?'],
    ['checkpoints.*.staff', -3, 'at least 0'],
    ['legs.town_city.to', 'citi', 'did you mean "city"?'],
    ['id', 'other', 'a parameter'],
  ])('are judged by applying them: %s = %j', (path, value, expected) => {
    const issues = issuesAfter((file) =>
      Object.assign(file, { variants: [{ id: 'v', title: 'V', set: { [path]: value } }] }),
    )
    expect(issueAt(issues, `variants.v.set.${path}`).expected).toContain(expected)
  })

  it('are not blamed for mistakes that the file has without them', () => {
    const issues = issuesAfter((file) => {
      Object.assign(file, { days: -1, variants: [{ id: 'v', title: 'V', set: { seed: '2' } }] })
    })
    expect(issues.map(({ path }) => path)).toEqual(['days'])
  })
})

describe('paths', () => {
  it.each([
    ['locks', 'checkpoints.*.corruptionRat', 'corruptionRate'],
    ['locks', 'checkpoint.*.corruptionRate', 'checkpoints'],
    ['evidence', 'chekpoints.foo.bar', 'checkpoints'],
    ['evidence', 'checkpoints.pass_customs.handDetection.rod', 'road'],
    ['evidence', 'checkpoints.pass_custom', 'pass_customs'],
  ])('of %s that lead nowhere are refused, with the nearest match: %s', (part, path, nearest) => {
    const values = { locks: 'given', evidence: { source: 'a book', confidence: 'official' } }
    const issues = issuesAfter((file) =>
      Object.assign(file, { [part]: { [path]: values[part as 'locks' | 'evidence'] } }),
    )
    const issue = issueAt(issues, `${part}.${path}`)
    expect(issue.expected).toContain(`did you mean "${nearest}"?`)
    expect(issue.line).toBeGreaterThan(1)
  })

  it('may name what the schema knows and the file leaves out, and countries of posts that take that of their place', () => {
    const file = Object.assign(drafted(), {
      locks: { 'checkpoints.pass_customs.openFromHour': 'given', 'assumptions.releaseDays': 'given' },
      evidence: { 'checkpoints[country=XA].staff': { source: 'a book', confidence: 'official' } },
    })
    expect(parseScenario(JSON.stringify(file)).ok).toBe(true)
  })

  it('are told beside mistakes of values and references', () => {
    const issues = issuesAfter((file) => {
      Object.assign(entry(file.checkpoints, 'pass_customs'), { staff: -1 })
      Object.assign(entry(file.checkpoints, 'depot_gate'), { node: 'depott' })
      Object.assign(file, {
        locks: { 'checkpoints.*.corruptionRat': 'given', 'assumptions.reviewDays': 'given' },
        variants: [{ id: 'v', title: 'V', set: { 'checkpoints.*.staf': 3 } }],
        interventions: [
          { id: 'i', title: 'I', changes: [{ target: 'checkpoints.*.staf', from: '2009-12-01', set: 3 }] },
        ],
        evidence: { nods: { source: 'a book', confidence: 'official' } },
      })
    })
    for (const path of [
      'checkpoints.pass_customs.staff',
      'checkpoints.depot_gate.node',
      'locks.checkpoints.*.corruptionRat',
      'variants.v.set.checkpoints.*.staf',
      'interventions.i.changes.0.target',
      'evidence.nods',
    ])
      issueAt(issues, path)
    expect(issues).toHaveLength(6)
  })
})

describe('messages', () => {
  const change = { target: 'checkpoints.pass_customs.staff', from: '2009-12-01' }
  it.each<[string, string, Draft]>([
    ['interventions.i.changes.0.set', 'a number, a text or a list', { ...change, set: true }],
    ['interventions.i.changes.0.set.0', 'a number', { ...change, set: ['x'] }],
  ])('at %s name the kinds of value that there are: %s', (path, expected, entry) => {
    const issues = issuesAfter((file) =>
      Object.assign(file, { interventions: [{ id: 'i', title: 'I', changes: [entry] }] }),
    )
    expect(issueAt(issues, path).expected).toBe(expected)
  })

  it('of texts and lists name what is counted', () => {
    const issues = issuesAfter((file) => {
      Object.assign(file, { title: '' })
      Object.assign(entry(file.routes, 'pass_port'), { nodes: [] })
    })
    expect(issueAt(issues, 'title').expected).toBe('at least 1 character')
    expect(issueAt(issues, 'routes.pass_port.nodes').expected).toBe('at least 2 entries')
  })

  it('of a text that is not JSON say in words what was expected, and one place', () => {
    const [nan] = issuesOf('{"a":NaN}')
    expect(issueText(nan as ScenarioIssue)).toBe(
      'line 1, column 6: The file is not valid JSON. Expected a number, a text in double quotes, true, false, null, a list or an object; found "NaN}".',
    )
    expect(issuesOf('{"a":}')[0]?.expected).toContain('a value')
    expect(issuesOf('{"a" 1}')[0]?.expected).toContain('a colon')
    expect(issueText(issuesOf('')[0] as ScenarioIssue)).toMatch(/^the file: The file is empty\./)
  })

  it('of parts that only derived files have say that they stand beside a base', () => {
    const issues = issuesAfter((file) => Object.assign(file, { set: {} }))
    expect(issueAt(issues, 'set').expected).toBe('this key only beside "extends"')
  })
})

describe('ids', () => {
  const added: Record<string, Draft> = {
    interventions: {
      id: 'x',
      title: 'X',
      changes: [{ target: 'checkpoints.pass_customs.staff', from: '2009-12-01', set: 3 }],
    },
    corridors: { id: 'x', name: 'X', legs: ['town_city'] },
    variants: { id: 'x', title: 'X', set: { days: 10 } },
    teams: { id: 'x', name: 'X', places: [{ node: 'pass' }] },
    operations: { id: 'x', name: 'X', node: 'pass', from: '2009-12-01' },
    processingSites: {
      id: 'x',
      name: 'X',
      node: 'depot',
      input: 'goods',
      output: 'extract',
      yieldShare: 0.1,
    },
  }

  it.each(['nodes', 'legs', 'checkpoints', 'organisations', 'commodities', 'routes', ...Object.keys(added)])(
    'of %s may be used once only',
    (list) => {
      const file = drafted()
      const entries = (added[list] === undefined ? file[list] : [added[list]]) as Draft[]
      const [first] = entries
      const once = { ...file, [list]: entries }
      expect(parseScenario(JSON.stringify(once)).ok).toBe(true)
      const issues = issuesOf(JSON.stringify({ ...file, [list]: [...entries, first] }, undefined, 1))
      expect(issueAt(issues, `${list}.${first?.id}.id`).message).toBe(
        `The id "${first?.id}" is used more than once.`,
      )
    },
  )

  it.each(['', ' a', 'a b', 'ä', '-a', 'a.b', '*', 'a'.repeat(65)])('such as %j are refused', (id) => {
    const issues = issuesAfter((file) => Object.assign(entry(file.routes, 'flight'), { id }))
    expect(issues.some(({ path }) => path.startsWith('routes') && path.endsWith('.id'))).toBe(true)
  })
})

describe('pairs of values', () => {
  it('of a uniform load have to be in order', () => {
    const loads = { road: { kind: 'uniform', minKg: 9, maxKg: 2 } }
    const issues = issuesAfter((file) => Object.assign(entry(file.organisations, 'gamma'), { loads }))
    expect(issueAt(issues, 'organisations.gamma.loads.road.minKg')).toMatchObject({
      expected: 'minKg not above maxKg',
      found: '9',
    })
  })

  it('of opening hours have to differ', () => {
    const issues = issuesAfter((file) =>
      Object.assign(entry(file.checkpoints, 'pass_customs'), { openFromHour: 8, openUntilHour: 8 }),
    )
    expect(issueAt(issues, 'checkpoints.pass_customs.openUntilHour').expected).toBe('two different hours')
  })
})

describe('many mistakes', () => {
  it('are all reported at once, with the lines they stand on', () => {
    const file = drafted()
    Object.assign(entry(file.checkpoints, 'pass_customs'), { staff: -4, staf: 1, closedMonths: [0] })
    Object.assign(entry(file.legs, 'field_pass'), { mode: 'boat', to: 'nowhere' })
    Object.assign(entry(file.routes, 'flight'), { nodes: ['depot', 'junction'] })
    Object.assign(entry(file.organisations, 'gamma'), {
      loads: { road: { kind: 'fixed', kg: -1 } },
      routes: ['none'],
    })
    file.nodes.push({ ...(file.nodes[0] as Draft) })
    Object.assign(file, { startDate: 'soon', extra: true })
    const source = JSON.stringify(file, undefined, 1)
    const issues = issuesOf(source)
    const rows = source.split('\n')
    const wanted: [string, string][] = [
      ['checkpoints.pass_customs.staff', '"staff": -4'],
      ['checkpoints.pass_customs.staf', '"staf": 1'],
      ['checkpoints.pass_customs.closedMonths.0', '0'],
      ['legs.field_pass.mode', '"mode": "boat"'],
      ['legs.field_pass.to', '"to": "nowhere"'],
      ['routes.flight.nodes.1', '"junction"'],
      ['organisations.gamma.loads.road.kg', '"kg": -1'],
      ['organisations.gamma.routes.0', '"none"'],
      ['nodes.field.id', ''],
      ['startDate', '"startDate": "soon"'],
      ['extra', '"extra": true'],
    ]
    for (const [path, row] of wanted) {
      const at = issues.filter((issue) => issue.path === path)
      expect(at.length, `issues at ${path}`).toBeGreaterThan(0)
      expect(rows[(at[0]?.line ?? 0) - 1], path).toContain(row)
    }
  })

  it('are told once each', () => {
    const issues = issuesAfter((file) => {
      for (const post of file.checkpoints) Object.assign(post, { staff: -1 })
    })
    const lines = issues.map(issueText)
    expect(new Set(lines).size).toBe(lines.length)
    expect(lines).toHaveLength(rich().checkpoints.length)
  })

  it('never throw, whatever is put in place of a value', () => {
    const odd: unknown[] = [
      null,
      true,
      0,
      -1,
      '',
      'x',
      [],
      [null],
      {},
      { id: 3 },
      [[]],
      [{ id: 'a' }, { id: 'a' }],
    ]
    const at = (root: Draft, path: readonly string[], value: unknown): unknown => {
      const [key, ...rest] = path
      if (key === undefined) return value
      const copy = (Array.isArray(root) ? [...root] : { ...root }) as Draft
      copy[key] = at((root[key] ?? {}) as Draft, rest, value)
      return copy
    }
    const file = rich() as unknown as Draft
    const paths = [
      ...Object.keys(file).map((key) => [key]),
      ['nodes', '0'],
      ['nodes', '0', 'id'],
      ['nodes', '0', 'country'],
      ['legs', '0'],
      ['legs', '0', 'openMonths'],
      ['checkpoints', '0', 'handDetection'],
      ['commodities', '0', 'prices'],
      ['commodities', '0', 'prices', 'kind'],
      ['organisations', '0'],
      ['organisations', '0', 'supply'],
      ['organisations', '0', 'supply', '0'],
      ['organisations', '0', 'loads'],
      ['organisations', '0', 'routes'],
      ['organisations', '0', 'generatedRoutes'],
      ['routes', '0'],
      ['routes', '0', 'nodes'],
      ['teams'],
      ['teams', '0'],
      ['operations'],
      ['processingSites'],
      ['interventions'],
      ['interventions', '0'],
      ['variants'],
      ['evidence'],
    ]
    for (const path of paths)
      for (const value of odd)
        expect(
          () => parseScenario(JSON.stringify(at(file, path, value))),
          `${path.join('.')} = ${JSON.stringify(value)}`,
        ).not.toThrow()
  })
})

describe('a message', () => {
  it('shows a long value in short', () => {
    const issue = issueAt(
      issuesAfter((file) => Object.assign(file, { days: 'x'.repeat(5_000) })),
      'days',
    )
    expect(issue.found.length).toBeLessThanOrEqual(60)
  })

  it('is one line with place, message, expected and found', () => {
    const issue: ScenarioIssue = {
      path: 'days',
      message: 'Wrong.',
      expected: 'a number',
      found: '"x"',
      line: 3,
    }
    expect(issueText(issue)).toBe('days (line 3): Wrong. Expected a number; found "x".')
  })
})

describe('the types of a file', () => {
  it('let a file leave out what has a default', () => {
    const file: ScenarioFile = line([post('gate')])
    expect(validateScenario(file).ok).toBe(true)
  })
})
