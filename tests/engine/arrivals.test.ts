/** Arrivals: what reaches places and countries, gram for gram (counters of the engine). */
import { describe, expect, it } from 'vitest'
import { arrivedGrams, createWorld, enteredGrams, step, type World } from '../../src/engine'
import type { ScenarioFile } from '../../src/scenario'
import { rich } from '../support/rich'
import { checkpoint, line, specOf } from '../support/scenarios'
import { verifiedShare } from '../support/verification'
import { emptiedAfter, indexOf, sumOf } from '../support/worlds'

const ODDS = [0.1, 0.2, 0.3]

/** Three checkpoints, each in a country of its own between those of source and market; loads of 1 kg. */
function abroad(): ScenarioFile {
  const file = line(ODDS.map((interdictionOdds, i) => checkpoint(`p${i}`, { interdictionOdds })))
  const countries = ['XA', 'XB', 'XC', 'XD', 'XE']
  return { ...file, nodes: file.nodes.map((node, i) => ({ ...node, country: countries[i] ?? 'XA' })) }
}

function rowSum(table: Float64Array, row: number, width: number): number {
  return sumOf(table.subarray(row * width, (row + 1) * width))
}

/** Grams that arrived at a place, over all commodities. */
function arrivedAt({ counters, spec }: World, node: number): number {
  return rowSum(arrivedGrams(spec, counters), node, spec.commodities.ids.length)
}

function enteredInto({ counters, spec }: World, country: string): number {
  const row = spec.nodes.countryIds.indexOf(country)
  return rowSum(enteredGrams(spec, counters), row, spec.commodities.ids.length)
}

function enteredAnywhere(world: World): number {
  return sumOf(world.spec.nodes.countryIds.map((country) => enteredInto(world, country)))
}

describe('what arrives at a place', () => {
  it('is all that left for it, once nothing is under way', () => {
    const world = emptiedAfter(specOf(rich()), 200)
    const { counters, spec } = world
    const left = new Float64Array(spec.nodes.ids.length)
    for (const [leg, to] of spec.legs.to.entries()) left[to] = (left[to] ?? 0) + (counters.legGrams[leg] ?? 0)
    for (const [node, id] of spec.nodes.ids.entries()) expect(arrivedAt(world, node), id).toBe(left[node])
    expect(sumOf(counters.arrivedGrams)).toBeGreaterThan(0)
  })

  it('was delivered or seized there, or left again', () => {
    const world = emptiedAfter(specOf(rich()), 200)
    const { counters, spec } = world
    const count = spec.commodities.ids.length
    for (const [node, id] of spec.nodes.ids.entries()) {
      if (id === 'field' || id === 'depot') continue
      let spent = sumOf(counters.marketGrams.subarray(node * count, (node + 1) * count))
      for (const [k, at] of spec.checkpoints.node.entries())
        if (at === node) spent += sumOf(counters.checkpointSeizedGrams.subarray(k * count, (k + 1) * count))
      for (const [leg, from] of spec.legs.from.entries())
        if (from === node) spent += counters.legGrams[leg] ?? 0
      expect(arrivedAt(world, node), id).toBe(spent)
    }
  })

  it('is nothing where supply begins, and counts once although a shipment waits for the checkpoint to open', () => {
    const file = line([checkpoint('gate', { openFromHour: 8, openUntilHour: 9 })])
    const world = emptiedAfter(specOf(file), 60)
    const { counters, spec } = world
    expect(arrivedAt(world, indexOf(spec.nodes, 'source'))).toBe(0)
    for (const id of ['gate', 'market'])
      expect(arrivedAt(world, indexOf(spec.nodes, id))).toBe(sumOf(counters.dispatchedGrams))
  })

  it('of a processed load is what it was processed into', () => {
    const file = line([checkpoint('lab')])
    const refined = { id: 'refined', name: 'Refined', prices: { kind: { market: 9_000 } } }
    const site = { id: 'site', name: 'Site', node: 'lab', input: 'goods', output: 'refined', yieldShare: 0.5 }
    const commodities = [...file.commodities, refined]
    const { counters, spec } = emptiedAfter(specOf({ ...file, commodities, processingSites: [site] }), 30)
    const arrived = arrivedGrams(spec, counters)
    const at = (id: string, commodity: string) =>
      arrived[indexOf(spec.nodes, id) * spec.commodities.ids.length + indexOf(spec.commodities, commodity)]
    const sent = sumOf(counters.dispatchedGrams)
    expect([at('lab', 'goods'), at('lab', 'refined')]).toEqual([sent, 0])
    expect([at('market', 'goods'), at('market', 'refined')]).toEqual([0, sent / 2])
  })
})

describe('what enters a country', () => {
  it('along a line are the survivors of the checkpoints before it', () => {
    const world = emptiedAfter(specOf(abroad()), 365)
    const sent = sumOf(world.counters.dispatchedGrams) / 1_000
    expect(enteredInto(world, 'XA')).toBe(0)
    let survival = 1
    for (const [i, odds] of [0, ...ODDS].entries()) {
      survival *= 1 - odds
      const entered = enteredInto(world, ['XB', 'XC', 'XD', 'XE'][i] ?? '') / 1_000
      if (i === 0) expect(entered).toBe(sent)
      else
        verifiedShare(
          `past checkpoint ${i} of odds 0.1, 0.2, 0.3: share that enters the next country`,
          entered,
          sent,
          survival,
        )
    }
  })

  it('counts at the border only, not between places of one country', () => {
    const file = abroad()
    const nodes = file.nodes.map((node) => (node.country === 'XC' ? { ...node, country: 'XB' } : node))
    const world = emptiedAfter(specOf({ ...file, nodes }), 60)
    expect(enteredInto(world, 'XB')).toBe(sumOf(world.counters.dispatchedGrams))
    expect(enteredAnywhere(world)).toBeLessThan(sumOf(world.counters.arrivedGrams))
  })

  it('grows day by day and never by more than arrives', () => {
    const world = createWorld(specOf(rich()), 'arrivals')
    let before = 0
    for (let day = 0; day < 100; day++) {
      step(world)
      const entered = enteredAnywhere(world)
      expect(entered).toBeGreaterThanOrEqual(before)
      expect(entered).toBeLessThanOrEqual(sumOf(world.counters.arrivedGrams))
      before = entered
    }
    expect(before).toBeGreaterThan(0)
  })
})
