/** Run: keeps the watched run in step with the scenario of the store, and tells what there is to show of it. */
import { createRecord, type DayFrame, type RunRecord } from '../analysis'
import { type EventLog, type ModelSpec, type ShipmentView, structureOf } from '../engine'
import type { Scenario } from '../scenario'
import { type Origin, type State, type Store, sharedDays } from '../store'
import type { Loss, PortListener, RenewablePort } from '../workers'
import { createFollowing, type Following, shipmentOf } from './following'
import { type Plan, planOf, specOfDay } from './plan'
import { createPlayer, type Player } from './player'
import { createShipments, type UnderWay } from './shipments'

/** Wait after an edit, so that a drag does not start a run for every pixel. */
const DEBOUNCE_MS = 150

export interface RunListener {
  /** The run is of another scenario from now on. */
  onScenario(change: ScenarioChange): void
  /** The picture starts anew from the shipments in flight at the end of `day`. */
  onPicture(shipments: ShipmentView, day: number): void
  /** The clock enters a day, whose facts these are. */
  onDay(events: EventLog): void
  /** The clock stands at this moment, in days, of a run that has arrived. */
  onTime(time: number): void
  /** Anything to show may have changed. */
  onChange(): void
}

export interface ScenarioChange {
  /** Another document, other parts of the same one, or other values of the same parts. */
  readonly kind: 'opened' | 'rebuilt' | 'edited'
  readonly origin: Origin
  readonly scenario: Scenario
  readonly spec: ModelSpec
}

/** Why no day follows: the model refused to go on, or its worker is lost or does not answer. */
export interface Failure {
  readonly kind: 'refused' | Loss | 'silent'
  /** What was said of it; often nothing. */
  readonly reason: string
  /** Days that the run got through. */
  readonly day: number
}

export interface RunOptions {
  readonly store: Store
  /** Opens the conversation with the worker that owns the run. */
  readonly openPort: (listener: PortListener) => RenewablePort
  /** Calls `task` after so many milliseconds, unless what is returned is called before. */
  readonly after: (milliseconds: number, task: () => void) => () => void
  /** Whether a scenario starts to play when it is opened. */
  readonly startsPlaying: () => boolean
}

export interface Run {
  readonly player: Player
  /** What the present scenario compiles to. */
  readonly spec: ModelSpec | undefined
  /** What the run is simulated under on the present day. */
  readonly specToday: ModelSpec | undefined
  /** The record to show: the former one while a new one is under way. */
  readonly record: RunRecord | undefined
  /** Days of the record that the clock has reached. */
  readonly known: number
  /** The last complete frame, also while another day is under way. */
  readonly frame: DayFrame | undefined
  /** The run has come to the day that was asked for. */
  readonly hasArrived: boolean
  /** What there is to show is all of one day of the present scenario. */
  readonly isWhole: boolean
  /** What there is to show is all of one day, if only of the scenario as it was before. */
  readonly isOfOneDay: boolean
  /** It is not whole, or not of the wanted day, but will be. */
  readonly isBehind: boolean
  /** Set from a failure on until the run goes on. */
  readonly failure: Failure | undefined
  readonly following: Following
  subscribe(listener: Partial<RunListener>): void
  /** Begins the run of the scenario in the store, and keeps in step with it from then on. */
  start(): void
  /** Shipments under way at the end of the present day, the next to arrive first. */
  shipments(): readonly UnderWay[]
  /** Replaces the worker, and computes the run up to `day`; without one, as far as it was wanted and is possible. */
  startAgain(day?: number): void
  /** Moves the clock to this time of the page, in milliseconds; returns the moment of the run, in days. */
  tick(now: number): number
}

/** What is on show: all of one run, but for a frame that may still be of the one before. */
interface Shown {
  readonly record: RunRecord
  readonly frame: DayFrame | undefined
  /** The record that the frame belongs to. */
  readonly framed: RunRecord | undefined
  /** The latest day that the clock has reached. */
  readonly furthest: number
}

/** A run that does not go on, and how it is to go on. */
interface Stop {
  readonly failure: Failure
  readonly wanted: number
  readonly wasPlaying: boolean
}

