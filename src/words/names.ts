/** Names: of entries and legs, their order, and keys as words. */
import type { ModelSpec } from '../engine'
import type { Mode, Scenario } from '../scenario'
import { text } from '../text'

/** Name of an entry: its name, its title, else its id. */
export function nameOf(entry: unknown, id: string): string {
  const { name, title } = (entry ?? {}) as { name?: unknown; title?: unknown }
  return typeof name === 'string' ? name : typeof title === 'string' ? title : id
}

/** Name of an entry of a section of the scenario; a leg is named by its ends and mode. */
export function entryName({ nodes }: Scenario, section: string, entry: unknown, id: string): string {
  if (section !== 'legs') return nameOf(entry, id)
  const { from, to, mode } = (entry ?? {}) as { from?: string; to?: string; mode?: Mode }
  if (from === undefined || to === undefined || mode === undefined) return id
  const placeName = (place: string) => nodes.find((node) => node.id === place)?.name ?? place
  return text.history.leg(placeName(from), placeName(to), text.page.inspector.modes[mode])
}

/** Name of a directed leg by its ends. */
export function legName({ nodes, legs }: ModelSpec, leg: number): string {
  const nameAt = (ends: Int32Array) => nodes.names[ends[leg] ?? -1] ?? ''
  return text.page.inspector.direction(nameAt(legs.from), nameAt(legs.to))
}

const natural = new Intl.Collator('en', { numeric: true })

/** Order of names as people list them: accents and case hardly count, and R2 comes before R10. */
export const byName: (a: string, b: string) => number = natural.compare

/** A word that begins a line. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** `handDetection` as `Hand detection`. */
export function sentenceCase(key: string): string {
  return capital(key.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`))
}
