/** Edits of the network: what they add, what follows, what they refuse. */
import { describe, expect, it } from 'vitest'
import {
  type Added,
  addCheckpoint,
  addLeg,
  addNode,
  addRoute,
  blankScenario,
  compileScenario,
  type Edited,
  estimateLeg,
  givenLegsAt,
  greatCircleKm,
  moveNode,
  nameNode,
  type Scenario,
  setLegMode,
  setNodeCountry,
  setRouteUser,
  shortestWay,
} from '../../../src/scenario'
import { bundledScenario, digestAfter } from '../../support/bundled'
import { scenarioOf } from '../../support/scenarios'

function done(edited: Edited): Scenario {
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  return edited.scenario
}

function messagesOf(edited: Added | Edited): string[] {
  return edited.ok ? [] : edited.issues.map(({ message }) => message)
}

const OSH = { lat: 40.53, lon: 72.8 }
const MOSCOW = { lat: 55.75, lon: 37.62 }
const blank = () => done(blankScenario({ id: 'mine', title: 'Mine', source: OSH, market: MOSCOW }))
const nodeOf = (scenario: Scenario, id: string) => scenario.nodes.find((node) => node.id === id)
const legOf = (scenario: Scenario, id: string) => scenario.legs.find((leg) => leg.id === id)

describe('distances', () => {
  it('are those of great circles', () => {
    expect(greatCircleKm(OSH, MOSCOW)).toBeCloseTo(3060.89, 2)
    expect(greatCircleKm({ lat: 0, lon: 0 }, { lat: 0, lon: 90 })).toBeCloseTo((6371 * Math.PI) / 2, 4)
    expect(greatCircleKm({ lat: 10, lon: 179.5 }, { lat: 10, lon: -179.5 })).toBeCloseTo(109.5, 1)
    expect(greatCircleKm({ lat: 90, lon: 0 }, { lat: -90, lon: 77 })).toBeCloseTo(6371 * Math.PI, 1)
    expect(greatCircleKm(OSH, OSH)).toBe(0)
  })
})

describe('a new scenario', () => {
  it('is valid, runs and delivers', () => {
    const scenario = blank()
    expect(compileScenario(scenario).candidates.route).toHaveLength(1)
    expect(digestAfter(scenario, 40)).not.toBe(digestAfter(scenario, 41))
  })

  it('is refused with a title or id that is none', () => {
    const bad = blankScenario({ id: 'no good', title: '', source: OSH, market: MOSCOW })
    expect(bad.ok ? [] : bad.issues.map(({ path }) => path)).toEqual(['id', 'title'])
  })
})

describe('a new place', () => {
  it('gets an id of its name and the country of its nearest neighbour', () => {
    const first = addNode(blank(), { name: 'Ak-Jol (north)', kind: 'transit', lat: 41, lon: 73 })
    const second = addNode(done(first), { name: 'ak-jol  North', kind: 'hub', lat: 55, lon: 38 })
    expect([first.ok && first.id, second.ok && second.id]).toEqual(['ak-jol_north', 'ak-jol_north_2'])
    expect(done(second).nodes.map(({ country }) => country)).toEqual(['XA', 'XB', 'XA', 'XB'])
  })

  it('is refused off the earth or without a name', () => {
    const off = addNode(blank(), { name: 'Off', kind: 'transit', lat: 91, lon: Number.NaN })
    expect(off.ok ? [] : off.issues.map(({ path }) => path)).toEqual(['nodes.off.lat', 'nodes.off.lon'])
    expect(addNode(blank(), { name: '', kind: 'transit', lat: 1, lon: 1 }).ok).toBe(false)
  })
})