export function createRun({ store, openPort, after, startsPlaying }: RunOptions): Run {
  const listeners: Partial<RunListener>[] = []
  /** The course that was taken up last, which may be one that cannot be computed. */
  let course: Plan['course'] | undefined
  let plan: Plan | undefined
  /** The record that days go into. */
  let recording: RunRecord | undefined
  let shown: Shown | undefined
  let stop: Stop | undefined
  let cancelApply = (): void => undefined
  /** Days that no listener has heard of yet: each is told when the clock enters it. */
  const coming: DayFrame[] = []
  const shipments = createShipments()

  const port = openPort({
    onLoss: (kind, reason) => fail({ kind, reason, day: player.reached }),
    onSilence(isSilent) {
      const failure = { kind: 'silent', reason: '', day: player.reached } as const
      stop = isSilent ? { failure, wanted: player.heading, wasPlaying: player.playing } : undefined
      player.hold(isSilent)
    },
  })
  const player = createPlayer(port, {
    onReset(first, skipped) {
      recording?.add(first)
      if (!skipped && first.shipments !== undefined) {
        for (const listener of listeners) listener.onPicture?.(first.shipments, first.day)
        shipments.reset(first.shipments)
      }
      following.askAgain()
      coming.length = 0
    },
    onDay(next, skipped) {
      recording?.add(next)
      following.takeDay(next)
      if (skipped) return
      coming.push(next)
      shipments.add(next.day, next.events)
    },
    onChange() {
      if (hasArrived() && recording !== undefined) {
        const furthest = shown?.record === recording ? shown.furthest : 0
        shown = {
          record: recording,
          frame: player.frame ?? shown?.frame,
          framed: recording,
          furthest: Math.max(furthest, player.day),
        }
        shipments.advance(player.day)
      }
      changed()
    },
    onFailure: (reason, day) => fail({ kind: 'refused', reason, day }),
    onStranded: startAgain,
    onStory(story) {
      following.takeStory(story)
      changed()
    },
  })
  const following = createFollowing(player.tell)

  function changed(): void {
    for (const listener of listeners) listener.onChange?.()
  }

  function hasArrived(): boolean {
    return !player.busy && stop === undefined
  }

  function isWhole(): boolean {
    return hasArrived() && store.get().document?.course === course
  }

  /** The day to go on with: the one that was wanted, also where the run has stopped on the way. */
  function headingNow(): number {
    return stop === undefined ? player.heading : stop.wanted
  }

  function fail(failure: Failure): void {
    const isRefused = failure.kind === 'refused'
    const wanted = isRefused ? Math.min(player.heading, failure.day) : player.heading
    stop = { failure, wanted, wasPlaying: player.playing && !isRefused }
    player.halt()
  }

  function startAgain(day = headingNow()): void {
    const wasPlaying = stop?.wasPlaying ?? false
    stop = undefined
    port.renew()
    if (plan !== undefined && plan.course === course) load(plan, day)
    else {
      course = undefined
      apply()
    }
    if (wasPlaying) player.play()
  }

  /** Computes a run from its first day up to `day`. */
  function load({ segments }: Plan, day: number): void {
    const [{ spec: first }] = segments
    recording = createRecord(first)
    player.load(segments, first.seed, day)
  }

  /** Computes a run with other parts than the one before, of which only the last frame stays on show. */
  function renew(next: Plan, day: number, frame: DayFrame | undefined): void {
    load(next, day)
    shown = recording && { record: recording, frame, framed: undefined, furthest: 0 }
  }

  /** Brings the run in line with changed parameters of the same network; `shared` days of it stay as they are. */
  function follow(next: Plan, shared: number, { settings }: State): void {
    const known = stop === undefined ? Math.min(shared, recording?.days ?? 0) : 0
    if (settings.whenChanged === 'restart') load(next, 0)
    else if (known === 0) load(next, headingNow())
    else {
      recording?.truncate(known)
      if (shown !== undefined) shown = { ...shown, furthest: Math.min(shown.furthest, known) }
      player.replace(next.segments, known)
    }
  }

  /** The plan of the document in the store; one that cannot be computed stops the run. */
  function compiled(open: NonNullable<State['document']>): Plan | undefined {
    try {
      return planOf(open)
    } catch (error) {
      fail({ kind: 'refused', reason: error instanceof Error ? error.message : String(error), day: 0 })
      return undefined
    }
  }

  function apply(): void {
    const state = store.get()
    const open = state.document
    if (open === undefined || open.course === course) return
    course = open.course
    const next = compiled(open)
    if (next === undefined) return
    const before = plan
    plan = next
    if (stop !== undefined) port.renew()
    const kind = kindOf(before, next)
    if (kind === 'opened') renew(next, 0, undefined)
    else if (kind === 'edited') follow(next, before ? sharedDays(before.course, next.course) : 0, state)
    else renew(next, state.settings.whenChanged === 'restart' ? 0 : headingNow(), shown?.frame)
    stop = undefined
    const { origin, scenario, spec } = next
    for (const listener of listeners) listener.onScenario?.({ kind, origin, scenario, spec })
    if (kind === 'opened' && startsPlaying()) player.play()
    changed()
  }

  store.subscribe(({ selection }, before) => {
    if (selection !== before.selection) following.follow(shipmentOf(selection))
  })

  return {
    player,
    get spec() {
      return plan?.spec
    },
    get specToday() {
      return plan && specOfDay(plan, player.day)
    },
    get record() {
      return shown?.record
    },
    get known() {
      return Math.min(shown?.furthest ?? 0, shown?.record.days ?? 0)
    },
    get frame() {
      return shown?.frame
    },
    get hasArrived() {
      return hasArrived()
    },
    get isWhole() {
      return isWhole()
    },
    get isOfOneDay() {
      if (shown === undefined) return false
      const { record, frame, framed } = shown
      return record === framed && frame?.day === player.day && player.day <= record.days
    },
    get isBehind() {
      const isPending = store.get().document?.course !== course
      return isPending || (stop === undefined && (player.busy || player.restless))
    },
    get failure() {
      return stop?.failure
    },
    following,
    subscribe(listener) {
      listeners.push(listener)
    },
    start() {
      apply()
      store.subscribe(({ document: open }) => {
        if (open?.course === course) return
        cancelApply()
        if (open?.origin !== plan?.origin) apply()
        else cancelApply = after(DEBOUNCE_MS, apply)
      })
    },
    startAgain,
    shipments: shipments.list,
    tick(now) {
      const time = player.tick(now)
      for (let next = coming[0]; next !== undefined && next.day - 1 <= time; next = coming[0]) {
        for (const listener of listeners) listener.onDay?.(next.events)
        coming.shift()
      }
      if (hasArrived()) for (const listener of listeners) listener.onTime?.(time)
      return time
    },
  }
}

function kindOf(before: Plan | undefined, { origin, spec }: Plan): ScenarioChange['kind'] {
  if (before?.origin !== origin) return 'opened'
  return structureOf(before.spec) === structureOf(spec) ? 'edited' : 'rebuilt'
}
