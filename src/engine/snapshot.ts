/** Snapshots: the changing part of a world as plain data that can be stored, posted and restored exactly. */
import { setThresholds } from './choice'
import { type Counters, createCounters } from './counters'
import { canRoutesChange, createWorld, reachHours, type WorldOptions } from './create'
import { textDigest } from './digest'
import { createFleet, forEachRecord, GRAMS, RECORD_SHIFT, reserve } from './fleet'
import { joinParallel } from './foundRoutes'
import { createPatrols } from './patrols'
import { resumeRegime } from './phases/interventions'
import { carryAnew, routeFactsOf } from './routes'
import { rekeyCandidates } from './series'
import type { ModelSpec } from './spec'
import type { World } from './world'

const RECORD_WORDS = 1 << RECORD_SHIFT

type TypedArray = Float64Array | Int32Array | Uint8Array

/**
 * The arrays of a world by name. Entities of the spec decide their layout, except that rows of found routes
 * grow.
 */
function arraysOf(world: World): Record<string, TypedArray> {
  const { market, patrols, routes } = world
  const found = canRoutesChange(world.plan.routes)
    ? {
        'routes.keys': routes.keys,
        'routes.start': routes.start,
        'routes.end': routes.end,
        'routes.legs': routes.legs,
        'routes.nodes': routes.nodes,
      }
    : {}
  return {
    stockGrams: world.stockGrams,
    replacedGrams: world.replacedGrams,
    crewsFree: world.crewsFree,
    lost: world.lost,
    passed: world.passed,
    perceived: world.perceived,
    open: world.open,
    pathSize: world.pathSize,
    utility: world.utility,
    choiceShare: world.choiceShare,
    chain: world.chain,
    history: world.history,
    slotActive: world.slotActive,
    bought: world.bought,
    flowGrams: world.flowGrams,
    askCents: world.askCents,
    'market.factor': market.factor,
    'market.gramsBefore': market.gramsBefore,
    'market.days': market.days,
    'market.sum': market.sum,
    'patrols.teamAt': patrols.teamAt,
    'patrols.presence': patrols.presence,
    'patrols.score': patrols.score,
    'patrols.gramsToday': patrols.gramsToday,
    'patrols.seizedToday': patrols.seizedToday,
    'patrols.lost': patrols.lost,
    'patrols.passed': patrols.passed,
    'patrols.perceived': patrols.perceived,
    ...found,
  }
}

/** The state of a world between two days. */
export interface Snapshot {
  /** Fingerprint of the ids that the arrays are laid out by. */
  readonly structure: string
  readonly key0: number
  readonly key1: number
  readonly day: number
  readonly arrays: Readonly<Record<string, TypedArray>>
  readonly counters: Counters
  /** Records of the shipments in flight, in calendar order. */
  readonly records: Int32Array
  /** Hour of arrival of each of them. */
  readonly arriveAt: Int32Array
  /** Crews on their way back, `[organisation * days + d]`: free d days from now. */
  readonly crewReturns: Int32Array
  readonly crewDays: number
}

/** Raised when a snapshot is restored under a spec with other entities. */
export class SnapshotMismatch extends Error {
  override readonly name = 'SnapshotMismatch'
}

/** Fingerprint of a spec's entities: two specs that share it differ in parameters only. */
export function structureOf(spec: ModelSpec): string {
  const { nodes, legs, checkpoints, organisations, commodities, routes, supplies, candidates, teams } = spec
  const lists = [nodes, legs, checkpoints, organisations, commodities, routes, teams].map((list) =>
    list.ids.join(' '),
  )
  const numbers = [
    supplies.keys,
    candidates.supply,
    candidates.route,
    routes.start,
    routes.legs,
    routes.parallel,
    routes.nodes,
    teams.placeStart,
    teams.placeNode,
  ]
  return textDigest([...lists, ...numbers.map((list) => list.join(' '))].join('\n'))
}

