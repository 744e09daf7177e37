/** Gallery: the charts of the drawer, one tab each. Loaded when the drawer is first opened. */

import {
  carriedOn,
  type SeizureRow,
  seizuresByCheckpoint,
  seizuresByCountry,
  THROUGH,
  type Through,
} from '../../analysis'
import { loadMarkCharts } from '../../charts'
import type { Counters, ModelSpec } from '../../engine'
import type { MapTarget } from '../../map'
import { text } from '../../text'
import { createTabList, h, html, render } from '../../ui'
import { byName, countryName } from '../../words'
import { priceContent, seizureContent, streamContent, transitContent } from './contents'
import { createMarkFigure, type MarkCharts, type MarkFigure } from './markFigures'
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
  const markCharts = await loadMarkCharts()
  const built = new Map<View, readonly (ChartFigure | MarkFigure)[]>()
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

  function figures(): readonly (ChartFigure | MarkFigure)[] {
    const present = built.get(view) ?? FIGURES[view](markCharts, links)
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

type Build = (markCharts: MarkCharts, links: ChartLinks) => readonly (ChartFigure | MarkFigure)[]

const FIGURES: Readonly<Record<View, Build>> = {
  flow: (_, links) => [createTimeFigure('flow', links)],
  shares: (_, links) => [createTimeFigure('shares', links)],
  seizures: (markCharts, links) => [
    createMarkFigure(
      {
        kind: 'posts',
        contentOf: (scene) =>
          seizureContent(scene, markCharts, seizuresByCheckpoint, words.columns.checkpoint),
      },
      markCharts,
      links,
    ),
    createMarkFigure(
      {
        kind: 'countries',
        contentOf: (scene) =>
          seizureContent(scene, markCharts, seizuresByNamedCountry, words.columns.country),
      },
      markCharts,
      links,
    ),
  ],
  streams: (markCharts, links) => [streamFigure(markCharts, links)],
  prices: (markCharts, links) => [priceFigure(markCharts, links)],
  transit: (markCharts, links) => [
    createMarkFigure(
      { kind: 'transit', contentOf: (scene) => transitContent(scene, markCharts) },
      markCharts,
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

function streamFigure(markCharts: MarkCharts, links: ChartLinks): MarkFigure {
  const { select, element } = choice(
    words.through,
    THROUGH.map((name) => [name, words.throughNames[name]]),
  )
  const figure = createMarkFigure(
    {
      kind: 'streams',
      controls: [element],
      contentOf: (scene) => {
        const none = scene.record.spec.corridors.ids.length === 0
        if (none && select.value === 'corridor') select.value = 'route'
        return streamContent(
          scene,
          markCharts,
          THROUGH.find((name) => name === select.value) ?? ('route' as Through),
        )
      },
    },
    markCharts,
    links,
  )
  select.addEventListener('change', figure.refresh)
  return figure
}

function priceFigure(markCharts: MarkCharts, links: ChartLinks): MarkFigure {
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

  const figure = createMarkFigure(
    {
      kind: 'prices',
      controls: [route.element, commodity.element],
      contentOf: (scene) => {
        fill(scene.record.spec)
        return priceContent(scene, markCharts, Number(route.select.value), Number(commodity.select.value))
      },
    },
    markCharts,
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
