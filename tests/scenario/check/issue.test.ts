/** Messages: what an issue says of what was expected and what was found. */
import { describe, expect, it } from 'vitest'
import { issueText, type ScenarioIssue } from '../../../src/scenario'
import { type Draft, entry, issueAt, issuesAfter, issuesOf } from '../../support/drafts'

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
    expect(issueAt(issues, 'set').expected).toBe('this key only together with "extends"')
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
