/** Removal: what goes with an entry, what is refused, and that no sequence of edits leaves an invalid scenario. */
import { describe, expect, it } from 'vitest'
import {
  addCheckpoint,
  addLeg,
  addNode,
  addRoute,
  compileScenario,
  idleEvidence,
  MODES,
  moveNode,
  NODE_KINDS,
  nameNode,
  parseScenario,
  type RemovableList,
  removalOf,
  type Scenario,
  scenarioDigest,
  serialiseScenario,
  setAt,
  setRouteUser,
  shortestWay,
} from '../../../src/scenario'
import { BUNDLED, BUNDLED_BASES, bundledScenario } from '../../support/bundled'
import { rich } from '../../support/rich'
import { scenarioOf } from '../../support/scenarios'

const LISTS: readonly RemovableList[] = ['nodes', 'legs', 'checkpoints', 'routes']

describe('a removed place', () => {
  it('takes its legs, checkpoints and routes along, and says how many', () => {
    const scenario = bundledScenario('two-routes')
    const [checkpoint] = scenario.checkpoints
    const removal = removalOf(scenario, 'nodes', checkpoint?.node ?? '')
    if (!removal.ok) throw new Error(JSON.stringify(removal.issues))
    const counts = Object.fromEntries(removal.also.map(({ list, names }) => [list, names.length]))
    const legs = scenario.legs.filter(({ from, to }) => from === checkpoint?.node || to === checkpoint?.node)
    const routes = scenario.routes.filter(({ nodes }) => nodes.includes(checkpoint?.node ?? ''))
    expect(counts).toMatchObject({ legs: legs.length, checkpoints: 1, routes: routes.length })
    expect(removal.scenario.organisations[0]?.routes).toHaveLength(scenario.routes.length - routes.length)
    expect(scenario.nodes).toHaveLength(removal.scenario.nodes.length + 1)
  })

  it('names each of them in words', () => {
    const removal = removalOf(bundledScenario('central-asia'), 'nodes', 'murghab')
    const names = removal.ok ? removal.also.flatMap((part) => [...part.names]) : []
    expect(names).toContain('Pamir network (Murghab)')
    expect(names).toContain('X1 Summer paths Murghab - Sary-Tash')
    expect(names.filter((name) => /^[a-z0-9_-]+$|[a-z]\.[a-z]|undefined/.test(name))).toEqual([])
  })

  it('is refused where no route would be left', () => {
    const removal = removalOf(bundledScenario('line'), 'nodes', 'post3')
    expect(removal.ok ? [] : removal.issues.map(({ message }) => message)).toEqual([
      'This would leave the scenario without a route.',
    ])
  })
})

describe('a removed checkpoint', () => {
  it('takes along the settings, targets and locks that lead to it alone', () => {
    const line = bundledScenario('line')
    const scenario = scenarioOf({
      ...line,
      variants: [
        {
          id: 'v',
          title: 'V',
          set: { 'checkpoints.post2.staff': 3, 'checkpoints.*.staff': 4 },
        },
      ],
      interventions: [
        {
          id: 'i',
          title: 'I',
          changes: [{ target: 'checkpoints.post2.staff', from: '2010-02-01', set: 9 }],
        },
      ],
      locks: { 'checkpoints.post2.staff': 'given', 'checkpoints.post1.staff': 'given' },
      targets: [
        { id: 'a', title: 'A', measure: 'byCheckpoint.post2.seizedKg', value: 1 },
        { id: 'b', title: 'B', measure: 'byCheckpoint.post1.seizedKg', value: 1 },
      ],
    })
    const removal = removalOf(scenario, 'checkpoints', 'post2')
    if (!removal.ok) throw new Error(JSON.stringify(removal.issues))
    const { variants, interventions, locks, targets } = removal.scenario
    expect(variants[0]?.set).toEqual({ 'checkpoints.*.staff': 4 })
    expect(interventions).toEqual([])
    expect(Object.keys(locks)).toEqual(['checkpoints.post1.staff'])
    expect(targets.map(({ id }) => id)).toEqual(['b'])
    expect(removal.also).toEqual([
      { list: 'interventions', names: ['I'] },
      { list: 'targets', names: ['A'] },
      { list: 'settings', names: ['V: Officers present, Post 2', 'I: Officers present, Post 2'] },
    ])
  })
})

