/** A journey in Firefox: the page loads, plays, takes an edit, goes back and forth, and computes what Node computes. */
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { setAll } from '../../src/scenario'
import { bundledScenario, digestAfter } from '../support/bundled'
import { startFirefox } from './support/firefox'

const PATH = 'assumptions.convictionProbability'

async function open(browser: Browser): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.setViewport({ width: 1366, height: 768 })
  await page.goto(inject('pageUrl'))
  await page.waitForSelector('body[data-ready="true"]')
  await page.waitForSelector('[data-testid="map"][data-ready="true"]')
  return { page, problems }
}

/** The digest on show, once the run has come to rest on a day and shows another digest than this one. */
async function digestOn(page: Page, day: number, former = ''): Promise<string> {
  await page.waitForFunction(
    (wanted, last) =>
      !document.documentElement.hasAttribute('data-busy') &&
      document.querySelector('[data-testid="day"]')?.textContent === wanted &&
      document.querySelector('[data-testid="digest"]')?.textContent !== last,
    {},
    String(day),
    former,
  )
  return page.$eval('[data-testid="digest"]', (element) => element.textContent ?? '')
}

async function seek(page: Page, day: number): Promise<void> {
  await page.$eval(
    'input[aria-label="Day of the run"]',
    (input, wanted) => {
      if (!(input instanceof HTMLInputElement)) return
      input.value = wanted
      input.dispatchEvent(new Event('input', { bubbles: true }))
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
    String(day),
  )
}

describe.skipIf(inject('firefoxPath') === '')('in Firefox', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startFirefox()
  })
  afterAll(() => browser.close())

  it('the page plays, takes an edit, goes back in time, and agrees with Node on each', async () => {
    const { page, problems } = await open(browser)
    page.setDefaultTimeout(120_000)
    const central = bundledScenario('central-asia')
    await page.waitForFunction(() => Number(document.querySelector('[data-testid="day"]')?.textContent) >= 3)
    await page.click('button[aria-label="Pause"]')
    await page.waitForSelector('button[aria-label="Play"]')
    await seek(page, 60)
    const plain = await digestOn(page, 60)
    expect(plain).toBe(digestAfter(central, 60))
    const field = await page.waitForSelector(`[data-path="${PATH}"] input[type="text"]`)
    await field?.click({ count: 3 })
    await field?.type('0.9')
    await field?.press('Enter')
    const edited = setAll(central, [[PATH, 0.9]])
    if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
    expect(await digestOn(page, 60, plain)).toBe(digestAfter(edited.scenario, 60))
    await seek(page, 25)
    expect(await digestOn(page, 25)).toBe(digestAfter(edited.scenario, 25))
    expect(problems).toEqual([])
    await page.close()
  })

  it('draws in its own letters, and keeps every file for use without a network', async () => {
    const { page, problems } = await open(browser)
    page.setDefaultTimeout(120_000)
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    )
    expect(loaded.join()).toContain('Inter')
    await page.waitForSelector('html[data-offline="ready"]')
    expect(problems).toEqual([])
    await page.close()
  })
})
