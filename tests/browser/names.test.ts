/** A file whose ids are words of the programming language: its places are opened and edited like any other. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkpoint, parallel } from '../support/scenarios'
import { drop, openPage, pause, seek, startBrowser } from './support/page'

const NAMES = ['toString', 'valueOf', 'constructor', 'hasOwnProperty']

function file() {
  const plain = parallel(NAMES.map((id) => checkpoint(id, { name: `Post ${id}`, interdictionOdds: 0.2 })))
  return JSON.stringify({ ...plain, title: 'Odd ids' })
}

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe('a file with ids such as toString', () => {
  it('is run, its places stand in the tables, and each has its card in the inspector', async () => {
    const { page, problems } = await openPage(browser, { reducedMotion: 'reduce' })
    await drop(page, 'odd-ids.json', file())
    await page.getByText('Odd ids').first().waitFor({ state: 'attached' })
    expect(await page.getByTestId('issues').count()).toBe(0)
    await pause(page)
    await seek(page, 30)
    await page.keyboard.press('t')
    const tables = page.getByRole('region', { name: 'Tables of the map' })
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    for (const name of NAMES) {
      await tables.locator('tbody tr:visible th button').getByText(name, { exact: true }).press('Enter')
      await expect.poll(() => inspector.getByRole('heading', { level: 2 }).innerText()).toBe(name)
      expect(await inspector.innerText()).not.toMatch(/native code|undefined|NaN/)
    }
    expect(problems).toEqual([])
  })
})
