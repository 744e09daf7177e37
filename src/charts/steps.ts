/** Steps: a value at each stop of a way, as a staircase with the countries along it. */
import { widthOf } from './letters'
import type { ChartLook } from './look'
import { type Draw, group, svg } from './markChart'
import { fitted, ticksUpTo } from './scale'

export interface Stop {
  readonly id: string
  readonly name: string
  /** Neighbours with the same group share a band. */
  readonly group: string
  /** Undefined where there is none. */
  readonly value: number | undefined
  readonly note: readonly string[]
}

const LEFT = 60
const RIGHT = 12
const TOP = 26
const BOTTOM = 22
const FONT = 11
const NAMED_PIXELS = 68

interface Band {
  readonly name: string
  readonly from: number
  readonly until: number
}

/** Runs of neighbours with the same name. */
export function bandsOf(names: readonly string[]): Band[] {
  const bands: Band[] = []
  for (const [i, name] of names.entries()) {
    const last = bands.at(-1)
    if (last?.name === name) bands.splice(-1, 1, { ...last, until: i + 1 })
    else bands.push({ name, from: i, until: i + 1 })
  }
  return bands
}

export function stepsDrawing(
  stops: readonly Stop[],
  colour: string,
  valueText: (value: number) => string,
  noValue: string,
): Draw {
  return (width, height, look) => {
    const [across, up] = [Math.max(20, width - LEFT - RIGHT), Math.max(20, height - TOP - BOTTOM)]
    const values = ticksUpTo(Math.max(1e-9, ...stops.map(({ value }) => value ?? 0)), 4)
    const top = values.at(-1) ?? 0
    const pitch = across / Math.max(1, stops.length)
    const x = (stop: number) => LEFT + stop * pitch
    const y = (value: number) => TOP + up * (1 - value / top)
    const label = { 'font-size': FONT, fill: look.muted }
    const grid = values.flatMap((value) => [
      svg('line', { x1: LEFT, x2: LEFT + across, y1: y(value), y2: y(value), stroke: look.grid }),
      svg('text', { ...label, x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, valueText(value)),
    ])
    const bands = bandsOf(stops.map(({ group: name }) => name)).flatMap(({ name, from, until }, i) => [
      svg('rect', {
        x: x(from),
        y: TOP - 20,
        width: x(until) - x(from),
        height: up + 20,
        fill: look.muted,
        'fill-opacity': i % 2 === 0 ? 0.09 : 0,
      }),
      svg(
        'text',
        { ...label, x: (x(from) + x(until)) / 2, y: TOP - 7, 'text-anchor': 'middle' },
        fittedAt(name, x(until) - x(from) - 2),
      ),
    ])
    const name = (stop: number, at: number, anchor: string, room: number) =>
      svg(
        'text',
        { ...label, x: at, y: TOP + up + 15, 'text-anchor': anchor },
        fittedAt(stops[stop]?.name ?? '', room),
      )
    const last = stops.length - 1
    const names =
      pitch >= NAMED_PIXELS
        ? stops.map((_, i) => name(i, x(i) + pitch / 2, 'middle', pitch - 4))
        : [name(0, LEFT, 'start', across / 2), name(last, LEFT + across, 'end', across / 2)]
    const marks = stops.map(({ id, value, note }, i) => {
      const parts: SVGElement[] = [
        svg('rect', { x: x(i), y: TOP, width: pitch, height: up, fill: 'transparent' }),
      ]
      if (value !== undefined) {
        const size = { x: x(i), y: y(value), width: pitch, height: TOP + up - y(value) }
        parts.push(svg('rect', { ...size, fill: colour, 'fill-opacity': 0.28 }))
        parts.push(
          svg('line', {
            x1: x(i),
            x2: x(i + 1),
            y1: y(value),
            y2: y(value),
            stroke: colour,
            'stroke-width': 3,
          }),
        )
      }
      return { id, shape: group(parts), note }
    })
    const gaps = bandsOf(stops.map(({ value }) => (value === undefined ? noValue : '')))
      .filter(({ name: missing }) => missing !== '')
      .map(({ from, until }) => gapWords(noValue, x(from), x(until), TOP + up / 2, look))
    return { height, ground: [...bands, ...grid], marks, words: [...names, ...gaps] }
  }
}

function fittedAt(name: string, pixels: number): string {
  return fitted(name, pixels, (line) => widthOf(line, FONT))
}

/** Label in the middle of a gap without a value; upright where the gap is narrow. */
function gapWords(noValue: string, from: number, until: number, y: number, look: ChartLook): SVGElement {
  const x = (from + until) / 2
  const isNarrow = widthOf(noValue, FONT) > until - from - 4
  return svg(
    'text',
    {
      x,
      y,
      'font-size': FONT,
      fill: look.muted,
      'text-anchor': 'middle',
      'dominant-baseline': 'middle',
      ...(isNarrow ? { transform: `rotate(-90 ${x} ${y})` } : {}),
    },
    noValue,
  )
}
