/** Derived scenarios: a base, the differences from it, and what can be wrong with either. */
import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/engine'
import {
  type Bases,
  compileScenario,
  differencesFrom,
  parseScenario,
  type Scenario,
  scenarioDigest,
  serialiseScenario,
  setAll,
} from '../../../src/scenario'
import { rich } from '../../support/rich'
import { checkpoint, parallel, scenarioOf } from '../../support/scenarios'
import { worldAfter } from '../../support/worlds'

const base = parallel([
  checkpoint('p0', { interdictionOdds: 0.1 }),
  checkpoint('p1', { interdictionOdds: 0.2 }),
])
const header = { type: 'contraflow-scenario', formatVersion: 1, id: 'child', title: 'Child' }
const extending = { ...header, extends: { id: 'parallel' } }

/** Bases by id, as documents. */
function basesOf(files: Readonly<Record<string, unknown>>): Bases {
  return { known: Object.keys(files), textOf: (id) => (id in files ? JSON.stringify(files[id]) : undefined) }
}
const bases = basesOf({ parallel: base, rich: rich() })

function read(document: unknown, among: Bases = bases): Scenario {
  const parsed = parseScenario(JSON.stringify(document), among)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.scenario
}

function issuesOf(document: unknown, among: Bases = bases) {
  const parsed = parseScenario(JSON.stringify(document, undefined, 1), among)
  return parsed.ok ? [] : parsed.issues
}

describe('a derived scenario', () => {
  it('has none of the locks that it removes, and those of its own', () => {
    const locked = { ...base, locks: { 'checkpoints.*.staff': 'Given by the lesson.' } }
    const among = basesOf({ parallel: locked })
    const own = { 'legs.*.hours': 'Measured.' }
    expect(read({ ...extending, remove: ['locks'] }, among).locks).toEqual({})
    expect(read({ ...extending, remove: ['locks'], locks: own }, among).locks).toEqual(own)
    expect(read({ ...extending, locks: own }, among).locks).toEqual({ ...locked.locks, ...own })
  })

  it('may remove a list and give entries of it', () => {
    const team = { id: 't', name: 'T', places: [{ node: 'p0' }] }
    expect(read({ ...extending, remove: ['teams'], teams: [team] }).teams.map(({ id }) => id)).toEqual(['t'])
  })

  it('without differences is its base under another name', () => {
    const child = read(extending)
    const parent = scenarioOf(base)
    expect(child.title).toBe('Child')
    expect({ ...child, id: parent.id, title: parent.title, extends: undefined }).toEqual({
      ...parent,
      extends: undefined,
    })
    const runs = [child, parent].map((scenario) => digest(worldAfter(compileScenario(scenario), 30)))
    expect(runs[0]).toBe(runs[1])
  })

  it('does not take over what its base says of itself', () => {
    const asMistakes = { ...base, description: 'The base', notes: 'Of the base' }
    const child = read(extending, basesOf({ parallel: asMistakes }))
    expect([child.description, child.notes]).toEqual(['', ''])
  })

  it('sets single values by path, selectors included, after everything else', () => {
    const child = read({ ...extending, set: { 'checkpoints[node=p0].interdictionOdds': 0.5, days: 30 } })
    expect(child.checkpoints.map((checkpoint) => checkpoint.interdictionOdds)).toEqual([0.5, 0.2])
    expect(child.days).toBe(30)
  })

  it('adds entries, puts them in place of those of the same id, and leaves entries out', () => {
    const child = read({
      ...extending,
      remove: ['routes.r1'],
      checkpoints: [
        { id: 'p1', name: 'Other', node: 'p1', staff: 7 },
        { id: 'p2', name: 'New', node: 'p1', staff: 1 },
      ],
      set: { 'organisations.org.routes': ['r0'] },
    })
    expect(child.routes.map(({ id }) => id)).toEqual(['r0'])
    expect(child.checkpoints.map(({ id, name }) => [id, name])).toEqual([
      ['p0', 'p0'],
      ['p1', 'Other'],
      ['p2', 'New'],
    ])
    expect(child.checkpoints[1]?.interdictionOdds).toBeUndefined()
  })

  it('may have a derived base in its turn', () => {
    const middle = { ...extending, id: 'middle', set: { days: 10 } }
    const child = read(
      { ...header, extends: { id: 'middle' }, set: { 'checkpoints.p0.interdictionOdds': 0.9 } },
      basesOf({ parallel: base, middle }),
    )
    expect([child.days, child.checkpoints[0]?.interdictionOdds]).toEqual([10, 0.9])
  })

  it('has the digest of the same scenario written whole', () => {
    const child = read({ ...extending, set: { 'checkpoints.p0.interdictionOdds': 0.5 } })
    const whole = read(JSON.parse(serialiseScenario(child)))
    expect(whole.extends).toBeUndefined()
    expect(scenarioDigest(whole)).toBe(scenarioDigest(child))
  })
})

