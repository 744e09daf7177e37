/** Columns: counts in bins of equal width, as upright bars over a scale. */
import { type Draw, group, svg } from './plate'
import { ticksUpTo } from './scale'

export interface Bin {
  readonly id: string
  readonly count: number
  readonly note: readonly string[]
}

export interface Bins {
  readonly bins: readonly Bin[]
  /** Width of a bin in units of the axis below. */
  readonly binWidth: number
  readonly axisName: string
  readonly countText: (count: number) => string
}

const LEFT = 44
const RIGHT = 12
const TOP = 10
const BOTTOM = 34
const FONT = 11

export function columnsDrawing({ bins, binWidth, axisName, countText }: Bins, colour: string): Draw {
  return (width, height, look) => {
    const [across, up] = [Math.max(20, width - LEFT - RIGHT), Math.max(20, height - TOP - BOTTOM)]
    const counts = ticksUpTo(Math.max(1, ...bins.map(({ count }) => count)), 4)
    const top = counts.at(-1) as number
    const y = (count: number) => TOP + up * (1 - count / top)
    const end = Math.max(1, bins.length) * binWidth
    const x = (value: number) => LEFT + (value / end) * across
    const label = { 'font-size': FONT, fill: look.muted }
    const grid = counts.flatMap((count) => [
      svg('line', { x1: LEFT, x2: LEFT + across, y1: y(count), y2: y(count), stroke: look.grid }),
      svg('text', { ...label, x: LEFT - 6, y: y(count) + 4, 'text-anchor': 'end' }, countText(count)),
    ])
    const below = ticksUpTo(end, Math.max(2, Math.floor(across / 60)))
      .filter((value) => value <= end)
      .map((value) =>
        svg(
          'text',
          { ...label, x: x(value), y: TOP + up + 15, 'text-anchor': 'middle' },
          String(Math.round(value * 1000) / 1000),
        ),
      )
    const name = svg('text', { ...label, x: LEFT + across, y: height - 5, 'text-anchor': 'end' }, axisName)
    const pitch = across / Math.max(1, bins.length)
    const marks = bins.map(({ id, count, note }, i) => {
      const left = LEFT + i * pitch
      const shape = group([
        svg('rect', { x: left, y: TOP, width: pitch, height: up, fill: 'transparent' }),
        svg('rect', {
          x: left + 0.5,
          y: y(count),
          width: Math.max(1, pitch - 1),
          height: TOP + up - y(count),
          fill: colour,
        }),
      ])
      return { id, shape, note }
    })
    return { height, ground: [...grid, ...below, name], marks, words: [] }
  }
}
