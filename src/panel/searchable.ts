/** What can be searched: settings with the name of their place, and entries by name, id and country. */
import type { Scenario } from '../scenario'
import { text } from '../text'
import type { PlacedSetting } from './matching'
import { entrySettings } from './rows'
import { aboutEntry, entriesOf, type Scope } from './scope'
import { ENTRY_SECTIONS } from './sections'
import type { SettingsTab } from './tab'

/** An entry that can be gone to. */
export interface FoundEntry {
  readonly scope: Scope
  readonly name: string
  readonly kind: string
  /** Everything it can be searched by: name, id, country. */
  readonly about: string
}

/** Settings of a tab with the name of its entry, or of the tab itself. */
export function placedSettings(
  title: string,
  { settings, scope, scopeName }: Pick<SettingsTab, 'settings' | 'scope' | 'scopeName'>,
  scenario: Scenario,
): PlacedSetting[] {
  const [only, ...others] = scope?.ids ?? []
  const isOne = scope !== undefined && only !== undefined && others.length === 0
  const place = scopeName || title
  const about = isOne ? aboutEntry(scenario, scope.section, only) : place
  return settings.map((setting) => ({ setting, place, about }))
}

/** All entries of a scenario. */
export function foundEntries(scenario: Scenario): FoundEntry[] {
  return ENTRY_SECTIONS.flatMap((section) =>
    entriesOf(scenario, section).map(({ id, name }) => ({
      scope: { section, ids: [id] },
      name,
      kind: text.page.panel.sections[section],
      about: aboutEntry(scenario, section, id),
    })),
  )
}

/** Settings of an entry, whether a tab shows it or not. */
export function settingsOfEntry(scenario: Scenario, { scope, name, about }: FoundEntry): PlacedSetting[] {
  return entrySettings(scenario, scope).map((setting) => ({ setting, place: name, about }))
}
