/** The desk: tools draw places, legs and routes step by step, refuse in words, and are left in order. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createDesk, type Desk } from '../../../src/app/editing/desk'
import { createPageStore, DEFAULT_SETTINGS, type Store } from '../../../src/store'
import { bundledScenario } from '../../support/bundled'

const before = bundledScenario('two-routes')
let store: Store
let desk: Desk
let said: string[]
let changes: number

beforeEach(() => {
  store = createPageStore(DEFAULT_SETTINGS)
  store.open(before, { kind: 'bundled', name: before.id }, 'opened')
  said = []
  changes = 0
  desk = createDesk(
    store,
    (message) => said.push(message),
    () => changes++,
  )
  desk.activate(true)
})

const scenario = () => desk.scenario ?? before
const steps = () => store.get().history.done.map(({ label }) => label)

describe('a place', () => {
  it('is added as one step, selected, and wants a name unless it was given one', () => {
    desk.choose({ tool: 'place', kind: 'border' })
    expect(desk.addPlace({ lat: 10, lon: 20 })).toBe(true)
    const [added] = scenario().nodes.slice(-1)
    expect(added).toMatchObject({ name: 'Place 5', kind: 'border', lat: 10, lon: 20 })
    expect(store.get().selection).toEqual({ kind: 'node', id: added?.id })
    expect(desk.state.unnamed).toBe(added?.id)
    expect(desk.addPlace({ lat: 11, lon: 21, name: 'Pass' })).toBe(true)
    expect(desk.state.unnamed).toBe('')
    expect(steps()).toEqual(['Added place Place 5', 'Added place Pass'])
    expect(said).toEqual(steps())
  })

  it('takes the id of its name with it, and stays selected', () => {
    desk.addPlace({ lat: 10, lon: 20 })
    desk.name(desk.state.unnamed, 'High Pass')
    expect(store.get().selection).toEqual({ kind: 'node', id: 'high_pass' })
    expect(steps().at(-1)).toBe('Named place High Pass (was Place 5)')
    expect(said).toContain('Named place High Pass (was Place 5)')
  })

  it('is refused outside the world: nothing is added, and the desk says why until the next edit', () => {
    expect(desk.addPlace({ lat: 95, lon: 0 })).toBe(false)
    expect(scenario()).toBe(before)
    expect(desk.state.problem).toMatch(/Expected .*90/)
    expect(said).toEqual([])
    desk.addPlace({ lat: 9, lon: 0 })
    expect(desk.state.problem).toBe('')
  })

  it('moves with a notice of the legs that keep their length', () => {
    desk.move('market', { lat: 1, lon: 2 })
    expect(scenario().nodes.find(({ id }) => id === 'market')).toMatchObject({ lat: 1, lon: 2 })
    expect(steps()).toEqual(['Moved place Market'])
    expect(said).toEqual([expect.stringContaining('keep their lengths and times')])
  })
})

describe('the leg tool', () => {
  beforeEach(() => desk.choose({ tool: 'leg' }))

  it('joins two places, one after the other', () => {
    desk.goTo('north_post')
    expect(desk.state.way).toEqual(['north_post'])
    desk.goTo('south_post')
    expect(scenario().legs.at(-1)).toMatchObject({
      from: 'north_post',
      to: 'south_post',
      mode: 'road',
      bidirectional: true,
    })
    expect(desk.state.way).toEqual([])
    expect(store.get().selection?.kind).toBe('leg')
  })

  it('goes by the chosen mode and direction', () => {
    desk.choose({ mode: 'air', bothWays: false })
    desk.goTo('source')
    desk.goTo('market')
    expect(scenario().legs.at(-1)).toMatchObject({ mode: 'air', bidirectional: false })
  })

  it('refuses one place twice and keeps its start; refuses a second leg and begins anew', () => {
    desk.goTo('source')
    desk.goTo('source')
    expect(desk.state).toMatchObject({ problem: 'A leg needs two different places.', way: ['source'] })
    desk.goTo('north_post')
    expect(desk.state.problem).toContain('joins these places')
    expect(desk.state.way).toEqual([])
    expect(scenario()).toBe(before)
  })
})

describe('the route tool', () => {
  beforeEach(() => desk.choose({ tool: 'route' }))

  it('fills gaps along the shortest way, and ends at a place that is clicked twice', () => {
    desk.addLeg('north_post', 'south_post')
    desk.choose({ tool: 'route' })
    for (const place of ['source', 'north_post', 'south_post', 'market']) desk.goTo(place)
    expect(desk.state.way).toEqual(['source', 'north_post', 'south_post', 'market'])
    desk.goTo('market')
    expect(scenario().routes.at(-1)?.nodes).toEqual(['source', 'north_post', 'south_post', 'market'])
    expect(store.get().selection?.kind).toBe('route')
    expect(steps().at(-1)).toBe('Added route Source to Market')
  })

  it('refuses a place twice, a gap without legs and a route of one place, and keeps the way so far', () => {
    desk.goTo('source')
    desk.finishRoute()
    expect(desk.state.problem).toBe('A route needs at least two places.')
    desk.goTo('market')
    expect(desk.state.way).toHaveLength(3)
    desk.goTo('source')
    expect(desk.state.problem).toBe('The route already passes Source.')
    desk.addPlace({ lat: 10, lon: 20, name: 'Island' })
    desk.choose({ tool: 'route' })
    desk.goTo('source')
    desk.goTo('island')
    expect(desk.state.problem).toMatch(/^No way leads from Source to Island/)
    expect(desk.state.way).toEqual(['source'])
  })

  it('names places, not ids, when it refuses a route', () => {
    desk.goTo('source')
    desk.goTo('north_post')
    desk.finishRoute()
    expect(desk.state.problem).toMatch(/"North[^"_]*", which is not a market/)
    expect(scenario()).toBe(before)
  })

  it('takes back one place or all', () => {
    desk.goTo('source')
    desk.goTo('market')
    desk.takeBack('one')
    expect(desk.state.way).toHaveLength(2)
    desk.takeBack('all')
    expect(desk.state.way).toEqual([])
  })
})

describe('the remove tool', () => {
  it('removes at once what nothing depends on', () => {
    desk.askRemoval({ kind: 'checkpoint', id: 'north_post' })
    expect(desk.state.pending).toBeUndefined()
    expect(scenario().checkpoints.map(({ id }) => id)).toEqual(['south_post'])
    expect(steps()).toHaveLength(1)
  })

  it('asks first where more would go, and does as it is told', () => {
    desk.askRemoval({ kind: 'node', id: 'north_post' })
    expect(desk.state.pending?.also.map(({ list }) => list)).toEqual(
      expect.arrayContaining(['legs', 'checkpoints', 'routes']),
    )
    expect(scenario()).toBe(before)
    desk.answerRemoval(false)
    expect([desk.state.pending, scenario()]).toEqual([undefined, before])
    desk.askRemoval({ kind: 'node', id: 'north_post' })
    store.select({ kind: 'node', id: 'north_post' })
    desk.answerRemoval(true)
    expect(scenario().routes.map(({ id }) => id)).toEqual(['south'])
    expect(store.get().selection).toBeUndefined()
    desk.answerRemoval(true)
    expect(steps()).toHaveLength(1)
  })

  it('refuses what the scenario cannot do without', () => {
    desk.askRemoval({ kind: 'node', id: 'market' })
    expect(desk.state.problem).not.toBe('')
    expect(desk.state.pending).toBeUndefined()
    expect(scenario()).toBe(before)
  })
})

describe('Escape', () => {
  it('leaves the question, the way, the tool, the selection and the mode, in this order', () => {
    store.select({ kind: 'node', id: 'source' })
    desk.choose({ tool: 'route' })
    desk.goTo('source')
    desk.askRemoval({ kind: 'node', id: 'north_post' })
    expect(desk.state.pending).toBeDefined()
    desk.escape()
    expect([desk.state.pending, desk.state.tool]).toEqual([undefined, 'route'])
    desk.goTo('source')
    desk.escape()
    expect([desk.state.way, desk.state.tool]).toEqual([[], 'route'])
    desk.escape()
    expect([desk.state.tool, store.get().selection]).toEqual(['select', { kind: 'node', id: 'source' }])
    desk.escape()
    expect([store.get().selection, desk.state.active]).toEqual([undefined, true])
    expect(desk.escape()).toBe(true)
    expect(desk.state.active).toBe(false)
    expect(desk.escape()).toBe(false)
  })
})

it('another tool forgets what was half drawn; another choice for the same tool does not', () => {
  desk.choose({ tool: 'leg' })
  desk.goTo('source')
  desk.choose({ mode: 'rail' })
  expect(desk.state).toMatchObject({ way: ['source'], mode: 'rail' })
  const told = changes
  desk.choose({ tool: 'route' })
  expect(desk.state.way).toEqual([])
  expect(changes).toBe(told + 1)
})
