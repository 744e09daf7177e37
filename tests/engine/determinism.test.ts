/** Determinism: the same scenario and seed give the same digest, however the run was run. */
import { describe, expect, it } from 'vitest'
import {
  createWorld,
  digest,
  flowDigest,
  PHASES,
  type Phase,
  restore,
  SnapshotMismatch,
  snapshot,
  step,
  structureOf,
  view,
  type World,
} from '../../src/engine'
import { compileScenario } from '../../src/scenario'
import { bundledScenario } from '../support/bundled'
import { digestsOf, expectDeterministic } from '../support/determinism'
import { rich, richest } from '../support/rich'
import { checkpoint, line, parallel, specOf } from '../support/scenarios'
import { sumOf, tallyOf, worldAfter } from '../support/worlds'

const DAYS = 130
const odds = [0.1, 0.4].map((interdictionOdds, i) => checkpoint(`p${i}`, { interdictionOdds }))

describe('a run', () => {
  it.each([
    ['line', line(odds)],
    ['parallel', parallel(odds, { crews: 300 })],
    ['rich', rich()],
    ['richest', richest()],
  ])(
    'of %s leaves one digest: again, watched, viewed, saved and restored, with arrivals reversed',
    (_, file) => {
      const spec = specOf(file)
      expect(tallyOf(worldAfter(spec, DAYS)).seized).toBeGreaterThan(0)
      expectDeterministic(spec, DAYS)
    },
  )

  it('of richest meets all that it stands for', () => {
    const { counters, market, plan, spec } = worldAfter(specOf(richest()), DAYS)
    const generated = spec.candidates.route.map((route, c) =>
      plan.routes.isGenerated[route] === 1 ? (counters.dispatched[c] ?? 0) : 0,
    )
    for (const [what, amount] of Object.entries({
      patrolSeizures: sumOf(counters.patrolSeizures),
      processedLossGrams: sumOf(counters.processedLossGrams),
      protectionCents: sumOf(counters.protectionCents),
      exposures: sumOf(counters.exposures),
      generated: sumOf(generated),
      elastic: market.factor.filter((factor) => factor !== 1).length,
      bribeCents: sumOf(counters.bribeCents),
      regimes: plan.regimes.length,
    }))
      expect(amount, what).toBeGreaterThan(0)
  })

  it('of Central Asia does too', () => {
    expectDeterministic(compileScenario(bundledScenario('central-asia')), 65)
  })

  it('has a digest that every day and every seed changes', () => {
    const spec = specOf(rich())
    const world = createWorld(spec, 'test')
    const digests = new Set([digest(world)])
    for (let day = 0; day < 50; day++) {
      step(world)
      digests.add(digest(world))
    }
    for (const seed of ['a', 'ab', 'abab', '1', '01', '']) digests.add(digest(worldAfter(spec, 50, { seed })))
    expect(digests.size).toBe(51 + 6)
  })

  it('differs from its other replications', () => {
    const spec = specOf(rich())
    const digests = Array.from({ length: 20 }, (_, i) => digest(worldAfter(spec, 30, { replication: i + 1 })))
    expect(new Set(digests).size).toBe(20)
    expect(digest(worldAfter(spec, 30))).toBe(digests[0])
  })

  it('is not disturbed by another world that is stepped in turn', () => {
    const spec = specOf(rich())
    const other = createWorld(specOf(parallel(odds)), 'other')
    const world = createWorld(spec, 'test')
    for (let day = 0; day < 60; day++) {
      step(world)
      step(other)
      digest(other)
    }
    expect(digest(world)).toBe(digest(worldAfter(spec, 60)))
  })
})

describe('an impure phase is found out', () => {
  const spec = specOf(rich())
  const withPhase = (phase: Phase) => [...PHASES.slice(0, -1), phase, ...PHASES.slice(-1)]
  const addGram = (world: World) => {
    world.stockGrams[0] = (world.stockGrams[0] ?? 0) + 1
  }
  const caught = (phase: Phase) => {
    const digests = digestsOf(spec, DAYS, withPhase(phase))
    return Object.keys(digests).filter((way) => digests[way] !== digests.straight)
  }

  it('but a pure one in its place is not', () => {
    expectDeterministic(spec, DAYS, withPhase(addGram))
  })

  it('when it rolls dice of its own', () => {
    const phase: Phase = (world) => {
      if (Math.random() < 0.5) addGram(world)
    }
    expect(() => expectDeterministic(spec, DAYS, withPhase(phase))).toThrow('digest of the run, again')
  })

  it('when it counts across runs', () => {
    let calls = 0
    const phase: Phase = (world) => {
      calls++
      if (calls % 7 === 0) addGram(world)
    }
    expect(() => expectDeterministic(spec, DAYS, withPhase(phase))).toThrow('digest of the run, again')
  })

  it('when it acts on whether somebody watches', () => {
    const phase: Phase = (world) => {
      if (world.log !== undefined) addGram(world)
    }
    expect(caught(phase)).toEqual(['watched', 'viewed'])
    expect(() => expectDeterministic(spec, DAYS, withPhase(phase))).toThrow('digest of the run, watched')
  })

  it('when it keeps state that no snapshot holds', () => {
    const calls = new WeakMap<World, number>()
    const phase: Phase = (world) => {
      calls.set(world, (calls.get(world) ?? 0) + 1)
      if ((calls.get(world) ?? 0) > 40) addGram(world)
    }
    expect(caught(phase)).toEqual(['restored', 'reversed'])
    expect(() => expectDeterministic(spec, DAYS, withPhase(phase))).toThrow('digest of the run, restored')
  })

  it('when it depends on the order of arrivals', () => {
    const phase: Phase = (world) => {
      if ((view(world).shipments.shipmentA[0] ?? 0) % 2 === 0) addGram(world)
    }
    expect(caught(phase)).toEqual(['reversed'])
    expect(() => expectDeterministic(spec, DAYS, withPhase(phase))).toThrow('digest of the run, reversed')
  })
})

