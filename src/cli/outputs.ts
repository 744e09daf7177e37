/**
 * Files of results: checked before the work, written beside their place as it goes on, and put in place once
 * they are whole.
 */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { text } from '../text'
import { EXIT, Failure, messageOf } from './failure'
import { codeOf, writeAll } from './writing'

const words = text.commandLine
const STANDARD_OUTPUT = 1
/** Characters that are written at once. */
const PIECE = 1 << 16
/** Links that lead to links. */
const MAX_LINKS = 40

export interface Output {
  /** Appends one run. After the first failure nothing more is written; what was whole by then is kept. */
  append(pieces: Iterable<string>): void
  /**
   * Ends it: in its place when it is `whole` and could be written, else beside it as FILE.partial, or gone
   * when no run was appended. Returns the lines to show.
   */
  close(whole: boolean): Closed
}

export interface Closed {
  readonly ok: boolean
  readonly lines: readonly string[]
}

/** A file that is named on the command line, by its flag. */
export interface NamedFile {
  readonly flag: string
  readonly path: string
}

/**
 * Opens outputs that begin with a head each. Throws a Failure, before anything is written, when one of them
 * cannot be written, is one of the `inputs`, or is the same file as another one or as standard output.
 */
export function openOutputs(
  outputs: readonly (NamedFile & { readonly head: string })[],
  inputs: readonly string[],
): Output[] {
  checkDistinct(outputs, inputs)
  const open: Output[] = []
  try {
    for (const output of outputs) open.push(openOutput(output.path, output.head))
  } catch (error) {
    for (const output of open) output.close(false)
    throw error
  }
  return open
}

/** Puts a file in the place of another, or leaves that as it was. Throws a Failure that names it. */
export function replaceFile(path: string, content: string): void {
  const output = openOutput(path, '')
  output.append([content])
  const { ok, lines } = output.close(true)
  if (!ok) throw new Failure(lines, EXIT.cannotWrite)
}

/** Fails when a file could not be written now. */
export function checkWritable(path: string): void {
  openOutput(path, '').close(false)
}

function checkDistinct(outputs: readonly NamedFile[], inputs: readonly string[]): void {
  const read = new Set(inputs.map(identityOf))
  const taken = new Map<string, string>()
  const printed = fstatSync(STANDARD_OUTPUT)
  if (printed.isFile()) taken.set(identityOf(STANDARD_OUTPUT), words.standardOutput)
  for (const { flag, path } of outputs) {
    const identity = identityOf(path)
    if (read.has(identity)) throw new Failure(words.overInput(flag, path), EXIT.wrongInput)
    const other = taken.get(identity)
    if (other !== undefined && !isDevice(path))
      throw new Failure(words.sameFile(other, flag, path), EXIT.wrongInput)
    taken.set(identity, flag)
  }
}

/** The same for two names of one file, links of both kinds included. */
function identityOf(file: string | number): string {
  const stats = typeof file === 'number' ? fstatSync(file) : statOf(file)
  return stats === undefined ? placeOf(String(file)) : `${stats.dev}:${stats.ino}`
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Whether it is there and neither a file nor a folder: a device or a pipe, which is written as it stands. */
function isDevice(path: string): boolean {
  const stats = statOf(path)
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}

/** Where a path leads through all links, also where nothing is there yet. */
function placeOf(path: string, links = 0): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || links > MAX_LINKS) return resolve(path)
  }
  try {
    if (lstatSync(path).isSymbolicLink())
      return placeOf(resolve(dirname(path), readlinkSync(path)), links + 1)
  } catch {
    // Nothing is there.
  }
  const folder = dirname(resolve(path))
  return folder === resolve(path) ? folder : join(placeOf(folder, links + 1), basename(resolve(path)))
}

function openOutput(path: string, head: string): Output {
  try {
    if (path === '' || path.endsWith('/') || statOf(path)?.isDirectory()) throw new Error(words.isFolder)
    const place = placeOf(path)
    const aside = isDevice(path) ? undefined : freeNameBeside(place)
    const descriptor = aside?.descriptor ?? openSync(path, 'w')
    return outputOn(descriptor, head, { path, place, aside: aside?.name })
  } catch (error) {
    throw new Failure(words.cannotWrite(path, messageOf(error)), EXIT.wrongInput)
  }
}

/** Opens the first of FILE.partial, FILE.2.partial, ... that is not there yet. */
function freeNameBeside(place: string): { readonly name: string; readonly descriptor: number } {
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${place}.partial` : `${place}.${number}.partial`
    try {
      return { name, descriptor: openSync(name, 'wx', statOf(place)?.mode ?? 0o666) }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

interface Place {
  /** As the person named it. */
  readonly path: string
  readonly place: string
  /** Undefined for a device, which is written directly. */
  readonly aside: string | undefined
}

function outputOn(descriptor: number, head: string, { path, place, aside }: Place): Output {
  let failure: string | undefined
  let waiting = head
  let whole = 0
  let runs = 0

  function attempt(action: () => void): void {
    if (failure !== undefined) return
    try {
      action()
    } catch (error) {
      failure = messageOf(error)
    }
  }

  function flush(): void {
    writeAll(descriptor, waiting)
    waiting = ''
  }

  /** Leaves only runs that are whole, as a full disk cuts a line anywhere. */
  function keepWhole(): void {
    if (aside !== undefined && failure !== undefined) ftruncateSync(descriptor, whole)
  }

  return {
    append(pieces) {
      attempt(() => {
        for (const piece of pieces) {
          waiting += piece
          if (waiting.length >= PIECE) flush()
        }
        flush()
        if (aside !== undefined) whole = fstatSync(descriptor).size
        runs++
      })
    },
    close(isWhole) {
      if (isWhole) attempt(flush)
      if (aside !== undefined && isWhole) attempt(() => fsyncSync(descriptor))
      try {
        keepWhole()
        closeSync(descriptor)
      } catch (error) {
        failure ??= messageOf(error)
      }
      if (aside !== undefined && isWhole) attempt(() => renameSync(aside, place))
      const isKept = runs > 0 && (failure !== undefined || !isWhole)
      if (aside !== undefined && !isKept) rmSync(aside, { force: true })
      const kept = aside !== undefined && isKept ? [words.keptAside(path, aside)] : []
      const failed = failure === undefined ? [] : [words.cannotWrite(path, failure)]
      return { ok: failure === undefined, lines: [...failed, ...kept] }
    },
  }
}
