/** Changes in the page: parameters, undo, files with and without mistakes, what survives a reload. */
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseScenario, scenarioDigest, setAt } from '../../src/scenario'
import { BUNDLED_BASES, bundledScenario, bundledText, digestAfter } from '../support/bundled'
import {
  chooseCheckpoint,
  dayOf,
  digestOf,
  drop,
  openPage,
  otherDigest,
  parameter,
  pause,
  reach,
  ready,
  seek,
  settled,
  startBrowser,
  type,
} from './support/page'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

const POST = 'ak_jol_x'
const STAFF = `checkpoints.${POST}.staff`

describe('a changed parameter', () => {
  it('computes the run anew up to the same day, and undo brings the former run back', async () => {
    const { context, page, problems } = await openPage(browser)
    await pause(page)
    await seek(page, 90)
    const before = await digestOf(page)
    await chooseCheckpoint(page, POST)
    const odds = await page.locator('#tab-panel-checkpoint .derived').textContent()
    await type(page, STAFF, '400')
    const after = await otherDigest(page, before)
    const edited = setAt(bundledScenario('central-asia'), STAFF, 400)
    expect(edited.ok && digestAfter(edited.scenario, 90)).toBe(after)
    expect(await dayOf(page)).toBe(90)
    expect(await page.locator('#tab-panel-checkpoint .derived').textContent()).not.toBe(odds)
    expect(await page.locator('.unsaved').isVisible()).toBe(true)
    await page.getByRole('tab', { name: 'Checkpoint' }).focus()
    await page.keyboard.press('Control+z')
    expect(await otherDigest(page, after)).toBe(before)
    expect(await page.locator('.unsaved').isVisible()).toBe(false)
    await page.keyboard.press('Control+y')
    expect(await otherDigest(page, before)).toBe(after)
    await parameter(page, STAFF).locator('.row-reset').click()
    expect(await otherDigest(page, after)).toBe(before)
    expect(problems).toEqual([])
    await context.close()
  })

  it('continues from today or starts at day 0 when the person wants so', async () => {
    const { context, page } = await openPage(browser)
    await pause(page)
    await seek(page, 60)
    await chooseCheckpoint(page, POST)
    await page.locator('.when-changed select').selectOption('continue')
    await type(page, STAFF, '400')
    await page.locator('.digest-line', { hasText: 'changed on day 60' }).waitFor()
    await page.keyboard.press('Escape')
    await seek(page, 61)
    const unchanged = digestAfter(bundledScenario('central-asia'), 61)
    expect(await digestOf(page)).not.toBe(unchanged)
    await page.locator('.when-changed select').selectOption('restart')
    await type(page, STAFF, '300')
    await settled(page, 0)
    await context.close()
  })

  it('moves by keys on its slider, one step or ten', async () => {
    const { context, page } = await openPage(browser)
    await chooseCheckpoint(page, POST)
    const slider = parameter(page, STAFF).getByRole('slider')
    const field = parameter(page, STAFF).locator('input:not([type="range"])')
    const start = Number(await field.inputValue())
    await slider.focus()
    await slider.press('ArrowRight')
    expect(Number(await field.inputValue())).toBe(start + 1)
    await slider.press('Shift+ArrowRight')
    expect(Number(await field.inputValue())).toBe(start + 11)
    await context.close()
  })

  it('restores the value when nonsense is typed, and keeps within the limits', async () => {
    const { context, page, problems } = await openPage(browser)
    await chooseCheckpoint(page, POST)
    const field = parameter(page, STAFF).locator('input:not([type="range"])')
    const start = await field.inputValue()
    await type(page, STAFF, 'a few')
    expect(await field.inputValue()).toBe(start)
    await type(page, STAFF, '999999')
    expect(await field.inputValue()).toBe('2000')
    await page.getByRole('tab', { name: 'Global' }).click()
    await type(page, 'startDate', '2009-02-31')
    await page.getByRole('alert').waitFor()
    expect(await parameter(page, 'startDate').locator('input').inputValue()).toBe('2009-01-01')
    expect(problems).toEqual([])
    await context.close()
  })

  it('is found by the search field and survives a reload', async () => {
    const { context, page } = await openPage(browser)
    await page.keyboard.press('/')
    await page.keyboard.type('conviction')
    await type(page, 'assumptions.convictionProbability', '0.9')
    await page.waitForFunction(() => sessionStorage.length > 0)
    await page.reload()
    await ready(page)
    expect(await page.locator('.unsaved').isVisible()).toBe(true)
    expect(
      await parameter(page, 'assumptions.convictionProbability').locator('input').last().inputValue(),
    ).toBe('0.9')
    await context.close()
  })
})

