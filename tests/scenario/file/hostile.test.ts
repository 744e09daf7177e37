/** Files that are small and cost much: the work of reading them grows with their size, and long lists of mistakes are cut. */
import { describe, expect, it } from 'vitest'
import { isoDateOf, parseIsoDate } from '../../../src/engine'
import { compileScenario, LIMITS, parseScenario } from '../../../src/scenario'
import { BUNDLED_BASES } from '../../support/bundled'
import { type Draft, drafted } from '../../support/drafts'
import { checkpoint, line } from '../../support/scenarios'

/** With work that grows with the square of the file, each of these would take minutes to hours. */
const MANY = 100_000
const LISTED = 100
const numbered = <T>(count: number, of: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => of(i))

function refusal(document: unknown, text = JSON.stringify(document)) {
  const parsed = parseScenario(text, BUNDLED_BASES)
  if (parsed.ok) throw new Error('the file was taken for good')
  for (const issue of parsed.issues)
    expect([issue.path, issue.message, issue.expected, issue.found].join('').length).toBeLessThan(1_500)
  return parsed
}

const derived = (changes: Draft) => ({
  type: 'contraflow-scenario',
  formatVersion: 1,
  extends: { id: 'two-routes' },
  id: 'x',
  title: 'X',
  ...changes,
})

describe('of many mistakes', () => {
  it('the first hundred are told and the others counted', () => {
    const file = drafted()
    Object.assign(file, Object.fromEntries(numbered(MANY, (i) => [`key${i}`, 1])))
    const { issues, unlisted } = refusal(file)
    expect([issues.length, unlisted]).toEqual([LISTED, MANY - LISTED])
  })

  it('those that refer to nothing are as many as there are', () => {
    const file = drafted()
    const leg = { mode: 'road', km: 1, hours: 1 }
    file.legs.push(...numbered(40_000, (i) => ({ id: `leg${i}`, from: `from${i}`, to: `to${i}`, ...leg })))
    const { issues, unlisted } = refusal(file)
    expect([issues.length, issues.length + unlisted]).toEqual([LISTED, 80_000])
  })

  it('a name that is meant is sought for those that are told only', () => {
    const file = drafted()
    file.nodes.push(...numbered(20_000 - 8, (i) => ({ ...file.nodes[0], id: `place_number_${i}` })))
    const [first] = file.routes
    const nodes = numbered(900, (i) => `place_numer_${i}`)
    file.routes.push(...numbered(50, (i) => ({ ...first, id: `route${i}`, nodes })))
    const { issues, unlisted } = refusal(file)
    expect(issues[0]?.expected).toContain('did you mean "place_number_0"?')
    expect(issues.length + unlisted).toBe(50 * 900)
  })

  it('lines are found in a text of very many lines', () => {
    const file = drafted()
    file.nodes.push(...numbered(2_000, (i) => ({ id: `n${i}`, lat: 95 })))
    const text = '\n'.repeat(400_000) + JSON.stringify(file)
    expect(refusal(undefined, text).issues.every((issue) => issue.line === 400_001)).toBe(true)
  })
})

describe('a path', () => {
  const long = `a${'.a'.repeat(MANY)}`

  it.each(['set', 'locks', 'evidence'])(
    'of a hundred thousand dots under %s is refused for its length',
    (part) => {
      const { issues } = refusal(derived({ [part]: { [long]: 1 } }))
      expect(issues[0]).toMatchObject({
        expected: 'at most 300 characters',
        found: `${long.length} characters`,
      })
    },
  )

  it('of brackets without an end is no path', () => {
    const { issues } = refusal(derived({ set: { [`nodes${'['.repeat(290)}`]: 1 } }))
    expect(issues[0]?.message).toContain('A path is written like')
  })

  it('is one of twenty thousand that are set one after another', () => {
    const ids = numbered(10_000, (i) => `post${i}`)
    const file = line([checkpoint('gate')])
    const base = { ...file, checkpoints: ids.map((id) => checkpoint(id, { node: 'gate' })) }
    const set = Object.fromEntries(
      ids.flatMap((id) => [
        [`checkpoints.${id}.staff`, 7],
        [`checkpoints.${id}.targeting`, 2],
      ]),
    )
    const bases = { known: ['line'], textOf: () => JSON.stringify(base) }
    const parsed = parseScenario(JSON.stringify(derived({ extends: { id: 'line' }, set })), bases)
    expect(parsed.ok && parsed.scenario.checkpoints.filter(({ staff }) => staff === 7)).toHaveLength(
      ids.length,
    )
  })
})

