/** The run in the page: it plays, stops, travels in time, and equals the engine's run outside the browser. */
import { describe, expect } from 'vitest'
import { parseScenario } from '../../src/scenario'
import { BUNDLED_BASES, bundledScenario, digestAfter } from '../support/bundled'
import {
  dayOf,
  digestOf,
  drop,
  mapPicture,
  openScenario,
  pause,
  reach,
  seek,
  settled,
  shows,
  titled,
} from './support/page'
import { drawnCharts, openDialog, picker, speedChoice, tables } from './support/parts'
import { it } from './support/visits'

describe('the run in the page', () => {
  it('opens on Central Asia, playing, without a dialog and without errors', async ({ visit }) => {
    const { page, problems } = await visit()
    await reach(page, 2)
    expect(await picker(page).getAttribute('value')).toBe('central-asia')
    expect(await openDialog(page).count()).toBe(0)
    expect(await page.getByTestId('seed').inputValue()).toBe(bundledScenario('central-asia').seed)
    expect(await page.getByTestId('dispatched').textContent()).not.toBe('0 kg')
    await drawnCharts(page).nth(1).waitFor()
    expect(problems).toEqual([])
  })

  it('moves the picture while it plays and keeps it still while it does not', async ({ visit }) => {
    const { page } = await visit()
    await reach(page, 3)
    const first = await mapPicture(page)
    await reach(page, (await dayOf(page)) + 1)
    expect(await mapPicture(page)).not.toBe(first)
    await pause(page)
    const still = await mapPicture(page)
    const day = await dayOf(page)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await mapPicture(page)).toBe(still)
    expect(await dayOf(page)).toBe(day)
  })

  it('shows the digest that the engine has outside the browser', async ({ visit }) => {
    const { page } = await visit()
    await pause(page)
    await seek(page, 75)
    expect(await digestOf(page)).toBe(digestAfter(bundledScenario('central-asia'), 75))
    await page.getByTestId('seed').fill('another')
    await page.getByTestId('seed').press('Enter')
    await page.waitForFunction(() => document.title.startsWith('•'))
    const other = digestAfter({ ...bundledScenario('central-asia'), seed: 'another' }, 75)
    await shows(page, other)
  })

  it('finds every day again exactly: back, forward and after a restart', async ({ visit }) => {
    const { page, problems } = await visit()
    await pause(page)
    await seek(page, 100)
    const digest = await digestOf(page)
    const delivered = await page.getByTestId('delivered').textContent()
    await seek(page, 12)
    const early = await digestOf(page)
    expect(early).not.toBe(digest)
    await seek(page, 100)
    expect(await digestOf(page)).toBe(digest)
    expect(await page.getByTestId('delivered').textContent()).toBe(delivered)
    await page.getByRole('button', { name: 'Restart from day 0' }).click()
    await settled(page, 0)
    await seek(page, 12)
    expect(await digestOf(page)).toBe(early)
    expect(problems).toEqual([])
  })

  it('travels back in time with thousands of shipments under way on long legs', async ({ visit }) => {
    const { page, problems } = await visit()
    const set = { 'legs.*.hours': 100, 'organisations.*.loads.road.kg': 1 }
    const file = {
      type: 'contraflow-scenario',
      formatVersion: 1,
      extends: { id: 'two-routes' },
      id: 'crowded',
      title: 'Crowded',
      set,
    }
    const content = JSON.stringify(file)
    const parsed = parseScenario(content, BUNDLED_BASES)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    await drop(page, 'crowded.json', content)
    await titled(page, 'Crowded')
    await pause(page)
    for (const day of [120, 47, 119, 75]) {
      await seek(page, day)
      expect(await digestOf(page)).toBe(digestAfter(parsed.scenario, day))
    }
    expect(problems).toEqual([])
  })

  it('steps by days, ends at the horizon and begins again from there', async ({ visit }) => {
    const { page } = await visit()
    await openScenario(page, 'line')
    await pause(page)
    await page.keyboard.press('End')
    const { days } = bundledScenario('line')
    await settled(page, days)
    expect(await digestOf(page)).toBe(digestAfter(bundledScenario('line'), days))
    await page.keyboard.press(',')
    await settled(page, days - 1)
    await page.keyboard.press('.')
    await settled(page, days)
    await page.keyboard.press(' ')
    await expect.poll(() => dayOf(page)).toBeLessThan(days)
  })

  it('has the keys again after a click, and after a place was found; the Tab key leaves them to a button', async ({
    visit,
  }) => {
    const { page } = await visit()
    await pause(page)
    const plays = (name: 'Play' | 'Pause') => page.getByRole('button', { name, exact: true }).waitFor()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.keyboard.press(' ')
    await plays('Pause')
    await speedChoice(page).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press(' ')
    await plays('Play')
    await page.keyboard.press('g')
    await page.keyboard.type('osh')
    await page.getByRole('option', { name: /Osh/ }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('t')
    await tables(page).waitFor()
    await page.keyboard.press('t')
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Zoom in')
    const picture = await mapPicture(page)
    await page.keyboard.press(' ')
    await expect.poll(() => mapPicture(page)).not.toBe(picture)
    await plays('Play')
  })
})
