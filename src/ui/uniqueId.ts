/** Ids of elements that belong together, as a control and its hint. */

let last = 0

/** An id that no other element of the page has. */
export function uniqueId(prefix: string): string {
  last += 1
  return `${prefix}-${last}`
}
