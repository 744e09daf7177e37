/** Keeping: the work outlives reload, closing and crash, whatever lies in the storage of the browser. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { bundledText } from '../support/bundled'
import {
  dayOf,
  drop,
  opened,
  openScenario,
  PATIENCE_MS,
  pause,
  reach,
  ready,
  seek,
  settled,
  startBrowser,
  titled,
  type,
  visitIn,
} from './support/page'
import { entryChooser, lastingNote, mapNote, notices, parameterField, tables } from './support/parts'
import { it } from './support/visits'

const CONVICTION = 'assumptions.convictionProbability'

const convictionOf = (page: Page) => parameterField(page, CONVICTION).inputValue()

/** All texts that the page keeps, by key. */
function keptTexts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const opening = indexedDB.open('contraflow')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const store = database.transaction('works').objectStore('works')
          const [keys, values] = [store.getAllKeys(), store.getAll()]
          values.onsuccess = () => {
            database.close()
            resolve(Object.fromEntries(keys.result.map((key, i) => [String(key), values.result[i]])))
          }
        }
      }),
  )
}

/** Waits until a text with this in it is kept. */
async function kept(page: Page, part: string | RegExp): Promise<void> {
  const found = async () => Object.values(await keptTexts(page)).some((text) => text.search(part) >= 0)
  await expect.poll(found, { timeout: PATIENCE_MS }).toBe(true)
}

