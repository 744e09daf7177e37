/** Frames: which parts of the picture are stale, and one animation frame for all of them. */

export const PARTS = ['base', 'layout', 'names', 'scene', 'traffic'] as const
type Part = (typeof PARTS)[number]
export type Due = Readonly<Record<Part, boolean>>

export interface Frames {
  /** Redraws these parts in the next frame. */
  request(...parts: readonly Part[]): void
  /** The parts that are stale; from now on none is. */
  take(): Due
  /** Draws at once whatever is due, and the traffic. */
  drawNow(): void
  stop(): void
}

/**
 * All parts are stale at first, but no frame is due before the first request. `draw` takes the time of
 * `performance.now`.
 */
export function createFrames(draw: (now: number) => void): Frames {
  const stale = { base: true, layout: true, names: true, scene: true, traffic: true }
  let frame = 0
  let isStopped = false

  function drawAt(now: number): void {
    frame = 0
    if (!isStopped) draw(now)
  }

  return {
    request(...parts) {
      for (const part of parts) stale[part] = true
      if (frame === 0 && !isStopped) frame = requestAnimationFrame(drawAt)
    },
    take() {
      const due = { ...stale }
      for (const part of PARTS) stale[part] = false
      return due
    },
    drawNow() {
      cancelAnimationFrame(frame)
      stale.traffic = true
      drawAt(performance.now())
    },
    stop() {
      isStopped = true
      cancelAnimationFrame(frame)
    },
  }
}
