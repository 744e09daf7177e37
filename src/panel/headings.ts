/** Headings: which of them the person has closed, kept over visits. */
import type { Store } from '../store'

/** Open state of headings, by title. */
export interface Headings {
  isOpen(title: string): boolean
  fold(title: string, open: boolean): void
}

/** Headings of what was searched for: always open. */
export const OPEN_HEADINGS: Headings = { isOpen: () => true, fold: () => undefined }

export function rememberedHeadings(store: Store): Headings {
  return {
    isOpen: (title) => !store.get().settings.closedGroups.includes(title),
    fold(title, open) {
      const others = store.get().settings.closedGroups.filter((other) => other !== title)
      store.set({ closedGroups: open ? others : [...others, title] })
    },
  }
}
