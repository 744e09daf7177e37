/** Directed legs: how the two directions of a leg of the file are told apart. */

const BACK = ':back'

/** Id of the direction that leads back. */
export function backOf(legId: string): string {
  return `${legId}${BACK}`
}

/** Id of the scenario's leg behind a directed leg. */
export function legEntryId(directedId: string): string {
  return directedId.endsWith(BACK) ? directedId.slice(0, -BACK.length) : directedId
}
