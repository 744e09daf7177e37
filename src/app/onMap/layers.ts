/** Layers: the panel that says what the map shows, and the note that says what it leaves out. */
import { MODE_NAMES, type ModelSpec } from '../../engine'
import type { CheckpointState, TrafficMap } from '../../map'
import { LAYERS, type ViewChoices, type ViewFilter, type ViewStore } from '../../store'
import { text } from '../../text'
import { h, html, iconButton, render, write } from '../../ui'
import { byName } from '../../words'
import { withKey } from '../keys'

const words = text.map
const { modes } = text.page.inspector
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
  /** Says what is filtered and switched off, with a way back. */
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
  const boxes = LAYERS.map((layer, i) => {
    const box = h('input', { type: 'checkbox', onchange: () => view.toggle(layer) })
    const row = h('label', {}, box, h('span', {}, words.layers[layer]), h('kbd', {}, String(i + 1)))
    return { layer, box, row }
  })
  const selects = (Object.keys(words.filters) as (keyof ViewFilter)[]).map((name) => {
    const select = h('select', { onchange: () => view.filterBy({ [name]: select.value }) })
    return { name, select, row: h('label', {}, h('span', {}, words.filters[name]), select) }
  })
  const strongest = h(
    'select',
    { onchange: () => view.setStrongest(Number(strongest.value)) },
    ...STRONGEST.map((count) =>
      h('option', { value: count }, count === 0 ? words.all : words.strongestCount(count)),
    ),
  )
  const signs = h('ul', { class: 'signs' })
  const element = h(
    'section',
    { class: 'layers', 'aria-label': words.layersButton, hidden: true },
    h('h3', {}, words.layersTitle),
    h('div', { class: 'layer-boxes' }, ...boxes.map(({ row }) => row)),
    h('h3', {}, words.filterTitle),
    h(
      'div',
      { class: 'layer-filters' },
      ...selects.map(({ row }) => row),
      h('label', {}, h('span', {}, words.strongest), strongest),
    ),
    h('h3', {}, words.signsTitle),
    signs,
  )
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    toggle()
    button.focus()
  })
  const left = h('span', {})
  const clear = h('button', { type: 'button', class: 'quiet', onclick: view.showAll }, words.clearFilter)
  const note = h(
    'div',
    { class: 'map-note', role: 'status', 'aria-label': words.noteName, hidden: true },
    left,
    clear,
  )

  function toggle(): void {
    element.hidden = !element.hidden
    button.setAttribute('aria-expanded', String(!element.hidden))
    if (!element.hidden) boxes[0]?.box.focus()
  }

  function show({ layers, filter, strongest: count }: ViewChoices): void {
    for (const { layer, box } of boxes) box.checked = layers.has(layer)
    for (const { name, select } of selects) select.value = filter[name]
    strongest.value = String(count)
    const chosen = selects.flatMap(({ select }) =>
      select.value === '' ? [] : (select.selectedOptions[0]?.textContent ?? []),
    )
    const hasFilter = chosen.length > 0
    if (count > 0) chosen.push(words.strongestCount(count))
    const off = LAYERS.length - layers.size
    const parts = [
      chosen.length > 0 ? words.only(chosen.join(' · ')) : '',
      off > 0 ? words.layersOff(off) : '',
      hasFilter ? words.filterNote : '',
    ].filter(Boolean)
    note.hidden = parts.length === 0
    write(left, parts.join(' · '))
  }
  view.subscribe(show)

  function offer(spec: ModelSpec): void {
    const lists: { readonly [name in keyof ViewFilter]: readonly (readonly [id: string, name: string])[] } = {
      organisation: spec.organisations.ids.map((id, i) => [id, spec.organisations.names[i] ?? id]),
      commodity: spec.commodities.ids.map((id, i) => [id, spec.commodities.names[i] ?? id]),
      route: spec.routes.ids.map((id, i) => [id, spec.routes.names[i] ?? id]),
      mode: MODE_NAMES.filter((_, mode) => spec.legs.mode.includes(mode)).map((mode) => [mode, modes[mode]]),
    }
    for (const { name, select } of selects) {
      const options = [...lists[name]]
        .sort(([, a], [, b]) => byName(a, b))
        .map(([id, title]) => html`<option value=${id}>${title}</option>`)
      render(html`<option value="">${words.all}</option>${options}`, select)
    }
    show(view.get())
  }

  function drawSigns(): void {
    const rows = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).map((part) => {
      const sign = map.sign(SIGNS[part])
      sign.setAttribute('aria-hidden', 'true')
      return html`<li>${sign}${words.signs[part]}</li>`
    })
    render(rows, signs)
  }

  button.title = withKey(words.layersButton, 'layers')
  show(view.get())
  return { button, element, note, toggle, offer, drawSigns, summary: () => left.textContent ?? '' }
}