describe('a base', () => {
  it('with the digest that the file names is taken, another one is refused with both digests', () => {
    const present = scenarioDigest(scenarioOf(base))
    expect(issuesOf({ ...extending, extends: { id: 'parallel', digest: present } })).toEqual([])
    const former = '0'.repeat(32)
    const [issue] = issuesOf({ ...extending, extends: { id: 'parallel', digest: former } })
    expect(issue).toMatchObject({ path: 'extends.digest', found: `"${former}"`, line: expect.any(Number) })
    expect(issue?.expected).toContain(present)
  })

  it('that is not there is named, with the nearest that is', () => {
    const [issue] = issuesOf({ ...header, extends: { id: 'paralel' } })
    expect(issue?.path).toBe('extends.id')
    expect(issue?.message).toContain('"paralel"')
    expect(issue?.expected).toContain('"parallel"')
  })

  it('that leads back to the file is a circle, told with all its members', () => {
    const others = basesOf({
      b: { ...header, id: 'b', extends: { id: 'c' } },
      c: { ...header, id: 'c', extends: { id: 'child' } },
      child: { ...header, extends: { id: 'b' } },
    })
    const issues = issuesOf({ ...header, extends: { id: 'b' } }, others)
    expect(issues).toHaveLength(1)
    expect(issues[0]?.message).toContain('child > b > c > child')
    expect(issuesOf({ ...header, extends: { id: 'child' } })[0]?.message).toContain('child > child')
  })

  it('with mistakes has them told as its own', () => {
    const broken = { ...base, days: -1 }
    const [issue] = issuesOf(extending, basesOf({ parallel: broken }))
    expect(issue?.path).toBe('extends.parallel: days')
  })
})

