/** Edits: how changes of rows reach the store: all places of a row as one step, locked ones left alone. */
import { type LockIndex, lockIndexOf, lockOn } from '../scenario'
import type { Store } from '../store'
import { text } from '../text'
import { type Change, isMixture } from './field'
import type { Setting } from './rows'
import { readerOf } from './scope'

export interface Edits {
  /** Returns why a change was refused; undefined if it was applied. */
  edit(setting: Setting, change: Change, final: boolean): string | undefined
  /** Puts settings back to what the file said. */
  reset(settings: readonly Setting[], heading: string): void
}

export function createEdits(store: Store): Edits {
  return {
    edit(setting, change, final) {
      const { document } = store.get()
      if (document === undefined) return undefined
      const free = freePlaces(setting, lockIndexOf(document.scenario))
      const read = readerOf(document.scenario)
      const values = free.map((path) => ('to' in change ? change.to : change.by(read(path))))
      const isWhole = free.length === setting.places.length && !isMixture(values)
      const settings = isWhole
        ? setting.targets.map((path) => [path, values[0]] as const)
        : free.map((path, i) => [path, values[i]] as const)
      const issues = store.editAll(settings, undefined, final) ?? []
      const reasons = issues.map(({ message, expected }) => text.page.panel.refused(message, expected))
      return reasons.length === 0 ? undefined : [...new Set(reasons)].join(' ')
    },
    reset(settings, heading) {
      const { document } = store.get()
      if (document === undefined) return
      const locks = lockIndexOf(document.scenario)
      const read = readerOf(document.opened, readerOf(document.scenario))
      const places = settings.flatMap((setting) => freePlaces(setting, locks))
      const label = settings.length === 1 ? undefined : text.page.panel.resetDone(heading)
      store.editAll(
        places.map((path) => [path, read(path)]),
        label,
      )
    },
  }
}

/** Places of a setting that are not locked. */
export function freePlaces({ places }: Setting, locks: LockIndex): readonly string[] {
  return places.filter((path) => lockOn(locks, path) === undefined)
}
