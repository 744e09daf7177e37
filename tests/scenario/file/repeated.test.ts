/** Keys that one object of a file has more than once: only one of the values could count, so the author is asked. */
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../../src/scenario'
import { BUNDLED_BASES } from '../../support/bundled'
import { good, issuesOf } from '../../support/drafts'

const lineOf = (source: string, part: string) => source.slice(0, source.indexOf(part)).split('\n').length

describe('a key that stands twice', () => {
  it('is a mistake with its path and both lines, wherever it stands', () => {
    const source = good()
      .replace('"title": "Line",', '"title": "Line",\n "title": "Other",')
      .replace('"staff": 0', '"staff": 0,\n   "staff": 5')
    expect(issuesOf(source).map(({ path, line, message }) => [path, line, message])).toEqual([
      ['title', lineOf(source, '"Other"'), expect.stringMatching(/"title".*lines \d+ and \d+/)],
      ['checkpoints.gate.staff', lineOf(source, '"staff": 5'), expect.stringContaining('"staff"')],
    ])
  })

  it('is told each time that it stands again, and beside other mistakes', () => {
    const source = good().replace('"staff": 0', '"staff": 0, "staff": 5, "staff": -1')
    expect(issuesOf(source).map(({ message }) => message)).toEqual([
      expect.stringMatching(/more than once, on line \d+;/),
      'This value is out of range.',
    ])
    const spread = good().replace('"staff": 0', '"staff": 0,\n"staff": 5,\n"staff": 1')
    expect(issuesOf(spread)).toHaveLength(2)
  })

  it('is found however it is spelt', () => {
    expect(issuesOf(good().replace('"staff": 0', '"staff": 0, "sta\\u0066f": 5'))).toHaveLength(1)
  })

  it('is found in what nothing else reads: evidence, locks and settings', () => {
    const set = '"set": { "checkpoints.*.staff": 1, "checkpoints.*.staff": 2 }'
    const head = '"type": "contraflow-scenario", "formatVersion": 1, "id": "x", "title": "X"'
    const parsed = parseScenario(`{ ${head}, "extends": { "id": "two-routes" }, ${set} }`, BUNDLED_BASES)
    expect(parsed.ok ? [] : parsed.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining('"checkpoints.*.staff"'),
    ])
    const locks = good().replace('"title"', '"locks": {"nodes": "a", "nodes": "b"}, "title"')
    expect(issuesOf(locks)).toHaveLength(1)
  })

  it('is no mistake in different objects, or as a value', () => {
    const source = good().replace(
      '"title": "Line"',
      '"title": "title", "notes": "\\"staff\\": 1, \\"staff\\": 2"',
    )
    expect(parseScenario(source).ok).toBe(true)
  })
})
