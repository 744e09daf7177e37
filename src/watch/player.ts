/** Player: turns real time into simulated days, keeps a few days ahead, and travels through the run. */
import type { DayFrame } from '../analysis'
import type { FromRunWorker, RunPort, Segments, ShipmentName } from '../workers'

/** Days per second; the last is as fast as the run can be computed and drawn. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 20, 50, 100, Number.POSITIVE_INFINITY] as const
const FIRST_SPEED = 5
/** Days asked for at once, so that the worker answers other messages in between. */
const CHUNK = 30
/** Days before a sought day that are replayed, so that flows and movements of the past month are known. */
const LEAD_DAYS = 30

export interface PlayerListener {
  /** The picture starts anew from the shipments of this frame. `skipped` days are recorded but never shown. */
  onReset(frame: DayFrame, skipped: boolean): void
  /** A day that follows the last one; it may still lie ahead of the clock. */
  onDay(frame: DayFrame, skipped: boolean): void
  /** Playing, speed, day or business changed. */
  onChange(): void
  /** The run cannot go on from the end of `day`. */
  onFailure(message: string, day: number): void
  /** A day is wanted of a run that is held or was halted. */
  onStranded(day: number): void
  /** Answers `tell`, unless the run has been changed or moved in time since. */
  onStory(story: Extract<FromRunWorker, { type: 'story' }>): void
}

export interface Player {
  /** Starts a run from its first day and goes on to `day`. */
  load(segments: Segments, seed: string, day?: number): void
  /** Stays on the present day of a run that goes another way from the end of day `shared` on. */
  replace(segments: Segments, shared: number): void
  /** While its worker says nothing, the run stands still, and days that are wanted are passed on to the listener. */
  hold(isHeld: boolean): void
  /** Gives up the run, whose worker is lost; only `load` begins anew. */
  halt(): void
  play(): void
  pause(): void
  /** One day forward (1) or back (-1). */
  step(days: number): void
  seek(day: number): void
  faster(steps: number): void
  setSpeed(speed: number): void
  /** Asks what has happened to a shipment that was under way on `day`. */
  tell(shipment: ShipmentName, day: number): void
  /** Moves the clock on; answers the present time in days. */
  tick(now: number): number
  readonly time: number
  readonly day: number
  /** The day that was asked for and is under way to, else the present day. */
  readonly heading: number
  readonly horizon: number
  readonly speed: number
  readonly playing: boolean
  /** Under way to a day that was asked for. */
  readonly busy: boolean
  /** Days that the worker has got through on the way to the day that was asked for. */
  readonly reached: number
  /** Another journey follows the present one. */
  readonly restless: boolean
  /** The frame of the present day. */
  readonly frame: DayFrame | undefined
}

