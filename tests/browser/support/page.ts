/** Opens the built page and speaks its language: days, digests, parameters. */
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { CHROMIUM_FLAGS } from '../../../src/bench/chromium'

/** Longest wait for anything: it only ends what hangs, however busy the machine. */
export const PATIENCE_MS = 120_000

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('chromiumPath'), args: [...CHROMIUM_FLAGS] })
}

export interface OpenOptions {
  readonly theme?: 'dark' | 'light'
  readonly width?: number
  readonly height?: number
  readonly reducedMotion?: 'reduce'
  readonly hasTouch?: boolean
  /** What to do with the page before it is visited. */
  readonly before?: (page: Page) => Promise<void>
}

export interface OpenPage {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of the console and of scripts so far. */
  readonly problems: readonly string[]
}

/** A fresh visit; answers when the map has drawn its first picture. */
export async function openPage(browser: Browser, options: OpenOptions = {}): Promise<OpenPage> {
  const { theme = 'dark', width = 1366, height = 768, before, ...device } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    // What a service worker answers cannot be taken hold of.
    serviceWorkers: before === undefined ? 'allow' : 'block',
    ...device,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  await before?.(page)
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(inject('pageUrl'))
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
  return (await page.getByTestId('digest').textContent()) ?? ''
}

/** Waits until at least this day is on show. */
export async function reach(page: Page, day: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => Number(document.querySelector('[data-testid="day"]')?.textContent) >= wanted,
    day,
  )
}

export async function pause(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Pause', exact: true })
  if (await button.isVisible()) await button.click()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
}

/** Moves the timeline to a day and waits until the run is there. */
export async function seek(page: Page, day: number): Promise<void> {
  await page.locator('.timeline input').fill(String(day))
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
    page.evaluate((value) => {
      for (const cover of document.querySelectorAll<HTMLElement>('.map-area > :not(.map)'))
        cover.style.opacity = value
    }, opacity)
  await veil('0')
  const picture = await page.getByTestId('map').screenshot()
  await veil('')
  return picture.toString('base64')
}

/** The row of a parameter in the panel. */
export function parameter(page: Page, path: string): Locator {
  return page.locator(`.row[data-path="${path}"]:visible`)
}

/** Opens the parameters of a checkpoint. */
export async function chooseCheckpoint(page: Page, id: string): Promise<void> {
  await page.getByRole('tab', { name: 'Checkpoint' }).click()
  await page.locator('#tab-panel-checkpoint .entry-select').selectOption(`checkpoints/${id}`)
}

/** Types a number into a parameter's field. */
export async function type(page: Page, path: string, value: string): Promise<void> {
  const field = parameter(page, path).locator('input:not([type="range"])')
  await field.fill(value)
  await field.press('Enter')
}

/** Opens a bundled scenario from the list. */
export async function openScenario(page: Page, id: string): Promise<void> {
  await page.locator('.picker').click()
  await page.locator(`dialog[open] .library-row[value="${id}"]`).click()
  await page.locator(`.picker[value="${id}"]`).waitFor()
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
