/** A file whose ids are words of the programming language: its places are opened and edited like any other. */
import { describe, expect } from 'vitest'
import { checkpoint, parallel } from '../support/scenarios'
import { drop, pause, seek } from './support/page'
import { inspector, tables } from './support/parts'
import { it } from './support/visits'

const NAMES = ['toString', 'valueOf', 'constructor', 'hasOwnProperty']

function file() {
  const plain = parallel(NAMES.map((id) => checkpoint(id, { name: `Post ${id}`, interdictionOdds: 0.2 })))
  return JSON.stringify({ ...plain, title: 'Odd ids' })
}

describe('a file with ids such as toString', () => {
  it('is run, its places stand in the tables, and each has its card in the inspector', async ({ visit }) => {
    const { page, problems } = await visit({ reducedMotion: 'reduce' })
    await drop(page, 'odd-ids.json', file())
    await page.getByText('Odd ids').first().waitFor({ state: 'attached' })
    expect(await page.getByTestId('issues').count()).toBe(0)
    await pause(page)
    await seek(page, 30)
    await page.keyboard.press('t')
    for (const name of NAMES) {
      await tables(page).locator('tbody tr:visible th button').getByText(name, { exact: true }).press('Enter')
      await expect.poll(() => inspector(page).getByRole('heading', { level: 2 }).innerText()).toBe(name)
      expect(await inspector(page).innerText()).not.toMatch(/native code|undefined|NaN/)
    }
    expect(problems).toEqual([])
  })
})
