/** Kept work: documents, steps and whereabouts as texts and back, and whatever else may stand in their place. */
import alea from 'seedrandom/lib/alea'
import { describe, expect, it } from 'vitest'
import { getAt, type Scenario } from '../../src/scenario'
import {
  createPageStore,
  DEFAULT_SETTINGS,
  isDirty,
  isWorkedOn,
  parseSettings,
  readFormerDraft,
  readStamp,
  readWhereabouts,
  readWork,
  restoredWork,
  type Store,
  stepsOf,
  whereaboutsText,
  workTexts,
} from '../../src/store'
import { bundledScenario } from '../support/bundled'

const scenario = bundledScenario('line')
const other = bundledScenario('two-routes')
const STAFF = 'checkpoints.post1.staff'
const CONVICTION = 'assumptions.convictionProbability'

const bundled = (name: string) =>
  Promise.resolve(({ line: scenario, 'two-routes': other } as Record<string, Scenario>)[name])

/** A store whose run goes on after a change, and the day on which the person stands. */
function opened(name = 'line') {
  const now = { day: 0 }
  const store = createPageStore({ ...DEFAULT_SETTINGS, whenChanged: 'continue' }, () => now.day)
  store.open(scenario, { kind: 'bundled', name }, 'opened')
  const at = (day: number, path: string, value: unknown, final = true) => {
    now.day = day
    expect(store.edit(path, value, undefined, final)).toBeUndefined()
  }
  return { store, now, at }
}

function presentOf(store: Store) {
  const { document } = store.get()
  if (document === undefined) throw new Error('nothing is open')
  return document
}

const textsOf = (store: Store) => workTexts(presentOf(store), store.get().history)

/** Never gives way: nobody waits for a test to draw. */
const atOnce = () => Promise.resolve()

/** A store that took up what was kept of another one. */
async function takenUp(texts: ReadonlyMap<string, unknown>): Promise<Store> {
  const read = await readWork(texts, bundled, atOnce)
  if (typeof read === 'string') throw new Error(read)
  const store = createPageStore(DEFAULT_SETTINGS)
  store.restore(await restoredWork(read.drafts, read.present, atOnce))
  return store
}

function labels(store: Store) {
  const { done, undone } = store.get().history
  return { done: done.map(({ label }) => label), undone: undone.map(({ label }) => label) }
}

function expectSame(a: Store, b: Store): void {
  expect(labels(a)).toEqual(labels(b))
  expect(presentOf(a)).toEqual(presentOf(b))
  expect(isDirty(a.get())).toBe(isDirty(b.get()))
}

