/** Tests of the page: `it` gives them a browser, and visits that end with the test or with the file. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { it as base } from 'vitest'
import { type OpenOptions, type OpenPage, openPage, startBrowser } from './page'

/** Of a window that nothing is said of. */
const VIEWPORT = { width: 1366, height: 768 }

type OnCleanup = (cleanup: () => Promise<void>) => void

/** Opens contexts in a browser and closes them all at the end. */
function contextsOf(browser: Browser, onCleanup: OnCleanup) {
  const contexts: BrowserContext[] = []
  onCleanup(async () => {
    for (const context of contexts) await context.close()
  })
  return async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: VIEWPORT, ...options })
    contexts.push(context)
    return context
  }
}

export const it = base
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names the fixtures that it needs, and this one needs none
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await startBrowser()
    onCleanup(() => browser.close())
    return browser
  })
  /** A context that ends with the test. */
  .extend('newContext', ({ browser }, { onCleanup }) => contextsOf(browser, onCleanup))
  /** A visit that ends with the test. */
  .extend(
    'visit',
    ({ newContext }) =>
      (options: OpenOptions = {}): Promise<OpenPage> =>
        openPage(newContext, options),
  )
  /** A visit that all tests of the file share. */
  .extend('sharedVisit', { scope: 'file' }, ({ browser }, { onCleanup }) => {
    const newContext = contextsOf(browser, onCleanup)
    return (options: OpenOptions = {}): Promise<OpenPage> => openPage(newContext, options)
  })
