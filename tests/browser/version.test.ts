/** New versions of the page: open pages keep theirs, and a part that cannot be loaded says what to do. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { nextBuild, presentBuild, serveBuild } from './support/builds'
import { opened, openScenario, PATIENCE_MS, pause, ready, type, visitIn } from './support/page'
import { gallery, lastingNote, parameterField, picker, scenarioRow } from './support/parts'
import { it as withVisits } from './support/visits'

const CONVICTION = 'assumptions.convictionProbability'

/** A server that ends with the test. */
const it = withVisits.extend('server', async ({ newContext: _ }, { onCleanup }) => {
  const server = await serveBuild(presentBuild())
  onCleanup(() => server.close())
  return server
})

const buildOf = (page: Page) => page.locator('html').getAttribute('data-build')
const readyNote = (page: Page) => page.getByText('A new version of this page is ready.')

describe('a new version on the server', () => {
  it('leaves open pages theirs until they agree or are closed, and keeps the work', async ({
    newContext,
    server,
  }) => {
    const context = await newContext()
    const { page: agreeing } = await visitIn(context, server)
    const { page: staying } = await visitIn(context, server)
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
    await gallery(staying).getByRole('figure').first().waitFor()

    await type(agreeing, CONVICTION, '0.9')
    await lastingNote(agreeing).getByRole('button', { name: 'Reload' }).click()
    await agreeing.locator('html[data-build="next"]').waitFor()
    await ready(agreeing)
    expect(await parameterField(agreeing, CONVICTION).inputValue()).toBe('0.9')
    await agreeing.keyboard.press('c')
    await gallery(agreeing).getByRole('figure').first().waitFor()

    expect(await buildOf(staying)).toBeNull()
    await openScenario(staying, 'line')
    await staying.keyboard.press('?')
    await staying.getByRole('tab', { name: 'The model' }).click()
    await staying.getByRole('navigation', { name: 'Contents' }).getByRole('listitem').first().waitFor()

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

  it('is there for the next visit once all pages are closed', async ({ newContext, server }) => {
    const context = await newContext()
    const { page } = await visitIn(context, server)
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
      const { page: next } = await visitIn(context, server)
      const build = await buildOf(next)
      await next.close()
      return build
    }
    await expect.poll(builds, { timeout: PATIENCE_MS }).toBe('next')
  })
})

describe('a page whose script cannot be loaded', () => {
  it('says so in words, and none of them stay in a page that stands', async ({ newContext, server }) => {
    const context = await newContext({ serviceWorkers: 'block' })
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
  it('says what to do and can be tried again', async ({ newContext, server }) => {
    const context = await newContext({ serviceWorkers: 'block' })
    const { page } = await visitIn(context, server)
    await pause(page)
    server.serve(nextBuild(presentBuild()))
    await page.getByRole('button', { name: 'More charts' }).click()
    const missing = gallery(page).getByRole('alert')
    await missing.getByText('The charts could not be loaded.').waitFor()
    await picker(page).click()
    await scenarioRow(page, 'line').click()
    const note = lastingNote(page, 'The scenario "line" could not be loaded.')
    await note.waitFor()
    await page.keyboard.press('?')
    await page.getByRole('tab', { name: 'The model' }).click()
    await page.getByRole('tabpanel', { name: 'The model' }).getByRole('alert').waitFor()
    await page.keyboard.press('Escape')

    server.serve(presentBuild())
    await missing.getByRole('button', { name: 'Try again' }).click()
    await gallery(page).getByRole('figure').first().waitFor()
    expect(await missing.count()).toBe(0)
    await note.getByRole('button', { name: 'Try again' }).click()
    await opened(page, 'line')
    expect(await note.count()).toBe(0)
  })
})
