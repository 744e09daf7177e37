/** `compare` on real files: the baseline it finds, what it prints, and what it refuses. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call } from '../support/programs'

const TWO_ROUTES = 'scenarios/two-routes.json'
const HARDER = 'checkpoints.north_post.interdictionOdds=0.15'
const folder = mkdtempSync(join(tmpdir(), 'contraflow-compare-'))
const derived = join(folder, 'harder.json')
writeFileSync(
  derived,
  JSON.stringify({
    type: 'contraflow-scenario',
    formatVersion: 1,
    extends: { id: 'two-routes' },
    id: 'harder',
    title: 'Harder north',
    set: { 'checkpoints.north_post.interdictionOdds': 0.15 },
  }),
)

function json(...args: string[]) {
  const { code, out } = call('compare', ...args, '--json')
  expect(code).toBe(0)
  return JSON.parse(out)
}

describe('compare', () => {
  it('sets a file beside itself under other settings, world by world', () => {
    const { code, out, err } = call(
      'compare',
      TWO_ROUTES,
      '--set',
      HARDER,
      '--replications',
      '4',
      '--days',
      '90',
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const words of [
      '4 pairs of worlds',
      '0 of 4 worlds have the same flows',
      'interdictionRate',
      'Displacement',
    ])
      expect(out).toContain(words)
  })

  it('sets a derived file beside its base, to the same end', () => {
    const options = ['--replications', '3', '--days', '60']
    const [a, b] = [json(derived, ...options), json(TWO_ROUTES, '--set', HARDER, ...options)]
    expect(a.baseline.id).toBe('two-routes')
    expect(a.current.id).toBe('harder')
    expect(a.measures).toEqual(b.measures)
    // D = 10,000 x 0.1 USD/kg at a noise of 1,000: 23.1 % of the flow goes to the other route.
    expect(Math.abs(a.displacement.byRoute.mean - 0.231)).toBeLessThan(0.05)
    expect(a.measures['byRoute.south.dispatchedKg'].rose).toBe(3)
  })

  it('tells what a kilogram kept from the market costs, or that none was kept', () => {
    const args = [TWO_ROUTES, '--replications', '5', '--days', '90']
    const staffed = json(...args, '--set', HARDER, '--set', 'checkpoints.*.staff=90')
    const { difference } = staffed.measures['total.enforcementUsd']
    const kept = -staffed.measures['total.deliveredKg'].difference.mean
    const { value, ci95 } = staffed.enforcementUsdPerKgKept
    expect(difference.mean).toBeGreaterThan(0)
    expect(value).toBeCloseTo(difference.mean / kept, 6)
    expect([ci95[0] < value, value < ci95[1]]).toEqual([true, true])
    expect(json(...args).enforcementUsdPerKgKept).toEqual({ value: null, ci95: [null, null] })
    expect(call('compare', ...args).out).toContain('none was kept, because deliveries did not fall')
  })

  it('gives no interval for a single pair of worlds', () => {
    const args = [TWO_ROUTES, '--set', HARDER, '--replications', '1', '--days', '60']
    const { difference } = json(...args).measures['total.seizedKg']
    expect(difference).toMatchObject({ sd: null, ci95: [null, null] })
    const { out } = call('compare', ...args)
    expect(out).not.toContain(' .. ')
    expect(out).toMatch(/ byRoute|By route +[\d.]+ % +-/)
  })

  it('finds nothing where nothing was changed', () => {
    const report = json(TWO_ROUTES, '--replications', '2', '--days', '30')
    expect(report.identicalWorlds).toBe(2)
    expect(report.displacement.byRoute.mean).toBe(0)
  })

  it('writes every difference as CSV', () => {
    const file = join(folder, 'differences.csv')
    call('compare', derived, '--replications', '2', '--days', '30', '--csv', file)
    const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\n')
    expect(head).toBe('group,entity,measure,baseline,current,difference,lower95,upper95,fell,rose,pairs')
    expect(rows.find((row) => row.startsWith('total,,seizedKg,'))).toMatch(/,2$/)
  })

  it.each([
    [[derived, '--baseline', join(folder, 'none.json')], 'none.json'],
    [[TWO_ROUTES, '--series', 'x.csv'], '--series'],
    [[TWO_ROUTES, '--from', '1999-01-01'], '--from'],
    [[TWO_ROUTES, '--enable', 'nothing'], 'nothing'],
    [[], 'Name one scenario file'],
  ])('refuses %j', (args, words) => {
    const { code, err } = call('compare', ...args)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})
