/** Access: no serious finding of axe in either theme, everything by keyboard, usable without a network. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundledScenario, digestAfter } from '../support/bundled'
import { findings } from './support/axe'
import {
  chooseCheckpoint,
  digestOf,
  openPage,
  openScenario,
  pause,
  reach,
  ready,
  seek,
  settled,
  startBrowser,
} from './support/page'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe('access', () => {
  for (const theme of ['dark', 'light'] as const) {
    it(`has no serious finding in the ${theme} theme, on any tab, with inspector and dialogs`, async () => {
      const { context, page } = await openPage(browser, { theme })
      await reach(page, 2)
      await pause(page)
      await page.locator('.chart-host canvas').nth(1).waitFor()
      expect(await findings(page)).toEqual([])
      await chooseCheckpoint(page, 'ak_jol_x')
      await page.getByRole('complementary', { name: 'Inspector' }).waitFor()
      expect(await findings(page)).toEqual([])
      for (const tab of ['Organisation', 'Network']) {
        await page.getByRole('tab', { name: tab }).click()
        expect(await findings(page)).toEqual([])
      }
      await page.keyboard.press('l')
      await page.getByRole('checkbox', { name: 'Flows' }).click()
      await page.keyboard.press('g')
      await page.keyboard.type('osh')
      await page.locator('#place-list').waitFor()
      expect(await findings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await page.locator('dialog[open]').waitFor()
      expect(await findings(page)).toEqual([])
      await context.close()
    })
  }

  it('leaves the map two fifths of a low window, a quarter beside open charts or tables, and every chart within reach below', async () => {
    for (const [width, height] of [
      [900, 700],
      [1024, 600],
      [1366, 768],
      [1366, 600],
      [1366, 480],
    ] as const) {
      const { context, page, problems } = await openPage(browser, { width, height })
      await pause(page)
      const map = await page.getByTestId('map').boundingBox()
      expect(map?.height ?? 0).toBeGreaterThan(0.4 * height)
      const chart = page.locator('.dock .chart-host canvas').last()
      await chart.scrollIntoViewIfNeeded()
      const box = await chart.boundingBox()
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height + 1)
      for (const key of ['c', 't']) {
        await page.keyboard.press(key)
        const transport = await page.locator('.transport').boundingBox()
        expect((transport?.y ?? height) + (transport?.height ?? 0)).toBeLessThan(height + 1)
        expect((await page.getByTestId('map').boundingBox())?.height ?? 0).toBeGreaterThan(height / 4)
      }
      expect(problems).toEqual([])
      await context.close()
    }
  })

  it('works by keyboard: play, step, speed, seek, help, search and close', async () => {
    const { context, page, problems } = await openPage(browser)
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
    const speed = page.locator('.speed')
    const before = Number(await speed.inputValue())
    await page.keyboard.press(']')
    await page.waitForFunction(
      (slow) => Number(document.querySelector<HTMLSelectElement>('.speed')?.value) > slow,
      before,
    )
    await page.keyboard.press('[')
    await page.waitForFunction(
      (slow) => Number(document.querySelector<HTMLSelectElement>('.speed')?.value) === slow,
      before,
    )
    await page.keyboard.press('?')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.keyboard.type('r.[')
    expect(await page.getByRole('searchbox').inputValue()).toBe('r.[')
    await settled(page, 1)
    expect(problems).toEqual([])
    await context.close()
  })

  it('works without a network after the first visit', async () => {
    const { context, page, problems } = await openPage(browser)
    await page.locator('html[data-offline="ready"]').waitFor()
    await context.setOffline(true)
    await page.reload()
    await ready(page)
    await pause(page)
    await seek(page, 20)
    expect(await digestOf(page)).toBe(digestAfter(bundledScenario('central-asia'), 20))
    await openScenario(page, 'two-routes')
    await page.waitForFunction(() => document.title.includes('Two equal routes'))
    expect(problems).toEqual([])
    await context.close()
  })

  it('stays within the window at every size', async () => {
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
      [1024, 768],
      [390, 844],
    ] as const) {
      const { context, page } = await openPage(browser, { width, height })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      const clipped = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.tile, .transport .icon-button, .tabs button')]
          .filter((element) => element.offsetWidth > 0 && element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.textContent),
      )
      expect(clipped).toEqual([])
      await context.close()
    }
  })
})