describe('a place that is named', () => {
  const clicked = () => done(addNode(blank(), { name: 'Place 3', kind: 'transit', lat: 41, lon: 73 }))

  it('gets its id from the first name of its own', () => {
    const named = nameNode(clicked(), 'place_3', 'Ak-Jol')
    expect(named.ok && [named.id, nodeOf(named.scenario, 'ak-jol')?.name]).toEqual(['ak-jol', 'Ak-Jol'])
    const twin = nameNode(clicked(), 'place_3', 'Market')
    expect(twin.ok && twin.id).toBe('market_2')
    const again = nameNode(done(named), 'ak-jol', 'Korday')
    expect(again.ok && again.id).toBe('ak-jol')
  })

  it('keeps its id once anything refers to it, by reference or by path', () => {
    const joined = addLeg(clicked(), { from: 'source', to: 'place_3', mode: 'road', bidirectional: true })
    const set = { 'nodes.place_3.dwellHours': 4 }
    const varied = scenarioOf({ ...clicked(), variants: [{ id: 'v', title: 'V', set }] })
    for (const scenario of [done(joined), varied]) {
      const named = nameNode(scenario, 'place_3', 'Ak-Jol')
      expect(named.ok && [named.id, nodeOf(named.scenario, 'place_3')?.name]).toEqual(['place_3', 'Ak-Jol'])
    }
  })

  it('needs a name', () => {
    expect(nameNode(clicked(), 'place_3', '').ok).toBe(false)
  })
})

describe('a moved place', () => {
  it('takes estimated legs along and leaves measured ones as they are', () => {
    const scenario = blank()
    const leg = legOf(scenario, 'source--market')
    expect(leg).toMatchObject({ km: Math.round(greatCircleKm(OSH, MOSCOW) * 1.3), mode: 'road' })
    const moved = done(moveNode(scenario, 'source', { lat: 55, lon: 38 }))
    expect(nodeOf(moved, 'source')).toMatchObject({ lat: 55, lon: 38 })
    expect(legOf(moved, 'source--market')?.km).toBeLessThan(150)
    const measured = { ...scenario, legs: scenario.legs.map((own) => ({ ...own, km: 4_000 })) }
    expect(legOf(done(moveNode(measured, 'source', { lat: 55, lon: 38 })), 'source--market')?.km).toBe(4_000)
    expect([scenario, measured].map((of) => givenLegsAt(of, 'source').length)).toEqual([0, 1])
    expect(done(estimateLeg(measured, 'source--market'))).toEqual(scenario)
  })

  it('in another country takes the checkpoints there along', () => {
    const posted = done(addCheckpoint(blank(), 'market'))
    expect(posted.checkpoints[0]).toMatchObject({ id: 'market', name: 'Market', country: 'XB' })
    expect(done(setNodeCountry(posted, 'market', 'RU')).checkpoints[0]?.country).toBe('RU')
    expect(setNodeCountry(posted, 'market', 'Russia').ok).toBe(false)
  })
})

describe('a new leg', () => {
  it('is estimated by its mode, until it is given another', () => {
    const flown = addLeg(blank(), { from: 'source', to: 'market', mode: 'air', bidirectional: false })
    const leg = flown.ok ? legOf(flown.scenario, flown.id) : undefined
    expect(leg).toMatchObject({ km: Math.round(greatCircleKm(OSH, MOSCOW)), hours: 6 })
    const walked = legOf(done(setLegMode(done(flown), leg?.id ?? '', 'path')), leg?.id ?? '')
    expect(walked).toMatchObject({ mode: 'path', hours: Math.round((walked?.km ?? 0) / 3) })
  })

  it('is refused between one place and itself, and twice by one mode', () => {
    const loop = addLeg(blank(), { from: 'source', to: 'source', mode: 'road', bidirectional: true })
    expect(messagesOf(loop)).toEqual(['A leg has to join two different places.'])
    const twin = addLeg(blank(), { from: 'market', to: 'source', mode: 'road', bidirectional: true })
    expect(messagesOf(twin)).toEqual(['A leg of this mode already joins these places.'])
  })
})

