/** New versions of the page: open pages keep theirs, and a part that cannot be loaded says what to do. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BuildServer, nextBuild, presentBuild, serveBuild } from './support/builds'
import { openScenario, PATIENCE_MS, parameter, pause, ready, startBrowser, type } from './support/page'

const CONVICTION = 'assumptions.convictionProbability'

let browser: Browser
let server: BuildServer
let context: BrowserContext
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await serveBuild(presentBuild())
})
afterEach(async () => {
  await context.close()
  await server.close()
})

async function visit(): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(server.url)
  await ready(page)
  return page
}

const buildOf = (page: Page) => page.locator('html').getAttribute('data-build')
const readyNote = (page: Page) => page.getByText('A new version of this page is ready.')

describe('a new version on the server', () => {
  it('leaves open pages theirs until they agree or are closed, and keeps the work', async () => {
    context = await browser.newContext()
    const [agreeing, staying] = [await visit(), await visit()]
    for (const page of [agreeing, staying]) {
      await page.locator('html[data-offline="ready"]').waitFor()
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
      await pause(page)
    }
    server.serve(nextBuild(presentBuild()))
    await agreeing.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    await readyNote(agreeing).waitFor()
    await readyNote(staying).waitFor()
    await staying.getByRole('button', { name: 'More charts' }).click()
    await staying.locator('.gallery-panel figure').first().waitFor()

    await type(agreeing, CONVICTION, '0.9')
    await agreeing.locator('.lasting-note').getByRole('button', { name: 'Reload' }).click()
    await agreeing.locator('html[data-build="next"]').waitFor()
    await ready(agreeing)
    expect(await parameter(agreeing, CONVICTION).locator('input').last().inputValue()).toBe('0.9')
    await agreeing.keyboard.press('c')
    await agreeing.locator('.gallery-panel figure').first().waitFor()

    expect(await buildOf(staying)).toBeNull()
    await openScenario(staying, 'line')
    await staying.keyboard.press('?')
    await staying.getByRole('tab', { name: 'The model' }).click()
    await staying.getByRole('tabpanel', { name: 'The model' }).locator('.prose-contents li').first().waitFor()

    await staying.close()
    await agreeing.reload()
    await ready(agreeing)
    await agreeing.waitForFunction(async () => (await caches.keys()).length === 1)
    await context.setOffline(true)
    await agreeing.reload()
    await ready(agreeing)
    expect(await buildOf(agreeing)).toBe('next')
    await openScenario(agreeing, 'line')
  })

  it('is there for the next visit once all pages are closed', async () => {
    context = await browser.newContext()
    const page = await visit()
    await page.locator('html[data-offline="ready"]').waitFor()
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    server.serve(nextBuild(presentBuild()))
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    await readyNote(page).waitFor()
    await page.reload()
    await ready(page)
    expect(await buildOf(page)).toBeNull()
    await page.close()
    await context.newPage()
    const builds = async () => {
      const next = await visit()
      const build = await buildOf(next)
      await next.close()
      return build
    }
    await expect.poll(builds, { timeout: PATIENCE_MS }).toBe('next')
  })
})

describe('a page whose script cannot be loaded', () => {
  it('says so in words, and none of them stay in a page that stands', async () => {
    context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    const words = page.getByText('Contraflow is loading.')
    await page.route(/assets\/index-.*\.js/, (route) => route.fulfill({ status: 404 }))
    await page.goto(server.url)
    await words.waitFor()
    await page.unroute(/assets\/index-.*\.js/)
    await page.reload()
    await ready(page)
    expect(await words.count()).toBe(0)
  })
})

describe('a part that cannot be loaded', () => {
  it('says what to do and can be tried again', async () => {
    context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await visit()
    await pause(page)
    server.serve(nextBuild(presentBuild()))
    await page.getByRole('button', { name: 'More charts' }).click()
    const missing = page.locator('.drawer .missing-part')
    await missing.getByText('The charts could not be loaded.').waitFor()
    await page.locator('.picker').click()
    await page.locator('dialog[open] .library-row[value="line"]').click()
    const note = page.locator('.lasting-note').filter({ hasText: 'The scenario "line" could not be loaded.' })
    await note.waitFor()
    await page.keyboard.press('?')
    await page.getByRole('tab', { name: 'The model' }).click()
    await page.getByRole('tabpanel', { name: 'The model' }).locator('.missing-part').waitFor()
    await page.keyboard.press('Escape')

    server.serve(presentBuild())
    await missing.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.gallery-panel figure').first().waitFor()
    expect(await missing.count()).toBe(0)
    await note.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.picker[value="line"]').waitFor()
    expect(await note.count()).toBe(0)
  })
})
