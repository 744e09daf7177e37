/** The watched run: one world, its frames for the page, and exact travel in time by snapshots and replay. */

import type { DayFrame } from '../analysis'
import {
  copyOfCounters,
  createWorld,
  digest,
  type EventLog,
  endsShipment,
  type Fact,
  factsOf,
  isShipmentAt,
  type ModelSpec,
  restore,
  type ShipmentKey,
  type Snapshot,
  snapshot,
  step,
  view,
  type World,
} from '../engine'
import { reasonOf } from '../experiment'
import type { FromRunWorker, Segments, ToRunWorker } from './protocol'

/** Days between snapshots at first; doubled whenever there are too many. */
const FIRST_INTERVAL = 30
const MAX_SNAPSHOTS = 64
/** Words of shipments under way in all snapshots together: 512 MB. */
const MAX_WORDS = 128_000_000

interface Run {
  world: World
  segments: Segments
  readonly snapshots: Map<number, Snapshot>
  interval: number
}

/** Answers messages of the page through `post`; never sends a day that was not asked for. */
export function createWatchedRun(
  post: (message: FromRunWorker, transfer: Transferable[]) => void,
): (message: ToRunWorker) => void {
  let run: Run | undefined

  function send(generation: number, events: EventLog | undefined): void {
    if (run === undefined) return
    const frame = frameOf(run, events)
    post({ type: 'frame', generation, frame }, buffersOf(frame))
  }

  function answer(message: ToRunWorker): void {
    const { generation } = message
    if (message.type === 'load') run = startRun(message.segments, message.seed)
    if (run === undefined) return
    if (message.type === 'advance') {
      for (let i = 0; i < message.days; i++) {
        const events = nextDay(run)
        if (events !== undefined) send(generation, events)
      }
      return
    }
    const passed = (day: number) => post({ type: 'progress', generation, day }, [])
    if (message.type === 'story') {
      const { shipment, day } = message
      const facts = storyOf(run, shipment, day, () => passed(run?.world.day ?? 0))
      post({ type: 'story', generation, shipment, days: run.world.day, facts }, [])
      return
    }
    if (message.type === 'replace') {
      replace(run, message.segments, message.shared, passed)
      return
    }
    if (message.type === 'seek') goTo(run, message.day, passed)
    send(generation, undefined)
  }

  return (message) => {
    try {
      answer(message)
    } catch (error) {
      const day = run?.world.day ?? 0
      // A day that failed half way leaves a world that is no state of the run.
      run = undefined
      post({ type: 'failed', generation: message.generation, day, message: reasonOf(error) }, [])
    }
  }
}

function startRun(segments: Segments, seed: string): Run {
  const world = createWorld(specAfter(segments, 0), seed, { watch: true })
  return { world, segments, snapshots: new Map([[0, snapshot(world)]]), interval: FIRST_INTERVAL }
}

function horizonOf(run: Run): number {
  return (run.segments.at(-1) ?? run.segments[0]).spec.days
}

/** Simulates one day under the spec that holds on it; undefined at the horizon. */
function nextDay(run: Run): EventLog | undefined {
  const { segments, snapshots } = run
  if (run.world.day >= horizonOf(run)) return undefined
  run.world = underSpecOfDay(run.world, segments)
  const events = step(run.world)
  const { day } = run.world
  if (day % run.interval === 0 && !snapshots.has(day)) {
    snapshots.set(day, snapshot(run.world))
    while (snapshots.size > 1 && isFull(run)) thin(run)
  }
  return events
}

/** The world under the spec that holds from today on. */
function underSpecOfDay(world: World, segments: Segments): World {
  const spec = specAfter(segments, world.day)
  return spec === world.spec ? world : restore(spec, snapshot(world), { watch: true })
}

