/** Reasons: why a run could not go on, in words. */
import { CAPACITY, CapacityError } from '../engine'
import { text } from '../text'

/** What went wrong, in plain words, even where JavaScript ran out of memory. */
export function reasonOf(error: unknown): string {
  if (error instanceof CapacityError)
    return text.run.tooMuch[error.kind](error.organisation, error.day, CAPACITY[error.kind])
  if (!(error instanceof Error)) return String(error)
  const isMemory = error instanceof RangeError && /alloc|memory|array (buffer )?length/i.test(error.message)
  return isMemory ? text.run.noMemory : error.message
}
