/** Bars: amounts as horizontal bars with their names beside or above them, in the order given. */
import { widthOf } from './letters'
import type { ChartLook } from './look'
import { type Draw, group, type Mark, svg } from './markChart'
import { fitted } from './scale'

export interface Bar {
  readonly id: string
  readonly label: string
  readonly value: number
  readonly valueText: string
  readonly note: readonly string[]
}

const FONT = 12
const GAP = 8
/** Where names above the bars begin: below the title. */
const INDENT = 6
/** Least width for names beside the bars, and the share of it that they may take. */
const BESIDE_PIXELS = 280
const BESIDE_SHARE = 0.45

/** Where the parts of a row lie, in pixels from its left and upper edge. */
interface Row {
  readonly height: number
  readonly nameLine: number
  /** Where a name begins, or ends where it stands beside the bar. */
  readonly nameX: number
  readonly nameEnds: boolean
  readonly nameRoom: number
  readonly barTop: number
  readonly barLeft: number
  readonly barHeight: number
}

/** Rows with their names beside the bars where the longest has room there, else above them. */
function rowFor(bars: readonly Bar[], width: number): Row {
  const longest = Math.ceil(Math.max(0, ...bars.map(({ label }) => widthOf(label, FONT)))) + 1
  if (width >= BESIDE_PIXELS && longest <= width * BESIDE_SHARE)
    return {
      height: 22,
      nameLine: 15,
      nameX: longest,
      nameEnds: true,
      nameRoom: longest,
      barTop: 5,
      barLeft: longest + GAP,
      barHeight: 13,
    }
  return {
    height: 36,
    nameLine: 14,
    nameX: INDENT,
    nameEnds: false,
    nameRoom: width - INDENT,
    barTop: 19,
    barLeft: INDENT,
    barHeight: 11,
  }
}

export function barsDrawing(bars: readonly Bar[], colour: string): Draw {
  return (width, _, look) => {
    const row = rowFor(bars, width)
    const values = Math.max(0, ...bars.map(({ valueText }) => widthOf(valueText, FONT)))
    const room = Math.max(10, width - row.barLeft - values - 2 * GAP)
    const max = Math.max(1e-9, ...bars.map(({ value }) => value))
    const lengthOf = (value: number) => Math.max(1, (value / max) * room)
    return {
      height: Math.max(1, bars.length) * row.height,
      ground: [],
      marks: bars.map((bar, i) => barMark(bar, row, i, { width, length: lengthOf(bar.value), colour })),
      words: bars.flatMap((bar, i) => barWords(bar, row, i, lengthOf(bar.value), look)),
    }
  }
}

function barMark(
  { id, note }: Bar,
  { height, barLeft, barTop, barHeight }: Row,
  i: number,
  { width, length, colour }: { width: number; length: number; colour: string },
): Mark {
  const bar = { x: barLeft, y: i * height + barTop, width: length, height: barHeight, rx: 2 }
  const shape = group([
    svg('rect', { x: 0, y: i * height, width, height, fill: 'transparent' }),
    svg('rect', { ...bar, fill: colour }),
  ])
  return { id, shape, note }
}

function barWords({ label, valueText }: Bar, row: Row, i: number, length: number, look: ChartLook) {
  const { height, nameLine, nameX, nameEnds, nameRoom, barLeft, barTop, barHeight } = row
  const name = fitted(label, nameRoom, (line) => widthOf(line, FONT))
  const place = { x: nameX, 'text-anchor': nameEnds ? 'end' : 'start' }
  const valueLine = i * height + barTop + barHeight / 2 + FONT * 0.36
  return [
    svg('text', { ...place, y: i * height + nameLine, 'font-size': FONT, fill: look.text }, name),
    svg('text', { x: barLeft + length + GAP, y: valueLine, 'font-size': FONT, fill: look.muted }, valueText),
  ]
}
