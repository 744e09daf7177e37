/** Legend and controls of the map, as HTML over it. */
import type { LegendSymbol, TrafficMap } from '../../map'
import type { ColourBy, Store } from '../../store'
import { text } from '../../text'
import { h, html, iconButton, render, type View } from '../../ui'
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
    { class: 'map-buttons floating' },
    iconButton(words.zoomIn, 'plus', () => map.zoomBy(ZOOM)),
    iconButton(words.zoomOut, 'minus', () => map.zoomBy(1 / ZOOM)),
    iconButton(words.whole, 'whole', map.showAll),
    iconButton(words.fit, 'fit', map.fit),
    iconButton(text.map.savePicture, 'picture', onPicture),
  )
  colours.addEventListener('pointerleave', () => map.show({ pointed: undefined }))

  /** A symbol with its name; pointing at an organisation's lets its shipments stand out. */
  function row({ label, colour, shape, symbol }: LegendSymbol): View {
    return html`<li @pointerenter=${() => map.show({ pointed: symbol })}>
      <span class="swatch" data-shape=${shape} .style=${`--swatch: ${colour}`}></span>${label}
    </li>`
  }

  return {
    legend,
    buttons,
    show() {
      const { widths: bands, colours: hues } = map.legend()
      legend.classList.toggle('by-organisation', store.get().settings.colourBy === 'organisation')
      render(hues.map(row), colours)
      render(bands.map(bandView), widths)
    },
  }
}

function bandView({ gramsPerMonth, pixels }: ReturnType<TrafficMap['legend']>['widths'][number]): View {
  const mass = `${scaleMass(gramsPerMonth)} ${words.perMonth}`
  return html`<li><span class="band" .style=${`height: ${pixels}px`}></span>${mass}</li>`
}
