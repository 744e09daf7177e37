/** Invariance: order in the file, unused parts, and places that no shipment passes do not touch the outcome. */
import { describe, expect, it } from 'vitest'
import { measureLayout, measuresOf } from '../../src/analysis'
import { digest, drawBlock, flowDigest, keyOf, unitOf, type World } from '../../src/engine'
import { type ScenarioFile, scenarioDigest } from '../../src/scenario'
import { rich, richest } from '../support/rich'
import { checkpoint, line, scenarioOf, specOf } from '../support/scenarios'
import { shipmentsByRoute, worldAfter } from '../support/worlds'

const DAYS = 150

/** The value with every list in another order, except places of a route and dated changes; and every object's keys in another order. */
function shuffled(value: unknown, salt: number, key = ''): unknown {
  const rank = (name: string) => {
    const words = new Int32Array(4)
    drawBlock(words, salt, 0, keyOf(name), 0, 0, 0)
    return unitOf(words[0] ?? 0)
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, salt))
    const isOrdered =
      key === 'interventions' || key === 'changes' || (key === 'nodes' && typeof value[0] === 'string')
    return isOrdered ? items : items.sort((a, b) => rank(JSON.stringify(a)) - rank(JSON.stringify(b)))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, child]) => [name, shuffled(child, salt, name)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a) - rank(b)))
}

function outcomeOf(world: World): Record<string, number> {
  const values = measuresOf(world)
  return Object.fromEntries(
    measureLayout(world.spec).map(({ group, entity, measure }, i) => [
      `${group}.${entity}.${measure}`,
      values[i] ?? 0,
    ]),
  )
}

describe('the order of a file', () => {
  it.each([
    [1, 'rich', rich],
    [2, 'rich', rich],
    [1, 'richest', richest],
    [2, 'richest', richest],
  ])('leaves digest and outcome per id as they are (shuffle %i of %s)', (salt, _, build) => {
    const file = shuffled(build(), salt) as ScenarioFile
    expect(file.nodes.map(({ id }) => id)).not.toEqual(build().nodes.map(({ id }) => id))
    expect(scenarioDigest(scenarioOf(file))).toBe(scenarioDigest(scenarioOf(build())))
    const [there, here] = [worldAfter(specOf(file), DAYS), worldAfter(specOf(build()), DAYS)]
    expect(digest(there)).toBe(digest(here))
    expect(outcomeOf(there)).toEqual(outcomeOf(here))
  })

  it('of the places of a route does matter', () => {
    const file = rich()
    const turned = {
      ...file,
      routes: file.routes.map((route) => ({ ...route, nodes: route.nodes.toReversed() })),
    }
    expect(() => specOf(turned)).toThrow('not a market')
  })
})

describe('what no shipment meets', () => {
  const unused: Partial<ScenarioFile> = {
    nodes: [
      ...rich().nodes,
      { id: 'a_hamlet', name: 'Hamlet', country: 'XA', lat: 0, lon: 0, kind: 'transit' },
      { id: 'zz_outpost', name: 'Outpost', country: 'XD', lat: 0, lon: 0, kind: 'market' },
    ],
    legs: [
      ...rich().legs,
      { id: 'a_lane', from: 'field', to: 'a_hamlet', mode: 'road', km: 1, hours: 999, freightUsdPerKg: 1 },
      { id: 'zz_lane', from: 'a_hamlet', to: 'zz_outpost', mode: 'road', km: 1, hours: 1 },
    ],
    checkpoints: [
      ...rich().checkpoints,
      { id: 'a_post', name: 'Post', node: 'a_hamlet', interdictionOdds: 1 },
    ],
    routes: [...rich().routes, { id: 'a_route', name: 'Unused', nodes: ['field', 'a_hamlet', 'zz_outpost'] }],
  }

  it('leaves the digest of flows as it is when it is added', () => {
    const plain = worldAfter(specOf(rich()), DAYS)
    const more = worldAfter(specOf({ ...rich(), ...unused }), DAYS)
    expect(shipmentsByRoute(more).a_route).toBe(0)
    expect(flowDigest(more)).toBe(flowDigest(plain))
  })

  it.each(['nodes', 'legs', 'checkpoints', 'routes'] as const)('may be added to the %s alone', (list) => {
    // Legs, checkpoints and routes of the unused part stand on its nodes.
    const file = {
      ...rich(),
      nodes: unused.nodes ?? [],
      legs: list === 'nodes' ? rich().legs : (unused.legs ?? []),
    }
    const spec = specOf(list === 'nodes' || list === 'legs' ? file : { ...file, [list]: unused[list] ?? [] })
    expect(flowDigest(worldAfter(spec, DAYS))).toBe(flowDigest(worldAfter(specOf(rich()), DAYS)))
  })

  it('may be a whole month that the run does not reach', () => {
    const file = line([checkpoint('gate', { interdictionOdds: 0.2 })])
    const closed = { ...file, legs: file.legs.map((leg) => ({ ...leg, openMonths: [1, 2, 3] })) }
    expect(flowDigest(worldAfter(specOf(closed), 60))).toBe(flowDigest(worldAfter(specOf(file), 60)))
  })
})
