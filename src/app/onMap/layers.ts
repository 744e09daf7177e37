/** Layers: the panel that sets what the map shows, and the note on what it leaves out. */
import type { ModelSpec } from '../../engine'
import type { CheckpointState, TrafficMap } from '../../map'
import { LAYERS, type Layer, type ViewChoices, type ViewFilter, type ViewStore } from '../../store'
import { text } from '../../text'
import { h, html, iconButton, live, render, type View } from '../../ui'
import { withKey } from '../keys'
import { leftOut, NO_OFFERS, type Offers, offersOf } from './offers'

const words = text.map
const STRONGEST = [0, 5, 10, 20, 40] as const
const PLAIN: CheckpointState = { staff: 0, requiredStaff: 1, odds: 0, scannedShare: 0, corruptShare: 0 }
/** States that each bring out one part of a checkpoint's sign. */
const SIGNS = {
  staff: { ...PLAIN, staff: 0.7 },
  odds: { ...PLAIN, odds: 0.5 },
  corruption: { ...PLAIN, corruptShare: 0.6 },
  scanner: { ...PLAIN, scannedShare: 0.6 },
} as const satisfies Record<keyof typeof words.signs, CheckpointState>

export interface LayersPanel {
  readonly button: HTMLButtonElement
  readonly element: HTMLElement
  /** Note on what is filtered and switched off, with a way back. */
  readonly note: HTMLElement
  toggle(): void
  /** What is filtered and switched off, in words. */
  summary(): string
  /** Offers the entries of this scenario. */
  offer(spec: ModelSpec): void
  /** Draws the signs in the colours of the theme. */
  drawSigns(): void
}

export function createLayersPanel(view: ViewStore, map: TrafficMap): LayersPanel {
  const button = iconButton(words.layersButton, 'layers', toggle, withKey(words.layersButton, 'layers'))
  button.setAttribute('aria-expanded', 'false')
  const element = h('section', { class: 'layers floating', 'aria-label': words.layersButton, hidden: true })
  const note = h('div', {
    class: 'map-note floating',
    role: 'status',
    'aria-label': words.noteName,
    hidden: true,
  })
  let offers = NO_OFFERS
  let signs: readonly View[] = []
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    toggle()
    button.focus()
  })

  function toggle(): void {
    element.hidden = !element.hidden
    button.setAttribute('aria-expanded', String(!element.hidden))
    if (!element.hidden) element.querySelector('input')?.focus()
  }

  function show(): void {
    const choices = view.get()
    render(panelView(view, choices, offers, signs), element)
    const left = leftOut(choices, offers)
    note.hidden = left === ''
    const clear = html`<button type="button" class="quiet" @click=${view.showAll}>${words.clearFilter}</button>`
    render(html`<span>${left}</span>${clear}`, note)
  }

  view.subscribe(show)
  show()
  return {
    button,
    element,
    note,
    toggle,
    offer(spec) {
      offers = offersOf(spec)
      show()
    },
    drawSigns() {
      signs = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).map((part) => {
        const sign = map.sign(SIGNS[part])
        sign.setAttribute('aria-hidden', 'true')
        return html`<li>${sign}${words.signs[part]}</li>`
      })
      show()
    },
    summary: () => leftOut(view.get(), offers),
  }
}

function panelView(view: ViewStore, choices: ViewChoices, offers: Offers, signs: readonly View[]): View {
  const filters = (Object.keys(offers) as (keyof ViewFilter)[]).map((name) =>
    selectView(
      words.filters[name],
      [{ id: '', name: words.all }, ...offers[name]],
      choices.filter[name],
      (id) => view.filterBy({ [name]: id }),
    ),
  )
  const counts = STRONGEST.map((count) => {
    return { id: String(count), name: count === 0 ? words.all : words.strongestCount(count) }
  })
  const strongest = selectView(words.strongest, counts, String(choices.strongest), (count) =>
    view.setStrongest(Number(count)),
  )
  return html`
    <h3>${words.layersTitle}</h3>
    <div class="layer-boxes">${LAYERS.map((layer, i) => boxView(view, choices, layer, i + 1))}</div>
    <h3>${words.filterTitle}</h3>
    <div class="layer-filters">${filters}${strongest}</div>
    <h3>${words.signsTitle}</h3>
    <ul class="signs">${signs}</ul>
  `
}

function boxView(view: ViewStore, { layers }: ViewChoices, layer: Layer, key: number): View {
  const toggle = () => view.toggle(layer)
  const box = html`<input type="checkbox" .checked=${live(layers.has(layer))} @change=${toggle} />`
  return html`<label>${box}<span>${words.layers[layer]}</span><kbd>${key}</kbd></label>`
}

function selectView(
  title: string,
  offers: Offers[keyof ViewFilter],
  chosen: string,
  onChoose: (id: string) => void,
): View {
  const options = offers.map(
    ({ id, name }) => html`<option value=${id} .selected=${live(id === chosen)}>${name}</option>`,
  )
  const choose = ({ currentTarget: select }: Event) => {
    if (select instanceof HTMLSelectElement) onChoose(select.value)
  }
  return html`<label><span>${title}</span><select @change=${choose}>${options}</select></label>`
}
