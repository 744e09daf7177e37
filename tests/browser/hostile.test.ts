/** Hostile content in the storage of the browser: the page opens, puts it aside and says so. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { bundledText } from '../support/bundled'
import { opened, pause, ready, seek, type, visitIn } from './support/page'
import { lastingNote, parameterField } from './support/parts'
import { it } from './support/visits'

const CONVICTION = 'assumptions.convictionProbability'

const convictionOf = (page: Page) => parameterField(page, CONVICTION).inputValue()

describe('hostile content', () => {
  /** Puts these into the section of works, whatever they are, in place of what is there. */
  function plant(page: Page, entries: readonly (readonly [string, unknown])[]): Promise<void> {
    return page.evaluate(
      (list) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('contraflow')
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(['works', 'aside'], 'readwrite')
            const store = transaction.objectStore('works')
            store.clear()
            transaction.objectStore('aside').clear()
            for (const [key, value] of list) store.put(value, key)
            transaction.oncomplete = () => {
              opening.result.close()
              resolve()
            }
            transaction.onabort = () => reject(transaction.error)
          }
        }),
      entries,
    )
  }

  it('in the database is put aside, said and can be saved; the page opens on the first scenario', async ({
    newContext,
  }) => {
    const context = await newContext()
    const { page: gardener } = await visitIn(context)
    await gardener.goto(`${inject('pageUrl')}sw.js`)
    const list = (more: object) => JSON.stringify({ version: 1, present: 0, documents: [], ...more })
    const line = { origin: { kind: 'file', name: 'x' }, label: '', extent: 'opened' }
    const plants: readonly (readonly (readonly [string, unknown])[])[] = [
      [['a', 5]],
      [['a/documents', '{}']],
      [
        ['a/documents', { nested: [1, { two: 2 }] }],
        ['a/stamp', 'x'],
      ],
      [['a/documents', list({ documents: [line], present: 3 })]],
      [
        ['a/documents', list({ documents: [line] })],
        ['a/scenario.0', '{"type":"contraflow-scenario"}'],
      ],
      [
        [
          'a/documents',
          list({
            documents: [{ ...line, extent: 'bundled', origin: { kind: 'bundled', name: '__proto__' } }],
          }),
        ],
      ],
      [
        ['a/documents', '['.repeat(100_000)],
        ['a/whereabouts', '{"day":-1,"selection":5}'],
      ],
    ]
    for (const entries of plants) {
      await plant(gardener, entries)
      const { page, problems } = await visitIn(context)
      await opened(page, 'central-asia')
      const note = lastingNote(page, 'It was put aside')
      await note.waitFor()
      expect(problems).toEqual([])
      await page.close()
    }
    const { page } = await visitIn(context)
    const note = lastingNote(page, 'It was put aside')
    const download = page.waitForEvent('download')
    await note.getByRole('button', { name: 'Save what was put aside' }).click()
    const saved = JSON.parse(await readFile(await (await download).path(), 'utf8'))
    expect(Object.values(saved)).toContain('{"day":-1,"selection":5}')
    await note.waitFor({ state: 'detached' })
    await page.reload()
    await ready(page)
    expect(await note.count()).toBe(0)
  })

  it('in the whereabouts leaves the page as it opens by itself', async ({ newContext }) => {
    const context = await newContext()
    const { page: gardener } = await visitIn(context)
    await gardener.goto(`${inject('pageUrl')}sw.js`)
    const documents = {
      version: 1,
      present: 0,
      documents: [{ origin: { kind: 'bundled', name: 'line' }, label: '', extent: 'bundled' }],
    }
    for (const whereabouts of [
      '',
      '[]',
      '{"day":1e9}',
      '{"day":3,"selection":{"kind":"node","id":"toString"},"tab":"constructor","speed":1e300}',
      '{"day":3,"selection":{"kind":"shipment","id":"00000000ffffffff-99999999"},"foldOut":"x"}',
      '{"day":3,"look":{"lat":90,"lon":-180,"scale":1e300},"layers":["flows","x"],"strongest":1e12}',
      '{"day":3,"look":{"lat":-90,"lon":0,"scale":1e-300},"filter":{"organisation":"x","commodity":"","route":"toString","mode":"air"}}',
    ]) {
      await plant(gardener, [
        ['a/documents', JSON.stringify(documents)],
        ['a/whereabouts', whereabouts],
      ])
      const { page, problems } = await visitIn(context)
      await opened(page, 'line')
      await pause(page)
      await seek(page, 5)
      expect(await lastingNote(page).count(), whereabouts).toBe(0)
      expect(problems, whereabouts).toEqual([])
      await page.close()
    }
  })

  it.for([
    '{}',
    '5',
    '[]',
    'null',
    '{',
    '{"origin":{"kind":"bundled","name":"line"},"scenario":{},"history":5}',
  ])(
    'in the draft of the former version (%s) does not stop the page, nor do settings, tour, hash and state',
    async (draft, { newContext }) => {
      const context = await newContext()
      await context.addInitScript((text) => {
        if (sessionStorage.getItem('planted') !== null) return
        sessionStorage.setItem('planted', 'yes')
        sessionStorage.setItem('contraflow-draft', text)
        sessionStorage.setItem('contraflow-work', '\u0000../../x')
        localStorage.setItem(
          'contraflow-settings',
          '{"theme":5,"closedGroups":[{}],"__proto__":{"x":1},"whenChanged":"toString"}',
        )
        localStorage.setItem('contraflow-tour', '9')
        history.replaceState({ scenario: text, __proto__: null }, '', '#s=%E0%A4%A&day=-1')
      }, draft)
      const { page, problems } = await visitIn(context)
      await opened(page, 'central-asia')
      await lastingNote(page, 'It was put aside').waitFor()
      await page.getByRole('button', { name: /tour/ }).first().click()
      await page.getByText('Step 1 of 6', { exact: true }).waitFor()
      await type(page, CONVICTION, '0.9')
      await page.reload()
      await ready(page)
      expect(await convictionOf(page)).toBe('0.9')
      expect(problems).toEqual([])
    },
  )

  it('is none in a good draft of the former version: it is taken over once', async ({ newContext }) => {
    const context = await newContext()
    const scenario = { ...JSON.parse(bundledText('line')), seed: 'mine' }
    const draft = {
      origin: { kind: 'bundled', name: 'line' },
      scenario,
      history: {
        done: [
          {
            label: 'Seed',
            changes: [{ path: 'seed', before: JSON.parse(bundledText('line')).seed, after: 'mine' }],
            fromDay: 0,
          },
        ],
        undone: [],
        course: [{ fromDay: 0, changes: [] }],
      },
    }
    await context.addInitScript((text) => {
      if (sessionStorage.getItem('planted') !== null) return
      sessionStorage.setItem('planted', 'yes')
      sessionStorage.setItem('contraflow-draft', text)
    }, JSON.stringify(draft))
    const { page } = await visitIn(context)
    expect(await page.getByTestId('seed').inputValue()).toBe('mine')
    expect(await page.evaluate(() => sessionStorage.getItem('contraflow-draft'))).toBeNull()
    await page.reload()
    await ready(page)
    expect(await page.getByTestId('seed').inputValue()).toBe('mine')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await page.getByTestId('seed').inputValue()).toBe(
      scenario.seed === 'mine' ? JSON.parse(bundledText('line')).seed : '',
    )
  })
})