describe('a saved scenario', () => {
  it.each(['central-asia', 'full-staffing'])(
    'opens again without the evidence of what an edit of %s took away',
    (id) => {
      const edited = setAt(bundledScenario(id), 'interventions', [])
      if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
      const reopened = parseScenario(serialiseScenario(edited.scenario, BUNDLED_BASES), BUNDLED_BASES)
      expect(reopened.ok && reopened.scenario.interventions).toEqual([])
      expect(reopened.ok && idleEvidence(reopened.scenario)).toEqual([])
    },
  )

  it('without an entry that its base locks opens again', () => {
    const line = bundledScenario('line')
    const base = serialiseScenario({ ...line, id: 'locked', locks: { 'checkpoints.post2.staff': 'given' } })
    const bases = { known: ['locked'], textOf: (id: string) => (id === 'locked' ? base : undefined) }
    const derived = { type: 'contraflow-scenario', formatVersion: 1, id: 'own', title: 'Own' }
    const opened = parseScenario(JSON.stringify({ ...derived, extends: { id: 'locked' } }), bases)
    const removal = opened.ok ? removalOf(opened.scenario, 'checkpoints', 'post2') : undefined
    if (!removal?.ok) throw new Error('not removed')
    const reopened = parseScenario(serialiseScenario(removal.scenario, bases), bases)
    expect(reopened.ok && reopened.scenario.checkpoints).toHaveLength(4)
    expect(opened.ok && JSON.parse(serialiseScenario(opened.scenario, bases)).extends.id).toBe('locked')
  })
})

/** Numbers in [0, 1) from a seed (Park and Miller). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function randomEdit(scenario: Scenario, random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const place = () => ({ lat: random() * 178 - 89, lon: random() * 360 - 180 })
  const node = () => pick(scenario.nodes).id
  const edits = [
    () => addNode(scenario, { name: `Place ${random()}`, kind: pick(NODE_KINDS), ...place() }),
    () => addLeg(scenario, { from: node(), to: node(), mode: pick(MODES), bidirectional: random() < 0.5 }),
    () => addCheckpoint(scenario, node()),
    () => moveNode(scenario, node(), place()),
    () => nameNode(scenario, node(), `Town ${random()}`),
    () => setRouteUser(scenario, pick(scenario.routes).id, pick(scenario.organisations).id, random() < 0.6),
    () => {
      const way = shortestWay(scenario, node(), node())
      return addRoute(scenario, { nodes: way ?? [node()], organisation: pick(scenario.organisations).id })
    },
    () => {
      const list = pick(LISTS.filter((name) => scenario[name].length > 0))
      return removalOf(scenario, list, pick<{ readonly id: string }>(scenario[list]).id)
    },
  ]
  return pick([...edits, ...edits.slice(-2), ...edits.slice(-2)])()
}

describe('any sequence of edits', () => {
  const starts: readonly (readonly [string, Scenario])[] = [
    ['rich', scenarioOf(rich())],
    ...['two-routes', 'ten-routes', 'island-network', 'workshop', 'scarce-crews'].map(
      (id) => [id, bundledScenario(id)] as const,
    ),
  ]
  it.each(starts)('leaves %s valid, and it compiles', (_, start) => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = numbersFrom(seed * 7_919)
      let scenario = start
      let done = 0
      for (let i = 0; i < 40; i++) {
        const edited = randomEdit(scenario, random)
        if (!edited.ok) {
          expect(edited.issues[0]?.message).toBeTruthy()
          continue
        }
        scenario = edited.scenario
        done++
      }
      expect(done).toBeGreaterThan(10)
      const reopened = parseScenario(serialiseScenario(scenario, BUNDLED_BASES), BUNDLED_BASES)
      expect(reopened.ok ? [] : reopened.issues).toEqual([])
      expect(reopened.ok && scenarioDigest(reopened.scenario)).toBe(scenarioDigest(scenario))
      expect(compileScenario(scenario).nodes.ids).toHaveLength(scenario.nodes.length)
    }
  })

  it('removes every place of every bundled scenario or says why not', () => {
    for (const id of BUNDLED.filter((name) => name !== 'dispersion')) {
      const scenario = bundledScenario(id)
      for (const node of scenario.nodes.slice(0, 12)) {
        const removal = removalOf(scenario, 'nodes', node.id)
        if (!removal.ok) expect(['routes', 'organisations']).toContain(removal.issues[0]?.path)
      }
    }
  })
})
