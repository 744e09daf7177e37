/** Blocks of a schedule: their days, what moving and resizing does to the dates, and their places in lanes. */
import { describe, expect, it } from 'vitest'
import { type Block, blocksOf } from '../../../../src/app/timeline/schedule/blocks'
import { gripAt, inLanes, placeOf } from '../../../../src/app/timeline/schedule/lanes'
import { type Part, reshaped, spanSetting } from '../../../../src/app/timeline/schedule/reshape'
import { type Scenario, setAll } from '../../../../src/scenario'
import { checkpoint, line, scenarioOf } from '../../../support/scenarios'

const HORIZON = 365
const target = 'checkpoints.a.staff'
const scenario = scenarioOf({
  ...line([checkpoint('a', { staff: 5 })]),
  interventions: [
    {
      id: 'steps',
      title: 'Steps',
      changes: [
        { target, from: '2009-02-01', until: '2009-03-01', set: 6 },
        { target, from: '2009-03-01', until: '2009-05-01', set: 7 },
      ],
    },
    { id: 'open', title: 'Open', enabled: false, changes: [{ target, from: '2009-01-11', add: 1 }] },
    { id: 'late', title: 'Late', enabled: false, changes: [{ target, from: '2011-01-01', add: 1 }] },
  ],
  operations: [{ id: 'search', name: 'Search', node: 'a', from: '2008-12-30', days: 7 }],
})

function blockOf(of: Scenario, id: string): Block {
  const block = blocksOf(of).find((candidate) => candidate.id === id)
  if (block === undefined) throw new Error(`no block ${id}`)
  return block
}

/** The block after a part of it moved, as a scenario that was changed and checked. */
function changed(id: string, part: Part, days: number): Block {
  const block = blockOf(scenario, id)
  const setting = spanSetting(scenario, block, part, reshaped(block, part, days, HORIZON))
  const edited = setAll(scenario, setting === undefined ? [] : [setting])
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  return blockOf(edited.scenario, id)
}

describe('the blocks of a scenario', () => {
  it('count days from the start, those that are on first, then by first day', () => {
    expect(blocksOf(scenario).map(({ id, from, until }) => [id, from, until])).toEqual([
      ['search', -2, 5],
      ['steps', 31, 120],
      ['open', 10, Number.POSITIVE_INFINITY],
      ['late', 730, Number.POSITIVE_INFINITY],
    ])
  })

  it('know the days within on which something begins or ends', () => {
    expect(blockOf(scenario, 'steps').steps).toEqual([59])
    expect(blockOf(scenario, 'open').steps).toEqual([])
  })
})

describe('a locked block', () => {
  const locksOf = (locks: Record<string, string>) =>
    blocksOf({ ...scenario, locks }).map(({ id, lock, isFixed }) => [id, lock, isFixed])

  it('says why, and is fixed where its dates are locked too', () => {
    expect(locksOf({ 'interventions.steps': 'given', 'operations.*.enabled': 'on' })).toEqual([
      ['search', 'on', false],
      ['steps', 'given', true],
      ['open', undefined, false],
      ['late', undefined, false],
    ])
    expect(locksOf({ 'interventions.open.changes': 'dates', 'operations.search.days': 'long' })).toEqual([
      ['search', 'long', true],
      ['steps', undefined, false],
      ['open', 'dates', true],
      ['late', undefined, false],
    ])
  })
})

describe('a block that moves', () => {
  it('takes all its dates along', () => {
    expect(changed('steps', 'whole', 10)).toMatchObject({ from: 41, until: 130, steps: [69] })
    expect(changed('open', 'whole', -3)).toMatchObject({ from: 7, until: Number.POSITIVE_INFINITY })
    expect(changed('search', 'whole', 30)).toMatchObject({ from: 28, until: 35 })
  })

  it('stays within the run, and what lies beyond its end comes in from there', () => {
    expect(changed('steps', 'whole', -400).from).toBe(0)
    expect(changed('steps', 'whole', 4_000).from).toBe(HORIZON - 1)
    expect(changed('search', 'whole', -10).from).toBe(-2)
    expect(changed('late', 'whole', 5).from).toBe(730)
    expect(changed('late', 'whole', -5).from).toBe(HORIZON - 5)
  })
})

describe('an end of a block', () => {
  it('takes along only the dates that lie on it', () => {
    expect(changed('steps', 'start', -5)).toMatchObject({ from: 26, until: 120, steps: [59] })
    expect(changed('steps', 'end', 20)).toMatchObject({ from: 31, until: 140, steps: [59] })
    expect(changed('search', 'end', 3)).toMatchObject({ from: -2, until: 8 })
    expect(changed('search', 'start', 3)).toMatchObject({ from: 1, until: 5 })
  })

  it('never passes the other end or a step within, and leaves at least a day', () => {
    expect(changed('steps', 'start', 300).from).toBe(58)
    expect(changed('steps', 'end', -300).until).toBe(60)
    expect(changed('search', 'end', -300)).toMatchObject({ from: -2, until: -1 })
    expect(changed('open', 'start', 4_000).from).toBe(HORIZON - 1)
  })

  it('gives what stays an end within the run, and leaves it open at the end of the run', () => {
    expect(changed('open', 'end', -65).until).toBe(300)
    expect(changed('open', 'end', 4).until).toBe(Number.POSITIVE_INFINITY)
    expect(changed('steps', 'end', 900).until).toBe(HORIZON)
  })
})

describe('the lanes', () => {
  const WIDTH = 730
  const titleWidth = ({ title }: Block) => title.length * 6

  it('show the days of a block in proportion, cut at the ends of the run', () => {
    expect(placeOf({ from: 31, until: 120 }, HORIZON, WIDTH)).toEqual({
      left: 62,
      width: 178,
      before: false,
      beyond: false,
    })
    expect(placeOf({ from: -9, until: Number.POSITIVE_INFINITY }, HORIZON, WIDTH)).toEqual({
      left: 0,
      width: WIDTH,
      before: true,
      beyond: true,
    })
  })

  it('keep a block large enough to be hit, also at the end', () => {
    expect(placeOf({ from: 40, until: 41 }, HORIZON, WIDTH)).toMatchObject({ left: 80, width: 24 })
    expect(placeOf({ from: 730, until: 800 }, HORIZON, WIDTH)).toMatchObject({
      left: 706,
      width: 24,
      beyond: true,
    })
  })

  it('let neither blocks nor titles overlap', () => {
    const placed = inLanes(blocksOf(scenario), HORIZON, WIDTH, titleWidth)
    expect(placed.map(({ block, lane, titleAt }) => [block.id, lane, titleAt])).toEqual([
      ['search', 0, 'right'],
      ['steps', 1, 'inside'],
      ['open', 2, 'inside'],
      ['late', 0, 'inside'],
    ])
    const narrow = inLanes(blocksOf(scenario), HORIZON, WIDTH, () => 30)
    expect(narrow.map(({ lane }) => lane)).toEqual([0, 0, 1, 0])
    expect(narrow.map(({ titleAt }) => titleAt)).toEqual(['right', 'inside', 'inside', 'left'])
  })

  it('are taken by an end near it, else as a whole', () => {
    const place = placeOf({ from: 31, until: 120 }, HORIZON, WIDTH)
    expect([2, 60, 174].map((x) => gripAt(x, place, 8))).toEqual(['start', 'whole', 'end'])
    expect(gripAt(2, { ...place, before: true }, 8)).toBe('whole')
    expect([5, 12, 20].map((x) => gripAt(x, { ...place, width: 24 }, 24))).toEqual(['start', 'whole', 'end'])
  })
})
