/** Turns: long work on the thread of the page that lets the page draw and answer in between. */
import type { GiveWay } from '../../store'

/** A turn that has lasted so long gives way. */
const TURN_MS = 30

/** Unlike timers, messages are not held back in a tab that is out of sight. */
export function createTurns(): GiveWay {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < TURN_MS) return
    const { port1, port2 } = new MessageChannel()
    await new Promise((next) => {
      port1.onmessage = next
      port2.postMessage(undefined)
    })
    port1.close()
    since = performance.now()
  }
}
