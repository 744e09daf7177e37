/** Work that grows with the network, and not with its square: measures, checkpoints and tables are counted in looks, not in time. */
import { describe, expect, it } from 'vitest'
import { meanOdds, measuresOf } from '../../../src/analysis'
import { textReport } from '../../../src/cli/report'
import { createWorld, type ModelSpec, step, type World } from '../../../src/engine'
import { createSummaries } from '../../../src/experiment'
import { checkpoint, parallel, specOf } from '../../support/scenarios'

/** As many ways from source to market, each over a checkpoint and along a corridor of its own, in countries of their own. */
function broad(ways: number): ModelSpec {
  const checkpoints = Array.from({ length: ways }, (_, i) => checkpoint(`p${i}`, { interdictionOdds: 0.2 }))
  const file = parallel(checkpoints, { crews: 100_000 })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const code = (i: number) => `${letters[Math.floor(i / 26) % 26]}${letters[i % 26]}`
  return specOf({
    ...file,
    days: 30,
    nodes: file.nodes.map((node, i) => ({ ...node, lat: i / 4, lon: i / 4, country: code(i) })),
    corridors: checkpoints.map(({ id }) => ({
      id: `over-${id}`,
      name: id,
      legs: [`source-${id}`, `${id}-market`],
    })),
  })
}

/** The same object, and how often anything of it, or of its parts, was looked up by name. */
function watched<T extends object>(of: T): { readonly object: T; looks(): number } {
  let looks = 0
  const known = new WeakMap<object, object>()
  const watch = <U extends object>(part: U): U => {
    const proxy = known.get(part) ?? new Proxy(part, { get })
    known.set(part, proxy)
    return proxy as U
  }
  const get = (part: object, name: string | symbol, receiver: unknown): unknown => {
    looks++
    const value: unknown = Reflect.get(part, name, receiver)
    const isPlain =
      typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
    return isPlain ? watch(value) : value
  }
  return { object: watch(of), looks: () => looks }
}

function worldOf(spec: ModelSpec): World {
  const world = createWorld(spec, '1')
  for (let day = 0; day < 10; day++) step(world)
  return world
}

/** Looks that something takes in a network, and in one of four times its size. */
function growth(looksIn: (spec: ModelSpec) => number): number {
  const [small, large] = [40, 160].map((ways) => looksIn(broad(ways))) as [number, number]
  expect(small).toBeGreaterThan(0)
  return large / small
}

describe('four times the network takes no more than about four times the looks', () => {
  it('for all measures of a world', () => {
    const looksIn = (spec: ModelSpec) => {
      const { object, looks } = watched({ ...worldOf(spec) })
      measuresOf(object)
      return looks()
    }
    expect(growth(looksIn)).toBeLessThan(4.5)
  })

  it('for the odds of all checkpoints', () => {
    const looksIn = (spec: ModelSpec) => {
      const { object, looks } = watched(spec)
      for (const k of spec.checkpoints.ids.keys()) meanOdds(object, k)
      return looks()
    }
    expect(growth(looksIn)).toBeLessThan(4.5)
  })

  it('for the tables on a terminal', () => {
    const looksIn = (spec: ModelSpec) => {
      const summaries = createSummaries(spec)
      summaries.add(measuresOf(worldOf(spec)))
      const { object: measures, looks } = watched(summaries.measures())
      const runs = [{ replication: 1, digest: '', flowDigest: '' }]
      const report = { spec, seed: '1', days: 10, from: undefined, replications: 1, runs, lost: [], measures }
      expect(textReport(report).length).toBeGreaterThan(50)
      return looks()
    }
    expect(growth(looksIn)).toBeLessThan(4.5)
  })
})