/** A copy of the world's state. */
export function snapshot(world: World): Snapshot {
  const { fleet, crewDays } = world
  const records = new Int32Array(fleet.count * RECORD_WORDS)
  let end = 0
  const arriveAt = new Int32Array(fleet.count)
  forEachRecord(fleet, world.day * 24, (at, hour) => {
    records.set(fleet.pool.subarray(at, at + RECORD_WORDS), end)
    arriveAt[end / RECORD_WORDS] = hour
    end += RECORD_WORDS
  })
  const arrays = Object.fromEntries(
    Object.entries(arraysOf(world)).map(([name, array]) => [name, array.slice()]),
  )
  const crewReturns = world.crewReturns.map((_, i) => {
    const start = Math.floor(i / crewDays) * crewDays
    return world.crewReturns[start + ((world.day + (i - start)) % crewDays)]
  })
  const counters = createCounters(world.plan)
  copyInto(counters, world.counters)
  return {
    structure: structureOf(world.plan),
    key0: world.key0,
    key1: world.key1,
    day: world.day,
    arrays,
    counters,
    records,
    arriveAt,
    crewReturns,
    crewDays,
  }
}

/**
 * A world that continues from a snapshot: exactly as before under the same spec, or under other parameters.
 * @throws SnapshotMismatch when the spec has other entities.
 */
export function restore(spec: ModelSpec, saved: Snapshot, options: Pick<WorldOptions, 'watch'> = {}): World {
  if (structureOf(spec) !== saved.structure)
    throw new SnapshotMismatch('the snapshot belongs to another network')
  const blank = createWorld(spec, spec.seed, options)
  const now = saved.day * 24
  let reach = reachHours(spec)
  for (const hour of saved.arriveAt) reach = Math.max(reach, hour - now)
  const fleet = createFleet(reach)
  const { key0, key1, day } = saved
  // Which organisations hear of an operation is drawn from the key of the run.
  const world: World = { ...blank, key0, key1, day, fleet, patrols: createPatrols(spec, key0, key1) }
  for (const [i, hour] of saved.arriveAt.entries()) {
    const record = saved.records.subarray(i * RECORD_WORDS, (i + 1) * RECORD_WORDS)
    const to = reserve(fleet, hour)
    fleet.pool.set(record, to)
    fleet.count++
    fleet.grams += record[GRAMS]
  }
  makeRoom(world, saved)
  for (const [name, array] of Object.entries(arraysOf(world))) {
    const before = saved.arrays[name]
    // Where lengths differ, a price model was switched on since and has no past to restore.
    if (before !== undefined && before.length === array.length) array.set(before)
  }
  for (let s = 0; s < spec.supplies.organisation.length; s++) setThresholds(world, s)
  // Without deliveries to compare, prices are at their base.
  if (world.market.days.length === 0) {
    world.market.sum.fill(0)
    world.market.factor.fill(1)
  }
  world.crewReturns.fill(0)
  for (const [i, crews] of saved.crewReturns.entries()) {
    const organisation = Math.floor(i / saved.crewDays)
    const days = Math.min(i - organisation * saved.crewDays, world.crewDays - 1)
    const slot = organisation * world.crewDays + ((saved.day + days) % world.crewDays)
    world.crewReturns[slot] += crews
  }
  copyInto(world.counters, saved.counters)
  resumeRegime(world)
  joinParallel(world)
  carryAnew(world)
  world.routeFacts = routeFactsOf(world.spec, world.routes)
  rekeyCandidates(world)
  return world
}

/** Gives rows of found routes their saved length. They follow the listed routes and pass no place twice. */
function makeRoom(world: World, { arrays }: Snapshot): void {
  const { 'routes.legs': legs, 'routes.nodes': nodes } = arrays
  if (legs === undefined || nodes === undefined) return
  const passage = new Int32Array(nodes.length)
  passage.set(world.plan.routes.passage)
  const parallel = new Int32Array(legs.length)
  parallel.set(world.plan.routes.parallel)
  const rows = { legs: new Int32Array(legs.length), parallel, nodes: new Int32Array(nodes.length), passage }
  world.routes = { ...world.routes, ...rows }
}

function copyInto(target: Counters, source: Counters): void {
  for (const name of Object.keys(target) as (keyof Counters)[]) target[name].set(source[name])
}
