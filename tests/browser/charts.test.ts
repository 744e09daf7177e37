/** The charts: they show the day of the run, give their data away, and are linked with the map. */
import { readFileSync } from 'node:fs'
import type { Download, Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { compileScenario } from '../../src/scenario'
import { bundledScenario } from '../support/bundled'
import { worldAfter } from '../support/worlds'
import { findings } from './support/axe'
import {
  mapPicture,
  type OpenOptions,
  type OpenPage,
  openScenario,
  pause,
  seek,
  settled,
  titled,
  type,
} from './support/page'
import {
  chartHost,
  dock,
  figure,
  fromMenu,
  gallery,
  inspector,
  markNote,
  marks,
  plotArea,
  pointedMark,
  pointedSeries,
  timeline,
} from './support/parts'
import { it } from './support/visits'

const DAY = 150
const spec = compileScenario(bundledScenario('central-asia'))
const { counters } = worldAfter(spec, DAY, { seed: spec.seed })

async function openDrawer(
  visit: (options: OpenOptions) => Promise<OpenPage>,
  theme: 'dark' | 'light' = 'dark',
) {
  const open = await visit({ theme })
  await pause(open.page)
  await seek(open.page, DAY)
  await open.page.getByRole('button', { name: 'More charts' }).click()
  await marks(open.page).first().waitFor()
  return open
}

async function choose(page: Page, tab: string): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click()
}

async function download(page: Page, chart: Locator, item: string): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), fromMenu(chart, item)])
  return file
}

/** Rows of a chart's table, head included. */
async function tableOf(chart: Locator): Promise<string[][]> {
  return chart
    .getByRole('region')
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
}

/** Moves over the map until the pointer is on a checkpoint and its bar is marked. */
async function findsBarFromMap(page: Page): Promise<boolean> {
  const map = await page.getByTestId('map').boundingBox()
  if (map === null) return false
  for (let y = map.y + map.height - 60; y > map.y; y -= 14)
    for (let x = map.x + 400; x < map.x + 700; x += 14) {
      await page.mouse.move(x, y)
      if ((await pointedMark(page).count()) > 0) return true
    }
  return false
}

