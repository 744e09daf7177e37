/** The network editor: tools draw places, legs and routes step by step, refuse in words, and are left in order. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createNetworkEditor, type NetworkEditor } from '../../../src/app/editing/networkEditor'
import { createPageStore, DEFAULT_SETTINGS, type Store } from '../../../src/store'
import { bundledScenario } from '../../support/bundled'

const before = bundledScenario('two-routes')
let store: Store
let editor: NetworkEditor
let said: string[]
let changes: number

beforeEach(() => {
  store = createPageStore(DEFAULT_SETTINGS)
  store.open(before, { kind: 'bundled', name: before.id }, 'opened')
  said = []
  changes = 0
  editor = createNetworkEditor(
    store,
    (message) => said.push(message),
    () => changes++,
  )
  editor.activate(true)
})

const scenario = () => editor.scenario ?? before
const steps = () => store.get().history.done.map(({ label }) => label)

describe('a place', () => {
  it('is added as one step, selected, and wants a name unless it was given one', () => {
    editor.choose({ tool: 'place', kind: 'border' })
    expect(editor.addPlace({ lat: 10, lon: 20 })).toBe(true)
    const [added] = scenario().nodes.slice(-1)
    expect(added).toMatchObject({ name: 'Place 5', kind: 'border', lat: 10, lon: 20 })
    expect(store.get().selection).toEqual({ kind: 'node', id: added?.id })
    expect(editor.state.unnamed).toBe(added?.id)
    expect(editor.addPlace({ lat: 11, lon: 21, name: 'Pass' })).toBe(true)
    expect(editor.state.unnamed).toBe('')
    expect(steps()).toEqual(['Added place Place 5', 'Added place Pass'])
    expect(said).toEqual(steps())
  })

  it('takes the id of its name with it, and stays selected', () => {
    editor.addPlace({ lat: 10, lon: 20 })
    editor.name(editor.state.unnamed, 'High Pass')
    expect(store.get().selection).toEqual({ kind: 'node', id: 'high_pass' })
    expect(steps().at(-1)).toBe('Named place High Pass (was Place 5)')
    expect(said).toContain('Named place High Pass (was Place 5)')
  })

  it('is refused outside the world: nothing is added, and the editor says why until the next edit', () => {
    expect(editor.addPlace({ lat: 95, lon: 0 })).toBe(false)
    expect(scenario()).toBe(before)
    expect(editor.state.problem).toMatch(/Expected .*90/)
    expect(said).toEqual([])
    editor.addPlace({ lat: 9, lon: 0 })
    expect(editor.state.problem).toBe('')
  })

  it('moves with a notice of the legs that keep their length', () => {
    editor.move('market', { lat: 1, lon: 2 })
    expect(scenario().nodes.find(({ id }) => id === 'market')).toMatchObject({ lat: 1, lon: 2 })
    expect(steps()).toEqual(['Moved place Market'])
    expect(said).toEqual([expect.stringContaining('keep their lengths and times')])
  })
})

describe('the leg tool', () => {
  beforeEach(() => editor.choose({ tool: 'leg' }))

  it('joins two places, one after the other', () => {
    editor.goTo('north_post')
    expect(editor.state.way).toEqual(['north_post'])
    editor.goTo('south_post')
    expect(scenario().legs.at(-1)).toMatchObject({
      from: 'north_post',
      to: 'south_post',
      mode: 'road',
      bidirectional: true,
    })
    expect(editor.state.way).toEqual([])
    expect(store.get().selection?.kind).toBe('leg')
  })

  it('goes by the chosen mode and direction', () => {
    editor.choose({ mode: 'air', bothWays: false })
    editor.goTo('source')
    editor.goTo('market')
    expect(scenario().legs.at(-1)).toMatchObject({ mode: 'air', bidirectional: false })
  })

  it('refuses one place twice and keeps its start; refuses a second leg and begins anew', () => {
    editor.goTo('source')
    editor.goTo('source')
    expect(editor.state).toMatchObject({ problem: 'A leg needs two different places.', way: ['source'] })
    editor.goTo('north_post')
    expect(editor.state.problem).toContain('joins these places')
    expect(editor.state.way).toEqual([])
    expect(scenario()).toBe(before)
  })
})

describe('the route tool', () => {
  beforeEach(() => editor.choose({ tool: 'route' }))

  it('fills gaps along the shortest way, and ends at a place that is clicked twice', () => {
    editor.addLeg('north_post', 'south_post')
    editor.choose({ tool: 'route' })
    for (const place of ['source', 'north_post', 'south_post', 'market']) editor.goTo(place)
    expect(editor.state.way).toEqual(['source', 'north_post', 'south_post', 'market'])
    editor.goTo('market')
    expect(scenario().routes.at(-1)?.nodes).toEqual(['source', 'north_post', 'south_post', 'market'])
    expect(store.get().selection?.kind).toBe('route')
    expect(steps().at(-1)).toBe('Added route Source to Market')
  })

  it('refuses a place twice, a gap without legs and a route of one place, and keeps the way so far', () => {
    editor.goTo('source')
    editor.finishRoute()
    expect(editor.state.problem).toBe('A route needs at least two places.')
    editor.goTo('market')
    expect(editor.state.way).toHaveLength(3)
    editor.goTo('source')
    expect(editor.state.problem).toBe('The route already passes Source.')
    editor.addPlace({ lat: 10, lon: 20, name: 'Island' })
    editor.choose({ tool: 'route' })
    editor.goTo('source')
    editor.goTo('island')
    expect(editor.state.problem).toMatch(/^No way leads from Source to Island/)
    expect(editor.state.way).toEqual(['source'])
  })

  it('names places, not ids, when it refuses a route', () => {
    editor.goTo('source')
    editor.goTo('north_post')
    editor.finishRoute()
    expect(editor.state.problem).toMatch(/"North[^"_]*", which is not a market/)
    expect(scenario()).toBe(before)
  })

  it('takes back one place or all', () => {
    editor.goTo('source')
    editor.goTo('market')
    editor.takeBack('one')
    expect(editor.state.way).toHaveLength(2)
    editor.takeBack('all')
    expect(editor.state.way).toEqual([])
  })
})

describe('the remove tool', () => {
  it('removes at once what nothing depends on', () => {
    editor.askRemoval({ kind: 'checkpoint', id: 'north_post' })
    expect(editor.state.pending).toBeUndefined()
    expect(scenario().checkpoints.map(({ id }) => id)).toEqual(['south_post'])
    expect(steps()).toHaveLength(1)
  })

  it('asks first where more would go, and does as it is told', () => {
    editor.askRemoval({ kind: 'node', id: 'north_post' })
    expect(editor.state.pending?.also.map(({ list }) => list)).toEqual(
      expect.arrayContaining(['legs', 'checkpoints', 'routes']),
    )
    expect(scenario()).toBe(before)
    editor.answerRemoval(false)
    expect([editor.state.pending, scenario()]).toEqual([undefined, before])
    editor.askRemoval({ kind: 'node', id: 'north_post' })
    store.select({ kind: 'node', id: 'north_post' })
    editor.answerRemoval(true)
    expect(scenario().routes.map(({ id }) => id)).toEqual(['south'])
    expect(store.get().selection).toBeUndefined()
    editor.answerRemoval(true)
    expect(steps()).toHaveLength(1)
  })

  it('refuses what the scenario cannot do without', () => {
    editor.askRemoval({ kind: 'node', id: 'market' })
    expect(editor.state.problem).not.toBe('')
    expect(editor.state.pending).toBeUndefined()
    expect(scenario()).toBe(before)
  })
})

describe('Escape', () => {
  it('leaves the question, the way, the tool, the selection and the mode, in this order', () => {
    store.select({ kind: 'node', id: 'source' })
    editor.choose({ tool: 'route' })
    editor.goTo('source')
    editor.askRemoval({ kind: 'node', id: 'north_post' })
    expect(editor.state.pending).toBeDefined()
    editor.escape()
    expect([editor.state.pending, editor.state.tool]).toEqual([undefined, 'route'])
    editor.goTo('source')
    editor.escape()
    expect([editor.state.way, editor.state.tool]).toEqual([[], 'route'])
    editor.escape()
    expect([editor.state.tool, store.get().selection]).toEqual(['select', { kind: 'node', id: 'source' }])
    editor.escape()
    expect([store.get().selection, editor.state.active]).toEqual([undefined, true])
    expect(editor.escape()).toBe(true)
    expect(editor.state.active).toBe(false)
    expect(editor.escape()).toBe(false)
  })
})

it('another tool forgets what was half drawn; another choice for the same tool does not', () => {
  editor.choose({ tool: 'leg' })
  editor.goTo('source')
  editor.choose({ mode: 'rail' })
  expect(editor.state).toMatchObject({ way: ['source'], mode: 'rail' })
  const told = changes
  editor.choose({ tool: 'route' })
  expect(editor.state.way).toEqual([])
  expect(changes).toBe(told + 1)
})
