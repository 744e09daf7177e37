/** Files of somebody else: whatever their encoding and names hold, the page shows it as it reads and gives it away safely. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { cellsOf } from '../support/csv'
import { checkpoint, parallel } from '../support/scenarios'
import { drop, pause, seek } from './support/page'
import { figure, fromMenu, marks } from './support/parts'
import { it } from './support/visits'

const STEERING = '\u001b[2J\u202egpj\u2066x\u0007'
const MARKS = '\u001b\u202a-\u202e\u2066-\u2069\u0007'

/** Two checkpoints of one name, and checkpoints, places and routes whose names are formulas or turn the line. */
function foreign() {
  const names = ['Customs', 'Customs', '=1+1', `@SUM(1)${STEERING}`]
  const checkpoints = names.map((name, i) => checkpoint(`p${i}`, { name, interdictionOdds: 0.5 }))
  const file = parallel(checkpoints)
  return {
    ...file,
    title: `Odd${STEERING}`,
    nodes: file.nodes.map((node) => ({ ...node, name: `+${node.name}${STEERING}` })),
    routes: file.routes.map((route) => ({ ...route, name: '-Same' })),
    organisations: file.organisations.map((own) => ({ ...own, name: `=O${STEERING}` })),
    notes: `Notes${STEERING}`,
  }
}

/** Where the page has such characters, for the eye or for a screen reader. */
async function steeredBy(page: Page): Promise<string[]> {
  return page.evaluate((marks) => {
    const steers = new RegExp(`[${marks}]`)
    const own = (element: Element) =>
      [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
    const found = [...document.querySelectorAll('*')].filter((element) =>
      [
        ...own(element).map((node) => node.textContent ?? ''),
        ...['title', 'aria-label', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
      ].some((words) => steers.test(words)),
    )
    const places = found.map(
      ({ tagName, className, outerHTML }) => `${tagName}.${className}: ${outerHTML.slice(0, 200)}`,
    )
    return steers.test(document.title) ? [...places, document.title] : places
  }, MARKS)
}

/** Rows of the CSV and of the copy of a chart. */
async function exportsOf(
  page: Page,
  chart: Locator,
): Promise<{ name: string; rows: string[][]; copied: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), fromMenu(chart, 'Save as CSV')])
  await fromMenu(chart, 'Copy data')
  await page.getByText('Data copied.').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  return { name: file.suggestedFilename(), rows: cellsOf(readFileSync(await file.path(), 'utf8')), copied }
}

describe('a file of somebody else', () => {
  it('steers no line of the page, and no formula, name or direction gets into what it gives away', async ({
    visit,
  }) => {
    const { context, page, problems } = await visit()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await pause(page)
    await drop(page, `own${STEERING}.json`, JSON.stringify(foreign()))
    await page.getByText('Odd', { exact: false }).first().waitFor()
    await pause(page)
    await seek(page, 60)
    await page.getByRole('button', { name: 'More charts' }).click()
    await marks(page).first().waitFor()
    expect(await steeredBy(page)).toEqual([])
    for (const title of ['Seized by checkpoint']) {
      const chart = figure(page, title)
      const { name, rows, copied } = await exportsOf(page, chart)
      expect(name).toMatch(/^[a-z0-9-]+\.csv$/)
      const cells = [...rows.flat(), ...copied.split(/[\t\n]/)].filter((cell) => Number.isNaN(Number(cell)))
      expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
      expect(cells.join()).not.toMatch(new RegExp(`[${MARKS}]`))
      expect(new Set(rows.map((row) => row.join())).size).toBe(rows.length)
      expect(new Set(rows[0]).size).toBe(rows[0]?.length)
      if (title === 'Seized by checkpoint') {
        expect(
          rows
            .slice(1)
            .map((row) => row.at(-1))
            .sort(),
        ).toEqual(['p0', 'p1', 'p2', 'p3'])
        expect(rows.slice(1).filter(([first]) => first === 'Customs')).toHaveLength(2)
      }
    }
    expect(problems).toEqual([])
  })

  it('opens in UTF-16 with a mark, and is refused in an encoding that loses its letters', async ({
    visit,
  }) => {
    const { page, problems } = await visit()
    const text = JSON.stringify({ ...foreign(), title: 'Широкие буквы' })
    await drop(page, 'wide.json', Buffer.from(`\ufeff${text}`, 'utf16le'))
    await page.getByText('Широкие буквы').first().waitFor()
    const single = Buffer.concat([
      Buffer.from('{\n "title": "'),
      Buffer.from([0xcd, 0xe0]),
      Buffer.from('" }'),
    ])
    await drop(page, 'single.json', single)
    const issues = page.getByTestId('issues')
    await issues.waitFor()
    expect(await issues.textContent()).toContain('not valid UTF-8 at byte 14, line 2')
    await drop(page, 'bare.json', Buffer.from(text, 'utf16le'))
    await page.getByText('UTF-16 (little endian) without a byte order mark').waitFor()
    expect(problems).toEqual([])
  })
})
