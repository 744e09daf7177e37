/** Viewpoint: the camera of the map and its flights. */
import { between, type Camera } from './camera'

const FLIGHT_MS = 320

export interface Viewpoint {
  readonly camera: Camera
  readonly isFlying: boolean
  /** The camera at the end of the current flight. */
  readonly goal: Camera
  /** Whether the camera was moved, so that it no longer keeps to the first view of the network. */
  readonly isTouched: boolean
  /** Moves the camera here without ending a flight. */
  lookFrom(camera: Camera): void
  /** Moves the camera here and ends any flight. */
  standAt(camera: Camera, isTouched?: boolean): void
  flyTo(camera: Camera, isTouched?: boolean): void
  /** Flies on to where the camera is at this time of `performance.now`. */
  flyOn(now: number): void
}

/** `onMove` is called after each change of the camera, `onFlight` when a flight begins. */
export function createViewpoint(onMove: () => void, onFlight: () => void): Viewpoint {
  let camera: Camera = { x: 0, y: 0, scale: 1, width: 1, height: 1 }
  let flight: { readonly from: Camera; readonly to: Camera; readonly start: number } | undefined
  let touched = false

  function lookFrom(next: Camera): void {
    camera = next
    onMove()
  }

  return {
    get camera() {
      return camera
    },
    get isFlying() {
      return flight !== undefined
    },
    get goal() {
      return flight?.to ?? camera
    },
    get isTouched() {
      return touched
    },
    lookFrom,
    standAt(next, isTouched = true) {
      touched = isTouched
      flight = undefined
      lookFrom(next)
    },
    flyTo(to, isTouched = true) {
      touched = isTouched
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return lookFrom(to)
      flight = { from: camera, to, start: performance.now() }
      onFlight()
    },
    flyOn(now) {
      if (flight === undefined) return
      const share = Math.min(1, Math.max(0, (now - flight.start) / FLIGHT_MS))
      const { from, to } = flight
      if (share === 1) flight = undefined
      lookFrom(share === 1 ? { ...to, width: camera.width, height: camera.height } : between(from, to, share))
    },
  }
}