describe('a file', () => {
  it('with mistakes shows them all and leaves the run alone', async () => {
    const { context, page, problems } = await openPage(browser)
    await reach(page, 3)
    const { checkpoints, ...rest } = JSON.parse(bundledText('line'))
    const [first, ...others] = checkpoints
    const broken = { ...rest, checkpoints: [{ ...first, staff: -4, stuff: 1, node: 'nowhere' }, ...others] }
    await drop(page, 'broken.json', JSON.stringify(broken, undefined, 2))
    const dialog = page.getByTestId('issues')
    await dialog.waitFor()
    const rows = await dialog.locator('tbody tr').allTextContents()
    expect(rows.some((row) => row.includes(`checkpoints.${first.id}.staff`) && row.includes('-4'))).toBe(true)
    expect(rows.some((row) => row.includes('stuff'))).toBe(true)
    expect(rows.some((row) => row.includes('nowhere'))).toBe(true)
    expect(await page.locator('.picker').getAttribute('value')).toBe('central-asia')
    const day = await dayOf(page)
    await reach(page, day + 1)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await drop(page, 'empty.json', '')
    await dialog.waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  it('without mistakes is opened, and what is saved opens again as the same scenario', async () => {
    const { context, page } = await openPage(browser)
    await drop(page, 'mine.json', bundledText('two-routes'))
    await page.waitForFunction(() => document.title.includes('Two equal routes'))
    await pause(page)
    await seek(page, 40)
    expect(await digestOf(page)).toBe(digestAfter(bundledScenario('two-routes'), 40))
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+s')
    const path = await (await download).path()
    const saved = parseScenario(await readFile(path, 'utf8'))
    expect(saved.ok && digestAfter(saved.scenario, 40)).toBe(await digestOf(page))
    await context.close()
  })

  it('that extends a bundled scenario runs over it and is saved as differences', async () => {
    const { context, page } = await openPage(browser)
    const derived = {
      type: 'contraflow-scenario',
      formatVersion: 1,
      extends: { id: 'two-routes' },
      id: 'harder',
      title: 'Harder north',
      set: { 'checkpoints.north_post.interdictionOdds': 0.2 },
    }
    await drop(page, 'harder.json', JSON.stringify(derived))
    await page.waitForFunction(() => document.title.includes('Harder north'))
    await pause(page)
    await seek(page, 40)
    const expected = parseScenario(JSON.stringify(derived), BUNDLED_BASES)
    expect(expected.ok && digestAfter(expected.scenario, 40)).toBe(await digestOf(page))
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+s')
    const saved = JSON.parse(await readFile(await (await download).path(), 'utf8'))
    expect(saved.set).toEqual(derived.set)
    expect(saved.extends).toEqual({ id: 'two-routes', digest: scenarioDigest(bundledScenario('two-routes')) })
    expect(saved.nodes).toBeUndefined()
    await drop(page, 'orphan.json', JSON.stringify({ ...derived, extends: { id: 'two-rutes' } }))
    const dialog = page.getByTestId('issues')
    await dialog.waitFor()
    expect(await dialog.textContent()).toContain('did you mean "two-routes"?')
    await context.close()
  })
})
