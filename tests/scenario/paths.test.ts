/** Paths into a scenario: by id, index, selector and star; unknown ones name the nearest. */
import { describe, expect, it } from 'vitest'
import { type Edited, getAt, type Scenario, setAll, setAt, withVariant } from '../../src/scenario'
import { nearestOf } from '../../src/scenario/check/issue'
import { applied } from '../../src/scenario/paths'
import { rich } from '../support/rich'
import { scenarioOf } from '../support/scenarios'

const scenario = scenarioOf(rich())

function edited(result: Edited): Scenario {
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.scenario
}

function issueOf(result: Edited) {
  if (result.ok) throw new Error('the setting was accepted')
  expect(result.issues).toHaveLength(1)
  return result.issues[0]
}

const staffOf = (changed: Scenario) =>
  Object.fromEntries(changed.checkpoints.map(({ id, staff }) => [id, staff]))

describe('a path', () => {
  it.each([
    ['days', 400],
    ['assumptions.reviewDays', 5],
    ['checkpoints.pass_customs.staff', 12],
    ['checkpoints.pass_customs.handDetection.road', 0.3],
    ['organisations.alpha.supply.1.kgPerDay', 4.25],
    ['legs.field_trail.openMonths.0', 5],
    ['commodities.goods.prices.node.city', 22_000],
    ['checkpoints[node=port].staff', 30],
  ])('%s leads to %j', (path, value) => {
    expect(getAt(scenario, path)).toBe(value)
    expect(setAt(scenario, path, value)).toEqual({ ok: true, scenario, changes: [] })
  })

  it('with a selector reaches the entries that match, and no others', () => {
    const changed = staffOf(edited(setAt(scenario, 'checkpoints[country=XC].staff', 77)))
    const before = staffOf(scenario)
    for (const [id, staff] of Object.entries(changed))
      expect(staff, id).toBe(['port_customs', 'city_airport'].includes(id) ? 77 : before[id])
  })

  it('with two selectors reaches the entries that match both', () => {
    const changed = staffOf(edited(setAt(scenario, 'checkpoints[country=XA][node=pass].staff', 77)))
    expect(Object.values(changed).filter((staff) => staff === 77)).toHaveLength(2)
    expect(changed.depot_gate).not.toBe(77)
  })

  it('with a star reaches all entries, at any depth', () => {
    const all = edited(setAt(scenario, 'checkpoints.*.staff', 5))
    expect(new Set(Object.values(staffOf(all)))).toEqual(new Set([5]))
    const growth = edited(setAt(scenario, 'organisations.*.supply.*.yearlyGrowth', 0.125))
    expect(
      growth.organisations.flatMap(({ supply }) => supply.map(({ yearlyGrowth }) => yearlyGrowth)),
    ).toEqual([0.125, 0.125, 0.125, 0.125])
  })

  it('may name an optional parameter that is not there yet, and remove it again', () => {
    const set = edited(setAt(scenario, 'checkpoints.pass_customs.interdictionOdds', 0.5))
    expect(getAt(set, 'checkpoints.pass_customs.interdictionOdds')).toBe(0.5)
    const removed = edited(setAt(set, 'checkpoints.pass_customs.interdictionOdds', undefined))
    expect(removed).toEqual(scenario)
  })

  it('to nothing answers undefined when it is read', () => {
    for (const path of [
      'checkpoints.none.staff',
      'nothing',
      'checkpoints[country=ZZ].staff',
      'days.x',
      '',
      '..',
    ])
      expect(getAt(scenario, path), path).toBeUndefined()
  })
})

