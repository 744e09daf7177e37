/** The engine's benchmark as a whole: which parts run, and figures as a table. */
import type { ModelSpec } from '../engine'
import {
  allocation,
  compareAt,
  type Figure,
  longRun,
  memoryInFlight,
  type Progress,
  replications,
  scaling,
} from './suites'
import type { Size } from './workload'

export interface BenchSettings {
  readonly sizes: readonly Size[]
  readonly rounds: number
  /** Scenarios of the collection to replicate. */
  readonly scenarios: readonly { readonly name: string; readonly spec: ModelSpec }[]
  /** Whether the plain program runs at the largest size too, which takes minutes. */
  readonly plainEverywhere: boolean
}

const LONG_YEARS = 100
const FULL_FLOW_DAYS = 40

/** Runs the chosen parts and returns their figures in the order of the report. */
export function runBenchmark(settings: BenchSettings, progress: Progress): Figure[] {
  const { sizes, rounds, scenarios, plainEverywhere } = settings
  const figures: Figure[] = []
  const perEvent = new Map<Size, number>()
  for (const size of sizes) {
    const turns = size === 'L' ? Math.min(rounds, 3) : rounds
    const result = compareAt(size, turns, plainEverywhere, progress)
    figures.push(...result.figures)
    perEvent.set(size, result.engineNsPerEvent)
  }
  const growth = (perEvent.get('L') ?? Number.NaN) / (perEvent.get('M') ?? Number.NaN)
  figures.push({ what: 'L / M: time per event', value: growth, unit: '×', goal: '<= 2' })
  if (sizes.includes('L')) figures.push(...memoryInFlight(FULL_FLOW_DAYS, progress))
  if (sizes.includes('M')) figures.push(...allocation(progress), ...scaling(Math.min(rounds, 5), progress))
  if (sizes.includes('S')) figures.push(...longRun(LONG_YEARS, progress))
  for (const { name, spec } of scenarios) figures.push(...replications(name, spec, rounds, progress))
  return figures
}

/** Figures in aligned columns, without those of parts that did not run. */
export function tableOf(figures: readonly Figure[]): string[] {
  const shown = figures.filter(({ value }) => !Number.isNaN(value))
  if (shown.length === 0) return []
  const width = Math.max(...shown.map(({ what }) => what.length))
  const lines = shown.map(({ what, value, unit, goal }) => {
    const number = shortNumber(value).padStart(14)
    return `${what.padEnd(width)} ${number} ${unit.padEnd(6)}${goal === undefined ? '' : `goal ${goal}`}`
  })
  return lines.map((line) => line.trimEnd())
}

/** Three significant digits, thousands grouped. */
function shortNumber(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ' ')
}