describe('a limit', () => {
  it('is told with what the file has', () => {
    const file = drafted()
    file.nodes.push(...numbered(LIMITS.nodes, (i) => ({ ...file.nodes[0], id: `n${i}` })))
    const found = refusal(file).issues.find(({ path }) => path === 'nodes')
    expect(found).toMatchObject({ expected: 'at most 20000 entries', found: '20008 entries' })
  })

  it('holds for dated changes of all interventions together', () => {
    const change = { target: 'checkpoints.pass_guard.staff', from: '2010-01-01', set: 4 }
    const changes = numbered(1_001, () => change)
    const interventions = ['a', 'b'].map((id) => ({ id, title: id, changes }))
    expect(refusal({ ...drafted(), interventions }).issues).toContainEqual({
      path: 'interventions',
      message: 'There are too many dated changes.',
      expected: 'at most 2000 entries',
      found: '2002',
      line: 1,
    })
  })
})

describe('dated changes of a large network', () => {
  const CHECKPOINTS = 100
  const ids = numbered(CHECKPOINTS, (i) => `post${i}`)
  const network = {
    ...line([checkpoint('gate')]),
    checkpoints: ids.map((id) => checkpoint(id, { node: 'gate' })),
    days: 4_000,
  }
  const dateOf = (day: number) => isoDateOf((parseIsoDate('2009-01-01') ?? 0) + day)
  const changing = (count: number, change: (i: number) => Draft) => ({
    ...network,
    interventions: [{ id: 'i', title: 'I', changes: numbered(count, change) }],
  })

  it('may be two thousand on as many days: each day is judged by what it changes', () => {
    const file = changing(1_999, (i) => ({
      target: `checkpoints.post${i % CHECKPOINTS}.staff`,
      from: dateOf(i),
      set: i % 40,
    }))
    const parsed = parseScenario(JSON.stringify(file))
    const spec = parsed.ok ? compileScenario(parsed.scenario) : undefined
    expect(spec?.regimes).toHaveLength(1_999)
    expect(new Set(spec?.regimes.map((regime) => regime.spec.legs)).size).toBe(1)
    const last = spec?.regimes.at(-1)?.spec.checkpoints
    const staffOf = (i: number) => last?.staff[last.ids.indexOf(`post${i}`)]
    expect([staffOf(0), staffOf(98), staffOf(99)]).toEqual([1_900 % 40, 1_998 % 40, 1_899 % 40])
  })

  it('are refused where they give more values than memory has room for', () => {
    const many = numbered(600, (i) => checkpoint(`post${i}`, { node: 'gate' }))
    const file = {
      ...changing(1_999, (i) => ({ target: 'checkpoints.*.staff', from: dateOf(i), set: i % 40 })),
      checkpoints: many,
    }
    const { issues } = refusal(file)
    expect(issues).toMatchObject([{ path: 'interventions', expected: 'at most 1000000', found: '2398800' }])
  })

  it('are judged on the day on which they close a place to all loads, and by what stands beside them', () => {
    const file = changing(2, (i) => ({
      target: `checkpoints.post${i}.${i === 0 ? 'openUntilHour' : 'openFromHour'}`,
      from: dateOf(10 + i),
      set: 12,
    }))
    const { issues } = refusal(file)
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^On 2009-01-12, .*The checkpoints at "gate"/),
    ])
  })
})

describe('the span of a run', () => {
  it.each([
    ['9999-12-31', 1, true],
    ['9999-12-31', 2, false],
    ['9999-01-01', 365, true],
    ['9999-01-01', 366, false],
    ['0001-01-01', 73_000, true],
  ])('from %s over %i days has a date for each day: %s', (startDate, days, ok) => {
    const file = { ...line([checkpoint('gate')]), startDate, days }
    expect(parseScenario(JSON.stringify(file)).ok).toBe(ok)
    if (!ok)
      expect(refusal(file).issues[0]).toMatchObject({
        path: 'startDate',
        expected: expect.stringContaining('earlier'),
      })
  })
})
