/** Watching the run: gives it its worker, its timer and whether it plays at once. */
import type { Store } from '../store'
import { createRun, type Run } from '../watch'
import { startRunWorker } from '../workers'

export function watchRun(store: Store): Run {
  return createRun({ store, openPort: startRunWorker, after, startsPlaying })
}

function after(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds)
  return () => clearTimeout(timer)
}

/** A scenario plays when it is opened, unless less motion is asked for. */
function startsPlaying(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches
}
