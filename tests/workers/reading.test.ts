/** Reading scenario files beside the page: encodings, bases, the newest file, files that are stopped, readers that are lost. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseScenario } from '../../src/scenario'
import type { Thread } from '../../src/workers/port'
import { createReader, type ToReader } from '../../src/workers/reader'
import { BaseMissing, type BaseTexts, createScenarioReader } from '../../src/workers/reading'
import { SILENT_SECONDS } from '../../src/workers/silence'
import { BUNDLED, BUNDLED_BASES, bundledScenario, bundledText } from '../support/bundled'

const bases: BaseTexts = { known: BUNDLED, fetch: async (id) => BUNDLED_BASES.textOf(id) }

function derived(base: string): string {
  const set = { 'checkpoints.north_post.interdictionOdds': 0.2 }
  return JSON.stringify({
    type: 'contraflow-scenario',
    formatVersion: 1,
    extends: { id: base },
    id: 'harder',
    title: 'Harder north',
    set,
  })
}

interface Worker extends Thread {
  isEnded: boolean
  isDeaf: boolean
  break(message?: string): void
}

/** Workers that read on this thread; a deaf one answers nothing. */
function workers({ isDeaf = false, isBroken = false } = {}) {
  const started: Worker[] = []
  const start = () => {
    const worker: Worker = {
      isEnded: false,
      isDeaf,
      onmessage: null,
      onmessageerror: null,
      onerror: null,
      postMessage(message: ToReader) {
        if (!worker.isDeaf) answer(structuredClone(message))
      },
      terminate() {
        worker.isEnded = true
      },
      break: (message) => Reflect.apply(worker.onerror ?? (() => undefined), worker, [{ message }]),
    }
    const say = (data: unknown) => {
      if (!worker.isEnded) Reflect.apply(worker.onmessage ?? (() => undefined), worker, [{ data }])
    }
    const answer = createReader((message) => say(structuredClone(message)))
    queueMicrotask(() => (isBroken ? worker.break() : say({ type: 'ready' })))
    started.push(worker)
    return worker
  }
  return { start, started }
}

describe('a file', () => {
  it('is read as in the page itself, from its text or its bytes', async () => {
    const { start, started } = workers()
    const reader = createScenarioReader(start)
    const content = bundledText('line')
    const fromText = await reader.read(content, bases)
    expect(fromText).toEqual({ parsed: parseScenario(content), text: content })
    expect(await reader.read(new Blob([content]), bases)).toEqual(fromText)
    expect(started).toHaveLength(1)
  })

  it('in UTF-16 is read, and one in another encoding is refused with its name', async () => {
    const reader = createScenarioReader(workers().start)
    const content = bundledText('line')
    const wide = new Uint16Array([0xfeff, ...[...content].map((letter) => letter.charCodeAt(0))])
    const read = await reader.read(new Blob([wide]), bases)
    expect(read?.parsed).toMatchObject({ ok: true, scenario: { id: 'line' } })
    const single = new Uint8Array([0x7b, 0x22, 0xcf, 0xf0, 0xe8, 0x22, 0x7d])
    const refused = await reader.read(new Blob([single]), bases)
    expect(refused?.parsed.ok === false && refused.parsed.issues[0]?.found).toContain('Windows-1251')
  })

  it('gets the files that it builds on from the page, one after the other', async () => {
    const asked: string[] = []
    const fetch = (id: string) => {
      asked.push(id)
      return Promise.resolve(
        id === 'middle' ? derived('two-routes').replace('harder', 'middle') : bundledText(id),
      )
    }
    const reader = createScenarioReader(workers().start)
    const read = await reader.read(derived('middle'), { known: [...BUNDLED, 'middle'], fetch })
    expect(asked).toEqual(['middle', 'two-routes'])
    const odds = read?.parsed.ok === true && read.parsed.scenario.checkpoints[0]?.interdictionOdds
    expect(odds).toBe(0.2)
    expect(odds).not.toBe(bundledScenario('two-routes').checkpoints[0]?.interdictionOdds)
    const orphan = await reader.read(derived('two-rutes'), { ...bases, fetch: async () => undefined })
    const [issue] = orphan?.parsed.ok === false ? orphan.parsed.issues : []
    expect(issue?.expected).toContain('did you mean "two-routes"?')
  })

  it('whose base cannot be fetched is not read, and the next one is', async () => {
    const reader = createScenarioReader(workers().start)
    const fetch = () => Promise.reject(new Error('no network'))
    await expect(reader.read(derived('two-routes'), { ...bases, fetch })).rejects.toEqual(
      new BaseMissing('two-routes'),
    )
    expect(await reader.read(derived('two-routes'), bases)).toMatchObject({ parsed: { ok: true } })
  })

  it('gives way to a newer one, and its reader is ended', async () => {
    const { start, started } = workers({ isDeaf: true })
    const reader = createScenarioReader(start)
    const older = reader.read(bundledText('line'), bases)
    const newer = reader.read(bundledText('two-routes'), bases)
    expect(await older).toBeUndefined()
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false])
    reader.cancel()
    expect(await newer).toBeUndefined()
    expect(started.every(({ isEnded }) => isEnded)).toBe(true)
  })

  it('is read on the thread of the page where workers cannot be had', async () => {
    const forbidden = createScenarioReader(() => {
      throw new Error('forbidden')
    })
    const content = bundledText('line')
    expect(await forbidden.read(content, bases)).toMatchObject({ parsed: { ok: true } })
    const { start, started } = workers({ isDeaf: true, isBroken: true })
    const blocked = createScenarioReader(start)
    expect(await blocked.read(derived('two-routes'), bases)).toMatchObject({ parsed: { ok: true } })
    expect(await blocked.read(content, bases)).toMatchObject({ parsed: { ok: true } })
    expect(started).toHaveLength(1)
  })

  it('whose reader breaks is given up, and the next one has another reader', async () => {
    const { start, started } = workers()
    const reader = createScenarioReader(start)
    await reader.read(bundledText('line'), bases)
    const [first] = started
    if (first === undefined) throw new Error('no reader was started')
    first.isDeaf = true
    const lost = reader.read(bundledText('line'), bases)
    first.break('out of memory')
    expect(await lost).toMatchObject({ parsed: { ok: false, issues: [{ found: 'out of memory' }] } })
    expect(await reader.read(bundledText('line'), bases)).toMatchObject({ parsed: { ok: true } })
    expect(started).toHaveLength(2)
  })
})