describe('kept work', () => {
  it('brings back the scenario, the course of its run and every step on both sides', async () => {
    const { store, at } = opened()
    at(90, STAFF, 55)
    at(120, 'checkpoints', [])
    store.undo()
    at(120, CONVICTION, 0.9)
    at(150, STAFF, 70)
    store.recomputeRun('whole')
    store.undo()
    store.undo()
    const again = await takenUp(textsOf(store))
    for (const move of ['redo', 'redo', 'undo', 'undo', 'undo', 'undo', 'redo'] as const) {
      store[move]()
      again[move]()
      expectSame(again, store)
    }
  })

  it('brings back the documents opened before and after the present one, each with its steps', async () => {
    const { store, at } = opened()
    at(0, STAFF, 55)
    store.open(other, { kind: 'bundled', name: 'two-routes' }, 'opened two routes')
    store.open({ ...other, title: 'Mine' }, { kind: 'file', name: 'mine.json' }, 'opened mine')
    at(0, CONVICTION, 0.9)
    const again = await takenUp(textsOf(store))
    for (const move of ['undo', 'undo', 'undo', 'undo', 'redo', 'redo', 'redo', 'redo'] as const) {
      store[move]()
      again[move]()
      expectSame(again, store)
      expectSame(await takenUp(textsOf(store)), store)
    }
  })

  it('lets the page draw before each step that is put together again', async () => {
    const { store, at } = opened()
    for (let i = 1; i <= 20; i++) at(0, CONVICTION, i / 100)
    for (let i = 0; i < 8; i++) store.undo()
    const read = await readWork(textsOf(store), bundled, atOnce)
    if (typeof read === 'string') throw new Error(read)
    let turns = 0
    await restoredWork(read.drafts, read.present, async () => {
      turns += 1
    })
    expect(turns).toBeGreaterThanOrEqual(20)
  })

  it('takes what was saved as saved, and an edit of a saved file as unsaved', async () => {
    const { store, at } = opened()
    at(0, STAFF, 55)
    store.saved()
    expectSame(await takenUp(textsOf(store)), store)
    at(0, STAFF, 60)
    const again = await takenUp(textsOf(store))
    expectSame(again, store)
    expect(isDirty(again.get())).toBe(true)
  })

  it('is the name alone of a bundled scenario in which nobody has done anything', async () => {
    const { store, at } = opened()
    const { document, history } = store.get()
    expect([...textsOf(store).keys()]).toEqual(['documents'])
    expect(document && isWorkedOn(document, history)).toBe(false)
    expectSame(await takenUp(textsOf(store)), store)
    at(0, STAFF, 55)
    expect(isWorkedOn(presentOf(store), store.get().history)).toBe(true)
  })

  it('keeps the last thirty steps', async () => {
    const { store, at } = opened()
    for (let i = 1; i <= 60; i++) at(0, STAFF, 100 + i)
    const again = await takenUp(textsOf(store))
    expect(again.get().history.done).toHaveLength(30)
    for (let i = 0; i < 30; i++) again.undo()
    expect(again.undo()).toBeUndefined()
    expect(getAt(presentOf(again).scenario, STAFF)).toBe(130)
  })

  it('writes no text again that has not changed', () => {
    const { store, at } = opened()
    store.open(other, { kind: 'file', name: 'other.json' }, 'opened')
    at(0, CONVICTION, 0.9)
    const before = textsOf(store)
    at(0, CONVICTION, 0.8)
    const after = textsOf(store)
    const rewritten = [...after].filter(([key, value]) => before.get(key) !== value).map(([key]) => key)
    expect(rewritten).toEqual(['scenario.1', 'steps.1'])
    const steps = String(after.get('steps.1'))
    expect(steps.length).toBeLessThan(1_000)
  })

  it('leaves out a step that is too long to be kept, and all before it', async () => {
    const { store, at } = opened()
    at(0, STAFF, 55)
    const [first] = scenario.nodes
    const more = Array.from({ length: 5_000 }, (_, i) => ({ ...first, id: `more${i}`, kind: 'transit' }))
    at(0, 'nodes', [...scenario.nodes, ...more])
    at(0, STAFF, 56)
    const again = await takenUp(textsOf(store))
    expect(again.get().history.done).toHaveLength(1)
    expect(getAt(presentOf(again).scenario, STAFF)).toBe(56)
    expect(presentOf(again).scenario.nodes).toHaveLength(scenario.nodes.length + 5_000)
  })

  it('gives up the steps that fit no scenario, and keeps the scenario', async () => {
    const { store, at } = opened()
    at(90, STAFF, 55)
    const texts = textsOf(store)
    const steps = String(texts.get('steps.0'))
    for (const spoilt of [
      steps.replace('post1', 'nowhere'),
      steps.replace('"fromDay":90', '"fromDay":-1'),
      steps.replace('"course":[{"fromDay":0', '"course":[{"fromDay":7'),
      '{}',
      '',
    ]) {
      expect(spoilt).not.toBe(steps)
      const again = await takenUp(new Map(texts).set('steps.0', spoilt))
      expect(again.get().history.done, spoilt).toEqual([])
      expect(getAt(presentOf(again).scenario, STAFF)).toBe(55)
    }
  })

  it('leaves out a document of before or after that cannot be read', async () => {
    const { store, at } = opened()
    at(0, STAFF, 55)
    store.open(other, { kind: 'file', name: 'other.json' }, 'opened other')
    at(0, CONVICTION, 0.9)
    const again = await takenUp(new Map(textsOf(store)).set('scenario.0', '{"type":"contraflow-scenario"}'))
    expect(labels(again).done).toHaveLength(1)
    store.undo()
    store.undo()
    const before = await takenUp(new Map(textsOf(store)).set('scenario.1', undefined as never))
    expect(stepsOf(before.get().history)).toHaveLength(1)
    expect(getAt(presentOf(before).scenario, STAFF)).toBe(55)
  })

  it('is left alone where a later version has written it, and waits where its bundled scenario cannot be loaded', async () => {
    const texts = textsOf(opened().store)
    const list = JSON.parse(String(texts.get('documents')))
    const later = new Map(texts).set('documents', JSON.stringify({ ...list, version: 2, more: true }))
    expect(await readWork(later, bundled, atOnce)).toBe('newer')
    const offline = () => Promise.reject(new Error('offline'))
    await expect(readWork(texts, offline, atOnce)).rejects.toThrow('offline')
    expect(await readWork(texts, () => Promise.resolve(undefined), atOnce)).toBe('unreadable')
  })
})

