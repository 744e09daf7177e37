/** Stopping: the signals that ask a program to end, and the exit code of each. */

/** 128 and the number of the signal, as shells have it. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof CODES
const SIGNALS = Object.keys(CODES) as Signal[]

export interface Stop {
  /** Aborted by the first signal; a second one ends the program at once. */
  readonly signal: AbortSignal
  /** Undefined while nobody has asked to stop. */
  readonly exitCode: number | undefined
  /** From here on a signal ends the program as it would have without us. */
  release(): void
}

/** Watches for signals until they are released. */
export function stopOnSignals(): Stop {
  const abort = new AbortController()
  let exitCode: number | undefined
  const take = (signal: Signal) => {
    if (exitCode !== undefined) process.exit(exitCode)
    exitCode = CODES[signal]
    abort.abort()
  }
  for (const signal of SIGNALS) process.on(signal, take)
  return {
    signal: abort.signal,
    get exitCode() {
      return exitCode
    },
    release() {
      for (const signal of SIGNALS) process.off(signal, take)
    },
  }
}
