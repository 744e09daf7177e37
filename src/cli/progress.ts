/** Progress of long work on a terminal: done, rate and time left, on one line of standard error. */
import { text } from '../text'
import { isWatched, overprintNote } from './terminal'

const QUIET_MS = 1_500
const INTERVAL_MS = 200

/** A progress line; silent when standard error is not a terminal, and for the first second and a half. */
export function createProgress(total: number): { update: (done: number) => void; clear: () => void } {
  const start = performance.now()
  let shown = 0
  const terminal = isWatched()
  return {
    update(done) {
      const now = performance.now()
      if (!terminal || now - start < QUIET_MS || now - shown < INTERVAL_MS) return
      shown = now
      const rate = done / ((now - start) / 1000)
      const line = text.commandLine.progress(
        done,
        total,
        rate.toPrecision(3),
        durationOf((total - done) / rate),
      )
      overprintNote(line)
    },
    clear() {
      if (shown > 0) overprintNote('')
    },
  }
}

function durationOf(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 90) return `${whole} s`
  return whole < 5_400 ? `${Math.ceil(whole / 60)} min` : `${(whole / 3600).toFixed(1)} h`
}
