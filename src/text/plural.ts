/** Counts in words. */

/** `1 day`, `2 days`; another plural is named. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
