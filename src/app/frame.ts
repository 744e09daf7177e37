/**
 * Frame: keeps the page drawn, once per animation frame while anything may have changed, and some features
 * less often.
 */
import type { Store, ViewStore } from '../store'
import type { Run } from '../watch'
import { hasResults, type PageState, type Results, stateOf } from './state'

/** A part of the page that shows its state. */
export interface Feature {
  show(state: PageState): void
}

export interface FrameOptions {
  readonly store: Store
  readonly view: ViewStore
  readonly run: Run
  readonly features: readonly Feature[]
  /** Says at once that something is out of date, and again when all has been drawn. */
  readonly condition: { show(run: Run): void }
  /** Called in each frame with the time of the run, in days. */
  readonly onTime: (time: number) => void
  /** Takes up another theme or other letters. */
  readonly restyle: () => void
}

/** Draws from now on; returns what is to be called when letters have come that were drawn before. */
export function keepDrawn(options: FrameOptions): () => void {
  const { store, view, run, features, condition, onTime } = options
  let isStale = false
  let isScheduled = false

  function draw(now: number): void {
    isScheduled = false
    onTime(run.tick(now))
    if (isStale) show(now)
    if (run.player.playing || run.player.hasNext) wake()
  }

  function show(now: number): void {
    isStale = false
    const state = stateOf(store, run, now)
    if (state !== undefined) for (const feature of features) feature.show(state)
    condition.show(run)
  }

  function wake(): void {
    isStale = true
    if (run.isBehind || run.failure !== undefined) condition.show(run)
    if (isScheduled) return
    isScheduled = true
    requestAnimationFrame(draw)
  }

  function restyle(): void {
    options.restyle()
    wake()
  }

  store.subscribe(({ settings }, before) => (settings.theme === before.settings.theme ? wake() : restyle()))
  view.subscribe(wake)
  run.subscribe({ onChange: wake })
  wake()
  return restyle
}

/**
 * Shows results only: while days pass at most every so many milliseconds, and at once when they come after a
 * wait.
 */
export function paced(pauseMs: number, show: (results: Results) => void): (state: PageState) => void {
  let shownAt = Number.NEGATIVE_INFINITY
  let wasBehind = true
  return (state) => {
    if (!hasResults(state)) {
      wasBehind ||= !state.isWhole
      return
    }
    if (state.isPlaying && !wasBehind && state.now - shownAt < pauseMs) return
    wasBehind = false
    shownAt = state.now
    show(state)
  }
}
