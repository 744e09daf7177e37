/** A program of the command line: its main function, and how it ends. */
import { text } from '../text'
import { EXIT, Failure } from './failure'
import { printNote } from './terminal'

/**
 * Runs a program's main function and ends with the exit code that it returns. A Failure ends with its lines
 * on standard error and its code; any other error is a fault of ours. All output is written before that, as
 * nothing is written later.
 */
export function runProgram(main: () => Promise<number>): void {
  process.on('uncaughtException', (error) => process.exit(reportFault(error)))
  main().then(
    (code) => process.exit(code),
    (error: unknown) => process.exit(reportFault(error)),
  )
}

/** Prints an error and returns its exit code. */
function reportFault(error: unknown): number {
  if (error instanceof Failure) {
    printNote(...error.lines)
    return error.exitCode
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  printNote(text.commandLine.fault, ...stack.split('\n'))
  return EXIT.fault
}
