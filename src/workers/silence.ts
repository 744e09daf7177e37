/**
 * Silence: notices a worker that stops answering. One that the browser ends for want of memory says nothing
 * (D15).
 */

/** Seconds without an answer, while one is due, after which a worker counts as silent. */
export const SILENT_SECONDS = 10
/** The same before its first answer: its script may come over a slow line. */
const STARTING_SECONDS = 45
const SECOND_MS = 1000

export interface SilenceTimer {
  /** An answer is due from now on. */
  expect(): void
  /** The worker has answered; no more is due when `isDone`. */
  hear(isDone: boolean): void
  /** Nothing is due, and the next answer is that of another worker. */
  renew(): void
}

/**
 * Calls `onSilence` with true after `SILENT_SECONDS` without an answer that is due, and with false when the
 * worker answers again. Seconds count only while the page itself runs.
 */
export function createSilenceTimer(onSilence: (isSilent: boolean) => void): SilenceTimer {
  let seconds = 0
  let hasSpoken = false
  let isSilent = false
  let timer: ReturnType<typeof setInterval> | undefined

  function rest(): void {
    clearInterval(timer)
    timer = undefined
    seconds = 0
  }

  function count(): void {
    seconds += 1
    if (isSilent || seconds < (hasSpoken ? SILENT_SECONDS : STARTING_SECONDS)) return
    isSilent = true
    onSilence(true)
  }

  return {
    expect() {
      timer ??= setInterval(count, SECOND_MS)
    },
    hear(isDone) {
      seconds = 0
      hasSpoken = true
      const wasSilent = isSilent
      isSilent = false
      if (wasSilent) onSilence(false)
      if (isDone) rest()
    },
    renew() {
      rest()
      hasSpoken = false
      isSilent = false
    },
  }
}