describe('a new route', () => {
  const farm = () => {
    const placed = done(addNode(blank(), { name: 'Farm', kind: 'source', lat: 37, lon: 70 }))
    return done(addLeg(placed, { from: 'farm', to: 'source', mode: 'road', bidirectional: true }))
  }

  it('is used from the start: its organisation gets a supply where it begins', () => {
    const scenario = done(
      addRoute(farm(), { nodes: ['farm', 'source', 'market'], organisation: 'organisation' }),
    )
    const [organisation] = scenario.organisations
    expect(organisation?.supply.map(({ source }) => source)).toEqual(['source', 'farm'])
    expect(scenario.routes.at(-1)).toMatchObject({ id: 'R1', name: 'Farm to Market' })
    expect(compileScenario(scenario).candidates.route).toHaveLength(2)
  })

  it('borrows missing prices from the nearest place of the same kind', () => {
    const bare = farm()
    const prices = { kind: {}, country: {}, node: { source: 900, market: 8_000 } }
    const commodities = bare.commodities.map((commodity) => ({ ...commodity, prices }))
    const nodes = ['farm', 'source', 'market']
    const scenario = done(addRoute({ ...bare, commodities }, { nodes, organisation: 'organisation' }))
    expect(scenario.commodities[0]?.prices.node).toEqual({ source: 900, market: 8_000, farm: 900 })
  })

  it('is refused where no leg leads, before its end is a market, and twice', () => {
    const route = (nodes: string[]) => addRoute(farm(), { nodes, organisation: 'organisation' })
    expect(messagesOf(route(['farm', 'market']))).toEqual(['No leg leads from "farm" to "market".'])
    expect(messagesOf(route(['farm', 'source']))).toEqual([
      'The route ends at "source", which is not a market.',
    ])
    expect(messagesOf(route(['source', 'market']))).toEqual([
      'The route "Direct route" passes the same places.',
    ])
  })
})

describe('the users of a route', () => {
  const start = bundledScenario('two-routes')
  const [first] = start.organisations
  if (first === undefined) throw new Error('no organisation')
  const other = { ...first, id: 'other', name: 'Other', routes: ['south'] }
  const second = scenarioOf({ ...start, organisations: [first, other] })

  it('are added with all that they need, and taken away again without a trace', () => {
    const added = done(setRouteUser(second, 'north', 'other', true))
    expect(added.organisations[1]?.routes).toEqual(['south', 'north'])
    expect(compileScenario(added).candidates.route).toHaveLength(4)
    expect(done(setRouteUser(added, 'north', 'other', false))).toEqual(second)
    expect(done(setRouteUser(added, 'north', 'other', true))).toEqual(added)
  })

  it('get a supply where the route begins, which goes with it', () => {
    const placed = done(addNode(blank(), { name: 'Farm', kind: 'source', lat: 37, lon: 70 }))
    const joined = done(addLeg(placed, { from: 'farm', to: 'market', mode: 'road', bidirectional: true }))
    const drawn = done(addRoute(joined, { nodes: ['farm', 'market'], organisation: 'organisation' }))
    const bare = done(setRouteUser(drawn, 'R1', 'organisation', false))
    expect(bare.organisations).toEqual(joined.organisations)
    expect(bare.routes).toEqual(drawn.routes)
    expect(done(setRouteUser(bare, 'R1', 'organisation', true)).organisations).toEqual(drawn.organisations)
  })

  it('keep at least one way to carry something', () => {
    const left = done(setRouteUser(second, 'north', first.id, false))
    expect(messagesOf(setRouteUser(left, 'south', first.id, false))).toEqual([
      `This would leave ${first.name} with nothing to carry.`,
    ])
  })
})

describe('the shortest way', () => {
  const scenario = bundledScenario('central-asia')

  it('follows legs in their direction', () => {
    const line = bundledScenario('line')
    expect(shortestWay(line, 'source', 'post3')).toEqual(['source', 'post1', 'post2', 'post3'])
    expect(shortestWay(line, 'post3', 'source')).toBeUndefined()
    expect(shortestWay(line, 'post1', 'post1')).toEqual(['post1'])
    expect(shortestWay(line, 'source', 'post3', ['post2'])).toBeUndefined()
  })

  it('is no longer than any route of the scenario', () => {
    const lengthOf = (way: readonly string[]) =>
      way.slice(1).reduce((sum, to, i) => {
        const joining = scenario.legs.filter(
          (leg) => (leg.from === way[i] && leg.to === to) || (leg.to === way[i] && leg.from === to),
        )
        return sum + Math.min(...joining.map(({ km }) => km))
      }, 0)
    for (const { nodes } of scenario.routes) {
      const way = shortestWay(scenario, nodes[0] ?? '', nodes.at(-1) ?? '')
      expect(lengthOf(way ?? [])).toBeLessThanOrEqual(lengthOf(nodes))
    }
  })
})
