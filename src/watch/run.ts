/** Run: keeps the watched run in step with the scenario in the store, and tells listeners what to show. */
import { createRecord, type DayFrame, type RunRecord } from '../analysis'
import { structureOf } from '../engine'
import { type State, sharedDays } from '../store'
import { createFollowing } from './following'
import { type Plan, planOf, specOfDay } from './plan'
import { createPlayer } from './player'
import { createShipments } from './shipments'
import { isShownWhole, knownDays, type Shown, shownFirst, shownOn } from './shown'
import type { Failure, Run, RunListener, RunOptions, ScenarioChange } from './types'

/** Wait after an edit, so that a drag does not start a run for every pixel. */
const DEBOUNCE_MS = 150

/** Why the run has stopped, and where and how it goes on when it is started again. */
interface Stop {
  readonly failure: Failure
  readonly wanted: number
  readonly wasPlaying: boolean
}

export function createRun({ store, openPort, after, startsPlaying }: RunOptions): Run {
  const listeners: Partial<RunListener>[] = []
  /** The last course taken from the store, even one that cannot be computed. */
  let course: Plan['course'] | undefined
  let plan: Plan | undefined
  /** The record that new days are added to. */
  let recording: RunRecord | undefined
  let shown: Shown | undefined
  let stop: Stop | undefined
  let cancelApply = (): void => undefined
  const shipments = createShipments()

  const port = openPort({
    onLoss: (kind, reason) => fail({ kind, reason, day: player.reached }),
    onSilence(isSilent) {
      const failure = { kind: 'silent', reason: '', day: player.reached } as const
      stop = isSilent ? { failure, wanted: player.heading, wasPlaying: player.playing } : undefined
      player.setSilent(isSilent)
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
    },
    onDay(next) {
      recording?.add(next)
      following.takeDay(next)
    },
    onEnter({ events }) {
      for (const listener of listeners) listener.onDay?.(events)
    },
    onEnd({ events }) {
      shipments.take(events)
    },
    onChange() {
      if (hasArrived() && recording !== undefined) shown = shownOn(player.day, player.frame, recording, shown)
      changed()
    },
    onFailure: (reason, day) => fail({ kind: 'refused', reason, day }),
    onStranded: startAgain,
    onStory(story) {
      following.takeStory(story)
      changed()
    },
  })
  const following = createFollowing(player.askStory)

  function changed(): void {
    for (const listener of listeners) listener.onChange?.()
  }

  function hasArrived(): boolean {
    return !player.busy && stop === undefined
  }

  function isWhole(): boolean {
    return hasArrived() && store.get().document?.course === course
  }

  /** The wanted day, also of a run that stopped on the way to it. */
  function headingNow(): number {
    return stop === undefined ? player.heading : stop.wanted
  }

  function fail(failure: Failure): void {
    const isRefused = failure.kind === 'refused'
    const wanted = isRefused ? Math.min(player.heading, failure.day) : player.heading
    stop = { failure, wanted, wasPlaying: player.playing && !isRefused }
    player.giveUp()
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

  /** Computes a run whose parts differ from those of the run before, of which only `frame` stays on show. */
  function renew(next: Plan, day: number, frame: DayFrame | undefined): void {
    load(next, day)
    shown = recording && shownFirst(recording, frame)
  }

  /** Applies changed values of the same parts; the first `shared` days of the run stay as they are. */
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
    if (selection !== before.selection)
      following.follow(selection?.kind === 'shipment' ? selection : undefined)
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
      return knownDays(shown)
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
      return isShownWhole(shown, player.day)
    },
    get isBehind() {
      const isPending = store.get().document?.course !== course
      return isPending || (stop === undefined && (player.busy || player.hasNext))
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
      if (hasArrived()) for (const listener of listeners) listener.onTime?.(time)
      return time
    },
  }
}

function kindOf(before: Plan | undefined, { origin, spec }: Plan): ScenarioChange['kind'] {
  if (before?.origin !== origin) return 'opened'
  return structureOf(before.spec) === structureOf(spec) ? 'edited' : 'rebuilt'
}
