/** Leg flows: a month of them, whole and filtered, from the events of the days. */
import { expect, test } from 'vitest'
import type { DayFrame } from '../../../src/analysis'
import { createRecord } from '../../../src/analysis/record/record'
import { mapFilterOf } from '../../../src/app/onMap/filters'
import { compileScenario } from '../../../src/scenario'
import { createWatchedRun } from '../../../src/workers/watched'
import { bundledScenario } from '../../support/bundled'

const spec = compileScenario(bundledScenario('central-asia'))
const EVERYTHING = { organisation: '', commodity: '', route: '', mode: '' }

function framesUntil(days: number): DayFrame[] {
  const frames: DayFrame[] = []
  const answer = createWatchedRun((message) => {
    if (message.type === 'frame') frames.push(structuredClone(message.frame))
  })
  answer({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
  answer({ type: 'advance', generation: 1, days, digests: 'each' })
  return frames
}

const frames = framesUntil(70)
const record = createRecord(spec)
for (const frame of frames) record.add(frame)

/** Grams of both, but for rounding. */
const near = (a: Float64Array, b: Float64Array) => a.every((grams, i) => Math.abs(grams - (b[i] ?? 0)) < 1e-3)

test('flows are what the totals of the run grew by in a month', () => {
  const then = frames[40]?.counters.legGrams ?? new Float64Array()
  const now = frames[70]?.counters.legGrams ?? new Float64Array()
  const grown = now.map((grams, leg) => grams - (then[leg] ?? 0))
  expect(near(record.flowsAt(70), grown)).toBe(true)
  expect(grown.some((grams) => grams > 0)).toBe(true)
})

test('in the first days they are projected from the days that are known', () => {
  const grown = frames[10]?.counters.legGrams.map((grams) => grams * 3) ?? new Float64Array()
  expect(near(record.flowsAt(10), grown)).toBe(true)
})

for (const [name, ids] of [
  ['organisation', spec.organisations.ids],
  ['commodity', spec.commodities.ids],
  ['route', spec.routes.ids],
  ['mode', ['road', 'rail', 'sea', 'air', 'path']],
] as const) {
  test(`the flows of each ${name} add up to the whole`, () => {
    const sum = new Float64Array(spec.legs.ids.length)
    for (const id of ids) {
      const part = record.flowsAt(70, mapFilterOf(spec, { ...EVERYTHING, [name]: id }))
      part.forEach((grams, leg) => {
        sum[leg] = (sum[leg] ?? 0) + grams
      })
      expect(near(part, record.flowsAt(70))).toBe(false)
    }
    expect(near(sum, record.flowsAt(70))).toBe(true)
  })
}

test('days after a cut are forgotten', () => {
  const shorter = createRecord(spec)
  for (const frame of frames) shorter.add(frame)
  shorter.truncate(50)
  expect(near(shorter.flowsAt(50), record.flowsAt(50))).toBe(true)
  expect(shorter.flowsAt(51).every((grams) => grams === 0)).toBe(true)
})

test('a choice that the scenario does not have filters nothing', () => {
  expect(mapFilterOf(spec, { ...EVERYTHING, route: 'of another scenario' })).toBeUndefined()
})

test('the candidates over a leg carry together what passed over it', () => {
  const flows = record.flowsAt(70)
  for (const leg of [...flows.keys()].filter((index) => (flows[index] ?? 0) > 0)) {
    const grams = record.gramsOver([leg], 70)
    expect(grams.reduce((sum, part) => sum + part, 0)).toBeCloseTo(flows[leg] ?? 0, 3)
  }
})
