/** Inspector: the card of a selected place, leg, checkpoint, route or shipment with its live numbers. */

import type { Selection, Store } from '../../store'
import { text } from '../../text'
import { h, iconButton, write } from '../../ui'
import { withKey } from '../keys'
import type { PageState } from '../state'
import type { Card, Fact, InspectorView } from './card'
import { cardOf } from './cards'
import { createSources } from './sources'
import { createStoryList } from './storyList'

const words = text.page.inspector

export interface Inspector {
  readonly element: HTMLElement
  show(state: PageState): void
  /** Moves the card away from this place of the map, in pixels of the map. */
  clear(spot: { readonly x: number; readonly y: number }): void
}

/** Maps below this width have the card above or below; as in the style. */
const NARROW_PIXELS = 700
/** Reach of the card from the left on wide maps and from the top on narrow ones, with some air; as in the style. */
const REACH_LEFT = 320
const REACH_TOP = 60
const HEIGHT_SHARE = 0.4

/** The side of a map of this size where the card hides no such place: `start` is left, or above on narrow maps. */
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
    { class: 'inspector', 'aria-label': words.name, hidden: true },
    h('div', { class: 'inspector-head' }, h('div', {}, title, subtitle), close),
    body,
  )
  /** Shape of the card on show; while it stays, only the values change. */
  let shape = ''
  let values: HTMLElement[] = []
  let story = createStoryList(onSelect)

  function build(card: Card, selection: Selection): void {
    values = []
    const sections = card.parts.map((part) =>
      h(
        'section',
        {},
        part.title === '' ? undefined : h('h3', {}, part.title),
        h('dl', {}, ...part.facts.map((fact) => factRow(fact))),
        part.note === '' ? undefined : h('p', { class: 'dim note' }, part.note),
      ),
    )
    const links = card.links.map(({ title: name, items }) =>
      h(
        'section',
        {},
        h('h3', {}, name),
        h(
          'ul',
          { class: 'links' },
          ...items.map((item) =>
            h(
              'li',
              {},
              h(
                'button',
                {
                  type: 'button',
                  class: 'link',
                  'data-to': `${item.selection.kind}/${item.selection.id}`,
                  onclick: () => onSelect(item.selection),
                },
                item.name,
              ),
              item.detail === undefined ? undefined : h('span', { class: 'dim' }, item.detail),
            ),
          ),
        ),
      ),
    )
    const sources = sourcesOf(card.path)
    const notes = card.note === '' ? undefined : h('p', { class: 'note' }, card.note)
    const list = h('ul', { class: 'sources' }, ...sources.map((source) => h('li', {}, source)))
    const evidence =
      sources.length === 0 ? undefined : h('details', {}, h('summary', {}, words.evidence), list)
    story = createStoryList(onSelect)
    const parts = [...sections, story.element, ...links, notes, evidence]
    const focused = body.contains(document.activeElement) ? keyOf(document.activeElement) : undefined
    body.replaceChildren(...parts.filter((part) => part !== undefined))
    // The same card with newer links stays where it was read.
    if (element.dataset.shown !== `${selection.kind}/${selection.id}`) body.scrollTop = 0
    else if (focused !== undefined)
      [...body.querySelectorAll('button')].find((button) => keyOf(button) === focused)?.focus()
    element.dataset.kind = selection.kind
    element.dataset.shown = `${selection.kind}/${selection.id}`
  }

  function factRow({ label, value }: Fact): HTMLElement {
    const cell = h('dd', {}, value)
    values.push(cell)
    return h('div', {}, h('dt', {}, label), cell)
  }

  let inspected: Selection | undefined

  function hide(): void {
    element.hidden = true
    shape = ''
  }

  return {
    element,
    clear(spot) {
      const { clientWidth, clientHeight } = element.parentElement ?? element
      element.dataset.side = sideAway(spot, clientWidth, clientHeight)
    },
    show(state) {
      const { selection, isWhole, isOfOneDay } = state
      // What is selected meanwhile is shown as it was last, or not at all: never the card of something else.
      if (selection !== undefined && selection === inspected && !isWhole) return
      const view = isOfOneDay ? viewOf(state) : undefined
      inspected = view && selection
      const card = view && selection && cardOf(view, selection)
      if (card === undefined || selection === undefined) return hide()
      element.hidden = false
      write(title, card.title)
      write(subtitle, card.subtitle)
      const facts = card.parts.flatMap((part) => part.facts)
      const next = JSON.stringify([selection, card.links, facts.map(({ label }) => label)])
      if (next !== shape) {
        shape = next
        build(card, selection)
      }
      story.show(card.story)
      for (const [i, fact] of facts.entries()) {
        const cell = values[i]
        if (cell !== undefined) write(cell, fact.value)
      }
    },
  }
}

/** What a link leads to, or the words of another button. */
function keyOf(element: Element | null): string | undefined {
  const to = element instanceof HTMLElement ? element.dataset.to : undefined
  return to ?? element?.textContent ?? undefined
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
    events: story,
    lastSeizures: record.lastSeizures,
    hour: time * 24,
  }
}
