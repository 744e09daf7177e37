/** Columns of compiled scenarios: one number for each entry, copied by name, and shared while nothing of it changes. */
import { describe, expect, expectTypeOf, it } from 'vitest'
import { isoDateOf, parseIsoDate } from '../../../src/engine'
import { specOf } from '../../../src/scenario'
import { columnsAfter, copied, flags, floats, tableOf } from '../../../src/scenario/compile/columns'
import { checkpoint, line, scenarioOf } from '../../support/scenarios'

interface Checkpoint {
  readonly name: string
  readonly staff: number
  readonly salary: number
  readonly months: readonly number[]
}

const entries: readonly Checkpoint[] = [
  { name: 'a', staff: 3, salary: 100, months: [1] },
  { name: 'b', staff: 5, salary: 200, months: [] },
]
const columns = {
  ...copied('staff', 'salary'),
  shut: flags((one: Checkpoint, month) => one.months.includes(month + 1), 2),
}

describe('a table of columns', () => {
  it('holds the numbers of each entry side by side', () => {
    expect(tableOf(columns, entries)).toEqual({
      staff: Float64Array.of(3, 5),
      salary: Float64Array.of(100, 200),
      shut: Uint8Array.of(1, 0, 0, 0),
    })
  })

  it('has other columns only where an entry that changed has another value', () => {
    const [a, b] = entries as readonly [Checkpoint, Checkpoint]
    const former = tableOf(columns, entries)
    expect(columnsAfter(columns, former, [[1, { ...b, staff: 9, months: [2] }]])).toEqual({
      staff: Float64Array.of(3, 9),
      shut: Uint8Array.of(1, 0, 0, 1),
    })
    expect(columnsAfter(columns, former, [[0, { ...a }]])).toEqual({})
    expect(former).toEqual(tableOf(columns, entries))
  })

  it('copies only what is a number of each entry, and lacks what has no source', () => {
    // @ts-expect-error: a name is no number
    tableOf(copied('name'), entries)
    // @ts-expect-error: no entry has it
    tableOf({ dogs: floats((one: Checkpoint & { readonly dogs: number }) => one.dogs) }, entries)
    const table = tableOf(columns, entries)
    expectTypeOf(table).not.toMatchTypeOf<{ readonly officers: Float64Array }>()
    expectTypeOf(table).toMatchTypeOf<{ readonly staff: Float64Array; readonly shut: Uint8Array }>()
  })
})

describe('the regimes of a scenario', () => {
  const dateOf = (day: number) => isoDateOf((parseIsoDate('2009-01-01') ?? 0) + day)
  const checkpoints = ['c', 'a', 'b'].map((id) => checkpoint(id, { staff: 4 }))
  const changes = [
    { target: 'checkpoints.a.staff', from: dateOf(10), until: dateOf(30), set: 7 },
    { target: 'checkpoints.c.closedMonths', from: dateOf(20), set: [2] },
  ]
  const interventions = [{ id: 'i', title: 'I', changes }]
  const spec = specOf(scenarioOf({ ...line(checkpoints), interventions }))

  it('say of each checkpoint what a scenario that had it so from the start would say', () => {
    const said = spec.regimes.map(({ spec: { checkpoints } }) => checkpoints)
    const known = [
      { a: { staff: 7 }, c: {} },
      { a: { staff: 7 }, c: { closedMonths: [2] } },
      { a: {}, c: { closedMonths: [2] } },
    ].map(({ a, c }) => {
      const own = [
        checkpoint('c', { staff: 4, ...c }),
        checkpoint('a', { staff: 4, ...a }),
        checkpoint('b', { staff: 4 }),
      ]
      return specOf(scenarioOf(line(own))).checkpoints
    })
    expect(said).toEqual(known)
  })

  it('share the columns that none of their changes touches', () => {
    const [first, second] = spec.regimes.map((regime) => regime.spec.checkpoints)
    expect(first?.staff).not.toBe(spec.checkpoints.staff)
    expect(second?.staff).toBe(first?.staff)
    expect(first?.officerSalary).toBe(spec.checkpoints.officerSalary)
    expect(second?.closedInMonth).not.toBe(first?.closedInMonth)
  })
})
