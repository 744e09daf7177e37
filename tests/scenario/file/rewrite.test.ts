/** Rewriting: fitted values enter a file and leave the rest of its text alone. */
import { describe, expect, it } from 'vitest'
import { parseScenario, rebasedText, rewrittenText, scenarioDigest } from '../../../src/scenario'
import { BUNDLED_BASES, bundledScenario, bundledText } from '../../support/bundled'

const fitted = { source: 'fit', confidence: 'fitted' } as const

describe('a rewritten text', () => {
  const source = bundledText('two-routes')

  it('has the values and their evidence, and every other line as it was', () => {
    const text = rewrittenText(source, [['checkpoints.north_post.interdictionOdds', 0.07]], {
      'checkpoints.north_post.interdictionOdds': fitted,
    })
    const parsed = parseScenario(text)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    expect(parsed.scenario.checkpoints.map((checkpoint) => checkpoint.interdictionOdds)).toEqual([0.07, 0.05])
    expect(parsed.scenario.evidence['checkpoints.north_post.interdictionOdds']).toEqual(fitted)
    const before = source.split('\n')
    const changed = text.split('\n').filter((row) => !before.includes(row))
    expect(changed.length).toBeLessThanOrEqual(3)
  })

  it('may gain a value that was left to its default', () => {
    const text = rewrittenText(source, [['commodities.goods.detectionFactor', 1.5]], {})
    const parsed = parseScenario(text)
    expect(parsed.ok && parsed.scenario.commodities[0]?.detectionFactor).toBe(1.5)
  })

  it('of a derived file says the values under `set`', () => {
    const derived = JSON.stringify({
      type: 'contraflow-scenario',
      formatVersion: 1,
      extends: { id: 'two-routes' },
      id: 'child',
      title: 'Child',
    })
    const text = rewrittenText(derived, [['checkpoints.north_post.interdictionOdds', 0.2]], {})
    expect(JSON.parse(text).set).toEqual({ 'checkpoints.north_post.interdictionOdds': 0.2 })
  })

  it('takes the present digest of its base', () => {
    const derived = JSON.stringify({ extends: { id: 'two-routes', digest: '0'.repeat(32) } })
    const text = rebasedText(derived, BUNDLED_BASES) ?? ''
    expect(JSON.parse(text).extends.digest).toBe(scenarioDigest(bundledScenario('two-routes')))
    expect(rebasedText('{"extends":{"id":"none"}}', BUNDLED_BASES)).toBeUndefined()
  })
})
