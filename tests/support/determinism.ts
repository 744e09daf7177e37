/** One run in several ways that must all leave the same digest behind. */
import { expect } from 'vitest'
import {
  createWorld,
  digest,
  type ModelSpec,
  PHASES,
  type Phase,
  restore,
  type Snapshot,
  snapshot,
  step,
  type View,
  view,
  type World,
} from '../../src/engine'

const SEED = 'determinism'
const SAVE_EVERY = 30

type Keep = (world: World, day: number) => World

/** Digest of a run in which `keep` may exchange the world for an equal one after each day. */
function digestOf(
  spec: ModelSpec,
  days: number,
  phases: readonly Phase[],
  watch: boolean,
  keep: Keep,
): string {
  let world = createWorld(spec, SEED, { watch })
  for (let day = 1; day <= days; day++) {
    step(world, phases)
    world = keep(world, day)
  }
  return digest(world)
}

/** The snapshot with the shipments in flight in the opposite order. */
function reversed(saved: Snapshot, shipments: number): Snapshot {
  const words = saved.records.length / shipments
  const records = new Int32Array(saved.records.length)
  for (let i = 0; i < shipments; i++)
    records.set(saved.records.subarray(i * words, (i + 1) * words), (shipments - 1 - i) * words)
  return { ...saved, records, arriveAt: saved.arriveAt.toReversed() }
}

/** Digests of the same run, by the way it was run. */
export function digestsOf(
  spec: ModelSpec,
  days: number,
  phases: readonly Phase[] = PHASES,
): Record<string, string> {
  const same: Keep = (world) => world
  let window: View | undefined
  return {
    straight: digestOf(spec, days, phases, false, same),
    again: digestOf(spec, days, phases, false, same),
    watched: digestOf(spec, days, phases, true, same),
    viewed: digestOf(spec, days, phases, true, (world) => {
      window = view(world, window)
      digest(world)
      return world
    }),
    restored: digestOf(spec, days, phases, false, (world, day) =>
      day % SAVE_EVERY === 0 ? restore(spec, structuredClone(snapshot(world))) : world,
    ),
    reversed: digestOf(spec, days, phases, false, (world) =>
      world.fleet.count === 0 ? world : restore(spec, reversed(snapshot(world), world.fleet.count)),
    ),
  }
}

/** Fails unless every way of running gives the same digest. */
export function expectDeterministic(spec: ModelSpec, days: number, phases: readonly Phase[] = PHASES): void {
  const digests = digestsOf(spec, days, phases)
  expect(digests.straight).toMatch(/^[0-9a-f]{32}$/)
  for (const [way, found] of Object.entries(digests))
    expect(found, `digest of the run, ${way}`).toBe(digests.straight)
}
