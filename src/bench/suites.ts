/** The benchmark's parts: each measures one goal of the engine and returns its figures. */
import { createWorld, type ModelSpec, step } from '../engine'
import { runKernel } from './kernel'
import {
  bytesAllocated,
  bytesInUse,
  cpuNsOf,
  medianOf,
  medianTime,
  ratioOf,
  type Times,
  takeTurns,
} from './measure'
import { runPlain } from './plain'
import { runEngine, standardSpec, type Work } from './runs'
import { type Size, WORKLOADS, type Workload } from './workload'

const SEED = 1
/** Below this many shipment-days the plain program takes part in every round. */
const PLAIN_LIMIT = 10e6

/** One figure of the report; `value` is NaN where a part was left out. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly goal?: string
}

export type Progress = (message: string) => void

interface SizeResult {
  readonly figures: readonly Figure[]
  readonly engineNsPerEvent: number
}

/** Engine, reference kernel and plain objects on one size of the standard workload. */
export function compareAt(size: Size, rounds: number, withPlain: boolean, progress: Progress): SizeResult {
  const workload = WORKLOADS[size]
  const spec = standardSpec(workload)
  const kernel: Work = runKernel(workload, SEED)
  const plainRuns = withPlain || kernel.shipmentDays < PLAIN_LIMIT
  let engine: Work = { shipmentDays: 0, events: 0 }
  progress(`${size}: warming up`)
  const times = takeTurns(
    [
      { name: 'kernel', work: () => runKernel(workload, SEED) },
      {
        name: 'engine',
        work: () => {
          engine = runEngine(spec, workload.days)
        },
      },
      ...(plainRuns ? [{ name: 'plain', work: () => runPlain(workload, SEED) }] : []),
    ],
    rounds,
    (round) => progress(`${size}: round ${round + 1} of ${rounds}`),
  )
  return {
    figures: comparison(size, times, kernel, engine),
    engineNsPerEvent: medianTime(times, 'engine') / engine.events,
  }
}

function comparison(size: Size, times: Times, kernel: Work, engine: Work): Figure[] {
  const engineNs = medianTime(times, 'engine')
  const kernelNs = medianTime(times, 'kernel')
  const plainNs = medianTime(times, 'plain')
  const perEvent = kernel.events / engine.events
  const perDay = kernel.shipmentDays / engine.shipmentDays
  const row = (what: string, value: number, unit: string, goal?: string): Figure => ({
    what: `${size}: ${what}`,
    value,
    unit,
    ...(goal === undefined ? {} : { goal }),
  })
  return [
    row('engine, per event', engineNs / engine.events, 'ns'),
    row('engine, per shipment-day', engineNs / engine.shipmentDays, 'ns'),
    row('engine, shipment-days per second', engine.shipmentDays / (engineNs / 1e9), '1/s'),
    row('engine, one replication', engineNs / 1e6, 'ms'),
    row('reference kernel, per event', kernelNs / kernel.events, 'ns'),
    row('reference kernel, per shipment-day', kernelNs / kernel.shipmentDays, 'ns'),
    row('plain objects, per event', plainNs / kernel.events, 'ns'),
    row('engine / kernel, per event', ratioOf(times, 'engine', 'kernel') * perEvent, '×', '<= 3, then 2'),
    row('engine / kernel, per shipment-day', ratioOf(times, 'engine', 'kernel') * perDay, '×'),
    row('plain / engine, per event', ratioOf(times, 'plain', 'engine') / perEvent, '×', '>= 10, then 20'),
  ]
}

/** Memory of a million shipments in flight. */
export function memoryInFlight(days: number, progress: Progress): Figure[] {
  progress('memory of a million shipments')
  const spec = standardSpec(WORKLOADS.L)
  const before = bytesInUse()
  const world = createWorld(spec, '1')
  for (let day = 0; day < days; day++) step(world)
  const bytes = bytesInUse() - before
  const { count } = world.fleet
  return [
    { what: 'L: shipments in flight', value: count, unit: '' },
    { what: 'L: memory per shipment in flight', value: bytes / count, unit: 'bytes', goal: '<= 64' },
  ]
}

