/**
 * The reference kernel: STD v1 and nothing else. A ring of day buckets holds the shipments due on each day as
 * two columns, read and written in order; weights become integer thresholds once a week.
 */
import {
  attractionOf,
  CHECKPOINTS,
  checkpointOf,
  corruptionOf,
  daysOf,
  equipmentOf,
  FAN,
  hash,
  headOf,
  inspectionsPerOfficerOf,
  LAYERS,
  LEGS,
  mixOf,
  ORGANISATIONS,
  REVIEW_DAYS,
  seedWordOf,
  staffOf,
  type Totals,
  thresholdOf,
  WIDTH,
  type Workload,
} from './workload'

/** Days that the ring reaches ahead plus today; a power of two above the longest leg. */
const RING = 8
const MARKETS = (LAYERS - 1) * WIDTH
const TWO_31 = 2147483648

/** Shipments due on one day, `count` rows. */
interface Bucket {
  shipment: Int32Array
  /** Leg in bits 0-7, completed legs in bits 8-10, kilograms from bit 11. */
  state: Int32Array
  count: number
}

interface Kernel {
  readonly workload: Workload
  readonly seedWord: number
  readonly ring: readonly Bucket[]
  /** Shipments due, `[day % RING * LEGS + leg]`. */
  readonly traffic: Int32Array
  readonly head: Uint8Array
  readonly days: Uint8Array
  /** Per leg: 1 with a checkpoint, and its thresholds; that of inspection is set every morning. */
  readonly isGuarded: Uint8Array
  readonly inspect: Uint32Array
  readonly corrupt: Uint32Array
  readonly find: Uint32Array
  /** Inspections a day per leg. */
  readonly capacity: Float64Array
  /** Since the last review and perceived, `[organisation * LEGS + leg]`. */
  readonly passes: Int32Array
  readonly seizures: Int32Array
  readonly risk: Float64Array
  /** Cumulative 31-bit thresholds of three legs, from `[organisation * LEGS + first leg of the node]` on. */
  readonly choice: Int32Array
  readonly totals: { -readonly [name in keyof Totals]: Totals[name] }
}

/** Runs a workload from its first day to its last. */
export function runKernel(workload: Workload, seed: number): Totals {
  const kernel = createKernel(workload, seedWordOf(seed))
  const { totals } = kernel
  let inFlight = 0
  for (let day = 0; day < workload.days; day++) {
    openCheckpoints(kernel, day)
    const due = (kernel.ring[day % RING] as Bucket).count
    const onward = arrive(kernel, day)
    release(kernel, day)
    inFlight += workload.shipmentsPerDay - (due - onward)
    totals.shipmentDays += inFlight
    totals.events += due + workload.shipmentsPerDay
    if (day % REVIEW_DAYS === REVIEW_DAYS - 1) review(kernel)
  }
  for (const risk of kernel.risk) totals.riskSum += Math.floor(risk * 1e9)
  return totals
}

function createKernel(workload: Workload, seedWord: number): Kernel {
  const perLeg = <T>(value: (leg: number) => T) => Array.from({ length: LEGS }, (_, leg) => value(leg))
  const perCheckpoint = (value: (checkpoint: number) => number) =>
    perLeg((leg) => (checkpointOf(leg) < 0 ? 0 : value(checkpointOf(leg))))
  const kernel: Kernel = {
    workload,
    seedWord,
    ring: Array.from({ length: RING }, () => createBucket(64)),
    traffic: new Int32Array(RING * LEGS),
    head: Uint8Array.from(perLeg(headOf)),
    days: Uint8Array.from(perLeg(daysOf)),
    isGuarded: Uint8Array.from(perCheckpoint(() => 1)),
    inspect: new Uint32Array(LEGS),
    corrupt: Uint32Array.from(perCheckpoint((k) => thresholdOf(corruptionOf(k)))),
    find: Uint32Array.from(perCheckpoint((k) => thresholdOf(equipmentOf(k)))),
    capacity: Float64Array.from(perCheckpoint((k) => staffOf(k) * inspectionsPerOfficerOf(workload))),
    passes: new Int32Array(ORGANISATIONS * LEGS),
    seizures: new Int32Array(ORGANISATIONS * LEGS),
    risk: new Float64Array(ORGANISATIONS * LEGS),
    choice: new Int32Array(ORGANISATIONS * LEGS),
    totals: {
      delivered: 0,
      seized: 0,
      deliveredKg: 0,
      seizedKg: 0,
      shipmentDays: 0,
      events: 0,
      checksum: 0,
      riskSum: 0,
    },
  }
  weigh(kernel)
  return kernel
}

function createBucket(capacity: number): Bucket {
  return { shipment: new Int32Array(capacity), state: new Int32Array(capacity), count: 0 }
}

function grow(bucket: Bucket): void {
  const next = createBucket(bucket.shipment.length * 2)
  next.shipment.set(bucket.shipment)
  next.state.set(bucket.state)
  bucket.shipment = next.shipment
  bucket.state = next.state
}

/** Inspection odds of the day: what the officers can do against what is due. */
function openCheckpoints({ capacity, inspect, traffic }: Kernel, day: number): void {
  const today = (day % RING) * LEGS
  for (let checkpoint = 0; checkpoint < CHECKPOINTS; checkpoint++) {
    const leg = checkpoint * (LEGS / CHECKPOINTS) + 2
    inspect[leg] = thresholdOf(Math.min(1, (capacity[leg] as number) / (traffic[today + leg] as number)))
  }
  traffic.fill(0, today, today + LEGS)
}

