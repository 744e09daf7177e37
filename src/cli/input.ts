/** Input files: read once, within a limit, in a known encoding. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { decoded, issueText, LIMITS, type Mistakes, type ScenarioIssue, sizeIssue } from '../scenario'
import { text } from '../text'
import { EXIT, Failure, messageOf } from './failure'
import { codeOf, pause } from './writing'

const words = text.commandLine
/** A character has up to four bytes: a file within this may be within the limit. */
const MAX_BYTES = 4 * LIMITS.file
const CHUNK = 1 << 20
/** How long to wait for data on a pipe. */
const PATIENCE_MS = 1_000
const PAUSE_MS = 10

/** Texts by full path. */
const known = new Map<string, string>()

/**
 * The text of a file, which is read only once: a pipe has nothing more to give. Throws a Failure that names
 * it where it cannot be read, is far too large to be a scenario, or is in an unknown encoding.
 */
export function readText(file: string): string {
  const before = known.get(resolve(file))
  if (before !== undefined) return before
  const found = decoded(bytesOf(file), TextDecoder)
  if (!found.ok) throw mistakes(words.issuesIn(file, 1), [found.issue])
  known.set(resolve(file), found.text)
  return found.text
}

/** A file that was read has another text from now on. */
export function readAnew(file: string, content: string): void {
  known.set(resolve(file), content)
}

/** Everything that was read. */
export function filesRead(): string[] {
  return [...known.keys()]
}

/** A failure that lists mistakes under a heading; `unlisted` are those that are only counted. */
export function mistakes(heading: string, issues: readonly ScenarioIssue[], unlisted = 0): Failure {
  const more = unlisted > 0 ? [`  ${text.issues.moreMistakes(unlisted)}`] : []
  return new Failure([heading, ...issues.map((issue) => `  ${issueText(issue)}`), ...more], EXIT.wrongInput)
}

/** A failure that lists the mistakes of a file under their number. */
export function mistakesOf(file: string, { issues, unlisted }: Mistakes): Failure {
  return mistakes(words.issuesIn(file, issues.length + unlisted), issues, unlisted)
}

function bytesOf(file: string): Uint8Array {
  let descriptor: number | undefined
  try {
    // Without waiting: a pipe may have nobody at its other end.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = fstatSync(descriptor)
    if (stats.isDirectory()) throw new Error(words.isFolder)
    if (stats.size > MAX_BYTES) throw new Error(issueText(sizeIssue(stats.size)))
    return allOf(descriptor, stats.isFIFO())
  } catch (error) {
    throw new Failure(words.cannotRead(file, messageOf(error)), EXIT.wrongInput)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function allOf(descriptor: number, isPipe: boolean): Uint8Array {
  const chunks: Buffer[] = []
  let size = 0
  for (let waited = 0; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK)
    const count = readSome(descriptor, chunk)
    if (count === 0 && isPipe && size === 0 && waited < PATIENCE_MS) {
      pause(PAUSE_MS)
      waited += PAUSE_MS
      continue
    }
    if (count === 0) break
    if (count === undefined) continue
    chunks.push(chunk.subarray(0, count))
    size += count
    if (size > MAX_BYTES) throw new Error(issueText(sizeIssue(size)))
  }
  if (isPipe && size === 0) throw new Error(words.silentPipe)
  return Buffer.concat(chunks)
}

/** Bytes read; 0 at the end, undefined after a pause when there is nothing yet. */
function readSome(descriptor: number, chunk: Uint8Array): number | undefined {
  try {
    return readSync(descriptor, chunk)
  } catch (error) {
    if (codeOf(error) !== 'EAGAIN') throw error
    pause(PAUSE_MS)
    return undefined
  }
}
