/** Bars: amounts as horizontal bars with their names, in the order given. */
import { type Draw, group, svg } from './plate'
import { fitted } from './scale'

export interface Bar {
  readonly id: string
  readonly label: string
  readonly value: number
  readonly valueText: string
  readonly note: readonly string[]
}

const ROW = 22
const BAR = 13
const FONT = 12
const VALUE_WIDTH = 64

export function barsDrawing(bars: readonly Bar[], colour: string): Draw {
  return (width, _, look) => {
    const longest = Math.max(0, ...bars.map(({ label }) => label.length))
    const names = Math.min(width * 0.42, longest * FONT * 0.58 + 10)
    const room = Math.max(10, width - names - VALUE_WIDTH - 8)
    const most = Math.max(1e-9, ...bars.map(({ value }) => value))
    const lengthOf = (value: number) => Math.max(1, (value / most) * room)
    const words = bars.flatMap(({ label, value, valueText }, row) => {
      const text = { y: row * ROW + ROW / 2 + FONT * 0.35, 'font-size': FONT }
      const name = { ...text, x: names - 8, fill: look.text, 'text-anchor': 'end' }
      return [
        svg('text', name, fitted(label, names - 8, FONT)),
        svg('text', { ...text, x: names + lengthOf(value) + 6, fill: look.muted }, valueText),
      ]
    })
    const marks = bars.map(({ id, value, note }, row) => {
      const top = row * ROW
      const bar = { x: names, y: top + (ROW - BAR) / 2, width: lengthOf(value), height: BAR, rx: 2 }
      const shape = group([
        svg('rect', { x: 0, y: top, width, height: ROW, fill: 'transparent' }),
        svg('rect', { ...bar, fill: colour }),
      ])
      return { id, shape, note }
    })
    return { height: Math.max(ROW, bars.length * ROW), ground: [], marks, words }
  }
}