describe('a setting', () => {
  it('leaves the scenario that it started from untouched', () => {
    const before = JSON.stringify(scenario)
    edited(setAt(scenario, 'checkpoints.*.handDetection.road', 0.9))
    expect(JSON.stringify(scenario)).toBe(before)
  })

  it.each([
    ['checkpoints.pass_custom.staff', 'pass_customs'],
    ['checkpoints.pass_customs.staf', 'staff'],
    ['checkpoint.pass_customs.staff', 'checkpoints'],
    ['organisations.alpha.learning.memorydays', 'memoryDays'],
    ['assumptions.reviewDay', 'reviewDays'],
  ])('of the unknown %s names the nearest, %s', (path, nearest) => {
    expect(issueOf(setAt(scenario, path, 1))?.expected).toContain(`did you mean "${nearest}"?`)
  })

  it.each([
    'checkpoints[country=ZZ].staff',
    'checkpoints.*.nothing.at.all',
    'organisations.alpha.supply.9.kgPerDay',
  ])('of %s, which matches nothing, is refused', (path) => {
    expect(issueOf(setAt(scenario, path, 1))?.message).toBe(`"${path}" matches nothing in this scenario.`)
  })

  it.each([
    '',
    '.',
    'checkpoints..staff',
    'checkpoints[country].staff',
    'a b',
    '[id=3]',
    'checkpoints.pass_customs.staff ',
  ])('of %j, which is no path, is refused with an example of one', (path) => {
    expect(issueOf(setAt(scenario, path, 1))?.message).toContain('checkpoints.ak_jol_x.staff')
  })

  it.each([
    ['checkpoints.pass_customs.staff', -1],
    ['checkpoints.pass_customs.staff', 'many'],
    ['checkpoints.pass_customs.node', 'nowhere'],
    ['routes.flight.nodes', ['depot', 'junction']],
    ['commodities.goods.prices', {}],
    ['__proto__', {}],
    ['checkpoints.pass_customs.__proto__', {}],
  ])('of %s to %j is checked like a file', (path, value) => {
    const result = setAt(scenario, path, value)
    expect(result.ok).toBe(false)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('that removes a value with a default brings the default back', () => {
    expect(staffOf(edited(setAt(scenario, 'checkpoints.pass_customs.staff', undefined))).pass_customs).toBe(
      20,
    )
    expect(setAt(scenario, 'checkpoints.pass_customs.node', undefined).ok).toBe(false)
  })

  it('may pass through a state that would be wrong on its own', () => {
    const changed = edited(
      setAll(scenario, [
        ['checkpoints.pass_customs.openFromHour', 20],
        ['checkpoints.pass_customs.openUntilHour', 6],
      ]),
    )
    expect(getAt(changed, 'checkpoints.pass_customs.openUntilHour')).toBe(6)
  })

  it('that comes later wins, and every wrong one is reported', () => {
    const changed = setAll(scenario, [
      ['checkpoints.*.staff', 3],
      ['checkpoints.pass_customs.staff', 9],
    ])
    expect(staffOf(edited(changed))).toMatchObject({ pass_customs: 9, port_customs: 3 })
    const wrong = setAll(scenario, [
      ['checkpoints.x.staff', 3],
      ['days', 10],
      ['nodes.y.lat', 3],
    ])
    expect(wrong.ok ? [] : wrong.issues.map(({ path }) => path)).toEqual([
      'checkpoints.x.staff',
      'nodes.y.lat',
    ])
  })
})

describe('a variant', () => {
  const varied = scenarioOf({
    ...rich(),
    variants: [{ id: 'guarded', title: 'Guarded', set: { 'checkpoints[country=XA].staff': 50, days: 99 } }],
  })

  it('applies all its settings', () => {
    const changed = edited(withVariant(varied, 'guarded'))
    expect(changed.days).toBe(99)
    expect(staffOf(changed)).toMatchObject({
      pass_customs: 50,
      pass_guard: 50,
      depot_gate: 50,
      port_customs: 30,
    })
  })

  it('that is unknown is refused with the nearest', () => {
    expect(issueOf(withVariant(varied, 'guardedd'))?.expected).toContain('did you mean "guarded"?')
  })
})

describe('the nearest name', () => {
  it('is suggested when it is near enough to be meant', () => {
    expect(nearestOf('staf', ['staff', 'targeting'])).toBe('staff')
    expect(nearestOf('zzzzzz', ['staff', 'targeting'])).toBeUndefined()
    expect(nearestOf('staf', [])).toBeUndefined()
  })
})

describe('settings by path', () => {
  it('give no more values than they may: the first that would is told, and nothing after it is done', () => {
    const root = { nodes: ['a', 'b', 'c'].map((id) => ({ id, dwellHours: 0 })) }
    const settings = [
      ['nodes.a.dwellHours', 1],
      ['nodes.*.dwellHours', 2],
      ['nodes.b.dwellHours', 3],
    ] as const
    expect(applied(root, settings, 5)).toMatchObject({ values: 5, excess: [] })
    const { document, values, excess } = applied(root, settings, 3)
    expect(document).toEqual({ nodes: ['a', 'b', 'c'].map((id) => ({ id, dwellHours: Number(id === 'a') })) })
    expect(values).toBe(4)
    expect(excess.map(({ path, message }) => [path, message])).toEqual([
      ['nodes.*.dwellHours', 'Settings by path give too many values in all.'],
    ])
  })
})