describe('a snapshot', () => {
  it('stays as it was while its world goes on', () => {
    const spec = specOf(rich())
    const world = worldAfter(spec, 60)
    const [saved, then] = [snapshot(world), digest(world)]
    for (let day = 0; day < 40; day++) step(world)
    expect(digest(restore(spec, saved))).toBe(then)
    expect(saved).toEqual(snapshot(restore(spec, saved)))
  })

  it('can be restored more than once, each world on its own', () => {
    const spec = specOf(rich())
    const saved = snapshot(worldAfter(spec, 60))
    const [one, other] = [restore(spec, saved), restore(spec, saved)]
    for (let day = 60; day < 90; day++) step(one)
    for (let day = 60; day < 90; day++) step(other)
    expect(digest(one)).toBe(digest(other))
    expect(digest(one)).toBe(digest(worldAfter(spec, 90)))
  })

  it('is plain data: a clone as a worker would receive it restores the same', () => {
    const spec = specOf(rich())
    const world = worldAfter(spec, 45)
    const posted = structuredClone({ spec, saved: snapshot(world) })
    const elsewhere = restore(posted.spec, posted.saved)
    for (let day = 0; day < 30; day++) {
      step(world)
      step(elsewhere)
    }
    expect(digest(elsewhere)).toBe(digest(world))
  })

  it('may be continued under changed parameters, which then tell', () => {
    const harder = specOf(line(odds.map((gate) => ({ ...gate, interdictionOdds: 1 }))))
    const spec = specOf(line(odds))
    const world = worldAfter(spec, 30)
    const before = tallyOf(world)
    const changed = restore(harder, snapshot(world))
    expect(flowDigest(changed)).toBe(flowDigest(world))
    for (let day = 0; day < 30; day++) step(changed)
    const after = tallyOf(changed)
    // Nothing passes the first checkpoint any more; only what had passed it before is still delivered.
    expect(after.delivered - before.delivered).toBeLessThan(20)
    expect(after.seized - before.seized).toBeGreaterThan(2_000)
  })

  it('may be continued under a longer or shorter time for crews to come back', () => {
    const crews = { crews: 20, supply: [{ commodity: 'goods', source: 'source', kgPerDay: 500 }] }
    const specs = [40, 1].map((returnDays) => specOf(line(odds, { ...crews, returnDays })))
    const [slow, fast] = specs
    if (slow === undefined || fast === undefined) throw new Error('two specs were made')
    for (const [from, to] of [
      [slow, fast],
      [fast, slow],
    ] as const) {
      const world = restore(to, snapshot(worldAfter(from, 50)))
      for (let day = 0; day < 500; day++) step(world)
      const crewsAway = [...world.crewReturns].reduce((sum, count) => sum + count, 0)
      expect((world.crewsFree[0] ?? 0) + crewsAway + world.fleet.count).toBe(20)
    }
  })

  it('of another network is refused', () => {
    const spec = specOf(line(odds))
    const saved = snapshot(worldAfter(spec, 10))
    expect(() => restore(specOf(parallel(odds)), saved)).toThrow(SnapshotMismatch)
    expect(() => restore(specOf(line([...odds, checkpoint('p2')])), saved)).toThrow(SnapshotMismatch)
  })

  it('knows networks apart by entities alone, not by parameters', () => {
    const spec = specOf(line(odds))
    expect(
      structureOf(
        specOf(
          line(
            odds.map((gate) => ({ ...gate, staff: 7 })),
            { crews: 3 },
          ),
        ),
      ),
    ).toBe(structureOf(spec))
    expect(structureOf(specOf(line(odds.toReversed())))).not.toBe(structureOf(spec))
    expect(structureOf(specOf(parallel(odds)))).not.toBe(structureOf(spec))
  })

  it('does not hand what teams learned at one place to another', () => {
    const team = (...nodes: string[]) => ({
      id: 'team',
      name: 'Team',
      places: nodes.map((node) => ({ node })),
    })
    const withTeam = (...nodes: string[]) => specOf({ ...line(odds), teams: [team(...nodes)] })
    const [first = '', second = ''] = odds.map(({ node }) => node)
    const saved = snapshot(worldAfter(withTeam(first), 10))
    expect(restore(withTeam(first), saved).day).toBe(10)
    for (const other of [withTeam(second), withTeam(first, second), specOf(line(odds))])
      expect(() => restore(other, saved)).toThrow(SnapshotMismatch)
  })
})
