/** Scenarios beside each other in the same worlds, and how far an effect must stand out from what else differs between them. */
import { expect } from 'vitest'
import { measureLayout, type PairedMeasure, pairedMeasures, rowName } from '../../src/analysis'
import { type ModelSpec, parseIsoDate } from '../../src/engine'
import { run } from '../../src/experiment'
import { compileScenario, type Scenario, setAll, withEvent } from '../../src/scenario'
import { bundledScenario } from './bundled'

/** Standard errors by which the mean of the paired differences must be away from nothing. */
const Z = 4

/** What is measured: from a day to before another, by date; left out: from the first day, to the end of the scenario. */
export interface Span {
  readonly from?: string
  readonly until?: string
}

export interface Changes {
  readonly enable?: readonly string[]
  readonly set?: Readonly<Record<string, unknown>>
}

/** A bundled scenario with events switched on and values changed. */
export function changed(id: string, { enable = [], set = {} }: Changes = {}): Scenario {
  let scenario = bundledScenario(id)
  for (const edit of [
    ...enable.map((event) => (one: Scenario) => withEvent(one, event)),
    (one: Scenario) => setAll(one, Object.entries(set)),
  ]) {
    const edited = edit(scenario)
    if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
    scenario = edited.scenario
  }
  return scenario
}

/** Measures of worlds that several comparisons need, each run once. */
const measured = new Map<string, Float64Array>()

/** Measures of the first replications of a scenario, counted from one day to before another. */
function valuesOf(spec: ModelSpec, worlds: number, from: number, until: number): Float64Array[] {
  return Array.from({ length: worlds }, (_, i) => {
    const keyFrom = (day: number) => [spec.scenarioDigest, i, day, until].join(' ')
    const known = measured.get(keyFrom(from))
    if (known !== undefined) return known
    const windows = [[from, until]] as const
    const { values, windowValues } = run(spec, {
      seed: '1',
      replication: i + 1,
      days: until,
      series: false,
      windows,
    })
    const [counted = values] = windowValues
    measured.set(keyFrom(0), values)
    measured.set(keyFrom(from), counted)
    return counted
  })
}

/** Measures of two scenarios in the same worlds, by name. */
export class Pair {
  readonly #measures: ReadonlyMap<string, PairedMeasure>

  constructor(baseline: Scenario, current: Scenario, worlds: number, { from, until }: Span = {}) {
    const start = parseIsoDate(baseline.startDate) ?? Number.NaN
    const dayOf = (date: string) => (parseIsoDate(date) ?? Number.NaN) - start
    const first = from === undefined ? 0 : dayOf(from)
    const last = until === undefined ? Math.min(baseline.days, current.days) : dayOf(until)
    const side = (scenario: Scenario) => {
      const spec = compileScenario(scenario)
      return { rows: measureLayout(spec), runs: valuesOf(spec, worlds, first, last) }
    }
    const measures = pairedMeasures(side(baseline), side(current))
    this.#measures = new Map(measures.map((measure) => [rowName(measure), measure]))
  }

  of(name: string): PairedMeasure {
    const measure = this.#measures.get(name)
    if (measure === undefined) throw new Error(`no measure "${name}"`)
    return measure
  }

  /** Means before and after. */
  means(name: string): readonly [before: number, after: number] {
    const { baseline, current } = this.of(name)
    return [baseline.mean, current.mean]
  }

  /** Mean after, divided by mean before. */
  ratio(name: string): number {
    const [before, after] = this.means(name)
    return after / before
  }

  /** Difference of the means in standard errors of the paired differences. */
  z(name: string): number {
    const { mean, sd, count } = this.of(name).difference
    return mean / (sd / Math.sqrt(count))
  }

  expectRise(...names: readonly string[]): void {
    for (const name of names) expect(this.z(name), `${name} rises, in standard errors`).toBeGreaterThan(Z)
  }

  expectFall(...names: readonly string[]): void {
    for (const name of names) expect(this.z(name), `${name} falls, in standard errors`).toBeLessThan(-Z)
  }

  /** In every world the same. */
  expectSame(...names: readonly string[]): void {
    for (const name of names) {
      const { fell, rose } = this.of(name)
      expect({ fell, rose }, name).toEqual({ fell: 0, rose: 0 })
    }
  }

  expectRatio(name: string, low: number, high: number): void {
    const ratio = this.ratio(name)
    expect(ratio, `${name}, after / before`).toBeGreaterThan(low)
    expect(ratio, `${name}, after / before`).toBeLessThan(high)
  }
}
