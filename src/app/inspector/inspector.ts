/** Inspector: the card of a selected place, leg, checkpoint, route or shipment with its live numbers. */

import { type Selection, type Store, selectionName } from '../../store'
import { text } from '../../text'
import { h, iconButton, keyed, nothing, render, write } from '../../ui'
import { withKey } from '../keys'
import type { PageState } from '../state'
import type { InspectorView } from './card'
import { cardOf } from './cards'
import { cardView } from './cardView'
import { createSources } from './sources'

const words = text.page.inspector

export interface Inspector {
  readonly element: HTMLElement
  show(state: PageState): void
  /** Moves the card away from this place of the map, in pixels of the map. */
  clear(spot: { readonly x: number; readonly y: number }): void
}

/** Maps below this width have the card above or below; as in the style. */
const NARROW_PIXELS = 700
/**
 * Extent of the card from the left on wide maps and from the top on narrow ones, with some space; as in the
 * style.
 */
const REACH_LEFT = 320
const REACH_TOP = 60
const HEIGHT_SHARE = 0.4

/** The side of a map on which the card does not cover a spot: `start` is left, or above on narrow maps. */
export function sideAway(
  { x, y }: { readonly x: number; readonly y: number },
  width: number,
  height: number,
) {
  const isClear = width < NARROW_PIXELS ? y > REACH_TOP + HEIGHT_SHARE * height : x > REACH_LEFT
  return isClear ? 'start' : 'end'
}

export function createInspector(store: Store): Inspector {
  const { select: onSelect } = store
  const sourcesOf = createSources(() => store.get().document?.opened)
  const title = h('h2', {})
  const subtitle = h('p', { class: 'dim' })
  const body = h('div', { class: 'inspector-body' })
  const close = iconButton(words.close, 'close', () => onSelect(undefined), withKey(words.close, 'escape'))
  const element = h(
    'aside',
    { class: 'inspector floating', 'aria-label': words.name, hidden: true },
    h('div', { class: 'inspector-head' }, h('div', {}, title, subtitle), close),
    body,
  )
  let shown = ''
  let inspected: Selection | undefined

  function hide(): void {
    element.hidden = true
    shown = ''
    render(nothing, body)
  }

  return {
    element,
    clear(spot) {
      const { clientWidth, clientHeight } = element.parentElement ?? element
      element.dataset.side = sideAway(spot, clientWidth, clientHeight)
    },
    show(state) {
      const { selection, isWhole, isOfOneDay } = state
      // While results are incomplete, the same selection keeps its last card; another one has none yet.
      if (selection !== undefined && selection === inspected && !isWhole) return
      const view = isOfOneDay ? viewOf(state) : undefined
      inspected = view && selection
      const card = view && selection && cardOf(view, selection)
      if (card === undefined || selection === undefined) return hide()
      element.hidden = false
      write(title, card.title)
      write(subtitle, card.subtitle)
      const key = selectionName(selection)
      // Another card starts fresh: scrolled to the top, with its evidence closed.
      render(keyed(key, cardView(card, sourcesOf(card.path), onSelect)), body)
      if (key !== shown) body.scrollTop = 0
      shown = key
    },
  }
}

function viewOf(state: PageState): InspectorView | undefined {
  const { scenario, specToday, selection, frame, record, day, time, story } = state
  if (record === undefined) return undefined
  return {
    scenario,
    spec: specToday,
    selection,
    frame,
    flows: record.flowsAt(day),
    gramsOver: (legs) => record.gramsOver(legs, day),
    story,
    lastSeizures: record.lastSeizures,
    hour: time * 24,
  }
}