/** Ends the page without a word to it, as a crash does. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await page.waitForEvent('crash')
  await page.close()
}

describe('the work', () => {
  it('comes back after a crash with its history, its day and its view', async ({ newContext }) => {
    const context = await newContext()
    const { page } = await visitIn(context)
    await pause(page)
    await type(page, CONVICTION, '0.9')
    await page.getByRole('tab', { name: 'Checkpoint' }).click()
    await entryChooser(page, 'Checkpoint').selectOption('checkpoints/ak_jol_x')
    await seek(page, 80)
    await page.keyboard.press('t')
    await tables(page).waitFor()
    await page.keyboard.press('9')
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await kept(page, /"day":80.*"look":\{.*"foldOut":"tables"/)
    await kept(page, '"after":0.9')
    const shown = await mapNote(page).textContent()
    await crash(page)

    const { page: again, problems } = await visitIn(context)
    await settled(again, 80)
    await again.getByRole('button', { name: 'Play', exact: true }).waitFor()
    expect(await tables(again).isVisible()).toBe(true)
    expect(await mapNote(again).textContent()).toBe(shown)
    expect(
      await again.getByRole('tab', { name: 'Checkpoint', exact: true }).getAttribute('aria-selected'),
    ).toBe('true')
    await kept(again, /"day":80,"isPlaying":false.*"id":"ak_jol_x".*"look":\{"lat"/)
    await again.getByRole('tab', { name: 'Global' }).click()
    expect(await convictionOf(again)).toBe('0.9')
    await again.getByRole('button', { name: 'Undo' }).click()
    expect(await convictionOf(again)).toBe('0.5')
    expect(problems).toEqual([])
  })

  it('comes back as the scenario that was opened last, and undo leads to the edit of the one before', async ({
    newContext,
  }) => {
    const context = await newContext()
    const { page } = await visitIn(context)
    await pause(page)
    await type(page, CONVICTION, '0.9')
    await openScenario(page, 'line')
    await page.reload()
    await ready(page)
    await opened(page, 'line')
    await page.getByRole('button', { name: 'Undo' }).click()
    await opened(page, 'central-asia')
    expect(await convictionOf(page)).toBe('0.9')
    await drop(page, 'mine.json', bundledText('two-routes'))
    await titled(page, 'Two equal routes')
    await page.close()
    const { page: again } = await visitIn(context)
    await titled(again, 'Two equal routes')
    await again.getByRole('button', { name: 'Undo' }).click()
    expect(await convictionOf(again)).toBe('0.9')
  })

  it('goes on playing from the day of a reload, and says nothing where nothing was done', async ({
    newContext,
  }) => {
    const context = await newContext()
    const { page } = await visitIn(context)
    await seek(page, 200)
    await page.reload()
    await ready(page)
    await reach(page, 201)
    expect(await dayOf(page)).toBeLessThan(300)
    expect(await notices(page).textContent()).toBe('')
  })

  it("is each tab's own: neither writes over the other, and a duplicate goes on under a name of its own", async ({
    newContext,
  }) => {
    const context = await newContext()
    const [first, second] = [await visitIn(context), await visitIn(context)]
    await pause(first.page)
    await pause(second.page)
    await type(first.page, CONVICTION, '0.9')
    await kept(first.page, '"after":0.9')
    await type(second.page, CONVICTION, '0.7')
    await kept(second.page, '"after":0.7')
    const third = await visitIn(context)
    await lastingNote(third.page).getByText('Your work is open in another tab.').waitFor()
    await third.page.close()
    await type(first.page, CONVICTION, '0.8')
    await kept(first.page, '"after":0.8')
    const own = await first.page.evaluate(() => sessionStorage.getItem('contraflow-work') ?? '')
    for (const { page, value } of [
      { page: first.page, value: '0.8' },
      { page: second.page, value: '0.7' },
    ]) {
      await page.reload()
      await ready(page)
      expect(await convictionOf(page)).toBe(value)
    }
    const duplicate = await context.newPage()
    await duplicate.addInitScript((id) => {
      if (sessionStorage.length === 0) sessionStorage.setItem('contraflow-work', id)
    }, own)
    await duplicate.goto(inject('pageUrl'))
    await ready(duplicate)
    expect(await convictionOf(duplicate)).toBe('0.8')
    await type(duplicate, CONVICTION, '0.6')
    await kept(duplicate, '"after":0.6')
    await first.page.reload()
    await ready(first.page)
    expect(await convictionOf(first.page)).toBe('0.8')
    await first.page.close()
    await second.page.close()
    await duplicate.close()
    const values = new Set<string>()
    for (let i = 0; i < 3; i++) values.add(await convictionOf((await visitIn(context)).page))
    expect([...values].sort()).toEqual(['0.6', '0.7', '0.8'])
  })

  it('is there after going on to another page and back', async ({ newContext }) => {
    const context = await newContext()
    const { page } = await visitIn(context)
    await pause(page)
    await type(page, CONVICTION, '0.9')
    await page.goto('about:blank')
    await page.goBack()
    await ready(page)
    expect(await convictionOf(page)).toBe('0.9')
    await type(page, CONVICTION, '0.8')
    await page.reload()
    await ready(page)
    expect(await convictionOf(page)).toBe('0.8')
  })

  it('goes on being kept in a page that the browser has put away whole and brings back', async () => {
    const keeper = await startBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })
    const context = await keeper.newContext({ viewport: { width: 1366, height: 768 } })
    const { page } = await visitIn(context)
    await pause(page)
    await page.evaluate(() => document.body.setAttribute('data-mark', 'the same'))
    await type(page, CONVICTION, '0.9')
    await page.goto(`${inject('pageUrl')}sw.js`)
    await page.goBack({ waitUntil: 'commit' })
    await page.locator('body[data-mark="the same"]').waitFor()
    expect(await convictionOf(page)).toBe('0.9')
    await type(page, CONVICTION, '0.8')
    await page.reload()
    await ready(page)
    expect(await convictionOf(page)).toBe('0.8')
    await keeper.close()
  })

  it('writes little for an edit, and nothing while nothing happens', async ({ newContext }) => {
    const context = await newContext()
    await context.addInitScript(() => {
      const put = IDBObjectStore.prototype.put
      const written: string[] = []
      Object.assign(window, { written })
      IDBObjectStore.prototype.put = function (value, key) {
        written.push(String(value))
        return put.call(this, value, key)
      }
    })
    const { page } = await visitIn(context)
    const written = () => page.evaluate(() => (window as { written?: string[] }).written ?? [])
    await pause(page)
    await expect.poll(async () => (await written()).length).toBeGreaterThan(0)
    await type(page, CONVICTION, '0.9')
    await kept(page, '"after":0.9')
    const before = (await written()).length
    await type(page, CONVICTION, '0.8')
    await kept(page, '"after":0.8')
    const texts = (await written()).slice(before)
    expect(texts.filter((text) => text.includes('contraflow-scenario'))).toHaveLength(1)
    expect(texts.length).toBeLessThan(8)
    await settled(page, await dayOf(page))
    await page.waitForTimeout(1_500)
    const resting = (await written()).length
    await page.waitForTimeout(2_500)
    expect((await written()).length).toBe(resting)
  })
})

describe('what cannot be kept', () => {
  it.for<readonly [string, () => unknown]>([
    ['no database', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    [
      'one that is forbidden',
      () =>
        Object.defineProperty(window, 'indexedDB', {
          get() {
            throw new DOMException('forbidden', 'SecurityError')
          },
        }),
    ],
    [
      'one that never answers',
      () => Object.defineProperty(window, 'indexedDB', { value: { open: () => new EventTarget() } }),
    ],
  ])(
    'is said lastingly where there is %s; the page works and saves as a file',
    async ([, hinder], { newContext }) => {
      const context = await newContext()
      await context.addInitScript(hinder)
      const { page, problems } = await visitIn(context)
      const note = lastingNote(page, 'Nothing is kept here')
      await note.waitFor()
      await type(page, CONVICTION, '0.9')
      const download = page.waitForEvent('download')
      await note.getByRole('button', { name: 'Save as a file' }).click()
      expect(JSON.parse(await readFile(await (await download).path(), 'utf8')).set).toBeUndefined()
      expect(problems).toEqual([])
    },
  )

  it('is said lastingly when the room is used up, until there is room again', async ({ newContext }) => {
    const context = await newContext()
    await context.addInitScript(() => {
      const put = IDBObjectStore.prototype.put
      const storage = { isFull: false }
      Object.assign(window, { storage })
      IDBObjectStore.prototype.put = function (value, key) {
        if (storage.isFull) throw new DOMException('no room', 'QuotaExceededError')
        return put.call(this, value, key)
      }
    })
    const { page, problems } = await visitIn(context)
    await pause(page)
    const fill = (isFull: boolean) =>
      page.evaluate((full) => {
        Object.assign((window as { storage?: object }).storage ?? {}, { isFull: full })
      }, isFull)
    await fill(true)
    await type(page, CONVICTION, '0.9')
    const note = lastingNote(page, 'the browser has no room left')
    await note.waitFor()
    await type(page, CONVICTION, '0.8')
    expect(await convictionOf(page)).toBe('0.8')
    await fill(false)
    await type(page, CONVICTION, '0.7')
    await note.waitFor({ state: 'detached' })
    await page.reload()
    await ready(page)
    expect(await convictionOf(page)).toBe('0.7')
    expect(problems).toEqual([])
  })
})
