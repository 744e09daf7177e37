/** Run: keeps the watched run in step with the scenario, and what is drawn in step with the run. */

import type { DayFrame } from '../analysis'
import { createRecord, type RunRecord } from '../analysis'
import { type ModelSpec, monthOf, specOn, structureOf } from '../engine'
import type { MapFilter, MapNetwork, TrafficMap } from '../map'
import { compileScenario } from '../scenario'
import { type Course, type Origin, type State, type Store, sharedDays } from '../store'
import { createFollowing, createPlayer, type Following, type Player, shipmentOf } from '../watch'
import { type Loss, type Segments, startRunWorker } from '../workers'
import { checkpointStates, networkOf } from './onMap'
import { createShipments, type UnderWay } from './tables'

/** Wait after a change, so that a drag does not start a run for every pixel. */
const DEBOUNCE_MS = 150

export interface RunListener {
  /** Anything to show may have changed. */
  onChange(): void
}

/** Why no day follows: the model refused to go on, or its worker is lost or does not answer. */
export interface Failure {
  readonly kind: 'refused' | Loss | 'silent'
  /** What was said of it; often nothing. */
  readonly reason: string
  /** Days that the run got through. */
  readonly day: number
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
  /** What there is to show is all of one day of the present scenario. */
  readonly isWhole: boolean
  /** What there is to show is all of one day, if only of the scenario as it was before. */
  readonly isOfOneDay: boolean
  /** It is not whole, or not of the wanted day, but will be. */
  readonly isBehind: boolean
  /** Set from a failure on until the run goes on. */
  readonly failure: Failure | undefined
  readonly following: Following
  /** Shows only the flows and shipments that pass; the choice is the caller's to keep up with the scenario. */
  setFilter(filter: MapFilter | undefined): void
  /** Shipments under way at the end of the present day, the next to arrive first. */
  shipments(): readonly UnderWay[]
  /** Replaces the worker, and computes the run from its first day up to `day`; without one, as far as it was wanted and is possible. */
  startAgain(day?: number): void
  /** Draws the map at the present moment. */
  tick(now: number): number
}

