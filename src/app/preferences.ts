/** Preferences: what the browser remembers. Settings for good, unsaved work until the tab is closed. */
import { DEFAULT_SETTINGS, type Draft, draftOf, parseSettings, type Settings, type Store } from '../store'

const SETTINGS_KEY = 'contraflow-settings'
const TOUR_KEY = 'contraflow-tour'
const DRAFT_KEY = 'contraflow-draft'
const DRAFT_MS = 400

/** Stored settings; without any, the theme that the system prefers. */
export function storedSettings(): Settings {
  const theme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
  return parseSettings(attempt(() => localStorage.getItem(SETTINGS_KEY)) ?? null, {
    ...DEFAULT_SETTINGS,
    theme,
  })
}

/** Stores settings when they change and applies the theme. */
export function rememberSettings(store: Store): void {
  const apply = () => {
    document.documentElement.dataset.theme = store.get().settings.theme
  }
  apply()
  store.subscribe(({ settings }, before) => {
    if (settings === before.settings) return
    apply()
    attempt(() => localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings)))
  })
}

/** How far somebody is in the tour: a step from 0, or over. Undefined before the first visit to it. */
export type TourState = number | 'over' | undefined

export function storedTour(): TourState {
  const stored = attempt(() => localStorage.getItem(TOUR_KEY)) ?? ''
  return stored === 'over' ? stored : /^\d$/.test(stored) ? Number(stored) : undefined
}

export function rememberTour(state: number | 'over'): void {
  attempt(() => localStorage.setItem(TOUR_KEY, String(state)))
}

export function storedDraft(): Draft | undefined {
  const stored = attempt(() => JSON.parse(sessionStorage.getItem(DRAFT_KEY) ?? 'null') as Draft | null)
  return stored ?? undefined
}

export function forgetDraft(): void {
  attempt(() => sessionStorage.removeItem(DRAFT_KEY))
}

/** Keeps unsaved work and its history over a reload of the tab. */
export function keepDrafts(store: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  function keep(): void {
    clearTimeout(timer)
    timer = undefined
    const { document: open, history } = store.get()
    const draft = draftOf(open, history)
    if (draft === undefined) forgetDraft()
    else attempt(() => sessionStorage.setItem(DRAFT_KEY, JSON.stringify(draft)))
  }
  store.subscribe((state, before) => {
    if (state.document === before.document && state.history === before.history) return
    clearTimeout(timer)
    timer = setTimeout(keep, DRAFT_MS)
  })
  window.addEventListener('pagehide', () => {
    if (timer !== undefined) keep()
  })
}

/** The result, or nothing where the browser keeps no storage or has no room. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
