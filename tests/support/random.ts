/** Random scenarios: the richest one under other numbers, so that everything in it happens in another measure. */
import { drawBlock, unitOf } from '../../src/engine'
import type { ScenarioFile } from '../../src/scenario'
import { richest } from './rich'

/** Numbers between 0 and 1 that depend on `number` and the stream alone. */
export function chanceOf(number: number, stream = 0): () => number {
  const words = new Int32Array(4)
  let drawn = 0
  return () => {
    drawBlock(words, number, 0x52414e44, drawn++, stream, 0, 0)
    return unitOf(words[0] ?? 0)
  }
}

/** The random scenario of this number; it keeps the entities of the richest one, and its own 400 days. */
export function randomScenario(number: number): ScenarioFile {
  const chance = chanceOf(number)
  const between = (low: number, high: number) => low + (high - low) * chance()
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1))
  const oneOf = <T>(...values: readonly [T, ...T[]]): T => values[whole(0, values.length - 1)] ?? values[0]
  const file = richest()
  return {
    ...file,
    id: `random-${number}`,
    startDate: oneOf('2009-09-20', '2009-10-31', '2009-11-15', '2009-12-01'),
    assumptions: {
      ...file.assumptions,
      reviewDays: whole(1, 15),
      recruitmentDays: whole(0, 40),
      releaseDays: whole(0, 9),
      convictionProbability: chance(),
      bribeMarket: oneOf('none', 'none', 'none', 'independent-posts'),
      tripValueUsd: between(1_000, 90_000),
    },
    nodes: file.nodes.map((node) => ({ ...node, dwellHours: oneOf(0, whole(0, 5), whole(10, 300)) })),
    legs: file.legs.map((leg) => ({ ...leg, hours: oneOf(leg.hours, whole(1, 24), whole(24, 900)) })),
    checkpoints: file.checkpoints.map((checkpoint) => ({
      ...checkpoint,
      sealedPolicy: oneOf('honour', 'open'),
      corruptionRate: chance(),
      staff: whole(0, 40),
      closedMonths: oneOf<number[]>([], [], [whole(1, 12)]),
      protectionRetainer: between(0, 20_000),
      integrityAudit: chance(),
    })),
    organisations: file.organisations.map((organisation) => ({
      ...organisation,
      supply: organisation.supply.map((supply) => ({
        ...supply,
        kgPerDay: between(5, 60),
        yearlyGrowth: between(-0.5, 3),
        initialStockDays: whole(0, 20),
      })),
      loads: Object.fromEntries(
        (['road', 'rail', 'sea', 'air', 'path'] as const).map((mode) => [
          mode,
          oneOf(
            { kind: 'fixed' as const, kg: between(0.1, 2) },
            { kind: 'uniform' as const, minKg: 0.2, maxKg: between(0.3, 4) },
            { kind: 'lognormal' as const, meanKg: between(0.2, 4), variation: between(0.1, 2) },
          ),
        ]),
      ),
      crews: oneOf(whole(20, 200), 1_000_000),
      returnDays: whole(0, 20),
      sealedShare: chance(),
      riskAversion: between(0, 2),
      logitScale: oneOf(0, between(1, 9_000)),
      bribeOffer: between(0, 9_000),
      replaceSeizures: chance(),
      protectionBudget: oneOf(0, between(0, 90_000)),
      generatedRoutes: { count: oneOf(0, whole(1, 4)), replanDays: whole(3, 40) },
      learning: {
        information: oneOf('experience', 'experience', 'true-odds'),
        memoryDays: between(5, 200),
        sharing: chance(),
      },
    })),
    seed: String(number),
  }
}
