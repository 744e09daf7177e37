/** Counts in words. */

/** `1 day`, `2 days`, `1 234 days`; a plural of another form is named. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  return `${count} ${String(count) === '1' ? one : many}`
}
