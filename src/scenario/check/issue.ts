/** Mistakes of an author: what, where, expected, found. */
import { closest, distance } from 'fastest-levenshtein'
import { text } from '../../text'

export interface ScenarioIssue {
  /** Where, e.g. `checkpoints.ak_jol_x.staff`; empty for the whole file. */
  readonly path: string
  readonly message: string
  readonly expected: string
  readonly found: string
  /** Line of the file, from 1, where it is known. */
  readonly line?: number
}

/** What was refused and why. */
export interface Mistakes {
  readonly ok: false
  /** At least one, at most `LISTED`. */
  readonly issues: readonly ScenarioIssue[]
  /** Mistakes besides those that are listed. */
  readonly unlisted: number
}

/** Mistakes that are told one by one; of the others only the number. */
export const LISTED = 100
/** Longest texts of an issue, in characters; a message may quote what somebody wrote. */
const LONGEST_PATH = 200
const LONGEST_TEXT = 400

/** Words that are found only when they are told: most of a long list never are. */
export type Lazy = string | (() => string)

/** A mistake before it is told. */
export interface Finding extends Omit<ScenarioIssue, 'expected' | 'found'> {
  readonly expected: Lazy
  readonly found: Lazy
}

/** What is wrong at a place; the same is told once. */
export function findingKey({ path, message }: Finding): string {
  return `${path}\n${message}`
}

/**
 * Mistakes for the user: each once, the first of them in words, `withLine` saying where each of
 * those stands.
 */
export function asMistakes(
  findings: Iterable<Finding>,
  withLine: (issue: ScenarioIssue) => ScenarioIssue = (issue) => issue,
): Mistakes {
  const seen = new Set<string>()
  const issues: ScenarioIssue[] = []
  for (const finding of findings) {
    const known = seen.size
    if (seen.add(findingKey(finding)).size === known || issues.length === LISTED) continue
    const [expected, found] = [spoken(finding.expected), spoken(finding.found)]
    const issue = withLine({ ...finding, expected, found })
    issues.push({
      ...issue,
      path: brief(issue.path, LONGEST_PATH),
      message: brief(issue.message, LONGEST_TEXT),
      expected: brief(expected, LONGEST_TEXT),
      found: brief(found, LONGEST_TEXT),
    })
  }
  return { ok: false, issues, unlisted: seen.size - issues.length }
}

/** The same mistakes with `more` others counted that are not listed. */
export function withMore(mistakes: Mistakes, more: number): Mistakes {
  return { ...mistakes, unlisted: mistakes.unlisted + more }
}

function spoken(words: Lazy): string {
  return typeof words === 'string' ? words : words()
}

/** A text cut to a length. */
function brief(full: string, longest: number): string {
  return full.length > longest ? `${full.slice(0, longest - 3)}...` : full
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
  return brief(JSON.stringify(value) ?? String(value), 60)
}

/** The known name that a mistyped one most resembles, when one is near enough to be meant. */
export function nearestOf(name: string, known: readonly string[]): string | undefined {
  const near = Math.max(2, Math.floor(name.length / 2))
  const alike = known.filter((candidate) => Math.abs(candidate.length - name.length) <= near)
  if (alike.length === 0 || name.length > LONGEST_PATH) return undefined
  const best = closest(name, alike)
  return distance(name, best) <= near ? best : undefined
}

/** `expected`, with the nearest known name where there is one. */
export function expectedName(expected: string, name: string, known: readonly string[]): string {
  const nearest = nearestOf(name, known)
  return nearest === undefined ? expected : `${expected}; ${text.issues.nearest(nearest)}`
}
