/** Pane: the Tweakpane of one list of settings, in folders that keep their open state. */
import type { FolderApi } from '@tweakpane/core'
import { Pane } from 'tweakpane'
import { getAt, type ParameterRole, type Scenario } from '../scenario'
import { text } from '../text'
import { addControl, type Control, type ControlHost } from './control'
import type { Setting } from './rows'

const words = text.page.panel
const ROLE_ORDER: readonly ParameterRole[] = ['policy', 'assumption', 'unknown']

/** Headings that a person closed or opened, by title. */
const remembered = new Map<string, boolean>()

export interface SettingsPane {
  readonly controls: readonly Control[]
  /** Shows present values, and which of them differ from the file. */
  show(scenario: Scenario, opened: Scenario): void
  dispose(): void
}

/** A pane of settings; those outside any group stand under what they are: policy, assumption, unknown. */
export function createPane(
  host: HTMLElement,
  settings: readonly Setting[],
  controlHost: ControlHost,
): SettingsPane {
  const pane = new Pane({ container: host })
  const groups = new Map<string, Setting[]>()
  for (const role of ROLE_ORDER) {
    const own = settings.filter(({ row, group }) => group === '' && row.role === role)
    if (own.length > 0) groups.set(words.roles[role], own)
  }
  for (const setting of settings.filter(({ group }) => group !== '')) {
    groups.set(setting.group, [...(groups.get(setting.group) ?? []), setting])
  }
  const controls = [...groups].flatMap(([title, members]) => {
    const folder: FolderApi = pane.addFolder({ title, expanded: remembered.get(title) ?? true })
    folder.on('fold', ({ expanded }) => remembered.set(title, expanded))
    return members.map((setting) => addControl(folder, setting, controlHost))
  })
  return {
    controls,
    show(scenario, opened) {
      for (const control of controls) {
        const { path } = control.setting
        control.show(getAt(scenario, path), getAt(opened, path))
      }
    },
    dispose() {
      pane.dispose()
    },
  }
}
