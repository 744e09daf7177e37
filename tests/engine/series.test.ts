/** Series: the keyed sum of the daily counters shows every change and no order. */
import { describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../src/engine'
import { addSeries, seriesColumns } from '../../src/engine/series'
import { rich } from '../support/rich'
import { specOf } from '../support/scenarios'
import { worldAfter } from '../support/worlds'

const hashOf = (world: World): string => {
  const sum = new Int32Array(4)
  addSeries(sum, world)
  return sum.join(' ')
}

/** All columns that the digest takes in. */
const columnsOf = (world: World): readonly Float64Array[] => Object.values(seriesColumns(world)).flat()

describe('the hash of the daily series', () => {
  const world = worldAfter(specOf(rich()), 60)
  const before = hashOf(world)

  it('takes in seventeen columns, among them all counters but those that are named here', () => {
    const columns = columnsOf(world)
    expect(columns).toHaveLength(17)
    expect(new Set(columns).size).toBe(17)
    expect(columns).toContain(world.stockGrams)
    const others = Object.entries(world.counters).filter(([, column]) => !columns.includes(column))
    expect(others.map(([name]) => name).sort()).toEqual([
      'arrivedGrams',
      'checkpointBribeCents',
      'checkpointSeizedGrams',
      'costCents',
      'declined',
      'exposures',
      'legShipments',
      'patrolSeizedGrams',
      'processedLossGrams',
      'revenueCents',
      'seized',
    ])
  })

  it('has four different words, and none for a world without counts', () => {
    expect(new Set(before.split(' ')).size).toBe(4)
    const blank = createWorld(specOf(rich()), 'x')
    for (const column of columnsOf(blank)) column.fill(0)
    expect(hashOf(blank)).toBe('0 0 0 0')
  })

  it('shows one more in any cell, in its low and in its high bits, and is the same again without', () => {
    const seen = new Set([before])
    let cells = 0
    for (const column of columnsOf(world))
      for (const [row, value] of column.entries())
        for (const more of [1, 2 ** 31, 2 ** 32, 2 ** 52]) {
          column[row] = value + more
          seen.add(hashOf(world))
          column[row] = value
          cells++
        }
    expect(hashOf(world)).toBe(before)
    expect(cells).toBeGreaterThan(400)
    expect(seen.size).toBe(cells + 1)
  })

  it('shows each bit in all of its words', () => {
    const column = columnsOf(world)[1] as Float64Array
    const words = before.split(' ')
    for (const more of [1, 2 ** 31, 2 ** 32, 2 ** 52]) {
      const value = column[2] ?? 0
      column[2] = value + more
      const alike = hashOf(world)
        .split(' ')
        .filter((word, lane) => word === words[lane])
      expect(alike, `${more} more`).toEqual([])
      column[2] = value
    }
  })

  it('has the same words as ever for counts of more than 32 bits', () => {
    const large = createWorld(specOf(rich()), 'large')
    const { candidates } = seriesColumns(large)
    for (const column of columnsOf(large)) column.fill(0)
    for (const [c, column] of candidates.slice(0, 7).entries())
      for (const row of column.keys()) column[row] = (c + 1) * 2 ** 33 + row * (2 ** 41 + 7)
    expect(hashOf(large)).toBe('2081921653 1163524439 1752342103 -1059785227')
  })

  it('shows a gram that moves from one row to another, or from one column to another', () => {
    const columns = columnsOf(world)
    const seen = new Set([before])
    let moves = 0
    const move = (from: Float64Array, i: number, to: Float64Array, j: number) => {
      const [a, b] = [from[i] ?? 0, to[j] ?? 0]
      from[i] = a + 1
      to[j] = b > 0 ? b - 1 : 2
      seen.add(hashOf(world))
      from[i] = a
      to[j] = b
      moves++
    }
    for (const [c, column] of columns.entries()) {
      const other = columns[(c + 1) % columns.length] as Float64Array
      for (let row = 1; row < column.length; row++) move(column, row, column, row - 1)
      move(column, 0, other, 0)
    }
    expect(moves).toBeGreaterThan(100)
    expect(seen.size).toBe(moves + 1)
  })
})
