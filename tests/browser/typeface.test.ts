/** The page's own letters: every word is drawn in them, on the page, on canvases and in pictures, and nothing waits for them in vain. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPage, openScenario, pause, ready, startBrowser } from './support/page'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

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
  it('draw every word of the page, of its help, its tables and its charts, whatever fonts the machine has', async () => {
    const { context, page, problems } = await openPage(browser)
    await pause(page)
    await page.locator('.chart-host canvas').nth(1).waitFor()
    expect(await foreignWords(page)).toEqual([])
    await page.keyboard.press('?')
    await page.locator('dialog[open]').waitFor()
    expect(await foreignWords(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await page.locator('.tables tbody tr').first().waitFor()
    expect(await foreignWords(page)).toEqual([])
    await page.keyboard.press('c')
    await page.locator('.mark-shape').first().waitFor()
    expect(await foreignWords(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })

  it('are those of the charts and of the map, before either draws', async () => {
    const { context, page } = await openPage(browser)
    const families = await page.evaluate(() => {
      const familyOf = (selector: string) =>
        getComputedStyle(document.querySelector(selector) ?? document.body).fontFamily
      return ['body', '.map', '.panel .tp-txtv_i', '.chart-host .uplot', 'button', 'select'].map(familyOf)
    })
    expect(new Set(families).size).toBe(1)
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    )
    expect(loaded.join()).toContain('Inter')
    expect(loaded.join()).toContain('Mono')
    expect(await canvasWidth(page, 'Kyzylorda')).not.toBe(await canvasWidth(page, 'Kyzylorda', false))
    await context.close()
  })

  it('set figures in columns: every digit is as wide as any other', async () => {
    const { context, page } = await openPage(browser)
    const widths = await page.evaluate(() =>
      [...'0123456789'].map((digit) => {
        const span = document.createElement('span')
        span.textContent = digit.repeat(20)
        document.querySelector('.tile-value')?.append(span)
        const { width } = span.getBoundingClientRect()
        span.remove()
        return width
      }),
    )
    expect(new Set(widths).size).toBe(1)
    await context.close()
  })

  it('are fetched for Cyrillic names when a scenario has them', async () => {
    const { context, page, problems } = await openPage(browser)
    await pause(page)
    const before = await canvasWidth(page, 'Қызылорда')
    await page.evaluate(() => document.fonts.load('16px "Inter Variable"', 'Қызылорда'))
    const after = await canvasWidth(page, 'Қызылорда')
    expect(after).not.toBe(before)
    expect(problems).toEqual([])
    await context.close()
  })

  it('go along into saved pictures of charts', async () => {
    const { context, page, problems } = await openPage(browser)
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
    await page.locator('.mark-shape').first().waitFor()
    await page.locator('.drawer .menu-button').first().click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as PNG' }).click()
    await saved
    const written = await page.locator('html').getAttribute('data-written')
    expect(written).toContain('@font-face')
    expect(written).toContain('data:font/woff2;base64,')
    expect(problems).toEqual([])
    await context.close()
  })

  it('hold nothing up when they do not come', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.route('**/*.woff2', (route) => route.abort())
    await page.goto(inject('pageUrl'))
    await ready(page)
    await pause(page)
    await openScenario(page, 'two-routes')
    expect(await page.locator('.tile-value').first().isVisible()).toBe(true)
    await context.close()
  })
})
