/**
 * Watch: how silence is noticed. A worker that the browser ends for want of memory says no word of it (D15).
 */

/** Seconds without a word, while an answer is due, after which a worker counts as silent. */
export const SILENT_SECONDS = 10
/** The same before its first word: its script may come over a slow line. */
const STARTING_SECONDS = 45
const SECOND_MS = 1000

export interface Watch {
  /** An answer is due from now on. */
  expect(): void
  /** The worker has said something; no more is due when `isDone`. */
  hear(isDone: boolean): void
  /** Nothing is due, and whoever speaks next is another worker. */
  renew(): void
}

/**
 * `onSilence` is told true after `SILENT_SECONDS` without a word although one is due, and false when the
 * worker speaks again. Seconds are counted only while the page itself runs.
 */
export function createWatch(onSilence: (isSilent: boolean) => void): Watch {
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
