/** Access: no serious finding of axe in either theme, everything by keyboard, usable without a network. */
import { describe, expect } from 'vitest'
import { bundledScenario, digestAfter } from '../support/bundled'
import { findings } from './support/axe'
import {
  chooseCheckpoint,
  digestOf,
  openScenario,
  pause,
  reach,
  ready,
  seek,
  settled,
  titled,
} from './support/page'
import { dock, drawnCharts, inspector, openDialog, speedChoice, tiles, transport } from './support/parts'
import { it } from './support/visits'

describe('access', () => {
  for (const theme of ['dark', 'light'] as const) {
    it(`has no serious finding in the ${theme} theme, on any tab, with inspector and dialogs`, async ({
      visit,
    }) => {
      const { page } = await visit({ theme })
      await reach(page, 2)
      await pause(page)
      await drawnCharts(page).nth(1).waitFor()
      expect(await findings(page)).toEqual([])
      await chooseCheckpoint(page, 'ak_jol_x')
      await inspector(page).waitFor()
      expect(await findings(page)).toEqual([])
      for (const tab of ['Organisation', 'Network']) {
        await page.getByRole('tab', { name: tab }).click()
        expect(await findings(page)).toEqual([])
      }
      await page.keyboard.press('l')
      await page.getByRole('checkbox', { name: 'Flows' }).click()
      await page.keyboard.press('g')
      await page.keyboard.type('osh')
      await page.getByRole('listbox', { name: 'Places, checkpoints and routes' }).waitFor()
      expect(await findings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await openDialog(page).waitFor()
      expect(await findings(page)).toEqual([])
    })
  }

  it('leaves the map two fifths of a low window, a quarter beside open charts or tables, and every chart within reach below', async ({
    visit,
  }) => {
    for (const [width, height] of [
      [900, 700],
      [1024, 600],
      [1366, 768],
      [1366, 600],
      [1366, 480],
    ] as const) {
      const { page, problems } = await visit({ width, height })
      await pause(page)
      const map = await page.getByTestId('map').boundingBox()
      expect(map?.height ?? 0).toBeGreaterThan(0.4 * height)
      const chart = drawnCharts(dock(page)).last()
      await chart.scrollIntoViewIfNeeded()
      const box = await chart.boundingBox()
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height + 1)
      for (const key of ['c', 't']) {
        await page.keyboard.press(key)
        const controls = await transport(page).boundingBox()
        expect((controls?.y ?? height) + (controls?.height ?? 0)).toBeLessThan(height + 1)
        expect((await page.getByTestId('map').boundingBox())?.height ?? 0).toBeGreaterThan(height / 4)
      }
      expect(problems).toEqual([])
    }
  })

  it('works by keyboard: play, step, speed, seek, help, search and close', async ({ visit }) => {
    const { page, problems } = await visit()
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    await page.keyboard.press('Home')
    await settled(page, 0)
    await page.keyboard.press('.')
    await settled(page, 1)
    await page.keyboard.press('.')
    await settled(page, 2)
    await page.keyboard.press(',')
    await settled(page, 1)
    const speed = speedChoice(page)
    const before = Number(await speed.inputValue())
    await page.keyboard.press(']')
    await expect.poll(async () => Number(await speed.inputValue())).toBeGreaterThan(before)
    await page.keyboard.press('[')
    await expect.poll(async () => Number(await speed.inputValue())).toBe(before)
    await page.keyboard.press('?')
    await openDialog(page).waitFor()
    await page.keyboard.press('Escape')
    await openDialog(page).waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.keyboard.type('r.[')
    expect(await page.getByRole('searchbox').inputValue()).toBe('r.[')
    await settled(page, 1)
    expect(problems).toEqual([])
  })

  it('works without a network after the first visit', async ({ visit }) => {
    const { context, page, problems } = await visit()
    await page.locator('html[data-offline="ready"]').waitFor()
    await context.setOffline(true)
    await page.reload()
    await ready(page)
    await pause(page)
    await seek(page, 20)
    expect(await digestOf(page)).toBe(digestAfter(bundledScenario('central-asia'), 20))
    await openScenario(page, 'two-routes')
    await titled(page, 'Two equal routes')
    expect(problems).toEqual([])
  })

  it('stays within the window at every size', async ({ visit }) => {
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
      [1024, 768],
      [390, 844],
    ] as const) {
      const { page } = await visit({ width, height })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      for (const part of [
        tiles(page),
        transport(page).getByRole('button').and(page.getByTitle(/./)),
        page.getByRole('tab'),
      ]) {
        expect(await part.count()).toBeGreaterThan(0)
        const clipped = await part.evaluateAll((all: HTMLElement[]) =>
          all
            .filter((element) => element.offsetWidth > 0 && element.scrollWidth > element.clientWidth + 1)
            .map((element) => element.textContent),
        )
        expect(clipped).toEqual([])
      }
    }
  })
})