describe('the charts', () => {
  it('agree with the engine, sorted, as drawing, table, copy and file', async ({ visit }) => {
    const { context, page, problems } = await openDrawer(visit)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const expected = spec.checkpoints.ids
      .map((_, k) => {
        const commodities = spec.commodities.ids.length
        const grams = counters.checkpointSeizedGrams.subarray(k * commodities, (k + 1) * commodities)
        return { name: spec.checkpoints.names[k] ?? '', kg: grams.reduce((a, b) => a + b) / 1000 }
      })
      .sort((a, b) => b.kg - a.kg)
    const chart = figure(page, 'Seized by checkpoint')
    const names = await chart.getByRole('option').evaluateAll((all) => all.map((mark) => mark.ariaLabel))
    const seizing = expected.filter(({ kg }) => kg > 0)
    expect(names.map((label) => seizing.findIndex(({ name }) => label?.startsWith(`${name}, `)))).toEqual([
      ...seizing.keys(),
    ])
    await fromMenu(chart, 'Show as table')
    const [, first] = await tableOf(chart)
    expect(first?.[0]).toBe(expected[0]?.name)
    expect(Number(first?.[1])).toBeCloseTo(expected[0]?.kg ?? 0, 3)
    await fromMenu(chart, 'Copy data')
    await page.getByText('Data copied.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n')[1]?.split('\t').slice(0, 2)).toEqual([
      expected[0]?.name,
      String(expected[0]?.kg),
    ])
    const file = await download(page, chart, 'Save as CSV')
    expect(file.suggestedFilename()).toBe('central-asia-posts-day-150.csv')
    const csv = readFileSync(await file.path(), 'utf8')
    expect(csv.split('\n')).toHaveLength(expected.length + 2)
    const picture = readFileSync(await (await download(page, chart, 'Save as PNG')).path())
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.readUInt32BE(16)).toBe(2000)
    expect(problems).toEqual([])
  })

  it('show the day on the timeline, and say so when there is nothing', async ({ visit }) => {
    const { page, problems } = await openDrawer(visit)
    const atFirst = await marks(page).evaluateAll((all) => all.map((mark) => mark.ariaLabel))
    await seek(page, 0)
    await page.getByText('Nothing seized yet.').first().waitFor()
    await choose(page, 'Transit time')
    await page.getByText('Nothing delivered yet.').waitFor()
    await choose(page, 'Seizures')
    await seek(page, DAY)
    await marks(page).first().waitFor()
    expect(await marks(page).evaluateAll((all) => all.map((mark) => mark.ariaLabel))).toEqual(atFirst)
    await openScenario(page, 'two-routes')
    await titled(page, 'Two equal routes')
    await pause(page)
    await seek(page, 40)
    await choose(page, 'Where it goes')
    await page.getByRole('option', { name: /^Market, / }).waitFor()
    expect(await figure(page, 'From sources to markets').getByRole('combobox').inputValue()).toBe('route')
    await choose(page, 'Price ladder')
    await page.getByRole('option', { name: /^Source \(XA\), 1.000 USD\/kg/ }).waitFor()
    expect(problems).toEqual([])
  })

  it('mark on the map what they are about, and are marked from the map', async ({ visit }) => {
    const { page, problems } = await openDrawer(visit, 'light')
    const plain = await mapPicture(page)
    await marks(page).nth(1).hover()
    await markNote(page).waitFor()
    expect(await mapPicture(page)).not.toBe(plain)
    await page.getByRole('tab', { name: 'Seizures' }).hover()
    await markNote(page).waitFor({ state: 'detached' })
    expect(await mapPicture(page)).toBe(plain)
    await choose(page, 'Route shares')
    await plotArea(page).hover({ position: { x: 60, y: 60 } })
    await pointedSeries(page).waitFor()
    expect(await mapPicture(page)).not.toBe(plain)
    await choose(page, 'Seizures')
    await marks(page).first().click()
    await inspector(page).waitFor()
    expect(await findsBarFromMap(page)).toBe(true)
    expect(problems).toEqual([])
  })

  it('work by keyboard, keep tab and height, and close with Escape before anything is deselected', async ({
    visit,
  }) => {
    const { page, problems } = await openDrawer(visit)
    const chart = figure(page, 'Seized by checkpoint').getByRole('listbox')
    await chart.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const active = await chart.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await inspector(page).waitFor()
    await choose(page, 'Price ladder')
    await page.keyboard.press('ArrowDown')
    const tab = page.getByRole('tab', { name: 'Transit time', selected: true })
    await tab.waitFor()
    const handle = page.getByRole('separator', { name: 'Height of the charts' })
    await handle.focus()
    await page.keyboard.press('ArrowUp')
    const height = await handle.getAttribute('aria-valuenow')
    expect(Number(height)).toBe(324)
    await page.keyboard.press('Escape')
    await gallery(page).waitFor({ state: 'hidden' })
    expect(await inspector(page).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await inspector(page).waitFor({ state: 'hidden' })
    await page.keyboard.press('c')
    await tab.waitFor()
    expect(await handle.getAttribute('aria-valuenow')).toBe(height)
    const box = await handle.boundingBox()
    if (box === null) throw new Error('the handle has no place')
    await page.mouse.move(box.x + 20, box.y + 5)
    await page.mouse.down()
    await page.mouse.move(box.x + 20, 20, { steps: 3 })
    await page.mouse.up()
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(Number(height))
    expect((await page.getByTestId('map').boundingBox())?.height).toBeGreaterThan(130)
    expect(problems).toEqual([])
  })

  it('over time have a cursor for the keyboard, whose values are in the legend and spoken', async ({
    visit,
  }) => {
    const { page, problems } = await openDrawer(visit)
    await choose(page, 'Flow over time')
    const chart = gallery(page).getByRole('slider', { name: 'Delivered and seized in 30 days' })
    const legend = gallery(page).getByRole('cell')
    await chart.focus()
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/^day 150, 31 May 2009, Delivered /)
    await page.keyboard.press('ArrowLeft')
    expect(await chart.getAttribute('aria-valuenow')).toBe('149')
    await page.keyboard.press('Shift+ArrowLeft')
    const [day, ...values] = await legend.allTextContents()
    expect(day).toBe('day 139, 20 May 2009')
    const spoken = await chart.getAttribute('aria-valuetext')
    expect(spoken).toBe(
      [day, ...['Delivered', 'Seized', 'In transit'].map((name, i) => `${name} ${values[i]}`)].join(', '),
    )
    await page.keyboard.press('Home')
    expect(await legend.allTextContents()).toEqual(['day 0, 1 Jan 2009', '0 kg', '0 kg', '0 kg'])
    expect(await page.getByTestId('day').textContent()).toBe(String(DAY))
    await page.keyboard.press('Tab')
    await expect.poll(() => legend.first().textContent()).toBe('day 150, 31 May 2009')
    await choose(page, 'Route shares')
    const names = gallery(page).getByRole('row').nth(1)
    expect(await names.getAttribute('title')).toMatch(/^R\d+ Badakhshan - /)
    expect(problems).toEqual([])
  })

  it('keep every name and bar in sight where there is little room', async ({ visit }) => {
    for (const [width, height] of [
      [820, 1180],
      [683, 384],
    ] as const) {
      const { page } = await visit({ width, height })
      await pause(page)
      await seek(page, DAY)
      await page.keyboard.press('c')
      await marks(page).first().waitFor()
      for (const title of ['Seized by checkpoint', 'Seized by country']) {
        const chart = figure(page, title)
        const host = await chartHost(chart).boundingBox()
        const words = await chart
          .getByRole('listbox')
          .locator('text')
          .evaluateAll((all) => all.map((word) => word.getBoundingClientRect().left))
        expect(Math.min(...words)).toBeGreaterThanOrEqual(host?.x ?? Number.NaN)
        const bars = await chart
          .getByRole('option')
          .locator('rect:last-child')
          .evaluateAll((all) =>
            all
              .map((bar) => bar.getBoundingClientRect())
              .map(({ width: wide, bottom }) => ({ wide, bottom })),
          )
        expect(bars[0]?.wide).toBeGreaterThan(100)
        const end = (host?.y ?? 0) + (host?.height ?? 0)
        expect(bars.filter(({ bottom }) => bottom <= end).length).toBeGreaterThanOrEqual(3)
      }
      const tabs = await page.getByRole('tablist', { name: 'Charts' }).boundingBox()
      const close = await page.getByRole('button', { name: 'Close the charts' }).boundingBox()
      expect((tabs?.x ?? 0) + (tabs?.width ?? 0)).toBeLessThanOrEqual(close?.x ?? 0)
    }
  })

  it('miss no day of a run that is changed on its way', async ({ visit }) => {
    const { page, problems } = await visit()
    await pause(page)
    await page.getByLabel('After a change').selectOption('continue')
    await timeline(page).fill('300')
    await type(page, 'assumptions.convictionProbability', '0.9')
    await page.getByText('changed on day 300').waitFor()
    await settled(page, 300)
    const plain = worldAfter(spec, 300, { seed: spec.seed })
    const chart = dock(page).getByRole('figure').first()
    await fromMenu(chart, 'Show as table')
    const rows = await tableOf(chart)
    const delivered = plain.counters.deliveredGrams.reduce((a, b) => a + b) / 1000
    expect(rows).toHaveLength(302)
    expect(Number(rows.at(-1)?.[2])).toBeCloseTo(delivered, 3)
    expect(problems).toEqual([])
  })

  it('have no serious accessibility finding on any tab', async ({ visit }) => {
    const { page } = await openDrawer(visit, 'light')
    for (const tab of await gallery(page).getByRole('tablist').getByRole('tab').all()) {
      await tab.click()
      expect(await findings(page, dock(page))).toEqual([])
    }
  })
})
