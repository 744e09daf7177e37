/** Hover: a small label beside the pointer with the name and the main number of what is under it. */
import type { MapTarget } from '../map'
import { h } from '../panel'
import { text } from '../text'
import { mass } from './format'
import { liveOdds } from './odds'
import type { Run } from './run'

const words = text.page

export interface Hover {
  readonly element: HTMLElement
  show(target: MapTarget | undefined, x: number, y: number): void
}

export function createHover(run: () => Run | undefined): Hover {
  const title = h('strong', {})
  const line = h('span', {})
  const element = h('div', { class: 'hover', hidden: true, 'aria-hidden': 'true' }, title, line)

  function lineOf(present: Run, { kind, index }: MapTarget): string {
    const { spec, record, frame } = present
    if (spec === undefined) return ''
    if (kind === 'checkpoint') {
      const seized = liveOdds(spec, index).rows.at(-1)
      return seized === undefined ? '' : `${seized.label}: ${seized.value}`
    }
    if (kind === 'leg') {
      const kg = record?.flowsAt(present.player.day)[index] ?? 0
      return `${mass(kg * 1000)} ${words.map.perMonth}`
    }
    const through = frame?.counters.legGrams.reduce(
      (sum, grams, leg) => sum + (spec.legs.from[leg] === index ? grams : 0),
      0,
    )
    return `${words.inspector.left}: ${mass(through ?? 0)}`
  }

  function nameOf({ spec }: Run, { kind, index }: MapTarget): string {
    if (spec === undefined) return ''
    if (kind === 'node') return spec.nodes.names[index] ?? ''
    if (kind === 'checkpoint') return spec.checkpoints.names[index] ?? ''
    const nameAt = (ends: Int32Array) => spec.nodes.names[ends[index] as number] ?? ''
    return words.inspector.direction(nameAt(spec.legs.from), nameAt(spec.legs.to))
  }

  return {
    element,
    show(target, x, y) {
      const present = run()
      element.hidden = target === undefined || present === undefined
      if (target === undefined || present === undefined) return
      title.textContent = nameOf(present, target)
      line.textContent = lineOf(present, target)
      const width = element.parentElement?.clientWidth ?? 0
      const left = Math.max(4, Math.min(x + 14, width - element.offsetWidth - 4))
      const top = y > 70 ? y - element.offsetHeight - 10 : y + 18
      element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
    },
  }
}
