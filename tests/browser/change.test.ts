/** Changes in the page: parameters, undo, and what survives a reload. */

import { describe, expect } from 'vitest'
import { type Scenario, setAt } from '../../src/scenario'
import { bundledScenario, digestAfter } from '../support/bundled'
import { findings } from './support/axe'
import {
  chooseCheckpoint,
  dayOf,
  digestOf,
  otherDigest,
  pause,
  ready,
  seek,
  settled,
  shows,
  type,
} from './support/page'
import {
  dock,
  headline,
  panel,
  parameter,
  parameterField,
  resetButton,
  tabPanel,
  unsavedMark,
  whenChanged,
} from './support/parts'
import { it } from './support/visits'

const CHECKPOINT = 'ak_jol_x'
const STAFF = `checkpoints.${CHECKPOINT}.staff`
const CONVICTION = 'assumptions.convictionProbability'

function changed(scenario: Scenario, path: string, value: unknown): Scenario {
  const edited = setAt(scenario, path, value)
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  return edited.scenario
}

describe('a changed parameter', () => {
  it('computes the run anew up to the same day, and undo brings the former run back', async ({ visit }) => {
    const { page, problems } = await visit()
    await pause(page)
    await seek(page, 90)
    const before = await digestOf(page)
    await chooseCheckpoint(page, CHECKPOINT)
    const odds = await tabPanel(page, 'Checkpoint').getByTestId('derived').textContent()
    await type(page, STAFF, '400')
    const after = await otherDigest(page, before)
    const edited = setAt(bundledScenario('central-asia'), STAFF, 400)
    expect(edited.ok && digestAfter(edited.scenario, 90)).toBe(after)
    expect(await dayOf(page)).toBe(90)
    expect(await tabPanel(page, 'Checkpoint').getByTestId('derived').textContent()).not.toBe(odds)
    expect(await unsavedMark(page).isVisible()).toBe(true)
    await page.getByRole('tab', { name: 'Checkpoint' }).focus()
    await page.keyboard.press('Control+z')
    expect(await otherDigest(page, after)).toBe(before)
    expect(await unsavedMark(page).isVisible()).toBe(false)
    await page.keyboard.press('Control+y')
    expect(await otherDigest(page, before)).toBe(after)
    await resetButton(page, STAFF).click()
    expect(await otherDigest(page, after)).toBe(before)
    expect(problems).toEqual([])
  })

  it('is on show in paler ink until the run under it has been computed, which says how far it is', async ({
    visit,
  }) => {
    const { page } = await visit()
    await pause(page)
    await seek(page, 300)
    const before = await digestOf(page)
    const log = await page.evaluateHandle((former) => {
      const root = document.documentElement
      const said: string[] = []
      const textOf = (id: string) => document.querySelector(`[data-testid="${id}"]`)?.textContent ?? ''
      const wrong: string[] = []
      new MutationObserver(() => {
        if (root.hasAttribute('data-busy') && textOf('digest') !== former) wrong.push('new while busy')
        if (root.hasAttribute('data-busy')) said.push(textOf('progress'))
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
      return { said, wrong }
    }, before)
    await type(page, CONVICTION, '0.9')
    expect(await page.locator('html').getAttribute('data-busy')).toBe('')
    expect(await headline(page).getAttribute('aria-busy')).toBe('true')
    const after = await otherDigest(page, before)
    expect(after).toBe(digestAfter(changed(bundledScenario('central-asia'), CONVICTION, 0.9), 300))
    expect(await headline(page).getAttribute('aria-busy')).toBe('false')
    const { said, wrong } = await log.jsonValue()
    expect(wrong).toEqual([])
    const days = said.flatMap((words) => /^Computing day (\d+) of 300$/.exec(words)?.[1] ?? []).map(Number)
    expect(days.length).toBeGreaterThan(2)
    expect(days).toEqual(days.toSorted((a, b) => a - b))
  })

  it('continues from today, or starts at day 0 when the person wants so', async ({ visit }) => {
    const { page } = await visit()
    const central = bundledScenario('central-asia')
    const staffed = changed(central, STAFF, 400)
    const both = changed(staffed, CONVICTION, 0.9)
    await pause(page)
    await seek(page, 60)
    await whenChanged(page).selectOption('continue')
    await page.getByText('unchanged since day 0').waitFor()
    const strip = () => page.getByTestId('lanes').boundingBox()
    const narrow = await strip()
    await chooseCheckpoint(page, CHECKPOINT)
    await type(page, STAFF, '400')
    await page.getByText('changed on day 60', { exact: true }).waitFor()
    expect(await strip()).toEqual(narrow)
    await seek(page, 90)
    await shows(page, digestAfter(central, 90, [60, staffed]))
    await page.getByRole('tab', { name: 'Global' }).click()
    await type(page, CONVICTION, '0.9')
    await page.getByText('changed on day 60, 90', { exact: true }).waitFor()
    await seek(page, 100)
    await shows(page, digestAfter(central, 100, [60, staffed], [90, both]))
    const marks = page.getByRole('group', { name: 'Changes in the course of the run' }).getByRole('button')
    expect(await marks.count()).toBe(1)
    await marks.first().focus()
    const tip = page.getByRole('tooltip').filter({ visible: true })
    const told = (await tip.textContent()) ?? ''
    expect(told).toContain(
      'Day 60, 2 Mar 2009: Ak-Jol (KG) - Korday (KZ): Officers present 12 → 400 officers',
    )
    expect(told).toContain('Day 90, 1 Apr 2009: Conviction probability 0.5 → 0.9')
    expect(await findings(page, dock(page))).toEqual([])
    const undo = page.getByRole('button', { name: 'Undo' })
    const redo = page.getByRole('button', { name: 'Redo' })
    await undo.click()
    await shows(page, digestAfter(central, 100, [60, staffed]))
    await undo.click()
    await shows(page, digestAfter(central, 100))
    await page.getByText('unchanged since day 0').waitFor()
    await seek(page, 20)
    await redo.click()
    await shows(page, digestAfter(central, 20))
    await seek(page, 100)
    await shows(page, digestAfter(central, 100, [60, staffed]))
    await redo.click()
    await page.getByRole('button', { name: 'Recompute the whole run under the current scenario' }).click()
    await shows(page, digestAfter(both, 100))
    expect(await marks.count()).toBe(0)
    await undo.click()
    await shows(page, digestAfter(central, 100, [60, staffed], [90, both]))
    await whenChanged(page).selectOption('restart')
    await type(page, CONVICTION, '0.8')
    await settled(page, 0)
  })

  it('moves by keys on its slider, one step or ten', async ({ visit }) => {
    const { page } = await visit()
    await chooseCheckpoint(page, CHECKPOINT)
    const slider = parameter(page, STAFF).getByRole('slider')
    const field = parameterField(page, STAFF)
    const start = Number(await field.inputValue())
    await slider.focus()
    await slider.press('ArrowRight')
    expect(Number(await field.inputValue())).toBe(start + 1)
    await slider.press('Shift+ArrowRight')
    expect(Number(await field.inputValue())).toBe(start + 11)
  })

  it('stays as it was while something that it cannot be is in its field, which says what was expected', async ({
    visit,
  }) => {
    const { page, problems } = await visit()
    const fieldOf = (path: string) => parameterField(page, path)
    const faultOf = (path: string) => parameter(page, path).getByRole('alert')
    for (const [path, typed, expected] of [
      [CONVICTION, '7', 'Expected a number from 0 to 1; found 7.'],
      [CONVICTION, '-5', 'found -5'],
      [CONVICTION, 'abc', 'found abc'],
      [CONVICTION, '', 'found nothing'],
      ['days', '99999', 'Expected a whole number from 1 to 73\u202f000; found 99999.'],
      ['days', '12.7', 'found 12.7'],
      ['startDate', 'yesterday', 'a date'],
      ['startDate', '2010-02-29', 'There is no such date.'],
    ] as const) {
      await type(page, path, typed)
      expect(await faultOf(path).textContent(), typed).toContain(expected)
      expect(await fieldOf(path).inputValue()).toBe(typed)
      expect(await fieldOf(path).getAttribute('aria-invalid')).toBe('true')
      const described = (await fieldOf(path).getAttribute('aria-describedby')) ?? ''
      expect(described.split(' ')).toContain(await faultOf(path).getAttribute('id'))
      expect(await unsavedMark(page).isVisible()).toBe(false)
    }
    expect(await findings(page, panel(page))).toEqual([])
    await fieldOf(CONVICTION).press('Escape')
    expect(await fieldOf(CONVICTION).inputValue()).toBe('0.5')
    expect(await faultOf(CONVICTION).isVisible()).toBe(false)
    await type(page, CONVICTION, '0,8')
    expect(await fieldOf(CONVICTION).inputValue()).toBe('0.8')
    await type(page, CONVICTION, '50 %')
    expect(await fieldOf(CONVICTION).inputValue()).toBe('0.5')
    expect(await unsavedMark(page).isVisible()).toBe(false)
    expect(await fieldOf('days').inputValue()).toBe('12.7')
    expect(problems).toEqual([])
  })

  it('is found by the search field and survives a reload', async ({ visit }) => {
    const { page } = await visit()
    await page.keyboard.press('/')
    await page.keyboard.type('conviction')
    await type(page, CONVICTION, '0.9')
    await page.reload()
    await page.getByText('with the last step of its history').waitFor()
    await ready(page)
    expect(await unsavedMark(page).isVisible()).toBe(true)
    const field = parameterField(page, CONVICTION)
    expect(await field.inputValue()).toBe('0.9')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await field.inputValue()).toBe('0.5')
    expect(await unsavedMark(page).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Redo' }).click()
    expect(await field.inputValue()).toBe('0.9')
  })
})
