/**
 * Matching: finds the settings that contain all words of a query, in their own texts or those of their entry.
 */
import type { Setting } from './rows'

/** A setting, the name of its place, and all that its entry is known by. */
export interface PlacedSetting {
  readonly setting: Setting
  readonly place: string
  readonly about: string
}

/** Words of a query in lower case; none in an empty one. */
export function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

/** Whether a text holds every word. */
export function holdsAll(words: readonly string[], text: string): boolean {
  const lower = text.toLowerCase()
  return words.every((word) => lower.includes(word))
}

/** The settings that contain every word, those with more of the words in their title first. */
export function matchesIn(placed: readonly PlacedSetting[], words: readonly string[]): PlacedSetting[] {
  return ranked(
    placed.filter((one) => holdsAll(words, `${ownText(one.setting)} ${one.about} ${one.setting.path}`)),
    words,
  )
}

/** As `matchesIn`, but at least one word must match the setting itself, not only its entry. */
export function namedIn(placed: readonly PlacedSetting[], words: readonly string[]): PlacedSetting[] {
  return matchesIn(placed, words).filter(({ setting }) => {
    const own = ownText(setting).toLowerCase()
    return words.some((word) => own.includes(word))
  })
}

function ownText({ title, group, row }: Setting): string {
  return [title, group, row.path, row.help, row.unit].join(' ')
}

function ranked(found: readonly PlacedSetting[], words: readonly string[]): PlacedSetting[] {
  const hits = ({ setting }: PlacedSetting) => {
    const title = setting.title.toLowerCase()
    return words.filter((word) => title.includes(word)).length
  }
  return [...found].sort((a, b) => hits(b) - hits(a))
}
