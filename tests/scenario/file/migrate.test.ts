/** Older files: steps with names bring them up to the present version, and the reader is told. */
import { describe, expect, it } from 'vitest'
import { FORMAT_VERSION, NO_BASES, parseScenario, scenarioDigest } from '../../../src/scenario'
import { MIGRATIONS, type Migration, migrate } from '../../../src/scenario/file/migrate'
import { bundledText } from '../../support/bundled'

const text = bundledText('two-routes')
const present = parseScenario(text)

/** What a file of the version before the first one would look like, had the days of a run had another name in it. */
function olderText(days: string): string {
  const { days: length, ...file } = JSON.parse(text)
  return JSON.stringify({ ...file, formatVersion: FORMAT_VERSION - 1, [days]: length })
}

const renameDays: Migration = {
  to: FORMAT_VERSION,
  name: 'RenameDays',
  up: ({ length, ...file }) => ({ ...file, days: length }),
}
const shortenLength: Migration = {
  to: FORMAT_VERSION - 1,
  name: 'ShortenLength',
  up: ({ lengthInDays, ...file }) => ({ ...file, length: lengthInDays }),
}

describe('a file of an older version', () => {
  it('opens as the same scenario, with a notice of the version that it had', () => {
    const parsed = parseScenario(olderText('length'), NO_BASES, [renameDays])
    if (!parsed.ok || !present.ok) throw new Error('refused')
    expect(parsed.scenario).toEqual(present.scenario)
    expect(scenarioDigest(parsed.scenario)).toBe(scenarioDigest(present.scenario))
    expect(parsed.notices[0]).toContain(`version ${FORMAT_VERSION - 1}`)
    expect(parsed.notices.slice(1)).toEqual(present.notices)
  })

  it('passes through every step from its own version on', () => {
    const oldest = { ...JSON.parse(olderText('lengthInDays')), formatVersion: FORMAT_VERSION - 2 }
    const parsed = parseScenario(JSON.stringify(oldest), NO_BASES, [shortenLength, renameDays])
    expect(parsed.ok && present.ok && parsed.scenario).toEqual(present.ok && present.scenario)
  })

  it('is refused where its step leaves a mistake, at the place of the present version', () => {
    const parsed = parseScenario(olderText('duration'), NO_BASES, [renameDays])
    expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path)).toEqual(['duration'])
  })

  it('is refused where no step leads on from its version', () => {
    const parsed = parseScenario(olderText('days'))
    expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path)).toEqual(['formatVersion'])
  })
})

describe('the steps', () => {
  it('lead to the present version one by one, each under a name of its own', () => {
    expect(migrate({ formatVersion: FORMAT_VERSION }, MIGRATIONS).ok).toBe(true)
    const refusals: [migrations: Migration[], message: string][] = [
      [[renameDays, renameDays], 'leads to version'],
      [[shortenLength], 'leads to version'],
      [[renameDays, shortenLength], 'leads to version'],
      [[{ ...renameDays, to: FORMAT_VERSION + 1 }], 'leads to version'],
      [[{ ...shortenLength, name: renameDays.name }, renameDays], 'are called "RenameDays"'],
    ]
    for (const [migrations, message] of refusals)
      expect(() => migrate({ formatVersion: FORMAT_VERSION }, migrations)).toThrow(message)
  })
})
