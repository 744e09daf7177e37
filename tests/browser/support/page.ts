/** Opens the built page and speaks its language: days, digests, parameters. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core'
import { inject, vi } from 'vitest'
import { CHROMIUM_FLAGS } from '../../../src/bench/chromium'
import { entryChooser, mapCovers, notices, parameterField, picker, scenarioRow, timeline } from './parts'

/** Longest wait for anything: it only ends what hangs, however busy the machine. */
export const PATIENCE_MS = 120_000
/** How long a button may take to be pressed before it is looked for again. */
const CLICK_MS = 10_000

export function startBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ executablePath: inject('chromiumPath'), args: [...CHROMIUM_FLAGS], ...options })
}

export interface OpenOptions {
  readonly theme?: 'dark' | 'light'
  readonly width?: number
  readonly height?: number
  readonly reducedMotion?: 'reduce'
  readonly hasTouch?: boolean
  /** Of the page; that of the build under test unless it is given. */
  readonly url?: string
  /** What to do with the page before it is visited. */
  readonly before?: (page: Page) => Promise<unknown>
}

export interface OpenPage {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of the console and of scripts so far. */
  readonly problems: readonly string[]
}

/** A fresh visit in a context of its own; returns when the map has drawn its first picture. */
export async function openPage(
  newContext: (options: BrowserContextOptions) => Promise<BrowserContext>,
  options: OpenOptions = {},
): Promise<OpenPage> {
  const { theme = 'dark', width = 1366, height = 768, before, url, ...device } = options
  const context = await newContext({
    viewport: { width, height },
    colorScheme: theme,
    // What a service worker answers cannot be taken hold of.
    serviceWorkers: before === undefined ? 'allow' : 'block',
    ...device,
  })
  return visitIn(context, { ...(before && { before }), ...(url !== undefined && { url }) })
}

/** Another visit in a context, which knows what the context keeps; returns when the map is drawn. */
export async function visitIn(
  context: BrowserContext,
  { before, url = inject('pageUrl') }: Pick<OpenOptions, 'before' | 'url'> = {},
): Promise<OpenPage> {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await before?.(page)
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(url)
  await ready(page)
  return { context, page, problems }
}

/** Puts code before that of a worker, to make it slow or break it. */
export async function prepend(page: Page, script: RegExp, code: string): Promise<void> {
  await page.route(script, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${code};${await response.text()}` })
  })
}

export async function ready(page: Page): Promise<void> {
  await page.locator('body[data-ready="true"]').waitFor()
  await page.locator('[data-testid="map"][data-ready="true"]').waitFor()
}

export async function dayOf(page: Page): Promise<number> {
  return Number(await page.getByTestId('day').textContent())
}

export async function digestOf(page: Page): Promise<string> {
  const digest = page.getByTestId('digest').filter({ hasText: /^[0-9a-f]{32}$/ })
  return (await digest.textContent()) ?? ''
}

/** Waits until at least this day is on show. */
export async function reach(page: Page, day: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => Number(document.querySelector('[data-testid="day"]')?.textContent) >= wanted,
    day,
  )
}

/** Stops the run; one that ends meanwhile has stopped by itself. */
export async function pause(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Pause', exact: true })
  const isPaused = async () => {
    if (await button.isVisible()) await button.click({ timeout: CLICK_MS }).catch(() => undefined)
    // The button says what it does from the next frame on: pressed at the end of a run, it begins a new one.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    return page.getByRole('button', { name: 'Play', exact: true }).isVisible()
  }
  await vi.waitUntil(isPaused, { timeout: PATIENCE_MS })
}

/** Moves the timeline to a day and waits until the run is there. */
export async function seek(page: Page, day: number): Promise<void> {
  await timeline(page).fill(String(day))
  await settled(page, day)
}

/** Waits until the run has come to rest on a day. */
export async function settled(page: Page, day: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      !document.documentElement.hasAttribute('data-busy') &&
      document.querySelector('[data-testid="day"]')?.textContent === String(wanted),
    day,
  )
}

/** Waits until the run with this digest is on show. */
export async function shows(page: Page, digest: string): Promise<void> {
  await page.getByTestId('digest').filter({ hasText: digest }).waitFor()
}

/** Waits until another digest than this one is on show. */
export async function otherDigest(page: Page, digest: string): Promise<string> {
  await page.waitForFunction(
    (former) =>
      !document.documentElement.hasAttribute('data-busy') &&
      document.querySelector('[data-testid="digest"]')?.textContent !== former,
    digest,
  )
  return digestOf(page)
}

/** Picture of the map as PNG bytes, without what lies over it: Chromium draws its round edges anew with other last bits. */
export async function mapPicture(page: Page): Promise<string> {
  const veil = (opacity: string) =>
    mapCovers(page)
      .or(notices(page))
      .evaluateAll((covers: HTMLElement[], value) => {
        for (const cover of covers) cover.style.opacity = value
      }, opacity)
  await veil('0')
  const picture = await page.getByTestId('map').screenshot()
  await veil('')
  return picture.toString('base64')
}

/** Opens the parameters of a checkpoint. */
export async function chooseCheckpoint(page: Page, id: string): Promise<void> {
  await page.getByRole('tab', { name: 'Checkpoint' }).click()
  await entryChooser(page, 'Checkpoint').selectOption(`checkpoints/${id}`)
}

/** Types a number into a parameter's field. */
export async function type(page: Page, path: string, value: string): Promise<void> {
  const field = parameterField(page, path)
  await field.fill(value)
  await field.press('Enter')
}

/** Opens a bundled scenario from the list. */
export async function openScenario(page: Page, id: string): Promise<void> {
  await picker(page).click()
  await scenarioRow(page, id).click()
  await opened(page, id)
}

/** Waits until a bundled scenario is open. */
export async function opened(page: Page, id: string): Promise<void> {
  const isOpen = async () => (await picker(page).getAttribute('value')) === id
  await vi.waitUntil(isOpen, { timeout: PATIENCE_MS })
}

/** Waits until a word stands in the title of the page, which names its scenario. */
export async function titled(page: Page, words: string): Promise<void> {
  await page.waitForFunction((wanted) => document.title.includes(wanted), words)
}

/** Drops a text, or bytes, as a file on the window, together with other files that are empty. */
export async function drop(
  page: Page,
  name: string,
  content: string | Uint8Array,
  ...others: string[]
): Promise<void> {
  const bytes = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)]
  const transfer = await page.evaluateHandle(
    ([file, own, rest]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(own)], file, { type: 'application/json' }))
      for (const other of rest) data.items.add(new File([], other))
      return data
    },
    [name, bytes, others] as const,
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}