describe('a reader that the browser has ended without a word', () => {
  afterEach(() => void vi.useRealTimers())
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

  /** A reader that has read a file, and from then on answers nothing. */
  async function ended() {
    const { start, started } = workers()
    const silences: boolean[] = []
    const reader = createScenarioReader(start, (isSilent) => silences.push(isSilent))
    await reader.read(bundledText('line'), bases)
    const [first] = started
    if (first === undefined) throw new Error('no reader was started')
    first.isDeaf = true
    vi.useFakeTimers()
    return { reader, started, silences }
  }

  it('is noticed while it has a file to read, and never before', async () => {
    const { reader, silences } = await ended()
    await pass(10 * SILENT_SECONDS)
    expect(silences).toEqual([])
    void reader.read(bundledText('line'), bases)
    await pass(SILENT_SECONDS - 1)
    expect(silences).toEqual([])
    await pass(1)
    expect(silences).toEqual([true])
    await pass(10 * SILENT_SECONDS)
    expect(silences).toEqual([true])
  })

  it('gives way to another one, which reads the same file', async () => {
    const { reader, started, silences } = await ended()
    const reading = reader.read(bundledText('two-routes'), bases)
    await pass(SILENT_SECONDS)
    reader.startAgain()
    expect(await reading).toMatchObject({ parsed: { ok: true, scenario: { id: 'two-routes' } } })
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false])
    await pass(10 * SILENT_SECONDS)
    expect(silences).toEqual([true])
  })

  it('is not one that waits for a file which the page fetches over a slow line', async () => {
    vi.useFakeTimers()
    const silences: boolean[] = []
    const reader = createScenarioReader(workers().start, (isSilent) => silences.push(isSilent))
    const fetch = (id: string) =>
      new Promise<string>((come) => setTimeout(() => come(bundledText(id)), 20_000 * SILENT_SECONDS))
    const reading = reader.read(derived('two-routes'), { known: BUNDLED, fetch })
    await pass(20 * SILENT_SECONDS)
    expect(silences).toEqual([])
    expect(await reading).toMatchObject({ parsed: { ok: true } })
  })
})
