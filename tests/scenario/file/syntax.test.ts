/** Texts that are no scenario: not JSON, of another kind, too large, nested too deeply or with hostile keys. */
import { describe, expect, it } from 'vitest'
import { LIMITS, parseScenario, sizeIssue } from '../../../src/scenario'
import { type Draft, entry, good, issueAt, issuesAfter, issuesOf } from '../../support/drafts'

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
    const [issue, ...others] = issuesOf(`${' '.repeat(LIMITS.file)}{}`)
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

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('with the key %s are refused', (key) => {
    const inner = good().replace('"staff": 0', `"${key}": { "staff": 9 }`)
    expect(issuesOf(inner)[0]).toMatchObject({ path: `checkpoints.gate.${key}`, found: `"${key}"` })
    expect(issuesOf(`{"${key}": {"polluted": true}}`)).toContainEqual(expect.objectContaining({ path: key }))
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