/** Facts of a shipment up to today: replayed on a world of their own, from the last snapshot before it left (D16). */
function storyOf(run: Run, shipment: ShipmentKey, day: number, onDay: () => void): Fact[] {
  const earlier = [...run.snapshots.values()]
    .filter((saved) => saved.day <= Math.min(day, run.world.day))
    .sort((a, b) => b.day - a.day)
  let world: World | undefined
  for (const saved of earlier) {
    world = restore(specAfter(run.segments, saved.day), saved, { watch: true })
    if (!isUnderWay(world, shipment)) break
  }
  const facts: Fact[] = []
  while (world !== undefined && world.day < run.world.day) {
    world = underSpecOfDay(world, run.segments)
    facts.push(...factsOf(step(world), shipment))
    onDay()
    const { kind } = facts.at(-1) ?? {}
    if (kind !== undefined && endsShipment(kind)) break
  }
  return facts
}

function isUnderWay(world: World, shipment: ShipmentKey): boolean {
  const { shipments } = view(world)
  for (let row = 0; row < shipments.count; row++) if (isShipmentAt(shipments, row, shipment)) return true
  return false
}

/** Whether too much is kept: snapshots, or shipments in all of them. */
function isFull({ snapshots }: Run): boolean {
  let words = 0
  for (const { records } of snapshots.values()) words += records.length
  return snapshots.size > MAX_SNAPSHOTS || words > MAX_WORDS
}

function thin(run: Run): void {
  run.interval *= 2
  for (const day of run.snapshots.keys()) if (day % run.interval !== 0) run.snapshots.delete(day)
}

/** The spec that the day after `day` is simulated under. */
function specAfter(segments: Segments, day: number): ModelSpec {
  return (segments.findLast(({ fromDay }) => fromDay <= day) ?? segments[0]).spec
}

/** `passed` is told each day on the way. */
function goTo(run: Run, target: number, passed: (day: number) => void): void {
  const day = Math.max(0, Math.min(target, horizonOf(run)))
  let nearest: Snapshot | undefined
  for (const saved of run.snapshots.values()) {
    if (saved.day <= day && saved.day > (nearest?.day ?? -1)) nearest = saved
  }
  const behind = run.world.day > day
  if (nearest !== undefined && (behind || nearest.day > run.world.day)) {
    run.world = restore(specAfter(run.segments, nearest.day), nearest, { watch: true })
  }
  while (run.world.day < day && nextDay(run) !== undefined) passed(run.world.day)
}

/** Gives the run other segments; a world beyond the days that stay true goes back to the last of those. */
function replace(run: Run, segments: Segments, shared: number, passed: (day: number) => void): void {
  run.segments = segments
  for (const saved of run.snapshots.keys()) if (saved > shared) run.snapshots.delete(saved)
  goTo(run, Math.min(shared, run.world.day), passed)
}

function frameOf({ world }: Run, events: EventLog | undefined): DayFrame {
  return {
    day: world.day,
    events: cut(events, events?.count ?? 0),
    counters: copyOfCounters(world.counters),
    shipments: events === undefined ? cut(view(world).shipments, view(world).shipments.count) : undefined,
    inTransit: world.fleet.count,
    inTransitGrams: world.fleet.grams,
    digest: digest(world),
  }
}

const NO_EVENTS: EventLog = {
  count: 0,
  kind: new Uint8Array(),
  hour: new Int32Array(),
  until: new Int32Array(),
  place: new Int32Array(),
  candidate: new Int32Array(),
  grams: new Int32Array(),
  shipmentA: new Int32Array(),
  shipmentB: new Int32Array(),
}

/** A copy of a table of columns, cut to its rows. */
function cut<T extends { count: number }>(columns: T | undefined, count: number): T {
  const table = (columns ?? NO_EVENTS) as Record<string, unknown>
  const entries = Object.entries(table).map(([name, column]) => [
    name,
    column instanceof Int32Array || column instanceof Uint8Array ? column.slice(0, count) : count,
  ])
  return Object.fromEntries(entries) as T
}

function buffersOf(frame: DayFrame): Transferable[] {
  const tables = [frame.events, frame.counters, frame.shipments ?? {}]
  const columns = [...tables.flatMap((table) => Object.values(table))]
  return columns.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : []))
}
