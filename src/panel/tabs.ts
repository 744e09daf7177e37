/**
 * Tabs: which sections of a scenario each tab holds, and which of their entries can be selected on the map.
 */
import type { EntrySelection, Selection } from '../store'
import type { text } from '../text'
import type { Scope } from './scope'
import { ENTRY_SECTIONS, type EntrySection } from './sections'

export type TabId = keyof typeof text.page.panel.tabs

const OWN_TABS: readonly EntrySection[] = ['organisations', 'checkpoints']
/** Sections whose entries can be chosen in a tab; none for the settings of the scenario as a whole. */
export const TAB_SECTIONS: Readonly<Record<TabId, readonly EntrySection[]>> = {
  global: [],
  organisation: ['organisations'],
  checkpoint: ['checkpoints'],
  network: ENTRY_SECTIONS.filter((section) => !OWN_TABS.includes(section)),
}
export const TABS = Object.keys(TAB_SECTIONS) as TabId[]
/** Id of the tab of interventions and operations. */
export const SCHEDULE = 'schedule'

const SECTION_OF: Readonly<Record<EntrySelection['kind'], EntrySection>> = {
  node: 'nodes',
  leg: 'legs',
  checkpoint: 'checkpoints',
  route: 'routes',
}

/** The tab of a section; sections of the scenario as a whole have the first. */
export function tabOf(section: string): TabId {
  return TABS.find((id) => TAB_SECTIONS[id].some((name) => name === section)) ?? 'global'
}

/** Tabs in which a value at one of these paths stands. */
export function markedTabs(paths: readonly string[]): Set<string> {
  return new Set(
    paths.map((path) => {
      const [section = ''] = path.split('.')
      return section === 'interventions' || path.endsWith('.enabled') ? SCHEDULE : tabOf(section)
    }),
  )
}

/** The scope of a selection; undefined for a shipment, which has no parameters. */
export function scopeOf(selection: Selection): Scope | undefined {
  if (selection.kind === 'shipment') return undefined
  return { section: SECTION_OF[selection.kind], ids: [selection.id] }
}

/** What the map selects for a scope: a single place, leg, checkpoint or route, else nothing. */
export function selectionOf({ section, ids }: Scope): EntrySelection | undefined {
  const kind = (Object.keys(SECTION_OF) as EntrySelection['kind'][]).find(
    (name) => SECTION_OF[name] === section,
  )
  const [id, ...others] = ids
  return kind === undefined || id === undefined || others.length > 0 ? undefined : { kind, id }
}
