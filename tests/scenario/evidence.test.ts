/** The bundled scenarios: every number has a source, and every statement of the article has its place. */
import { describe, expect, it } from 'vitest'
import { createWorld, step } from '../../src/engine'
import {
  compileScenario,
  evidenceIndexOf,
  getAt,
  idleEvidence,
  numberPaths,
  setAll,
} from '../../src/scenario'
import { BUNDLED, bundledScenario } from '../support/bundled'

const series = (prefix: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${from + i}`)
const ARTICLE_ROUTES = series('R', 1, 10)
const FACTS = [...ARTICLE_ROUTES, ...series('F', 11, 16), ...series('F', 21, 33), ...series('F', 41, 47)]

describe.each(BUNDLED)('%s', (id) => {
  const scenario = bundledScenario(id)

  it('gives a source for every number', () => {
    const index = evidenceIndexOf(scenario)
    expect(numberPaths(scenario).filter((path) => !index.has(path))).toEqual([])
  })

  it('has no evidence for what does not exist', () => {
    expect(idleEvidence(scenario)).toEqual([])
  })

  it('keeps every value within the range that its evidence states', () => {
    const index = evidenceIndexOf(scenario)
    const outside = numberPaths(scenario).filter((path) => {
      const { low, high } = index.get(path) ?? {}
      const value = getAt(scenario, path) as number
      return value < (low ?? value) || value > (high ?? value)
    })
    expect(outside).toEqual([])
  })

  it('accepts each of its variants', () => {
    for (const variant of scenario.variants) {
      expect(setAll(scenario, Object.entries(variant.set)).ok, variant.id).toBe(true)
    }
  })
})

describe('central-asia.json and the article', () => {
  const scenario = bundledScenario('central-asia')
  const routesThrough = (node: string) =>
    scenario.routes.filter((route) => route.nodes.includes(node)).map((route) => route.id)

  it('has the ten routes', () => {
    const ids = scenario.routes.map((route) => route.id)
    expect(ids.filter((id) => id.startsWith('R'))).toEqual(ARTICLE_ROUTES)
  })

  it('leads exactly R1-R5 and R7 of the ten through Osh (F16)', () => {
    expect(routesThrough('osh').filter((id) => id.startsWith('R'))).toEqual([
      'R1',
      'R2',
      'R3',
      'R4',
      'R5',
      'R7',
    ])
  })

  it('names every statement of the article in the table of its notes', () => {
    const rows = new Map(
      scenario.notes.split('\n').flatMap((line) => {
        const match = /^\| ([RF]\d+) \| (.+) \|$/.exec(line)
        return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const]
      }),
    )
    expect(FACTS.filter((id) => (rows.get(id) ?? '').trim() === '')).toEqual([])
  })

  it('has one checkpoint, of the same id, on every border node', () => {
    const checkpoints = scenario.checkpoints.map((checkpoint) => checkpoint.id)
    expect(scenario.checkpoints.filter((checkpoint) => checkpoint.id !== checkpoint.node)).toEqual([])
    expect(
      scenario.nodes
        .filter((node) => node.kind === 'border' && !checkpoints.includes(node.id))
        .map((node) => node.id),
    ).toEqual([])
  })

  it('leaves the summer paths without a checkpoint (F14)', () => {
    const ends = scenario.legs.filter((leg) => leg.mode === 'path').flatMap((leg) => [leg.from, leg.to])
    expect(ends.length).toBeGreaterThan(0)
    expect(scenario.checkpoints.filter((checkpoint) => ends.includes(checkpoint.node))).toEqual([])
  })

  it('carries the largest heroin flow of the baseline on the section Gorno-Badakhshan - Osh (F16)', () => {
    const spec = compileScenario(scenario)
    const world = createWorld(spec, scenario.seed)
    for (let day = 0; day < spec.days; day++) step(world)
    const { routes } = world
    const { candidates, commodities, legs, supplies } = spec
    const grams = new Float64Array(legs.ids.length)
    for (const [c, route] of candidates.route.entries()) {
      if (supplies.commodity[candidates.supply[c] ?? 0] !== commodities.ids.indexOf('heroin')) continue
      for (let i = routes.start[route] ?? 0; i < (routes.end[route] ?? 0); i++) {
        const leg = routes.legs[i] ?? 0
        grams[leg] = (grams[leg] ?? 0) + (world.counters.dispatchedGrams[c] ?? 0)
      }
    }
    const busiest = legs.ids[grams.indexOf(Math.max(...grams))] ?? ''
    const section = scenario.corridors.find((corridor) => corridor.id === 'gorno-badakhshan-osh')
    expect(section?.legs).toContain(busiest.replace(/:back$/, ''))
  })
})
