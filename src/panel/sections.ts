/** Sections of a scenario: those that stand for the whole of it, and those that are lists of entries. */
import { SECTIONS, type Section } from '../scenario'

/** Sections whose parameters belong to the scenario as a whole. */
export const GLOBAL_SECTIONS = ['scenario', 'assumptions'] as const satisfies readonly Section[]
export type EntrySection = Exclude<Section, (typeof GLOBAL_SECTIONS)[number]>

/** Sections that are lists of entries, in the order of the schema. */
export const ENTRY_SECTIONS = SECTIONS.filter(
  (section): section is EntrySection => !(GLOBAL_SECTIONS as readonly Section[]).includes(section),
)
