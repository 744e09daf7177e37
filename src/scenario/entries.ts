/**
 * Entries of a document whose parts may still be wrong: what is not of the expected kind counts as absent.
 */

export type Entry = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Record<string, unknown> {
  return isHolder(value) && !Array.isArray(value)
}

/** Whether two values of a file are the same, written in the same order. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether a value is a record or a list, and so has values of its own. */
export function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The value under a key of a record or list; undefined where there is none. */
export function childOf(value: unknown, key: string | number): unknown {
  return isHolder(value) ? ownValue(value, String(key)) : undefined
}

/**
 * The value that a record itself has under a key; what every object inherits, such as `toString`, does not
 * count.
 */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** A plain value as text; undefined for lists and objects, which may not even have a text. */
export function plainText(value: unknown): string | undefined {
  return typeof value === 'object' ? undefined : String(value)
}

/** A text; empty where a document has something else in its place. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Values by place, by country and by kind of place. */
interface PlacedValues<T> {
  readonly node: Readonly<Record<string, T>>
  readonly country: Readonly<Record<string, T>>
  readonly kind: Readonly<Record<string, T>>
}

/**
 * The value of a place: its own, else that of its country, else that of its kind; undefined where none is
 * given.
 */
export function placedValue<T>(
  { node, country, kind }: PlacedValues<T>,
  place: { readonly id: string; readonly country: string; readonly kind: string },
): T | undefined {
  return ownValue(node, place.id) ?? ownValue(country, place.country) ?? ownValue(kind, place.kind)
}

/** A part of a document as an object; empty where it is none. */
export function recordOf(value: unknown): Entry {
  return isRecord(value) ? value : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function entriesOf(value: unknown): Entry[] {
  return listOf(value).filter(isRecord)
}

export function stringsOf(value: unknown): string[] {
  return listOf(value).filter((item): item is string => typeof item === 'string')
}

export function idOf(entry: Entry): string {
  return textOf(entry.id)
}
