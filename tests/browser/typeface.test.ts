/** The page's own letters: every word is drawn in them, on the page, on canvases and in pictures, and nothing waits for them in vain. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { openScenario, pause } from './support/page'
import { chartHost, drawnCharts, gallery, marks, openDialog, panel, tables } from './support/parts'
import { it } from './support/visits'

interface Used {
  readonly text: string
  readonly font: string
}

/** Words on the page that are not drawn in letters which the page brought along. */
async function foreignWords(page: Page): Promise<Used[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument', { depth: -1 })
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' })
  const foreign: Used[] = []
  for (const nodeId of nodeIds) {
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
    const other = fonts.find(({ isCustomFont }) => !isCustomFont)
    if (other === undefined) continue
    const { outerHTML } = await devtools.send('DOM.getOuterHTML', { nodeId })
    foreign.push({ text: outerHTML.slice(0, 200), font: other.familyName })
  }
  await devtools.detach()
  return foreign
}

/** Width of a text on a canvas, in the letters of the page or in those of the machine. */
function canvasWidth(page: Page, text: string, own = true): Promise<number> {
  return page.evaluate(
    ([words, isOwn]) => {
      const context = document.createElement('canvas').getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.font = `100px ${isOwn ? getComputedStyle(document.body).fontFamily : 'system-ui, sans-serif'}`
      return context.measureText(words).width
    },
    [text, own] as const,
  )
}

describe('the letters of the page', () => {
  it('draw every word of the page, of its help, its tables and its charts, whatever fonts the machine has', async ({
    visit,
  }) => {
    const { page, problems } = await visit()
    await pause(page)
    await drawnCharts(page).nth(1).waitFor()
    expect(await foreignWords(page)).toEqual([])
    await page.keyboard.press('?')
    await openDialog(page).waitFor()
    expect(await foreignWords(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await tables(page).locator('tbody tr').first().waitFor()
    expect(await foreignWords(page)).toEqual([])
    await page.keyboard.press('c')
    await marks(page).first().waitFor()
    expect(await foreignWords(page)).toEqual([])
    expect(problems).toEqual([])
  })

  it('are those of the charts and of the map, before either draws', async ({ visit }) => {
    const { page } = await visit()
    const families = new Set<string>()
    for (const part of [
      page.locator('body'),
      page.getByTestId('map'),
      panel(page).getByRole('textbox'),
      chartHost(page).locator('div'),
      page.getByRole('button'),
      page.getByRole('combobox'),
    ])
      families.add(await part.first().evaluate((element) => getComputedStyle(element).fontFamily))
    expect(families.size).toBe(1)
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    )
    expect(loaded.join()).toContain('Inter')
    expect(loaded.join()).toContain('Mono')
    expect(await canvasWidth(page, 'Kyzylorda')).not.toBe(await canvasWidth(page, 'Kyzylorda', false))
  })

  it('set figures in columns: every digit is as wide as any other', async ({ visit }) => {
    const { page } = await visit()
    const widths = await page.evaluate(() =>
      [...'0123456789'].map((digit) => {
        const span = document.createElement('span')
        span.textContent = digit.repeat(20)
        document.querySelector('[data-testid="delivered"]')?.append(span)
        const { width } = span.getBoundingClientRect()
        span.remove()
        return width
      }),
    )
    expect(new Set(widths).size).toBe(1)
  })

  it('are fetched for Cyrillic names when a scenario has them', async ({ visit }) => {
    const { page, problems } = await visit()
    await pause(page)
    const before = await canvasWidth(page, 'Қызылорда')
    await page.evaluate(() => document.fonts.load('16px "Inter Variable"', 'Қызылорда'))
    const after = await canvasWidth(page, 'Қызылорда')
    expect(after).not.toBe(before)
    expect(problems).toEqual([])
  })

  it('go along into saved pictures of charts', async ({ visit }) => {
    const { page, problems } = await visit()
    await page.evaluate(() => {
      const serialise = XMLSerializer.prototype.serializeToString
      XMLSerializer.prototype.serializeToString = function (node) {
        const written = serialise.call(this, node)
        document.documentElement.dataset.written = written
        return written
      }
    })
    await pause(page)
    await page.keyboard.press('c')
    await marks(page).first().waitFor()
    await gallery(page)
      .getByRole('button', { name: /^Copy or save/ })
      .first()
      .click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as PNG' }).click()
    await saved
    const written = await page.locator('html').getAttribute('data-written')
    expect(written).toContain('@font-face')
    expect(written).toContain('data:font/woff2;base64,')
    expect(problems).toEqual([])
  })

  it('hold nothing up when they do not come', async ({ visit }) => {
    const { page } = await visit({ before: (next) => next.route('**/*.woff2', (route) => route.abort()) })
    await pause(page)
    await openScenario(page, 'two-routes')
    expect(await page.getByTestId('delivered').isVisible()).toBe(true)
  })
})
