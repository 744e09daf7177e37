/** Settings by path, in variants, locks, evidence and interventions: paths that lead nowhere, values that do not fit. */
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../../src/scenario'
import { drafted, entry, issueAt, issuesAfter } from '../../support/drafts'

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

  it('may name what the schema knows and the file leaves out, and countries of checkpoints that take that of their place', () => {
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
