/** Settings of the page that outlive a visit: theme, colours, and what a changed value does to the run. */

type Theme = 'dark' | 'light'
/** After a change: compute the run anew up to the current day, start again at day 0, or go on from today. */
export type WhenChanged = 'recompute' | 'restart' | 'continue'
export type ColourBy = 'state' | 'organisation'

export interface Settings {
  readonly theme: Theme
  readonly whenChanged: WhenChanged
  readonly colourBy: ColourBy
  /** Headings of the parameter panel that the person closed. */
  readonly closedGroups: readonly string[]
}

export const WHEN_CHANGED: readonly WhenChanged[] = ['recompute', 'restart', 'continue']
export const DEFAULT_SETTINGS: Settings = {
  theme: 'dark',
  whenChanged: 'recompute',
  colourBy: 'state',
  closedGroups: [],
}

type Choice = Exclude<keyof Settings, 'closedGroups'>
const CHOICES: { readonly [K in Choice]: readonly Settings[K][] } = {
  theme: ['dark', 'light'],
  whenChanged: WHEN_CHANGED,
  colourBy: ['state', 'organisation'],
}

/** Settings from stored text; whatever is missing or unknown keeps its default. */
export function parseSettings(text: string | null, fallback: Settings = DEFAULT_SETTINGS): Settings {
  let stored: unknown
  try {
    stored = JSON.parse(text ?? '{}')
  } catch {
    return fallback
  }
  if (typeof stored !== 'object' || stored === null) return fallback
  const known = Object.entries(stored).filter(([key, value]) => {
    return Object.hasOwn(CHOICES, key) && (CHOICES[key as Choice] as readonly unknown[]).includes(value)
  })
  const { closedGroups } = stored as { closedGroups?: unknown }
  return { ...fallback, ...Object.fromEntries(known), ...(isTextList(closedGroups) ? { closedGroups } : {}) }
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
