/** Columns: a histogram with bins of equal width, and a separate bar for values beyond the scale. */
import type { ChartLook } from './look'
import { type Draw, group, type Mark, svg } from './markChart'
import { ticksUpTo } from './scale'

export interface Bin {
  readonly id: string
  readonly count: number
  readonly note: readonly string[]
}

export interface Bins {
  readonly bins: readonly Bin[]
  /** Where the first bin begins, and the width of each, in units of the axis below. */
  readonly from: number
  readonly binWidth: number
  /** Values beyond the last bin, with their name below the axis. */
  readonly beyond?: (Bin & { readonly label: string }) | undefined
  readonly axisName: string
  readonly countText: (count: number) => string
}

const LEFT = 44
const RIGHT = 12
const TOP = 10
const BOTTOM = 34
const FONT = 11
const BEYOND_WIDTH = 34
const BEYOND_GAP = 12
const TICK_PIXELS = 60

export function columnsDrawing(chart: Bins, colour: string): Draw {
  return (width, height, look) => {
    const { bins, from, binWidth, beyond, axisName, countText } = chart
    const apart = beyond === undefined ? 0 : BEYOND_WIDTH + BEYOND_GAP
    const across = Math.max(20, width - LEFT - RIGHT - apart)
    const up = Math.max(20, height - TOP - BOTTOM)
    const all = beyond === undefined ? bins : [...bins, beyond]
    const counts = ticksUpTo(Math.max(1, ...all.map(({ count }) => count)), 4)
    const top = counts.at(-1) ?? 0
    const y = (count: number) => TOP + up * (1 - count / top)
    const pitch = across / Math.max(1, bins.length)
    const x = (value: number) => LEFT + ((value - from) / binWidth) * pitch
    const right = LEFT + across + apart
    const words = { 'font-size': FONT, fill: look.muted }
    const grid = counts.flatMap((count) => [
      svg('line', { x1: LEFT, x2: right, y1: y(count), y2: y(count), stroke: look.grid }),
      svg('text', { ...words, x: LEFT - 6, y: y(count) + 4, 'text-anchor': 'end' }, countText(count)),
    ])
    const name = svg('text', { ...words, x: LEFT + across, y: height - 5, 'text-anchor': 'end' }, axisName)
    const mark = (bin: Bin, left: number, wide: number): Mark => ({
      id: bin.id,
      note: bin.note,
      shape: group([
        svg('rect', { x: left, y: TOP, width: wide, height: up, fill: 'transparent' }),
        svg('rect', {
          x: left + 0.5,
          y: y(bin.count),
          width: Math.max(1, wide - 1),
          height: TOP + up - y(bin.count),
          fill: colour,
        }),
      ]),
    })
    const marks = bins.map((bin, i) => mark(bin, LEFT + i * pitch, pitch))
    const last = LEFT + across + BEYOND_GAP
    const below = scaleWords(chart, across, x, TOP + up + 15, look)
    if (beyond !== undefined) {
      marks.push(mark(beyond, last, BEYOND_WIDTH))
      const place = { x: last + BEYOND_WIDTH / 2, y: TOP + up + 15, 'text-anchor': 'middle' }
      below.push(svg('text', { ...words, ...place }, beyond.label))
    }
    return { height, ground: [...grid, ...below, name], marks, words: [] }
  }
}

/** Round values along the axis below. */
function scaleWords(
  { bins, from, binWidth }: Bins,
  across: number,
  x: (value: number) => number,
  y: number,
  look: ChartLook,
): SVGElement[] {
  const end = from + Math.max(1, bins.length) * binWidth
  const max = Math.max(2, Math.floor(across / TICK_PIXELS) * (end / (end - from)))
  return ticksUpTo(end, max)
    .filter((value) => value >= from - 1e-9 && value <= end + 1e-9)
    .map((value) =>
      svg(
        'text',
        { 'font-size': FONT, fill: look.muted, x: x(value), y, 'text-anchor': 'middle' },
        String(Math.round(value * 1000) / 1000),
      ),
    )
}
