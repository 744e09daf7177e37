/** Entries of a document whose parts may still be wrong: what is not of the expected kind counts as absent. */

export type Entry = Readonly<Record<string, unknown>>

export function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function entriesOf(value: unknown): Entry[] {
  return listOf(value).filter(isEntry)
}

export function stringsOf(value: unknown): string[] {
  return listOf(value).filter((item): item is string => typeof item === 'string')
}

export function idOf(entry: Entry): string {
  return typeof entry.id === 'string' ? entry.id : ''
}