export function createPlayer(port: RunPort, listener: PlayerListener): Player {
  let generation = 0
  let horizon = 0
  let speed: number = FIRST_SPEED
  let playing = false
  let time = 0
  let lastTick: number | undefined
  /** Last day received in order, last day asked for, and the day under way to. */
  let received = 0
  let asked = 0
  let goal: number | undefined
  /** Where the shown part of a journey begins; days before it are skipped. */
  let landing: number | undefined
  let awaitingReset = false
  let held = false
  /** Days of a replay that the worker told of. */
  let replayed = 0
  /** A day asked for while another journey was nearly over: begun after that one has been seen. */
  let wish: number | undefined
  let unseen = false
  let frames = new Map<number, DayFrame>()

  function begin(from = 0): number {
    awaitingReset = true
    replayed = from
    frames = new Map()
    generation += 1
    return generation
  }

  function ask(): void {
    if (awaitingReset || asked > received) return
    const ahead = speed === Number.POSITIVE_INFINITY ? CHUNK : Math.max(3, Math.ceil(speed / 2))
    const target = landing ?? goal ?? Math.min(horizon, Math.ceil(time) + ahead)
    const days = Math.min(CHUNK, target - received)
    if (days <= 0) return
    asked = received + days
    port.post({ type: 'advance', generation, days })
  }

  function travelTo(day: number): void {
    if (held) {
      listener.onStranded(Math.max(0, Math.min(horizon, day)))
      return
    }
    if (goal !== undefined && landing === undefined) {
      wish = day
      return
    }
    wish = undefined
    goal = Math.max(0, Math.min(horizon, day))
    const start = Math.max(0, goal - LEAD_DAYS)
    if (start <= received) jump(start)
    else {
      landing = start
      ask()
    }
    listener.onChange()
  }

  /** `from`: the day that the worker is known to have got through on this way. */
  function jump(day: number, from = 0): void {
    landing = undefined
    port.post({ type: 'seek', generation: begin(from), day })
  }

  function arrive(): void {
    if (landing !== undefined && received >= landing) jump(landing, landing)
    else if (landing === undefined && goal !== undefined && received >= goal) {
      time = goal
      goal = undefined
      unseen = true
      listener.onChange()
    }
  }

  port.listen((message: FromRunWorker) => {
    if (message.generation !== generation) return
    if (message.type === 'failed') return listener.onFailure(message.message, message.day)
    if (message.type === 'story') return listener.onStory(message)
    if (message.type === 'progress') {
      replayed = message.day
      if (goal !== undefined) listener.onChange()
      return
    }
    const { frame } = message
    received = frame.day
    if (frame.shipments !== undefined) {
      awaitingReset = false
      asked = received
      frames = new Map([[frame.day, frame]])
      listener.onReset(frame, landing !== undefined)
    } else {
      frames.set(frame.day, frame)
      if (goal !== undefined) frames.delete(frame.day - 2)
      listener.onDay(frame, landing !== undefined)
    }
    arrive()
    ask()
    if (!playing) listener.onChange()
  })

  function headingNow(): number {
    return wish ?? goal ?? dayNow()
  }

  /** Sets out for a day from an earlier one, which the worker is to be asked for. */
  function setOut(from: number, day: number): void {
    received = from
    asked = from
    wish = undefined
    goal = day
    const start = Math.max(from, day - LEAD_DAYS)
    landing = start > from ? start : undefined
  }

  function horizonOf(segments: Segments): number {
    return (segments.at(-1) ?? segments[0]).spec.days
  }

  function dayNow(): number {
    return Math.floor(time + 1e-9)
  }

  const player: Player = {
    load(segments, seed, day = 0) {
      held = false
      horizon = horizonOf(segments)
      setOut(0, Math.max(0, Math.min(day, horizon)))
      if (goal === 0) time = 0
      port.post({ type: 'load', generation: begin(), segments, seed })
      listener.onChange()
    },
    replace(segments, shared) {
      horizon = horizonOf(segments)
      const today = Math.min(headingNow(), horizon)
      const from = today <= shared ? today : Math.min(shared, Math.max(0, today - LEAD_DAYS))
      setOut(from, today)
      port.post({ type: 'replace', generation: begin(from), segments, shared })
      port.post({ type: 'seek', generation, day: from })
      listener.onChange()
    },
    hold(isHeld) {
      held = isHeld
      listener.onChange()
    },
    halt() {
      held = true
      playing = false
      goal = undefined
      landing = undefined
      wish = undefined
      begin()
      listener.onChange()
    },
    play() {
      if (held) travelTo(dayNow())
      if (time >= horizon) travelTo(0)
      playing = true
      lastTick = undefined
      listener.onChange()
    },
    pause() {
      playing = false
      listener.onChange()
    },
    step(days) {
      playing = false
      const next = days > 0 ? dayNow() + days : Math.ceil(time - 1e-9) + days
      if (days > 0 && !held && goal === undefined && next <= received) {
        time = Math.min(horizon, next)
        ask()
        listener.onChange()
      } else travelTo(next)
    },
    seek: travelTo,
    faster(steps) {
      const at = SPEEDS.findIndex((candidate) => candidate >= speed)
      player.setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + steps))] ?? FIRST_SPEED)
    },
    setSpeed(next) {
      speed = next
      listener.onChange()
    },
    tell({ shipmentA, shipmentB }, day) {
      if (!held) port.post({ type: 'story', generation, day, shipmentA, shipmentB })
    },
    tick(now) {
      const seconds = lastTick === undefined ? 0 : Math.min(0.1, (now - lastTick) / 1000)
      lastTick = now
      if (unseen) unseen = false
      else if (wish !== undefined && goal === undefined) travelTo(wish)
      if (!playing || held || goal !== undefined || awaitingReset) return time
      const before = dayNow()
      const days = speed === Number.POSITIVE_INFINITY ? speed : seconds * speed
      time = Math.min(time + days, received, horizon)
      for (const day of frames.keys()) if (day < dayNow()) frames.delete(day)
      if (time >= horizon) playing = false
      ask()
      if (dayNow() !== before || !playing) listener.onChange()
      return time
    },
    get time() {
      return time
    },
    get day() {
      return dayNow()
    },
    get heading() {
      return headingNow()
    },
    get horizon() {
      return horizon
    },
    get speed() {
      return speed
    },
    get playing() {
      return playing && !held
    },
    get busy() {
      return goal !== undefined
    },
    get reached() {
      return awaitingReset ? replayed : received
    },
    get restless() {
      return wish !== undefined
    },
    get frame() {
      return frames.get(dayNow())
    },
  }
  return player
}
