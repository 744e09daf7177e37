/** Changes of a scenario in words: for the history and the notices. */
import type { Scenario, SettingChange } from '../scenario'
import { text } from '../text'
import { placeWords, selectorText } from './places'
import { valuesText } from './values'

const words = text.history

/**
 * Changes in one line: `Ak-Jol: Officers present 12 → 100 officers`. `path` is the path as it was written,
 * for changes of several places at once.
 */
export function changesText(scenario: Scenario, changes: readonly SettingChange[], path = ''): string {
  const [first] = changes
  if (first === undefined) return words.nothing
  const { row, section, entry, title } = placeWords(scenario, first.path)
  const titles = new Set(changes.map((change) => placeWords(scenario, change.path).title))
  if (titles.size > 1) return words.several(changes.length)
  const bare = row === undefined ? undefined : { ...row, unit: '' }
  const before = valuesText(
    bare,
    changes.map((change) => change.before),
  )
  const after = valuesText(
    row,
    changes.map((change) => change.after),
  )
  const place = changes.length === 1 ? entry : words.places(changes.length, section, selectorText(path))
  return words.change(place, title, before, after)
}