describe('a draft of the former version', () => {
  const draft = (more = {}) => {
    const changed = { ...scenario, seed: 'mine' }
    const steps = [
      { label: 'Seed', changes: [{ path: 'seed', before: scenario.seed, after: 'mine' }], fromDay: 0 },
    ]
    const history = { done: steps, undone: [], course: [{ fromDay: 0, changes: [] }] }
    return { origin: { kind: 'bundled', name: 'line' }, scenario: changed, history, ...more }
  }

  async function taken(value: unknown): Promise<Store | undefined> {
    const read = await readFormerDraft(JSON.stringify(value), bundled)
    if (typeof read === 'string') return undefined
    const store = createPageStore(DEFAULT_SETTINGS)
    store.restore(await restoredWork(read.drafts, read.present, atOnce))
    return store
  }

  it('is taken over with its steps', async () => {
    const store = await taken(draft())
    expect(store && labels(store).done).toEqual(['Seed'])
    expect(store?.undo()?.label).toBe('Seed')
    expect(store && presentOf(store).scenario.seed).toBe(scenario.seed)
    expect(store && isDirty(store.get())).toBe(false)
  })

  it('keeps its scenario where its history is none', async () => {
    for (const history of [5, {}, [], null, { done: 5 }, { done: [], undone: [], course: 'x' }]) {
      const store = await taken(draft({ history }))
      expect(store && presentOf(store).scenario.seed, JSON.stringify(history)).toBe('mine')
    }
  })

  it.each(['{}', '5', '[]', 'null', '""', '{', '', '{"origin":{"kind":"bundled","name":"line"}}'])(
    'is none where it is %s',
    async (text) => {
      expect(await readFormerDraft(text, bundled)).toBe('unreadable')
    },
  )
})

