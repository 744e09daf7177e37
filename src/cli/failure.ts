/** A failure of the command line: lines for the user and an exit code. */

/** Exit codes, as described in `text.commandLine.exitCodes`. Those of a stop are in `stopping.ts`. */
export const EXIT = { done: 0, notMet: 1, wrongInput: 2, fault: 70, cannotWrite: 74 } as const

export class Failure extends Error {
  override readonly name = 'Failure'
  readonly lines: readonly string[]
  readonly exitCode: number

  constructor(lines: string | readonly string[], exitCode: number) {
    const all = typeof lines === 'string' ? [lines] : lines
    super(all.join('\n'))
    this.lines = all
    this.exitCode = exitCode
  }
}

/** The message of a caught value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Wrong input, and how the program is called. */
export function misused(message: string, usage: string): Failure {
  return new Failure([message, '', ...usage.split('\n')], EXIT.wrongInput)
}
