/** Headline numbers of the run so far. */

import { sumOf } from '../../analysis'
import { text } from '../../text'
import { h, markTerms } from '../../ui'
import { count, mass, money, percent } from '../../words'
import type { PageState } from '../state'

const words = text.page.headline
const TILES = ['dispatched', 'delivered', 'seized', 'inTransit', 'interdictionRate', 'bribes'] as const

export interface Headline {
  readonly element: HTMLElement
  show(state: PageState): void
}

export function createHeadline(): Headline {
  const tiles = TILES.map((name) => {
    const value = h('dd', { class: 'tile-value', 'data-testid': name })
    const note = h('dd', { class: 'tile-note' })
    return {
      name,
      value,
      note,
      element: h('div', { class: 'tile', 'data-tile': name }, h('dt', {}, words[name]), value, note),
    }
  })
  const element = h(
    'dl',
    { class: 'headline', 'aria-label': words.name },
    ...tiles.map(({ element }) => element),
  )
  for (const name of element.querySelectorAll('dt')) markTerms(name)

  /** Shows that nothing is known yet. */
  function clear(): void {
    for (const { value, note } of tiles) {
      value.textContent = words.none
      note.textContent = ''
    }
  }

  return {
    element,
    show({ frame, isWhole }) {
      if (frame === undefined) return clear()
      if (!isWhole) return
      const { counters } = frame
      const dispatched = sumOf(counters.dispatchedGrams)
      const seized = sumOf(counters.seizedGrams)
      const shown = {
        dispatched: [mass(dispatched), words.shipments(count(sumOf(counters.dispatched)))],
        delivered: [mass(sumOf(counters.deliveredGrams)), words.shipments(count(sumOf(counters.delivered)))],
        seized: [mass(seized), words.shipments(count(sumOf(counters.seized)))],
        inTransit: [mass(frame.inTransitGrams), words.shipments(count(frame.inTransit))],
        interdictionRate: [dispatched === 0 ? words.none : percent(seized / dispatched), words.ofDispatched],
        bribes: [money(sumOf(counters.bribeCents) / 100), words.sinceStart],
      } as const satisfies Record<(typeof TILES)[number], readonly [string, string]>
      for (const { name, value, note } of tiles) {
        value.textContent = shown[name][0]
        note.textContent = shown[name][1]
      }
    },
  }
}
