/** When the page is drawn, and how often its slower parts are. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FrameOptions, keepDrawn, paced } from '../../src/app/frame'
import type { PageState } from '../../src/app/state'
import { createPageStore, createViewStore, DEFAULT_SETTINGS } from '../../src/store'

/** A page of which only what the frame asks is there, with animation frames that come when they are called. */
function page(run: { isBehind?: boolean; playing?: boolean } = {}) {
  const waiting: ((now: number) => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (draw: (now: number) => void) => waiting.push(draw))
  const changes: (() => void)[] = []
  const log: string[] = []
  const store = createPageStore(DEFAULT_SETTINGS, () => 0)
  const options = {
    store,
    view: createViewStore(),
    run: {
      isBehind: run.isBehind ?? false,
      failure: undefined,
      player: { playing: run.playing ?? false, hasNext: false },
      following: { events: undefined },
      tick: (now: number) => now / 1000,
      subscribe: ({ onChange }: { onChange: () => void }) => changes.push(onChange),
    },
    features: [],
    condition: { show: () => log.push('condition') },
    onTime: (time: number) => log.push(`time ${time}`),
    restyle: () => log.push('restyle'),
  }
  const restyle = keepDrawn(options as unknown as FrameOptions)
  return {
    store,
    log,
    restyle,
    change: () => changes.forEach((onChange) => void onChange()),
    /** Lets the frames that are waiting come. */
    frame(now: number) {
      const due = waiting.splice(0)
      for (const draw of due) draw(now)
      return due.length
    },
  }
}

beforeEach(() => vi.unstubAllGlobals())
afterEach(() => vi.unstubAllGlobals())

test('many changes between two frames are drawn once', () => {
  const { change, frame, log } = page()
  change()
  change()
  expect(frame(1000)).toBe(1)
  expect(log).toEqual(['time 1', 'condition'])
})

test('a page at rest asks for no frame', () => {
  const { frame } = page()
  frame(0)
  expect(frame(16)).toBe(0)
})

test('a page that plays asks for a frame after each', () => {
  const { frame } = page({ playing: true })
  for (const now of [0, 16, 33]) expect(frame(now)).toBe(1)
})

test('what is out of date is said before the next frame', () => {
  const { log } = page({ isBehind: true })
  expect(log).toEqual(['condition'])
})

test('another theme and other letters are taken up at once, other settings are not', () => {
  const { store, log, restyle } = page()
  store.set({ colourBy: 'organisation' })
  expect(log).not.toContain('restyle')
  store.set({ theme: store.get().settings.theme === 'dark' ? 'light' : 'dark' })
  restyle()
  expect(log.filter((line) => line === 'restyle')).toHaveLength(2)
})

/** A state of which only what pace asks is there. */
function state(now: number, is: { whole?: boolean; playing?: boolean; known?: boolean } = {}): PageState {
  const { whole = true, playing = true, known = true } = is
  const result = known ? {} : undefined
  return { now, isPlaying: playing, isWhole: whole, record: result, frame: result } as unknown as PageState
}

test('while days pass, a slow feature is drawn once in its pause', () => {
  const drawn: number[] = []
  const show = paced(150, ({ now }) => drawn.push(now))
  for (const now of [0, 50, 100, 149, 150, 200, 301]) show(state(now))
  expect(drawn).toEqual([0, 150, 301])
})

test('at rest every change is drawn', () => {
  const drawn: number[] = []
  const show = paced(150, ({ now }) => drawn.push(now))
  for (const now of [0, 10, 20]) show(state(now, { playing: false }))
  expect(drawn).toEqual([0, 10, 20])
})

test('results that come after a wait are drawn at once', () => {
  const drawn: number[] = []
  const show = paced(150, ({ now }) => drawn.push(now))
  show(state(0))
  show(state(10, { whole: false }))
  show(state(20))
  show(state(30))
  expect(drawn).toEqual([0, 20])
})

test('without results nothing is drawn', () => {
  const drawn: number[] = []
  const show = paced(0, ({ now }) => drawn.push(now))
  show(state(0, { whole: false }))
  show(state(1, { known: false }))
  expect(drawn).toEqual([])
})