/** Garbage that a day in full flow leaves behind. */
export function allocation(progress: Progress): Figure[] {
  progress('allocation')
  const { days } = WORKLOADS.M
  const world = createWorld(standardSpec(WORKLOADS.M), '1')
  for (let day = 0; day < days / 2; day++) step(world)
  let shipmentDays = 0
  const measured = days / 2
  const bytes = bytesAllocated(measured, () => {
    step(world)
    shipmentDays += world.fleet.count
  })
  return [
    { what: 'M: allocated per day', value: bytes / measured, unit: 'bytes' },
    { what: 'M: allocated per shipment-day', value: bytes / shipmentDays, unit: 'bytes', goal: '<= 1' },
  ]
}

/** Memory in use by the whole process after one and after a hundred simulated years of a small network. */
export function longRun(years: number, progress: Progress): Figure[] {
  const days = years * 365
  const spec = standardSpec({ shipmentsPerDay: 20, days }, { routesPerSource: 1, organisations: 1 })
  const world = createWorld(spec, '1')
  let afterOne = 0
  for (let day = 0; day < days; day++) {
    if (day % 3650 === 0) progress(`long run: year ${day / 365 + 1} of ${years}`)
    step(world)
    if (world.day === 365) afterOne = bytesInUse()
  }
  const afterAll = bytesInUse()
  return [
    { what: 'long run: process memory after year 1', value: afterOne / 2 ** 20, unit: 'MiB' },
    {
      what: `long run: process memory after year ${years}`,
      value: afterAll / 2 ** 20,
      unit: 'MiB',
      goal: 'flat',
    },
  ]
}

/**
 * Time of the same network as the number of shipments grows eightfold: a fixed cost per day and a cost per
 * event.
 */
export function scaling(rounds: number, progress: Progress): Figure[] {
  const days = 60
  const sizes: Workload[] = [1, 2, 4, 8].map((factor) => ({ shipmentsPerDay: 1_250 * factor, days }))
  const specs = sizes.map((workload) => standardSpec(workload))
  const events = specs.map((spec) => runEngine(spec, days).events)
  const names = sizes.map((size) => `${size.shipmentsPerDay} shipments a day`)
  const contestants = specs.map((spec, i) => ({
    name: names[i] ?? '',
    work: () => void runEngine(spec, days),
  }))
  const times = takeTurns(contestants, rounds, (round) =>
    progress(`scaling: round ${round + 1} of ${rounds}`),
  )
  const medians = names.map((name) => medianTime(times, name))
  const perEvent = slopeOf(events, medians)
  const [firstEvents = Number.NaN] = events
  const [firstNs = Number.NaN] = medians
  return [
    ...names.map((name, i) => ({
      what: `scaling: ${name}, per event`,
      value: (medians[i] ?? Number.NaN) / (events[i] ?? Number.NaN),
      unit: 'ns',
      ...(i === 0 ? { goal: 'not rising' } : {}),
    })),
    { what: 'scaling: one further event', value: perEvent, unit: 'ns' },
    {
      what: 'scaling: a day before its first event',
      value: (firstNs - firstEvents * perEvent) / days / 1e3,
      unit: 'us',
    },
  ]
}

/** Slope of the least-squares line through (x, y). */
function slopeOf(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const meanX = mean(x)
  const meanY = mean(y)
  const products = x.map((value, i) => (value - meanX) * ((y[i] ?? Number.NaN) - meanY))
  return mean(products) / mean(x.map((value) => (value - meanX) ** 2))
}

/** Replications of a real scenario over two years. */
export function replications(name: string, spec: ModelSpec, rounds: number, progress: Progress): Figure[] {
  const days = 730
  progress(`${name}: two years`)
  let work: Work = { shipmentDays: 0, events: 0 }
  const times = Array.from({ length: rounds * 3 + 3 }, (_, i) =>
    cpuNsOf(() => {
      work = runEngine(spec, days, String(i))
    }),
  )
  const ns = medianOf(times.slice(3))
  return [
    { what: `${name}: one replication of two years`, value: ns / 1e6, unit: 'ms', goal: '< 150, then 50' },
    { what: `${name}: replications per second`, value: 1e9 / ns, unit: '1/s' },
    { what: `${name}: shipment-days per second`, value: work.shipmentDays / (ns / 1e9), unit: '1/s' },
    { what: `${name}: per event`, value: ns / work.events, unit: 'ns' },
  ]
}
