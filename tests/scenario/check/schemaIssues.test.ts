/** Mistakes against the schema: values out of range, unknown keys, ids that are no ids or used twice, pairs that contradict. */
import { describe, expect, it } from 'vitest'
import { parseScenario, validateScenario } from '../../../src/scenario'
import { type Draft, drafted, entry, good, issueAt, issuesAfter, issuesOf } from '../../support/drafts'
import { rich } from '../../support/rich'

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