export function createRun(store: Store, map: TrafficMap, listener: RunListener): Run {
  let course: Course | undefined
  let segments: Segments | undefined
  let origin: Origin | undefined
  let spec: ModelSpec | undefined
  let posted: ModelSpec | undefined
  let record: RunRecord | undefined
  let recording: RunRecord | undefined
  let frame: DayFrame | undefined
  /** The record that the frame belongs to. */
  let framed: RunRecord | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let flowsDay = -1
  let furthest = 0
  let filter: MapFilter | undefined
  let failure: Failure | undefined
  /** The day to start again on after a failure. */
  let wanted = 0
  let wasPlaying = false
  /** What the map draws of the network, as text. */
  let drawn = ''
  /** Days that the map has not been given yet: it gets each when the clock enters it. */
  const coming: DayFrame[] = []
  const shipments = createShipments()

  const port = startRunWorker({
    onLoss: (kind, reason) => fail({ kind, reason, day: player.reached }),
    onSilence(isSilent) {
      wanted = player.heading
      wasPlaying = isSilent && player.playing
      failure = isSilent ? { kind: 'silent', reason: '', day: player.reached } : undefined
      player.hold(isSilent)
    },
  })
  const player = createPlayer(port, {
    onReset(first, skipped) {
      recording?.add(first)
      if (!skipped && first.shipments !== undefined) {
        map.setShipments(first.shipments, first.day * 24)
        shipments.reset(first.shipments)
      }
      following.askAgain()
      flowsDay = -1
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
      if (hasArrived()) {
        if (record !== recording) furthest = 0
        record = recording
        furthest = Math.max(furthest, player.day)
        frame = player.frame ?? frame
        framed = record
        shipments.advance(player.day)
      }
      showDay()
      listener.onChange()
    },
    onFailure: (reason, day) => fail({ kind: 'refused', reason, day }),
    onStranded: startAgain,
    onStory(story) {
      following.takeStory(story)
      listener.onChange()
    },
  })
  const following = createFollowing(player.tell)

  /** Whether the run has come to the day that the player asked for. */
  function hasArrived(): boolean {
    return !player.busy && failure === undefined
  }

  function isWhole(): boolean {
    return hasArrived() && store.get().document?.course === course
  }

  function fail(found: Failure): void {
    const isRefused = found.kind === 'refused'
    wanted = isRefused ? Math.min(player.heading, found.day) : player.heading
    wasPlaying = player.playing && !isRefused
    failure = found
    player.halt()
  }

  function startAgain(day = wanted): void {
    failure = undefined
    port.renew()
    if (segments === undefined) {
      course = undefined
      apply()
    } else load(segments, day)
    if (wasPlaying) player.play()
    wasPlaying = false
  }

  function showDay(): void {
    if (spec === undefined || record === undefined || !hasArrived() || frame?.day === flowsDay) return
    flowsDay = frame?.day ?? -1
    showPosts()
    map.setMonth(monthOf(spec.startEpochDay + player.day))
    map.setFlows(record.flowsAt(player.day, filter))
  }

  function specToday(): ModelSpec | undefined {
    const { day } = player
    const held = segments?.findLast(({ fromDay }) => fromDay <= day)
    return held && specOn(held.spec, day)
  }

  /** Staffing and odds of the posts, under the changes and events of the shown day. */
  function showPosts(): void {
    const today = specToday()
    if (today === undefined || today === posted) return
    posted = today
    map.setCheckpoints(checkpointStates(today))
  }

  /** Computes a run from its first day up to `day`. */
  function load(next: Segments, day: number): void {
    const [{ spec: first }] = next
    recording = createRecord(first)
    player.load(next, first.seed, day)
  }

  /** Shows a run with other parts than the one before: nothing of that one is kept. */
  function renew(next: Segments, day: number): void {
    filter = undefined
    furthest = 0
    load(next, day)
    record = recording
  }

  /** Starts the run of another scenario; one that was made here stays where the person was looking. */
  function begin(next: Segments, network: MapNetwork): void {
    map.setNetwork(network, origin?.kind === 'new' ? 'keep' : 'fit')
    frame = undefined
    renew(next, 0)
    // Who wants less motion starts the run.
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) player.play()
  }

  /** Brings the run in line with changed parameters of the same network; `shared` days of it stay as they are. */
  function follow(next: Segments, shared: number, { settings }: State): void {
    const known = failure === undefined ? Math.min(shared, recording?.days ?? 0) : 0
    if (settings.whenChanged === 'restart') load(next, 0)
    else if (known === 0) load(next, headingNow())
    else {
      recording?.truncate(known)
      furthest = Math.min(furthest, known)
      player.replace(next, known)
    }
  }

  /** The day to go on with: the one that was wanted, also where the run has failed on the way. */
  function headingNow(): number {
    return failure === undefined ? player.heading : wanted
  }

  function segmentsOf([first, ...later]: Course): Segments {
    const segment = ({ fromDay, scenario }: Course[number]) => ({ fromDay, spec: compileScenario(scenario) })
    return [segment(first), ...later.map(segment)]
  }

  /** What the course compiles to; a scenario that cannot be computed stops the run. */
  function compiled(next: Course): Segments | undefined {
    try {
      return segmentsOf(next)
    } catch (error) {
      fail({ kind: 'refused', reason: error instanceof Error ? error.message : String(error), day: 0 })
      return undefined
    }
  }

  function apply(): void {
    const state = store.get()
    const open = state.document
    if (open === undefined || open.course === course) return
    const before = origin === open.origin ? spec : undefined
    const shared = course === undefined ? 0 : sharedDays(course, open.course)
    course = open.course
    segments = compiled(course)
    if (segments === undefined) return
    origin = open.origin
    spec = (segments.at(-1) ?? segments[0]).spec
    const network = networkOf(open.scenario, spec)
    const drawnBefore = drawn
    drawn = JSON.stringify([network.nodes, network.legs, network.checkpoints])
    if (failure !== undefined) port.renew()
    if (before === undefined) begin(segments, network)
    else {
      if (drawn !== drawnBefore) map.setNetwork(network, 'keep')
      if (structureOf(before) === structureOf(spec)) follow(segments, shared, state)
      else renew(segments, state.settings.whenChanged === 'restart' ? 0 : headingNow())
    }
    failure = undefined
    showPosts()
    listener.onChange()
  }

  store.subscribe(({ selection }, before) => {
    if (selection === before.selection) return
    const shipment = shipmentOf(selection)
    following.follow(shipment)
    map.follow(shipment)
  })
  store.subscribe((state) => {
    if (state.document?.course === course) return
    clearTimeout(timer)
    if (state.document?.origin !== origin) apply()
    else timer = setTimeout(apply, DEBOUNCE_MS)
  })

  apply()
  return {
    player,
    get spec() {
      return spec
    },
    get specToday() {
      return specToday()
    },
    get record() {
      return record
    },
    get known() {
      return Math.min(furthest, record?.days ?? 0)
    },
    get frame() {
      return frame
    },
    get isWhole() {
      return isWhole()
    },
    get isOfOneDay() {
      return (
        record !== undefined && record === framed && frame?.day === player.day && player.day <= record.days
      )
    },
    get isBehind() {
      const isPending = store.get().document?.course !== course
      return isPending || (failure === undefined && (player.busy || player.restless))
    },
    get failure() {
      return failure
    },
    following,
    startAgain,
    setFilter(next) {
      filter = next
      flowsDay = -1
      map.setFilter(next)
      showDay()
    },
    shipments: shipments.list,
    tick(now) {
      const time = player.tick(now)
      for (let next = coming[0]; next !== undefined && next.day - 1 <= time; next = coming[0]) {
        map.addDay(next.events)
        coming.shift()
      }
      if (hasArrived()) map.setTime(time * 24)
      return time
    },
  }
}