describe('a mistake in a derived file', () => {
  it('is told with all others, those of the whole scenario included', () => {
    const issues = issuesOf({
      ...extending,
      days: -1,
      checkpoints: [{ id: 'p1', name: 'P', node: 'nowhere', stafff: 1 }],
      remove: ['routes.r9', 'nodes.p0'],
      set: { 'checkpoints.p7.staff': 3, nonsense: 1, 'checkpoints.p0.staff': -1, id: 'other' },
    })
    const paths = issues.map(({ path }) => path)
    for (const path of [
      'days',
      'checkpoints.p1.stafff',
      'checkpoints.p1.node',
      'remove.0',
      'set.checkpoints.p7.staff',
      'set.nonsense',
      'set.id',
      'checkpoints.p0.staff',
      'checkpoints.p0.node',
    ])
      expect(paths.filter((each) => each === path)).toEqual([path])
  })

  it.each(['id', 'type', 'formatVersion', 'extends'])('is a `set` of %s', (key) => {
    expect(issuesOf({ ...extending, set: { [key]: 'x' } }).map(({ path }) => path)).toContain(`set.${key}`)
  })

  it('is a base whose file has another id than its name', () => {
    const [issue, ...others] = issuesOf({ ...header, extends: { id: 'renamed' } }, basesOf({ renamed: base }))
    expect(others).toEqual([])
    expect(issue).toMatchObject({ path: 'extends.id', found: '"renamed"' })
    expect(issue?.message).toContain('"parallel"')
  })

  it('is a part that only a whole file has: it names `set` instead', () => {
    const [issue] = issuesOf({ ...extending, assumptions: { reviewDays: 30 } })
    expect(issue).toMatchObject({ path: 'assumptions', expected: expect.stringContaining('under "set"') })
  })

  it('is not what the base says of an entry that is removed', () => {
    const locks = { 'checkpoints.p1.staff': 'given', 'checkpoints.p0.staff': 'given' }
    const evidence = { 'checkpoints.p1.staff': { source: 'a book', confidence: 'official' } }
    const child = read(
      { ...extending, remove: ['checkpoints.p1'] },
      basesOf({ parallel: { ...base, locks, evidence } }),
    )
    expect([Object.keys(child.locks), child.evidence]).toEqual([['checkpoints.p0.staff'], {}])
  })

  it('is a path that leads nowhere, under `set` and under `remove`, with its line', () => {
    const issues = issuesOf({ ...extending, remove: ['routes.r9'], set: { 'checkpoints.p7.staff': 3 } })
    expect(issues.map(({ path }) => path)).toEqual(['remove.0', 'set.checkpoints.p7.staff'])
    for (const { line } of issues) expect(line).toBeGreaterThan(1)
  })

  it('is a value out of range, on the line of the setting that gave it', () => {
    const document = { ...extending, set: { 'checkpoints.p0.staff': -4 } }
    const [issue] = issuesOf(document)
    const text = JSON.stringify(document, undefined, 1).split('\n')
    expect(issue?.path).toBe('checkpoints.p0.staff')
    expect(text[(issue?.line ?? 0) - 1]).toContain('checkpoints.p0.staff')
  })

  it('is an unknown key', () => {
    expect(issuesOf({ ...extending, sets: {} })[0]?.message).toContain('"sets"')
  })

  it('never reaches a prototype', () => {
    const text = `{"type":"contraflow-scenario","formatVersion":1,"id":"child","title":"C","extends":{"id":"parallel"},"set":{"__proto__":1}}`
    expect(parseScenario(text, bases).ok).toBe(false)
    for (const path of ['nodes.__proto__', 'constructor.prototype', '__proto__.days'])
      expect(issuesOf({ ...extending, set: { [path]: 1 } }).length).toBeGreaterThan(0)
  })
})

describe('saving a derived scenario', () => {
  it('stores only the differences, and opens as the same scenario', () => {
    const child = read({ ...extending, set: { days: 20 } })
    const edited = setAll(child, [
      ['checkpoints.p1.staff', 44],
      ['assumptions.reviewDays', 3],
      ['seed', 'other'],
    ])
    if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
    const text = serialiseScenario(edited.scenario, bases)
    const document = JSON.parse(text)
    expect(Object.keys(document.set).sort()).toEqual(['assumptions.reviewDays', 'checkpoints.p1.staff'])
    expect([document.days, document.seed, document.nodes]).toEqual([20, 'other', undefined])
    expect(document.extends.digest).toBe(scenarioDigest(scenarioOf(base)))
    const again = read(document)
    expect({ ...again, extends: 0 }).toEqual({
      ...edited.scenario,
      extends: 0,
      engineVersion: again.engineVersion,
    })
  })

  it('says entries that are new, gone, or lost a value', () => {
    const parent = scenarioOf(rich())
    const changed = {
      ...parent,
      checkpoints: parent.checkpoints.map((checkpoint) => {
        const { interdictionOdds: _, ...rest } = checkpoint
        return rest
      }),
      corridors: [],
      teams: [teamOf()],
    } as Scenario
    const document = differencesFrom(parent, changed)
    expect(document.remove).toEqual(['corridors.northern'])
    const again = read({ ...document, id: 'child', title: 'Child' })
    expect({ ...again, id: '', title: '', extends: 0, engineVersion: '' }).toEqual({
      ...changed,
      id: '',
      title: '',
      extends: 0,
      engineVersion: '',
    })
  })

  it('writes it whole where the base is not at hand', () => {
    const text = serialiseScenario(read(extending))
    expect(JSON.parse(text).extends).toBeUndefined()
    expect(JSON.parse(text).nodes).toHaveLength(4)
  })
})

function teamOf(): Scenario['teams'][number] {
  return {
    id: 'new',
    name: 'New',
    count: 1,
    placement: 'random',
    reviewDays: 7,
    memoryDays: 60,
    explorationShare: 0.1,
    costPerMonth: 0,
    places: [{ node: 'pass', detection: 0.1, weight: 1 }],
  }
}