describe('hostile content', () => {
  /** Values that stand where none of them belongs. */
  const INTRUDERS: readonly unknown[] = [
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    2 ** 53,
    '',
    'x',
    'toString',
    '__proto__',
    'constructor',
    '\u202e',
    '\0',
    'x'.repeat(3_000),
    '.'.repeat(3_000),
    [],
    {},
    [[]],
    [null],
    { id: 'toString' },
    { length: 5 },
    { version: 2 },
    JSON.parse('{"__proto__":{"polluted":true}}'),
    JSON.parse(`${'['.repeat(400)}${']'.repeat(400)}`),
  ]

  const draw = alea('hostile work')
  const int = (below: number) => Math.floor(draw() * below)
  const pick = <T>(list: readonly T[]): T => list[int(list.length)] as T

  /** A copy with one value, somewhere, gone, doubled or replaced. */
  function mutated(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || int(6) === 0) return pick(INTRUDERS)
    const keys = Object.keys(value)
    if (keys.length === 0) return pick(INTRUDERS)
    const key = pick(keys)
    const part = (value as Record<string, unknown>)[key]
    const next = mutated(part)
    if (Array.isArray(value)) {
      const list = [...value]
      list.splice(Number(key), int(3), ...[next, part].slice(0, int(3)))
      return list
    }
    const entries = Object.entries(value).filter(([name]) => name !== key || int(4) > 0)
    return Object.fromEntries(entries.map(([name, own]) => [name, name === key ? next : own]))
  }

  function mutatedText(text: string): unknown {
    const way = int(8)
    if (way === 0) return pick(INTRUDERS)
    if (way === 1) return text.slice(0, int(text.length + 1))
    if (way === 2) {
      const at = int(text.length + 1)
      return `${text.slice(0, at)}${pick(['"', '{', ',', '9', '\0'])}${text.slice(at + 1)}`
    }
    return JSON.stringify(mutated(JSON.parse(text)))
  }

  it('is either work that can be undone step by step, or said to be none', { timeout: 120_000 }, async () => {
    const { store, at } = opened()
    at(90, STAFF, 55)
    store.open(other, { kind: 'file', name: 'other.json' }, 'opened other')
    at(20, CONVICTION, 0.9)
    at(30, CONVICTION, 0.8)
    store.undo()
    const texts = textsOf(store)
    const outcomes = { unreadable: 0, newer: 0, taken: 0 }
    for (let i = 0; i < 300; i++) {
      const spoilt = new Map<string, unknown>(texts)
      for (let n = 0; n <= int(2); n++) {
        const key = pick([...texts.keys()])
        spoilt.set(key, mutatedText(texts.get(key) ?? ''))
      }
      const read = await readWork(spoilt, bundled, atOnce)
      if (typeof read === 'string') {
        outcomes[read] += 1
        continue
      }
      outcomes.taken += 1
      const again = createPageStore(DEFAULT_SETTINGS)
      again.restore(await restoredWork(read.drafts, read.present, atOnce))
      const before = presentOf(again)
      const steps = again.get().history.done.length
      while (again.undo() !== undefined);
      for (let n = 0; n < steps; n++) again.redo()
      expect(presentOf(again)).toEqual(before)
      expect([...textsOf(again).keys()]).toContain('documents')
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted')
    expect(outcomes.unreadable).toBeGreaterThan(30)
    expect(outcomes.taken).toBeGreaterThan(30)
  })

  it('keeps the shipment that was followed, by its name and a day, and reads none of another form', () => {
    const shipment = { kind: 'shipment', shipment: { a: -7, b: 0x7fffffff }, day: 212 } as const
    const text = whereaboutsText({ day: 212, isPlaying: true, selection: shipment })
    expect(JSON.parse(text).selection).toEqual({ kind: 'shipment', id: 'fffffff97fffffff-212' })
    expect(readWhereabouts(text)?.selection).toEqual(shipment)
    const selectionOf = (id: string) =>
      readWhereabouts(JSON.stringify({ selection: { kind: 'shipment', id } }))?.selection
    for (const id of ['', 'fffffff97fffffff', 'fffffff97fffffff-', 'xyz-1', '../fffffff97fffffff-212', '1-2'])
      expect(selectionOf(id)).toBeUndefined()
  })

  it('never makes a day, a view, a stamp or a setting of a wrong kind', () => {
    const place = {
      day: 12,
      isPlaying: false,
      speed: 5,
      selection: { kind: 'node' as const, id: 'a' },
      look: { lat: 1, lon: 2, scale: 3 },
      foldOut: 'charts' as const,
      tab: 'global',
      layers: ['flows' as const],
      filter: { organisation: '', commodity: '', route: 'r', mode: '' },
      strongest: 3,
    }
    const text = whereaboutsText(place)
    expect(readWhereabouts(text)).toEqual(place)
    expect(readWhereabouts(whereaboutsText({ ...place, speed: Number.POSITIVE_INFINITY }))?.speed).toBe(null)
    for (let i = 0; i < 600; i++) {
      const read = readWhereabouts(mutatedText(text))
      if (read !== undefined) {
        expect(Number.isInteger(read.day) && read.day >= 0).toBe(true)
        expect(typeof read.isPlaying).toBe('boolean')
        expect(read.layers?.every((layer) => typeof layer === 'string') ?? true).toBe(true)
        expect(readWhereabouts(whereaboutsText(read))).toBeDefined()
      }
      const { changedAt, keptAt } = readStamp(mutatedText('{"changedAt":1,"keptAt":2}'))
      expect(Number.isFinite(changedAt + keptAt)).toBe(true)
      const settings = parseSettings(String(mutatedText(JSON.stringify(DEFAULT_SETTINGS))))
      expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
      expect(settings.closedGroups.every((group) => typeof group === 'string')).toBe(true)
      expect(['dark', 'light']).toContain(settings.theme)
    }
  })
})
