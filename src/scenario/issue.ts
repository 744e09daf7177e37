/** Mistakes of an author: what, where, expected, found. */
import { closest, distance } from 'fastest-levenshtein'
import { text } from '../text'

export interface ScenarioIssue {
  /** Where, e.g. `checkpoints.ak_jol_x.staff`; empty for the whole file. */
  readonly path: string
  readonly message: string
  readonly expected: string
  readonly found: string
  /** Line of the file, from 1, where it is known. */
  readonly line?: number
}

/** One issue as one line of text. */
export function issueText(issue: ScenarioIssue): string {
  const { wholeFile, line, row } = text.issues
  const where = issue.path === '' ? wholeFile : issue.path
  const isTold = issue.line === undefined || where.startsWith(line(issue.line))
  const place = isTold ? where : `${where} (${line(issue.line)})`
  return row(place, issue.message, issue.expected, issue.found)
}

/** A value as a message shows it: short, never a whole document. */
export function shown(value: unknown): string {
  if (value === undefined) return text.issues.nothing
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 60 ? `${json.slice(0, 57)}...` : json
}

/** The known name that a mistyped one most resembles, when one is near enough to be meant. */
export function nearestOf(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const best = closest(name, known as string[])
  return distance(name, best) <= Math.max(2, Math.floor(name.length / 2)) ? best : undefined
}

/** `expected`, with the nearest known name where there is one. */
export function expectedName(expected: string, name: string, known: readonly string[]): string {
  const nearest = nearestOf(name, known)
  return nearest === undefined ? expected : `${expected}; ${text.issues.nearest(nearest)}`
}
