/** What charts work out before they draw: stacks, scales, bands, and where streams come to lie. */
import { describe, expect, it } from 'vitest'
import { placeLegend } from '../../src/charts/picture'
import { fitted, ticksUpTo } from '../../src/charts/scale'
import { bandAt, stackedColumns } from '../../src/charts/stack'
import { bandsOf } from '../../src/charts/steps'
import { layOutStreams, type StreamLink, type StreamNode } from '../../src/charts/streams'

describe('a stack', () => {
  const stacked = stackedColumns([
    [0.5, 0.2],
    [0.3, 0.2],
    [0.2, 0.6],
  ])

  it('draws the first column behind, up to the sum of all', () => {
    expect(stacked.map((column) => column.map((value) => Math.round(value * 10)))).toEqual([
      [10, 10],
      [5, 8],
      [2, 6],
    ])
  })

  it('knows the area at a height of each row', () => {
    expect([0.1, 0.3, 0.9].map((height) => bandAt(stacked, 0, height))).toEqual([2, 1, 0])
    expect([0.1, 0.7, 0.9].map((height) => bandAt(stacked, 1, height))).toEqual([2, 1, 0])
  })

  it('has no area above its top or below zero', () => {
    expect(bandAt(stacked, 0, 1.1)).toBeUndefined()
    expect(bandAt(stacked, 0, -0.1)).toBeUndefined()
  })
})

describe('a scale', () => {
  it.each([
    [7, 4, [0, 2, 4, 6, 8]],
    [10, 4, [0, 5, 10]],
    [0.3, 3, [0, 0.1, 0.2, 0.3]],
    [2548, 4, [0, 1000, 2000, 3000]],
  ])('up to %d in at most %d steps', (most, count, expected) => {
    expect(ticksUpTo(most, count).map((value) => Math.round(value * 1e6) / 1e6)).toEqual(expected)
  })

  it('has only its zero when there is nothing', () => {
    expect(ticksUpTo(0, 4)).toEqual([0])
    expect(ticksUpTo(Number.NaN, 4)).toEqual([0])
  })

  it('cuts names to the room they have, to one letter at least', () => {
    const widthOf = (name: string) => name.length * 7
    expect(fitted('Osh', 21, widthOf)).toBe('Osh')
    expect(fitted('Railway Dushanbe - Moscow', 65, widthOf)).toBe('Railway…')
    expect(fitted('Osh', 3, widthOf)).toBe('O…')
  })
})

describe('the legend of a picture', () => {
  const series = (...names: string[]) => names.map((name) => ({ name, label: name, colour: '#000' }))

  it('goes on in another line where one is full, and gives a long name a line of its own', () => {
    const placed = placeLegend(
      series('aaaa', 'bbbb', 'cccccccccccccccc', 'd'),
      100,
      (name) => name.length * 6,
    )
    expect(placed.map(({ line }) => line)).toEqual([0, 0, 1, 2])
    expect(placed.filter(({ left }) => left === 0).map(({ name }) => name)).toEqual([
      'aaaa',
      'cccccccccccccccc',
      'd',
    ])
  })
})

describe('bands of a way', () => {
  it('join neighbours of one country and keep a country apart that comes again', () => {
    const countries = ['AF', 'TJ', 'TJ', 'KG', 'TJ']
    expect(bandsOf(countries).map(({ name, from, until }) => [name, from, until])).toEqual([
      ['AF', 0, 1],
      ['TJ', 1, 3],
      ['KG', 3, 4],
      ['TJ', 4, 5],
    ])
  })
})

describe('streams', () => {
  const node = (id: string, layer: number): StreamNode => ({
    id,
    label: id,
    layer,
    colour: '#000',
    note: () => [],
  })
  const link = (from: string, to: string, amount: number): StreamLink => ({
    id: `${from}>${to}`,
    from,
    to,
    amount,
    note: [],
  })
  const SIDES = { left: 120, right: 80 }
  const nodes = [node('s', 0), node('m', 1), node('n', 1), node('t', 2)]

  it('lie in their columns, as thick as their amounts', () => {
    const laid = layOutStreams(
      nodes,
      [link('s', 'm', 3), link('s', 'n', 1), link('m', 't', 3), link('n', 't', 1)],
      800,
      300,
      SIDES,
    )
    const [s, m, n, t] = laid.nodes
    expect([s, m, n, t].map((one) => one?.value)).toEqual([4, 3, 1, 4])
    expect(m?.x0).toBe(n?.x0)
    expect([s?.x0, t?.x1]).toEqual([SIDES.left, 800 - SIDES.right])
    expect([s?.x0 ?? 0, m?.x0 ?? 0, t?.x0 ?? 0]).toEqual(
      [...[s, m, t].map((one) => one?.x0 ?? 0)].sort((a, b) => a - b),
    )
    const [wide, thin] = laid.links.map(({ width = 0 }) => width)
    expect((wide ?? 0) / (thin ?? 1)).toBeCloseTo(3)
  })

  it('that would lead in a circle or are empty are left out', () => {
    const laid = layOutStreams(
      nodes,
      [link('s', 'm', 2), link('m', 's', 1), link('m', 'm', 1), link('m', 't', 2), link('n', 't', 0)],
      800,
      300,
      SIDES,
    )
    expect(laid.links.map(({ id }) => id)).toEqual(['s>m', 'm>t'])
    expect(laid.nodes.map(({ id }) => id)).toEqual(['s', 'm', 't'])
  })
})
