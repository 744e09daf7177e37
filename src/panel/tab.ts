/** Tab: the settings of one entry or of several at once, with a list to choose from. */
import type { Scenario } from '../scenario'
import { h } from '../ui'
import { createChooser } from './chooser'
import type { ControlHost } from './control'
import { createDerived, type DerivedRow } from './derived'
import type { Headings } from './headings'
import { createPane, type SettingsPane, type Values } from './pane'
import { entrySettings, globalSettings, type Setting } from './rows'
import type { Scope } from './scope'
import type { EntrySection } from './sections'

export interface SettingsTab {
  readonly element: HTMLElement
  readonly settings: readonly Setting[]
  /** The chosen entries; undefined for the global settings. */
  readonly scope: Scope | undefined
  /** Name of what is chosen; empty for the global settings. */
  readonly scopeName: string
  /** Shows values; `changed` holds the paths that differ from the file. */
  show(scenario: Scenario, values: Values, changed: readonly string[]): void
  choose(scope: Scope): void
  showDerived(rows: readonly DerivedRow[], isPreview: boolean): void
}

interface TabOptions {
  /** Sections whose entries can be chosen; none for the global settings. */
  readonly sections: readonly EntrySection[]
  readonly controlHost: ControlHost
  readonly headings: Headings
  readonly onChoose: (scope: Scope) => void
}

export function createTab({ sections, controlHost, headings, onChoose }: TabOptions): SettingsTab {
  const derived = createDerived()
  const paneHost = h('div')
  const chooser = sections.length > 0 ? createChooser(sections, onChoose) : undefined
  const element = h('div', {}, chooser?.element, derived.element, paneHost)
  let pane: SettingsPane | undefined
  let settings: readonly Setting[] = []
  let built = ''

  function settingsNow(scenario: Scenario): readonly Setting[] {
    if (chooser === undefined) return globalSettings(scenario)
    return chooser.scope === undefined ? [] : entrySettings(scenario, chooser.scope)
  }

  return {
    element,
    get settings() {
      return settings
    },
    get scope() {
      return chooser?.scope
    },
    get scopeName() {
      return chooser?.scopeName ?? ''
    },
    show(scenario, values, changed) {
      chooser?.show(scenario, new Set(changed.map((path) => path.split('.', 2).join('/'))))
      settings = settingsNow(scenario)
      const wanted = settings.map(({ path, group }) => `${group}:${path}`).join()
      if (wanted !== built) {
        built = wanted
        pane?.dispose()
        pane = createPane(paneHost, settings, controlHost, headings)
      }
      pane?.show(values)
    },
    choose: (scope) => chooser?.choose(scope),
    showDerived: derived.show,
  }
}
