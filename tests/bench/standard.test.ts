/** The benchmark's programs do the same work. */
import { describe, expect, test } from 'vitest'
import { runKernel } from '../../src/bench/kernel'
import { runPlain } from '../../src/bench/plain'
import { runEngine, standardSpec } from '../../src/bench/runs'
import type { Workload } from '../../src/bench/workload'
import { sweep } from './sweep'

const small: Workload = { shipmentsPerDay: 40, days: 120 }
const medium: Workload = { shipmentsPerDay: 1_250, days: 60 }

describe('the reference kernel', () => {
  test.each([1, 2, 77])('agrees with a daily sweep on every total (seed %i)', (seed) => {
    expect(runKernel(small, seed)).toEqual(sweep(small, seed))
  })

  test('gives the totals that were recorded for size S with seed 1', () => {
    expect(runKernel({ shipmentsPerDay: 125, days: 365 }, 1)).toEqual({
      delivered: 42_623,
      seized: 1_232,
      deliveredKg: 364_617,
      seizedKg: 10_329,
      shipmentDays: 634_895,
      events: 265_715,
      checksum: -118_788_406,
      riskSum: 92_868_296_197,
    })
  })

  test('gives other totals for another seed', () => {
    expect(runKernel(small, 1).checksum).not.toBe(runKernel(small, 2).checksum)
  })
})

describe('plain objects', () => {
  test('do as much work as the kernel, within a few standard errors', () => {
    const plain = runPlain(medium, 1)
    const kernel = runKernel(medium, 1)
    for (const name of ['delivered', 'deliveredKg', 'shipmentDays', 'events'] as const) {
      expect(Math.abs(plain[name] / kernel[name] - 1), name).toBeLessThan(0.01)
    }
    expect(Math.abs(plain.seized / kernel.seized - 1)).toBeLessThan(0.1)
  })
})

describe('the standard scenario', () => {
  test('has the size of the workload: 60 nodes, 200 legs, 40 checkpoints between them', () => {
    const spec = standardSpec(medium)
    expect(spec.nodes.ids).toHaveLength(60 + 40)
    expect(spec.legs.ids).toHaveLength(200 + 40)
    expect(spec.checkpoints.ids).toHaveLength(40)
    expect(spec.organisations.ids).toHaveLength(8)
  })

  test('uses nearly all legs', () => {
    const { legs, routes } = standardSpec(medium)
    expect(new Set(routes.legs).size).toBeGreaterThan(0.9 * legs.ids.length)
  })

  test('makes the engine do about as many events and shipment-days as the kernel', () => {
    const engine = runEngine(standardSpec(medium), medium.days)
    const kernel = runKernel(medium, 1)
    expect(engine.events / kernel.events).toBeGreaterThan(0.85)
    expect(engine.events / kernel.events).toBeLessThan(1.15)
    expect(engine.shipmentDays / kernel.shipmentDays).toBeGreaterThan(0.85)
    expect(engine.shipmentDays / kernel.shipmentDays).toBeLessThan(1.15)
  })
})
