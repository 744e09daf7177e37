/** Digest: nothing of the state can be lost or changed without another digest. */
import { describe, expect, it } from 'vitest'
import { createWorld, digest, restore, type Snapshot, snapshot, step, type World } from '../../src/engine'
import type { ScenarioFile } from '../../src/scenario'
import { richest } from '../support/rich'
import { specOf } from '../support/scenarios'

const DAYS = 110
/** Two worlds that together have something in every array: posts that ask for bribes seize nothing, the others are bought. */
const FILES: Readonly<Record<string, ScenarioFile>> = {
  richest: richest(),
  asking: {
    ...richest(),
    assumptions: { ...richest().assumptions, bribeMarket: 'independent-posts', tripValueUsd: 50_000 },
  },
}

/** The world on the first evening after `DAYS` on which something seized waits to be replaced. */
function evening(file: ScenarioFile): World {
  const world = createWorld(specOf(file), 'digest')
  for (let day = 0; day < DAYS || !world.replacedGrams.some((grams) => grams > 0); day++) step(world)
  return world
}

type Saved = Snapshot['arrays'][string]

const withArray = (saved: Snapshot, name: string, array: Saved): Snapshot => ({
  ...saved,
  arrays: { ...saved.arrays, [name]: array },
})

/** The array with the first value that the run has changed moved a little. */
function nudged(array: Saved, start: Saved): Saved {
  const other = array.slice()
  const at = array.findIndex((value, i) => value !== start[i] && value !== 0)
  const value = array[at] as number
  other[at] = array instanceof Float64Array ? value * (1 + 2 ** -40) : value ^ 1
  return other
}

describe('a digest', () => {
  const worlds = Object.values(FILES).map(evening)
  const cases = worlds.map((world) => ({
    spec: world.plan,
    start: snapshot(createWorld(world.plan, 'digest')),
    saved: snapshot(world),
    before: digest(world),
  }))
  const names = Object.keys(cases[0]?.saved.arrays ?? {})

  it('is the same after a snapshot', () => {
    for (const { spec, saved, before } of cases) expect(digest(restore(spec, saved))).toBe(before)
  })

  it.each(names)('shows that a snapshot lost or changed %s', (name) => {
    const used = cases.filter(({ saved }) => saved.arrays[name]?.some((value) => value !== 0))
    expect(used.length).toBeGreaterThan(0)
    for (const { spec, start, saved, before } of used) {
      const array = saved.arrays[name] as Saved
      for (const other of [array.slice().fill(0), nudged(array, start.arrays[name] as Saved)])
        expect(digest(restore(spec, withArray(saved, name, other)))).not.toBe(before)
    }
  })

  it('shows any other word of a shipment under way', () => {
    for (const { spec, saved, before } of cases) {
      const words = 8
      const at = saved.records.length - words
      for (let word = 0; word < words; word++) {
        const records = saved.records.slice()
        records[at + word] = (records[at + word] ?? 0) ^ 1
        expect(digest(restore(spec, { ...saved, records })), `word ${word}`).not.toBe(before)
      }
    }
  })

  it('shows that crews are lost, or come back a day later, and not how far the calendar of crews reaches', () => {
    const [first] = cases
    if (first === undefined) throw new Error('two worlds were made')
    const { spec, saved, before } = first
    const { crewReturns } = saved
    expect(digest(restore(spec, { ...saved, crewReturns: crewReturns.map(() => 0) }))).not.toBe(before)
    const later = crewReturns.map((_, i) => crewReturns[i === 0 ? crewReturns.length - 1 : i - 1] ?? 0)
    expect(digest(restore(spec, { ...saved, crewReturns: later }))).not.toBe(before)
    const longer: ScenarioFile = {
      ...richest(),
      assumptions: { ...richest().assumptions, recruitmentDays: 57 },
    }
    const elsewhere = restore(specOf(longer), saved)
    expect(elsewhere.crewDays).toBeGreaterThan(saved.crewDays)
    expect(digest(elsewhere)).toBe(before)
  })
})
