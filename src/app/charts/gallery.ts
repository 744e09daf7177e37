/** Gallery: the charts of the drawer, one tab each. Loaded when the drawer is first opened. */

import {
  carriedOn,
  type SeizureRow,
  seizuresByCheckpoint,
  seizuresByCountry,
  THROUGH,
  type Through,
} from '../../analysis'
import { loadPlates } from '../../charts'
import type { Counters, ModelSpec } from '../../engine'
import type { MapTarget } from '../../map'
import { text } from '../../text'
import { createTabList, h, html, render } from '../../ui'
import { byName, countryName } from '../../words'
import { priceContent, seizureContent, streamContent, transitContent } from './contents'
import { createPlateFigure, type PlateFigure, type Plates } from './plateFigures'
import type { ChartLinks, ChartScene } from './scene'
import { type ChartFigure, createTimeFigure } from './timeFigures'

const words = text.charts

export const VIEWS = ['flow', 'shares', 'seizures', 'streams', 'prices', 'transit'] as const
export type View = (typeof VIEWS)[number]

export interface Gallery {
  readonly element: HTMLElement
  show(scene: ChartScene): void
  setTheme(): void
  /** Points at what is under the pointer on the map. */
  point(target: MapTarget | undefined): void
}

export async function createGallery(first: View, links: ChartLinks): Promise<Gallery> {
  const plates = await loadPlates()
  const built = new Map<View, readonly (ChartFigure | PlateFigure)[]>()
  let view = first
  let scene: ChartScene | undefined
  const panel = h('div', { class: 'gallery-panel' })
  const tabs = createTabList(
    words.tabsName,
    VIEWS.map((id) => ({ id: `gallery-${id}`, title: words.tabs[id], element: panel })),
    () => {
      view = VIEWS.find((id) => tabs.selected === `gallery-${id}`) ?? first
      links.highlight([])
      arrange()
    },
    { class: 'gallery-tabs', isVertical: true },
  )

  function figures(): readonly (ChartFigure | PlateFigure)[] {
    const present = built.get(view) ?? FIGURES[view](plates, links)
    built.set(view, present)
    return present
  }

  function arrange(): void {
    render(
      figures().map(({ element }) => html`${element}`),
      panel,
    )
    draw()
  }

  function draw(): void {
    if (scene !== undefined) for (const figure of figures()) figure.show(scene)
  }

  tabs.select(`gallery-${first}`)
  return {
    element: h('div', { class: 'gallery' }, tabs.element, panel),
    show(next) {
      scene = next
      draw()
    },
    setTheme() {
      for (const figures of built.values()) for (const figure of figures) figure.setTheme()
    },
    point(target) {
      for (const figure of figures()) if ('point' in figure) figure.point(target)
    },
  }
}

type Build = (plates: Plates, links: ChartLinks) => readonly (ChartFigure | PlateFigure)[]

const FIGURES: Readonly<Record<View, Build>> = {
  flow: (_, links) => [createTimeFigure('flow', links)],
  shares: (_, links) => [createTimeFigure('shares', links)],
  seizures: (plates, links) => [
    createPlateFigure(
      {
        kind: 'posts',
        contentOf: (scene) => seizureContent(scene, plates, seizuresByCheckpoint, words.columns.checkpoint),
      },
      plates,
      links,
    ),
    createPlateFigure(
      {
        kind: 'countries',
        contentOf: (scene) => seizureContent(scene, plates, seizuresByNamedCountry, words.columns.country),
      },
      plates,
      links,
    ),
  ],
  streams: (plates, links) => [streamFigure(plates, links)],
  prices: (plates, links) => [priceFigure(plates, links)],
  transit: (plates, links) => [
    createPlateFigure(
      { kind: 'transit', contentOf: (scene) => transitContent(scene, plates) },
      plates,
      links,
    ),
  ],
}

function choice(label: string, options: readonly (readonly [value: string, name: string])[]) {
  const select = h('select', {}, ...options.map(([value, name]) => h('option', { value }, name)))
  return {
    select,
    element: h('label', { class: 'chart-choice' }, h('span', { class: 'dim' }, label), select),
  }
}

function streamFigure(plates: Plates, links: ChartLinks): PlateFigure {
  const { select, element } = choice(
    words.through,
    THROUGH.map((name) => [name, words.throughNames[name]]),
  )
  const figure = createPlateFigure(
    {
      kind: 'streams',
      controls: [element],
      contentOf: (scene) => {
        const none = scene.record.spec.corridors.ids.length === 0
        if (none && select.value === 'corridor') select.value = 'route'
        return streamContent(
          scene,
          plates,
          THROUGH.find((name) => name === select.value) ?? ('route' as Through),
        )
      },
    },
    plates,
    links,
  )
  select.addEventListener('change', figure.refresh)
  return figure
}

function priceFigure(plates: Plates, links: ChartLinks): PlateFigure {
  const route = choice(words.route, [])
  const commodity = choice(words.commodity, [])
  let filled: ModelSpec | undefined

  /** Offers the routes and commodities of the scenario; a choice stays while it exists. */
  function fill(spec: ModelSpec): void {
    if (spec === filled) return
    filled = spec
    const listed = spec.routes.names.flatMap((name, r) =>
      spec.routes.isGenerated[r] === 1 ? [] : ([[String(r), name]] as const),
    )
    offer(
      route.select,
      listed.sort(([, a], [, b]) => byName(a, b)),
    )
    offerCommodities(spec)
  }

  function offerCommodities(spec: ModelSpec): void {
    const carried = carriedOn(spec, Number(route.select.value))
    offer(
      commodity.select,
      carried.map((m) => [String(m), spec.commodities.names[m] ?? '']),
    )
  }

  const figure = createPlateFigure(
    {
      kind: 'prices',
      controls: [route.element, commodity.element],
      contentOf: (scene) => {
        fill(scene.record.spec)
        return priceContent(scene, plates, Number(route.select.value), Number(commodity.select.value))
      },
    },
    plates,
    links,
  )
  route.select.addEventListener('change', () => {
    if (filled !== undefined) offerCommodities(filled)
    figure.refresh()
  })
  commodity.select.addEventListener('change', figure.refresh)
  return figure
}

function offer(
  select: HTMLSelectElement,
  options: readonly (readonly [value: string, name: string])[],
): void {
  const { value } = select
  render(
    options.map(([key, name]) => html`<option value=${key}>${name}</option>`),
    select,
  )
  select.value = options.some(([key]) => key === value) ? value : (options[0]?.[0] ?? '')
}

function seizuresByNamedCountry(spec: ModelSpec, counters: Counters): SeizureRow[] {
  return seizuresByCountry(spec, counters).map((row) => ({ ...row, label: countryName(row.id) }))
}