/** Takes in the shipments due today; returns how many go on. */
function arrive(kernel: Kernel, day: number): number {
  const { ring, traffic, head, days, isGuarded, inspect, corrupt, find, passes, seizures, choice } = kernel
  const { totals, seedWord } = kernel
  const today = ring[day % RING] as Bucket
  const { shipment: shipments, state: states, count } = today
  let { delivered, seized, deliveredKg, seizedKg, checksum } = totals
  let onward = 0
  for (let row = 0; row < count; row++) {
    const shipment = shipments[row] as number
    const state = states[row] as number
    const leg = state & 0xff
    const completed = (state >> 8) & 7
    const kg = state >> 11
    const organisation = shipment & (ORGANISATIONS - 1)
    const cell = organisation * LEGS + leg
    const address = Math.imul(shipment, 0x9e3779b1) ^ seedWord
    const k = 4 * (completed + 1)
    passes[cell] = (passes[cell] as number) + 1
    if (
      isGuarded[leg] === 1 &&
      hash(address ^ Math.imul(k + 1, 0x85ebca6b)) >>> 0 < (inspect[leg] as number) &&
      hash(address ^ Math.imul(k + 2, 0x85ebca6b)) >>> 0 >= (corrupt[leg] as number) &&
      hash(address ^ Math.imul(k + 3, 0x85ebca6b)) >>> 0 < (find[leg] as number)
    ) {
      seizures[cell] = (seizures[cell] as number) + 1
      seized++
      seizedKg += kg
      checksum = (checksum + mixOf(shipment, day)) | 0
      continue
    }
    const node = head[leg] as number
    if (node >= MARKETS) {
      delivered++
      deliveredKg += kg
      checksum = (checksum + Math.imul(3, mixOf(shipment, day))) | 0
      continue
    }
    const next = node * FAN + chosen(choice, organisation, node, hash(address ^ Math.imul(k, 0x85ebca6b)))
    depart(ring, traffic, day + (days[next] as number), shipment, (kg << 11) | ((completed + 1) << 8) | next)
    onward++
  }
  today.count = 0
  Object.assign(totals, { delivered, seized, deliveredKg, seizedKg, checksum })
  return onward
}

/** Today's new shipments. */
function release({ workload, ring, traffic, days, choice, seedWord }: Kernel, day: number): void {
  const { shipmentsPerDay } = workload
  for (let i = 0; i < shipmentsPerDay; i++) {
    const shipment = day * shipmentsPerDay + i
    const address = Math.imul(shipment, 0x9e3779b1) ^ seedWord
    const word = hash(address)
    const node = ((word >>> 16) * WIDTH) >>> 16
    const kg = 1 + (word & 15)
    const organisation = shipment & (ORGANISATIONS - 1)
    const leg = node * FAN + chosen(choice, organisation, node, hash(address ^ 0x85ebca6b))
    depart(ring, traffic, day + (days[leg] as number), shipment, (kg << 11) | leg)
  }
}

/** Which of the node's four legs a draw takes, by the signs of three differences. */
function chosen(choice: Int32Array, organisation: number, node: number, word: number): number {
  const row = organisation * LEGS + node * FAN
  const draw = word >>> 1
  const first = ((choice[row] as number) - 1 - draw) >>> 31
  const second = ((choice[row + 1] as number) - 1 - draw) >>> 31
  const third = ((choice[row + 2] as number) - 1 - draw) >>> 31
  return first + second + third
}

function depart(
  ring: readonly Bucket[],
  traffic: Int32Array,
  due: number,
  shipment: number,
  state: number,
): void {
  const slot = due % RING
  const bucket = ring[slot] as Bucket
  const row = bucket.count
  if (row === bucket.shipment.length) grow(bucket)
  bucket.shipment[row] = shipment
  bucket.state[row] = state
  bucket.count = row + 1
  const cell = slot * LEGS + (state & 0xff)
  traffic[cell] = (traffic[cell] as number) + 1
}

/** Weekly: perceived risks follow the week's share of seizures, choices follow the risks. */
function review(kernel: Kernel): void {
  const { passes, seizures, risk } = kernel
  for (let cell = 0; cell < risk.length; cell++) {
    const crossings = passes[cell] as number
    if (crossings === 0) continue
    const old = risk[cell] as number
    risk[cell] = old + 0.2 * ((seizures[cell] as number) / crossings - old)
  }
  passes.fill(0)
  seizures.fill(0)
  weigh(kernel)
}

function weigh({ risk, choice }: Kernel): void {
  const weights = new Float64Array(FAN)
  for (let row = 0; row < choice.length; row += FAN) {
    const organisation = Math.floor(row / LEGS)
    let total = 0
    for (let j = 0; j < FAN; j++) {
      weights[j] = attractionOf(organisation, (row + j) % LEGS, risk[row + j] as number)
      total += weights[j] as number
    }
    let sum = 0
    for (let j = 0; j < FAN - 1; j++) {
      sum += weights[j] as number
      choice[row + j] = Math.floor((TWO_31 * sum) / total)
    }
  }
}
