/** Locks: documentation that names what may not be changed, and why. */
import { describe, expect, it } from 'vitest'
import { lockIndexOf, lockOn, scenarioDigest, validateScenario } from '../../src/scenario'
import { checkpoint, line, scenarioOf } from '../support/scenarios'

const open = line([checkpoint('a', { staff: 3 }), checkpoint('b', { staff: 4, country: 'XB' })])
const locked = (locks: Record<string, string>) => scenarioOf({ ...open, locks })

describe('a lock', () => {
  it('holds for the value it names, for all values under it, and for every place of a selector', () => {
    const index = lockIndexOf(
      locked({ 'checkpoints.a.staff': 'one', 'checkpoints[country=XB]': 'two', 'assumptions.*': 'three' }),
    )
    expect(lockOn(index, 'checkpoints.a.staff')).toBe('one')
    expect(lockOn(index, 'checkpoints.a.targeting')).toBeUndefined()
    expect(lockOn(index, 'checkpoints.b.handDetection.road')).toBe('two')
    expect(lockOn(index, 'assumptions.reviewDays')).toBe('three')
    expect(lockOn(index, 'seed')).toBeUndefined()
  })

  it('on an optional value holds before the value is set', () => {
    const index = lockIndexOf(locked({ 'checkpoints.a.interdictionOdds': 'fixed by the lesson' }))
    expect(lockOn(index, 'checkpoints.a.interdictionOdds')).toBe('fixed by the lesson')
  })

  it('changes no digest', () => {
    expect(scenarioDigest(locked({ 'checkpoints.*.staff': 'given' }))).toBe(scenarioDigest(scenarioOf(open)))
  })

  it('that leads nowhere, or gives no reason, is a mistake', () => {
    const lost = validateScenario({ ...open, locks: { 'checkpoints.c.staff': 'given' } })
    expect(!lost.ok && lost.issues.map(({ path }) => path)).toEqual(['locks.checkpoints.c.staff'])
    const mute = validateScenario({ ...open, locks: { 'checkpoints.a.staff': '' } })
    expect(!mute.ok && mute.issues.map(({ path }) => path)).toEqual(['locks.checkpoints.a.staff'])
  })
})
