/** Opening scenarios: the last one asked for wins, a file with mistakes changes nothing, reading can be stopped. */
import { describe, expect, it } from 'vitest'
import { createBases } from '../../../src/app/documents/bases'
import { createOpening } from '../../../src/app/documents/opening'
import { parseScenario } from '../../../src/scenario'
import { createPageStore, DEFAULT_SETTINGS } from '../../../src/store'
import { BaseMissing, type Reading, type ScenarioReader } from '../../../src/workers'
import { bundledText } from '../../support/bundled'

interface Waiting {
  readonly text: string
  finish(): void
  fail(error: Error): void
}

/** A page of which only what opening needs is there; texts and files come when they are finished. */
function page() {
  const store = createPageStore(DEFAULT_SETTINGS)
  const log: string[] = []
  const loads = new Map<string, { come: (text: string | undefined) => void; fail: (error: Error) => void }>()
  const contents = new Map<Blob, string>()
  let waiting: Waiting | undefined
  let drop: () => void = () => undefined
  let retry: () => void = () => undefined
  const reader: ScenarioReader = {
    read: (file) =>
      new Promise<Reading | undefined>((resolve, reject) => {
        drop()
        drop = () => resolve(undefined)
        const text = typeof file === 'string' ? file : (contents.get(file) ?? '')
        waiting = { text, finish: () => resolve({ parsed: parseScenario(text), text }), fail: reject }
      }),
    cancel: () => drop(),
    startAgain: () => undefined,
  }
  const opening = createOpening({
    ...{ store, reader, bases: createBases() },
    textOf: (id) => new Promise((come, fail) => loads.set(id, { come, fail })),
    say: (message) => log.push(message),
    onReading: (name) => log.push(`reading ${name ?? 'nothing'}`),
    onOpened: () => log.push('opened'),
    onRejected: (name, { issues }) => log.push(`rejected ${name}: ${issues.length > 0}`),
    onMissing(id, again) {
      log.push(`missing ${id}`)
      retry = again
    },
  })
  return {
    opening,
    log,
    get title() {
      return store.get().document?.scenario.title
    },
    file(name: string, text: string) {
      const file = new File([text], name)
      contents.set(file, text)
      return file
    },
    /** Lets the text of a bundled scenario come. */
    async load(id: string, text = id === 'nowhere' ? undefined : bundledText(id)) {
      loads.get(id)?.come(text)
      await settled()
    },
    async failLoad(id: string) {
      loads.get(id)?.fail(new Error('no network'))
      await settled()
    },
    async finish() {
      waiting?.finish()
      await settled()
    },
    async fail(error: Error) {
      waiting?.fail(error)
      await settled()
    },
    retry: () => retry(),
  }
}

/** Everything that has come has been taken in. */
const settled = () => new Promise((done) => setTimeout(done))

describe('a bundled scenario', () => {
  it('is loaded, read and opened', async () => {
    const one = page()
    void one.opening.openBundled('line')
    await one.load('line')
    await one.finish()
    expect(one.log).toEqual(['reading line', 'reading nothing', 'opened'])
    expect(one.title).toBeDefined()
  })

  it('does not replace one that was asked for later, however late its text comes', async () => {
    const one = page()
    void one.opening.openBundled('line')
    void one.opening.openBundled('two-routes')
    await one.load('two-routes')
    await one.finish()
    await one.load('line')
    await one.finish()
    expect(one.title).toBe('Two equal routes')
    expect(one.log.filter((entry) => entry === 'opened')).toHaveLength(1)
  })

  it('does not replace a file that was dropped later', async () => {
    const one = page()
    void one.opening.openBundled('line')
    void one.opening.openFile(one.file('mine.json', bundledText('two-routes')), [])
    await one.load('line')
    await one.finish()
    expect(one.title).toBe('Two equal routes')
  })

  it('of an unknown id is said to be missing', async () => {
    const one = page()
    void one.opening.openBundled('nowhere')
    await one.load('nowhere')
    expect(one.title).toBeUndefined()
    expect(one.log).toEqual([expect.stringContaining('nowhere')])
  })

  it('that cannot be loaded is said, and loaded when tried again', async () => {
    const one = page()
    void one.opening.openBundled('line')
    await one.failLoad('line')
    expect(one.log).toEqual(['missing line'])
    one.retry()
    await one.load('line')
    await one.finish()
    expect(one.log.at(-1)).toBe('opened')
  })
})

describe('a file', () => {
  it('is opened and named, with those that were dropped beside it', async () => {
    const one = page()
    void one.opening.openFile(one.file('mine.json', bundledText('two-routes')), ['yours.json'])
    expect(one.opening.beingRead).toBe('mine.json')
    await one.finish()
    expect(one.opening.beingRead).toBeUndefined()
    expect(one.log.at(-1)).toBe('Opened Two equal routes. One file at a time: yours.json not opened')
  })

  it('with mistakes is rejected, and the scenario that is open stays', async () => {
    const one = page()
    void one.opening.openFile(one.file('mine.json', bundledText('two-routes')), [])
    await one.finish()
    void one.opening.openFile(one.file('broken.json', '{}'), [])
    await one.finish()
    expect(one.log.at(-1)).toBe('rejected broken.json: true')
    expect(one.title).toBe('Two equal routes')
  })

  it('that is stopped is not opened, and nothing is left to stop', async () => {
    const one = page()
    void one.opening.openFile(one.file('long.json', bundledText('two-routes')), [])
    expect(one.opening.stopReading()).toBe(true)
    await one.finish()
    expect(one.title).toBeUndefined()
    expect(one.log.slice(-2)).toEqual(['long.json was not opened.', 'reading nothing'])
    expect(one.opening.stopReading()).toBe(false)
  })

  it('gives way to a newer one, whose name stays on show', async () => {
    const one = page()
    void one.opening.openFile(one.file('old.json', bundledText('line')), [])
    void one.opening.openFile(one.file('new.json', bundledText('two-routes')), [])
    await settled()
    expect(one.opening.beingRead).toBe('new.json')
    await one.finish()
    expect(one.title).toBe('Two equal routes')
    expect(one.log.filter((entry) => entry === 'opened')).toHaveLength(1)
  })

  it('whose base cannot be loaded names the base', async () => {
    const one = page()
    void one.opening.openFile(one.file('derived.json', '{}'), [])
    await one.fail(new BaseMissing('two-routes'))
    expect(one.log.slice(-2)).toEqual(['reading nothing', 'missing two-routes'])
  })
})
