/** Time travel: a run that goes forward day by day and back to any day by snapshot and replay. */
import {
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
import type { Segments } from './protocol'

/** Days between snapshots at first; doubled whenever there are too many. */
const FIRST_INTERVAL = 30
const MAX_SNAPSHOTS = 64
/** Words of shipments under way in all snapshots together: 512 MB. */
const MAX_WORDS = 128_000_000

export interface Run {
  world: World
  segments: Segments
  readonly snapshots: Map<number, Snapshot>
  interval: number
}

/** Called for each day of a replay, which may take long. */
export type Passed = (day: number) => void

export function startRun(segments: Segments, seed: string): Run {
  const world = createWorld(specAfter(segments, 0), seed, { watch: true })
  return { world, segments, snapshots: new Map([[0, snapshot(world)]]), interval: FIRST_INTERVAL }
}

/** Simulates one day under its spec; undefined at the horizon. */
export function nextDay(run: Run): EventLog | undefined {
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

export function goTo(run: Run, target: number, passed: Passed): void {
  const day = Math.max(0, Math.min(target, horizonOf(run)))
  const saved = lastSnapshot(run, day)
  if (run.world.day > day || saved.day > run.world.day) run.world = restored(run, saved)
  while (run.world.day < day && nextDay(run) !== undefined) passed(run.world.day)
}

/** Gives the run other segments; a world beyond the shared days goes back to the last of them. */
export function replaceSegments(run: Run, segments: Segments, shared: number, passed: Passed): void {
  run.segments = segments
  for (const saved of run.snapshots.keys()) if (saved > shared) run.snapshots.delete(saved)
  goTo(run, Math.min(shared, run.world.day), passed)
}

/** Digest at the end of a day up to today; an earlier day is replayed in another world. */
export function digestOf(run: Run, day: number, passed: Passed): string {
  if (day === run.world.day) return digest(run.world)
  let world = restored(run, lastSnapshot(run, day))
  while (world.day < day) {
    world = underSpecOfDay(world, run.segments)
    step(world)
    passed(world.day)
  }
  return digest(world)
}

/** Facts of a shipment up to today, replayed in another world from the last snapshot before it left (D16). */
export function storyOf(run: Run, shipment: ShipmentKey, day: number, passed: Passed): Fact[] {
  const today = run.world.day
  let saved = lastSnapshot(run, Math.min(day, today))
  let world = restored(run, saved)
  while (saved.day > 0 && isUnderWay(world, shipment)) {
    saved = lastSnapshot(run, saved.day - 1)
    world = restored(run, saved)
  }
  const facts: Fact[] = []
  while (world.day < today) {
    world = underSpecOfDay(world, run.segments)
    facts.push(...factsOf(step(world), shipment))
    passed(today)
    const { kind } = facts.at(-1) ?? {}
    if (kind !== undefined && endsShipment(kind)) break
  }
  return facts
}

function horizonOf({ segments }: Run): number {
  return (segments.at(-1) ?? segments[0]).spec.days
}

/** The spec that the day after `day` is simulated under. */
function specAfter(segments: Segments, day: number): ModelSpec {
  return (segments.findLast(({ fromDay }) => fromDay <= day) ?? segments[0]).spec
}

/** The world under the spec that holds from today on. */
function underSpecOfDay(world: World, segments: Segments): World {
  const spec = specAfter(segments, world.day)
  return spec === world.spec ? world : restore(spec, snapshot(world), { watch: true })
}

/** The latest snapshot up to this day. */
function lastSnapshot({ snapshots }: Run, day: number): Snapshot {
  let last: Snapshot | undefined
  for (const saved of snapshots.values()) {
    if (saved.day <= day && saved.day > (last?.day ?? -1)) last = saved
  }
  if (last === undefined) throw new Error('a run keeps the snapshot of its first day')
  return last
}

function restored({ segments }: Run, saved: Snapshot): World {
  return restore(specAfter(segments, saved.day), saved, { watch: true })
}

function isUnderWay(world: World, shipment: ShipmentKey): boolean {
  const { shipments } = view(world)
  for (let row = 0; row < shipments.count; row++) if (isShipmentAt(shipments, row, shipment)) return true
  return false
}

/** Whether there are too many snapshots, or too many shipments in them. */
function isFull({ snapshots }: Run): boolean {
  let words = 0
  for (const { records } of snapshots.values()) words += records.length
  return snapshots.size > MAX_SNAPSHOTS || words > MAX_WORDS
}

function thin(run: Run): void {
  run.interval *= 2
  for (const day of run.snapshots.keys()) if (day % run.interval !== 0) run.snapshots.delete(day)
}
