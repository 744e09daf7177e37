/** Files in the page: with and without mistakes, read beside the page, in other encodings, built on others. */
import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { parseScenario, scenarioDigest } from '../../src/scenario'
import { BUNDLED_BASES, bundledScenario, bundledText, digestAfter } from '../support/bundled'
import { checkpoint, line } from '../support/scenarios'
import { findings } from './support/axe'
import { dayOf, digestOf, drop, pause, prepend, reach, seek, titled } from './support/page'
import { lastingNote, notices, picker, readingNote } from './support/parts'
import { it } from './support/visits'

describe('a file', () => {
  it('with mistakes shows them all and leaves the run alone', async ({ visit }) => {
    const { page, problems } = await visit()
    await reach(page, 3)
    const { checkpoints, ...rest } = JSON.parse(bundledText('line'))
    const [first, ...others] = checkpoints
    const broken = { ...rest, checkpoints: [{ ...first, staff: -4, stuff: 1, node: 'nowhere' }, ...others] }
    await drop(page, 'broken.json', JSON.stringify(broken, undefined, 2))
    const dialog = page.getByTestId('issues')
    await dialog.waitFor()
    const rows = await dialog.getByRole('row').allTextContents()
    expect(rows.some((row) => row.includes(`checkpoints.${first.id}.staff`) && row.includes('-4'))).toBe(true)
    expect(rows.some((row) => row.includes('stuff'))).toBe(true)
    expect(rows.some((row) => row.includes('nowhere'))).toBe(true)
    expect(await picker(page).getAttribute('value')).toBe('central-asia')
    const day = await dayOf(page)
    await reach(page, day + 1)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await drop(page, 'empty.json', '')
    await dialog.waitFor()
    expect(problems).toEqual([])
  })

  it('without mistakes is opened, and what is saved opens again as the same scenario', async ({ visit }) => {
    const { page } = await visit()
    await drop(page, 'mine.json', bundledText('two-routes'), 'yours.json', 'theirs.json')
    await titled(page, 'Two equal routes')
    await page.getByText('yours.json, theirs.json not opened').waitFor()
    await pause(page)
    await seek(page, 40)
    expect(await digestOf(page)).toBe(digestAfter(bundledScenario('two-routes'), 40))
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+s')
    const path = await (await download).path()
    const saved = parseScenario(await readFile(path, 'utf8'))
    expect(saved.ok && digestAfter(saved.scenario, 40)).toBe(await digestOf(page))
  })

  it('is said to be opened until somebody could have read it, however long the page is out of sight', async ({
    visit,
  }) => {
    const { page } = await visit({
      before: (next) => next.clock.install(),
    })
    const sight = (state: string) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: now })
      }, state)
    const said = notices(page).getByText('Opened Two equal routes')
    await sight('hidden')
    await drop(page, 'two.json', bundledText('two-routes'))
    await said.waitFor()
    await page.clock.runFor(60_000)
    expect(await said.count()).toBe(1)
    await sight('visible')
    await page.clock.runFor(10_000)
    expect(await said.count()).toBe(0)
  })

  it('is read beside the page, which goes on, until it is stopped or a newer one takes its place', async ({
    visit,
  }) => {
    const endless = `const post = self.postMessage.bind(self)
      self.postMessage = (message) => {
        while (message.reading?.text.includes('Endless'));
        post(message)
      }`
    const { page, problems } = await visit({
      before: (next) => prepend(next, /read\.worker/, endless),
    })
    const content = bundledText('two-routes').replace('Two equal routes', 'Endless')
    const note = readingNote(page)
    await drop(page, 'endless.json', content)
    await note.getByText('Reading endless.json').waitFor()
    await reach(page, (await dayOf(page)) + 2)
    expect(await findings(page, readingNote(page))).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByText('endless.json was not opened.').waitFor()
    expect(await note.isVisible()).toBe(false)
    await drop(page, 'endless.json', content)
    await note.getByRole('button', { name: 'Stop' }).click()
    await page.locator('html:not([data-reading])').waitFor({ state: 'attached' })
    await drop(page, 'endless.json', content)
    await note.waitFor()
    await drop(page, 'newer.json', bundledText('two-routes'))
    await titled(page, 'Two equal routes')
    expect(await note.isVisible()).toBe(false)
    const readers = () => page.workers().filter((worker) => worker.url().includes('read.worker')).length
    await expect.poll(readers, { timeout: 10_000 }).toBe(1)
    expect(problems).toEqual([])
  })

  it('whose reader the browser has ended is said to get no answer, and is read by another one', async ({
    visit,
  }) => {
    const { page } = await visit()
    await pause(page)
    await drop(page, 'first.json', bundledText('two-routes'))
    await titled(page, 'Two equal routes')
    const reader = page.workers().find((worker) => worker.url().includes('read.worker'))
    await reader?.evaluate('self.close()')
    await drop(page, 'second.json', bundledText('line'))
    const note = readingNote(page)
    await note.getByText('second.json: no word from its reader for 10 seconds.').waitFor()
    expect(await findings(page, readingNote(page))).toEqual([])
    await note.getByRole('button', { name: 'Try again' }).click()
    await page.waitForFunction(() => !document.title.includes('Two equal routes'))
    expect(await note.isVisible()).toBe(false)
  })

  it('in which nothing can move says so for as long as that is so, also after undo', async ({ visit }) => {
    const { page } = await visit()
    const open = line([checkpoint('p1')])
    const shut = line([checkpoint('p1')], { crews: 0 })
    const note = lastingNote(page, 'Worth knowing about this scenario')
    await drop(page, 'shut.json', JSON.stringify(shut))
    await note.getByText('no "goods" can ever leave "source" during this run').waitFor()
    expect(await findings(page, lastingNote(page))).toEqual([])
    await drop(page, 'open.json', JSON.stringify(open))
    await note.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await note.waitFor()
    await note.getByRole('button', { name: 'Close this note' }).click()
    expect(await note.count()).toBe(0)
  })

  it('in another encoding than UTF is refused with its name, and one in UTF-16 is opened', async ({
    visit,
  }) => {
    const { page } = await visit()
    await drop(page, 'cyrillic.json', new Uint8Array([0x7b, 0x22, 0xcf, 0xf0, 0xe8, 0x22, 0x7d]))
    const dialog = page.getByTestId('issues')
    await dialog.waitFor()
    expect(await dialog.textContent()).toContain('Windows-1251')
    await page.keyboard.press('Escape')
    const letters = [0xfeff, ...[...bundledText('two-routes')].map((letter) => letter.charCodeAt(0))]
    await drop(page, 'wide.json', new Uint8Array(new Uint16Array(letters).buffer))
    await titled(page, 'Two equal routes')
  })

  it('that extends a bundled scenario runs over it and is saved as differences', async ({ visit }) => {
    const { page } = await visit()
    const derived = {
      type: 'contraflow-scenario',
      formatVersion: 1,
      extends: { id: 'two-routes' },
      id: 'harder',
      title: 'Harder north',
      set: { 'checkpoints.north_post.interdictionOdds': 0.2 },
    }
    await drop(page, 'harder.json', JSON.stringify(derived))
    await titled(page, 'Harder north')
    await pause(page)
    await seek(page, 40)
    const expected = parseScenario(JSON.stringify(derived), BUNDLED_BASES)
    expect(expected.ok && digestAfter(expected.scenario, 40)).toBe(await digestOf(page))
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+s')
    const saved = JSON.parse(await readFile(await (await download).path(), 'utf8'))
    expect(saved.set).toEqual(derived.set)
    expect(saved.extends).toEqual({ id: 'two-routes', digest: scenarioDigest(bundledScenario('two-routes')) })
    expect(saved.nodes).toBeUndefined()
    await drop(page, 'orphan.json', JSON.stringify({ ...derived, extends: { id: 'two-rutes' } }))
    const dialog = page.getByTestId('issues')
    await dialog.waitFor()
    expect(await dialog.textContent()).toContain('did you mean "two-routes"?')
  })
})
