/**
 * The way out to the terminal: everything that a program prints passes here, so that no foreign text can
 * steer it.
 */
import { isatty } from 'node:tty'
import { plainJson, plainText, text } from '../text'
import { EXIT, Failure, messageOf } from './failure'
import { codeOf, writeAll } from './writing'

const STANDARD_OUTPUT = 1
const STANDARD_ERROR = 2
const CLEARED_LINE = '\r\u001b[K'
let isReaderGone = false

/** Prints results, one line each. Throws a Failure when they cannot be written. */
export function print(lines: readonly string[]): void {
  printBytes(lines.map((line) => `${plainText(line)}\n`).join(''))
}

/** Prints a JSON text. */
export function printJson(json: string): void {
  printBytes(`${plainJson(json)}\n`)
}

/** Prints as it is. A reader that closed its end has had enough, which is no failure; false from then on. */
export function printBytes(content: string | Uint8Array): boolean {
  if (isReaderGone) return false
  try {
    writeAll(STANDARD_OUTPUT, content)
  } catch (error) {
    isReaderGone = true
    if (codeOf(error) !== 'EPIPE')
      throw new Failure([text.commandLine.cannotPrint(messageOf(error))], EXIT.cannotWrite)
  }
  return !isReaderGone
}

/** Prints lines beside the results, on standard error; dropped where nobody can read them. */
export function printNote(...lines: readonly string[]): void {
  writeToStderr(lines.map((line) => `${plainText(line)}\n`).join(''))
}

/** Whether standard error is a terminal. */
export function isWatched(): boolean {
  return isatty(STANDARD_ERROR)
}

/** Writes over the last line of the terminal; nothing clears it. */
export function overprintNote(line: string): void {
  writeToStderr(`${CLEARED_LINE}${plainText(line)}`)
}

function writeToStderr(content: string): void {
  try {
    writeAll(STANDARD_ERROR, content)
  } catch {
    // The terminal is gone.
  }
}
