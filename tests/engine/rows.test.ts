/** Rows: what belongs to one of several organisations, routes or operations stays with it. */
import { describe, expect, it } from 'vitest'
import { createWorld, isOpenOn } from '../../src/engine'
import { meetsOperation } from '../../src/engine/operations'
import type { ScenarioFile } from '../../src/scenario'
import { checkpoint, organisation, parallel, specOf } from '../support/scenarios'
import { indexOf, worldAfter } from '../support/worlds'

const FEBRUARY = 31
const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

describe('of two organisations', () => {
  it('the one that knows of an operation is the only one to avoid it, and only on the route that meets it', () => {
    const file = parallel([checkpoint('a'), checkpoint('b')])
    const organisations = ['first', 'second'].map((id) => organisation({ id, routes: ['r0', 'r1'] }))
    const operations = ['a', 'b'].map((node) => {
      return { id: `at-${node}`, name: node, node, from: '2009-01-01', days: 30, detection: 1, leak: 0 }
    })
    const world = createWorld(specOf({ ...file, organisations, operations }), 'test')
    const { spec } = world
    const [second, known] = [indexOf(spec.organisations, 'second'), indexOf(spec.operations, 'at-b')]
    world.patrols.forewarned[second * operations.length + known] = 1
    const meeting = ['first', 'second'].map((id) =>
      ['r0', 'r1'].map((route) =>
        meetsOperation(world, indexOf(spec.organisations, id), indexOf(spec.routes, route)),
      ),
    )
    expect(meeting).toEqual([
      [false, false],
      [false, true],
    ])
  })

  it('the second keeps its shares when a route of the first opens', () => {
    const file = parallel([checkpoint('a'), checkpoint('b'), checkpoint('c')])
    const organisations = [
      organisation({ id: 'first', routes: ['r0', 'r1'] }),
      organisation({ id: 'second', routes: ['r2'] }),
    ]
    const legs = file.legs.map((leg) => (leg.to === 'b' ? { ...leg, openMonths: MONTHS.slice(1) } : leg))
    const spec = specOf({ ...file, legs, organisations })
    expect([...worldAfter(spec, FEBRUARY).choiceShare]).toEqual([1, 0, 1])
    const [taken = 0, opened = 0, own] = worldAfter(spec, FEBRUARY + 1).choiceShare
    expect(own).toBe(1)
    expect(taken + opened).toBeCloseTo(1, 12)
    expect(opened).toBeGreaterThan(0.4)
  })
})

describe('of several routes', () => {
  it('all are closed while a checkpoint at their common source is', () => {
    const file: ScenarioFile = parallel([checkpoint('a'), checkpoint('b'), checkpoint('c')])
    const checkpoints = [...file.checkpoints, checkpoint('source', { closedMonths: [1] })]
    const spec = specOf({ ...file, checkpoints })
    const isOpen = (day: number) => spec.routes.ids.map((_, r) => isOpenOn(spec, r, day))
    expect(isOpen(FEBRUARY - 1)).toEqual([false, false, false])
    expect(isOpen(FEBRUARY)).toEqual([true, true, true])
  })
})
