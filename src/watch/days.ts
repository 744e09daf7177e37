/** Days: the queue of days computed ahead of the clock. */
import type { DayFrame } from '../analysis'

export interface DaysListener {
  /** The clock comes to the start of a day. */
  onEnter(frame: DayFrame): void
  /** The clock comes to the end of a day. */
  onEnd(frame: DayFrame): void
}

export interface Days {
  /** The frame of the last day that has ended. */
  readonly present: DayFrame | undefined
  /** Starts again from a day that has ended, of which the listener hears nothing. */
  reset(frame: DayFrame): void
  /** The digest of the current day has become known. */
  setDigest(digest: string): void
  /** Adds the day that follows. */
  add(frame: DayFrame): void
  /**
   * Moves the clock on to `time`, in days. The listener hears of each day once when it begins and once when
   * it ends. Returns whether there was any.
   */
  advance(time: number): boolean
}

/** The sum of many ticks may miss a whole day by this share of it. */
const ROUNDING = 1e-9

/** Days that have ended at a time. */
export function completedDays(time: number): number {
  return Math.floor(time + ROUNDING)
}

/** Days that have begun before a time. */
export function begunDays(time: number): number {
  return Math.ceil(time - ROUNDING)
}

export function createDays(listener: DaysListener): Days {
  /** Days that have not ended, in order; the first of them have begun. */
  let ahead: DayFrame[] = []
  let begun = 0
  let present: DayFrame | undefined
  return {
    get present() {
      return present
    },
    reset(frame) {
      present = frame
      ahead = []
      begun = 0
    },
    setDigest(digest) {
      present = present && { ...present, digest }
    },
    add(frame) {
      ahead.push(frame)
    },
    advance(time) {
      const day = completedDays(time)
      let hasTold = false
      for (let next = ahead[begun]; next !== undefined && next.day <= day + 1; next = ahead[begun]) {
        begun++
        hasTold = true
        listener.onEnter(next)
      }
      for (let next = ahead[0]; next !== undefined && next.day <= day; next = ahead[0]) {
        ahead.shift()
        begun--
        hasTold = true
        present = next
        listener.onEnd(next)
      }
      return hasTold
    },
  }
}
