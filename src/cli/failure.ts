/** A failure of the command line: a message for the user and an exit code. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly exitCode: number

  constructor(message: string, exitCode: 1 | 2 | 130) {
    super(message)
    this.exitCode = exitCode
  }
}

/**
 * Runs a program's main function; a Failure ends it with its message on standard error and its exit code. A reader that
 * closes its end of the pipe early has had enough: the program ends without a word.
 */
export function runProgram(main: () => Promise<number>): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  main().then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error
      process.stderr.write(`${error.message}\n`)
      process.exitCode = error.exitCode
    },
  )
}
