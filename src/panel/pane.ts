/**
 * Pane: the Tweakpane of a list of settings, in folders that remember whether they are open and reset as one.
 */
import type { FolderApi } from '@tweakpane/core'
import { Pane } from 'tweakpane'
import { type LockIndex, lockOn, type ParameterRole } from '../scenario'
import { text } from '../text'
import { h, icon } from '../ui'
import { addControl, type Control, type ControlHost, RESET_PATH } from './control'
import { freePlaces } from './edits'
import type { Headings } from './headings'
import type { Setting } from './rows'

const words = text.page.panel
const ROLE_ORDER: readonly ParameterRole[] = ['policy', 'assumption', 'unknown']

/** What a pane reads values from. */
export interface Values {
  readonly now: (path: string) => unknown
  /** As the file said. */
  readonly opened: (path: string) => unknown
  readonly locks: LockIndex
}

export interface SettingsPane {
  show(values: Values): void
  dispose(): void
}

/** A pane of settings; those without a group are grouped by role: policy, assumption, unknown. */
export function createPane(
  host: HTMLElement,
  settings: readonly Setting[],
  controlHost: ControlHost,
  headings: Headings,
): SettingsPane {
  const pane = new Pane({ container: host })
  const groups = [...grouped(settings)].map(([title, members]) => {
    const folder: FolderApi = pane.addFolder({ title, expanded: headings.isOpen(title) })
    const button = folder.element.querySelector('.tp-fldv_b')
    button?.setAttribute('aria-expanded', String(folder.expanded))
    folder.on('fold', ({ expanded }) => {
      button?.setAttribute('aria-expanded', String(expanded))
      headings.fold(title, expanded)
    })
    const reset = h(
      'button',
      { type: 'button', class: 'group-reset', onclick: () => controlHost.reset(changed(controls), title) },
      icon(RESET_PATH),
    )
    button?.after(reset)
    const controls = members.map((setting) => addControl(folder, setting, controlHost))
    return { title, controls, reset }
  })
  return {
    show({ now, opened, locks }) {
      for (const { title, controls, reset } of groups) {
        for (const control of controls) {
          const { places } = control.setting
          const free = freePlaces(control.setting, locks)
          const shown = free.length > 0 ? free : places
          const lock = free.length > 0 ? undefined : lockOn(locks, places[0] ?? '')
          control.show({ values: shown.map(now), originals: shown.map(opened), lock })
        }
        const count = changed(controls).length
        reset.hidden = count === 0
        const label = text.panel.resetGroup(title, count)
        reset.setAttribute('aria-label', label)
        reset.title = label
      }
    },
    dispose() {
      pane.dispose()
    },
  }
}

function changed(controls: readonly Control[]): Setting[] {
  return controls.filter((control) => control.changed).map(({ setting }) => setting)
}

function grouped(settings: readonly Setting[]): Map<string, Setting[]> {
  const groups = new Map<string, Setting[]>()
  for (const role of ROLE_ORDER) {
    const own = settings.filter(({ row, group }) => group === '' && row.role === role)
    if (own.length > 0) groups.set(words.roles[role], own)
  }
  for (const setting of settings.filter(({ group }) => group !== '')) {
    groups.set(setting.group, [...(groups.get(setting.group) ?? []), setting])
  }
  return groups
}
