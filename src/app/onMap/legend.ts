/** Legend and controls of the map, as HTML over it. */
import type { LegendSymbol, TrafficMap } from '../../map'
import type { ColourBy, Store } from '../../store'
import { text } from '../../text'
import { h, iconButton } from '../../ui'
import { scaleMass } from '../../words'

const words = text.page.map
const ZOOM = 1.5

export interface MapControls {
  readonly legend: HTMLElement
  readonly buttons: HTMLElement
  show(): void
}

/** `onPicture` saves the map as a picture. */
export function createMapControls(map: TrafficMap, store: Store, onPicture: () => void): MapControls {
  const colours = h('ul', { class: 'legend-colours' })
  const widths = h('ul', { class: 'legend-widths' })
  const options = (['state', 'organisation'] as const).map((name) =>
    h('option', { value: name }, words.colours[name]),
  )
  const select = h('select', {}, ...options)
  select.value = store.get().settings.colourBy
  select.addEventListener('change', () => {
    store.set({ colourBy: select.value === 'organisation' ? 'organisation' : ('state' satisfies ColourBy) })
  })
  const legend = h(
    'section',
    { class: 'legend', 'aria-label': words.legend },
    h('label', {}, h('span', { class: 'dim' }, words.colourBy), select),
    colours,
    widths,
  )
  const buttons = h(
    'div',
    { class: 'map-buttons' },
    iconButton(words.zoomIn, 'plus', () => map.zoomBy(ZOOM)),
    iconButton(words.zoomOut, 'minus', () => map.zoomBy(1 / ZOOM)),
    iconButton(words.whole, 'whole', map.showAll),
    iconButton(words.fit, 'fit', map.fit),
    iconButton(text.map.savePicture, 'picture', onPicture),
  )
  colours.addEventListener('pointerleave', () => map.pointOut(undefined))
  let shown = ''

  /** A symbol with its name; pointing at an organisation's lets its shipments stand out. */
  function row({ label, colour, shape, symbol }: LegendSymbol): HTMLElement {
    const swatch = h('span', { class: 'swatch', 'data-shape': shape })
    swatch.style.setProperty('--swatch', colour)
    return h('li', { onpointerenter: () => map.pointOut(symbol) }, swatch, label)
  }

  return {
    legend,
    buttons,
    show() {
      const { widths: bands, colours: hues } = map.legend()
      legend.classList.toggle('by-organisation', store.get().settings.colourBy === 'organisation')
      const key = JSON.stringify([bands, hues])
      if (key === shown) return
      shown = key
      colours.replaceChildren(...hues.map(row))
      widths.replaceChildren(
        ...bands.map(({ gramsPerMonth, pixels }) => {
          const line = h('span', { class: 'band' })
          line.style.height = `${pixels}px`
          return h('li', {}, line, `${scaleMass(gramsPerMonth)} ${words.perMonth}`)
        }),
      )
    },
  }
}
