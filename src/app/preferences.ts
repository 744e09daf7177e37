/** Preferences: what the browser remembers of the person: settings, and how far the tour went. */
import { webStore } from '../storage'
import { DEFAULT_SETTINGS, parseSettings, type Settings, type Store } from '../store'

const SETTINGS_KEY = 'contraflow-settings'
const TOUR_KEY = 'contraflow-tour'

const forGood = webStore('localStorage')

/** Stored settings; without any, the theme that the system prefers. */
export function storedSettings(): Settings {
  const theme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
  return parseSettings(forGood.read(SETTINGS_KEY) ?? null, {
    ...DEFAULT_SETTINGS,
    theme,
  })
}

/** Stores settings when they change and applies the theme; `onLost` is called when they cannot be stored. */
export function rememberSettings(store: Store, onLost: () => void): void {
  const apply = () => {
    document.documentElement.dataset.theme = store.get().settings.theme
  }
  apply()
  store.subscribe(({ settings }, before) => {
    if (settings === before.settings) return
    apply()
    if (!forGood.write(SETTINGS_KEY, JSON.stringify(settings))) onLost()
  })
}

/** Progress in the tour: a step from 0, or over. Undefined before the tour was first opened. */
export type TourState = number | 'over' | undefined

export function storedTour(): TourState {
  const stored = forGood.read(TOUR_KEY) ?? ''
  return stored === 'over' ? stored : /^\d$/.test(stored) ? Number(stored) : undefined
}

export function rememberTour(state: number | 'over'): void {
  forGood.write(TOUR_KEY, String(state))
}
