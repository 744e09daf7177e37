/** Good files are read as they are; of bad ones every mistake is told at once, with its place; never an exception. */
import { describe, expect, it } from 'vitest'
import { issueText, parseScenario, type ScenarioFile, validateScenario } from '../../../src/scenario'
import { type Draft, drafted, entry, good, issuesAfter, issuesOf } from '../../support/drafts'
import { rich } from '../../support/rich'
import { checkpoint, line } from '../../support/scenarios'

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
      for (const checkpoint of file.checkpoints) Object.assign(checkpoint, { staff: -1 })
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

describe('the types of a file', () => {
  it('let a file leave out what has a default', () => {
    const file: ScenarioFile = line([checkpoint('gate')])
    expect(validateScenario(file).ok).toBe(true)
  })
})
