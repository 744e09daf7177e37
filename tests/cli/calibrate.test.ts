/** `calibrate` and `scenario` on real files. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarioDigest } from '../../src/scenario'
import { bundledScenario } from '../support/bundled'
import { call } from '../support/programs'

const folder = mkdtempSync(join(tmpdir(), 'contraflow-calibrate-'))
const header = { type: 'contraflow-scenario', formatVersion: 1, extends: { id: 'two-routes' }, title: 'Fit' }

function file(name: string, document: unknown): string {
  const path = join(folder, `${name}.json`)
  writeFileSync(path, `${JSON.stringify(document, undefined, 2)}\n`)
  return path
}

const fit = {
  ...header,
  id: 'fit',
  days: 120,
  targets: [
    {
      id: 'rate',
      title: 'Rate',
      measure: 'total.seizedKg',
      per: 'total.dispatchedKg',
      value: 0.1,
      low: 0.09,
      high: 0.11,
    },
    { id: 'delivered', title: 'Delivered', measure: 'total.deliveredKg', use: 'report' },
  ],
  freeParameters: [
    { id: 'odds', title: 'Odds', paths: ['checkpoints.*.interdictionOdds'], low: 0.5, high: 5 },
  ],
}

describe('calibrate', () => {
  it('fits, prints targets with residuals, writes the values and marks them as fitted', () => {
    const path = file('fit', fit)
    const { code, out } = call('calibrate', path, '--replications', '4', '--write')
    expect(code).toBe(0)
    for (const words of ['Levenberg-Marquardt', 'Rate', 'Odds', 'Reported, not fitted', 'zero-profit price'])
      expect(out).toContain(words)
    const written = JSON.parse(readFileSync(path, 'utf8'))
    // Both checkpoints alike: the rate is their odds.
    for (const checkpoint of ['north_post', 'south_post'])
      expect(Math.abs(written.set[`checkpoints.${checkpoint}.interdictionOdds`] - 0.1)).toBeLessThan(0.01)
    expect(written.evidence['checkpoints.*.interdictionOdds'].confidence).toBe('fitted')
    const checked = call('calibrate', path, '--check', '--json', '--replications', '4')
    const report = JSON.parse(checked.out)
    expect(checked.code).toBe(0)
    expect(report.met).toBeNull()
    expect(Math.abs(report.targets[0].mean - 0.1)).toBeLessThan(0.015)
  })

  it.each([
    [['scenarios/line.json'], 'no targets'],
    [
      [file('typo', { ...fit, id: 'typo', targets: [{ ...fit.targets[0], measure: 'total.seized' }] })],
      'total.seized',
    ],
    [
      [file('path', { ...fit, id: 'path', freeParameters: [{ ...fit.freeParameters[0], paths: ['seed'] }] })],
      'paths.0',
    ],
    [['a.json', 'b.json'], 'found 2'],
    [['--iterations', 'many'], '--iterations'],
    [['--check', '--write'], 'nothing to write'],
    [
      [file('aimless', { ...fit, id: 'aimless', targets: [{ ...fit.targets[1], use: 'fit' }] })],
      'a value, or a bound, above 0',
    ],
  ])('refuses %j', (args, words) => {
    const { code, err } = call('calibrate', ...args)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})

describe('scenario', () => {
  it('prints a derived file as differences, or whole on request', () => {
    const path = file('derived', { ...header, id: 'derived' })
    const short = JSON.parse(
      call('scenario', path, '--set', 'checkpoints.north_post.interdictionOdds=0.3').out,
    )
    expect(short.set).toEqual({ 'checkpoints.north_post.interdictionOdds': 0.3 })
    expect(short.extends.digest).toBe(scenarioDigest(bundledScenario('two-routes')))
    const whole = JSON.parse(call('scenario', path, '--whole').out)
    expect(whole.extends).toBeUndefined()
    expect(whole.nodes).toHaveLength(4)
  })

  it('brings the digest of a base up to date in place', () => {
    const path = file('stale', {
      ...header,
      id: 'stale',
      extends: { id: 'two-routes', digest: '0'.repeat(32) },
    })
    expect(call('simulate', path).err).toContain('has changed since')
    expect(call('scenario', '--rebase', path).code).toBe(0)
    expect(call('simulate', path, '--days', '2').code).toBe(0)
    expect(call('scenario', '--rebase', 'scenarios/line.json').code).toBe(2)
  })
})
