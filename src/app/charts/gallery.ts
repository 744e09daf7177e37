/** Gallery: the charts of the drawer, one tab each. Loaded when the drawer is first opened. */

import {
  carriedOn,
  type SeizureRow,
  seizuresByCountry,
  seizuresByPost,
  THROUGH,
  type Through,
} from '../../analysis'
import { loadPlates } from '../../charts'
import type { Counters, ModelSpec } from '../../engine'
import type { MapTarget } from '../../map'
import { text } from '../../text'
import { h } from '../../ui'
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
  const panel = h('div', {
    class: 'gallery-panel',
    role: 'tabpanel',
    id: 'gallery-panel',
    'aria-labelledby': tabId(first),
  })
  const tabs = createTabs(first, (next) => {
    view = next
    links.highlight([])
    arrange()
  })

  function figures(): readonly (ChartFigure | PlateFigure)[] {
    const present = built.get(view) ?? FIGURES[view](plates, links)
    built.set(view, present)
    return present
  }

  function arrange(): void {
    panel.replaceChildren(...figures().map(({ element }) => element))
    panel.dataset.view = view
    panel.setAttribute('aria-labelledby', tabId(view))
    draw()
  }

  function draw(): void {
    if (scene !== undefined) for (const figure of figures()) figure.show(scene)
  }

  arrange()
  return {
    element: h('div', { class: 'gallery' }, tabs, panel),
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

function tabId(view: View): string {
  return `gallery-tab-${view}`
}

/** Tabs one above the other; arrows move between them. */
function createTabs(first: View, onChange: (view: View) => void): HTMLElement {
  const tabs = VIEWS.map((view) =>
    h(
      'button',
      { type: 'button', role: 'tab', id: tabId(view), 'aria-controls': 'gallery-panel' },
      words.tabs[view],
    ),
  )
  function choose(chosen: number): void {
    for (const [i, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(i === chosen))
      tab.tabIndex = i === chosen ? 0 : -1
    }
  }
  for (const [i, tab] of tabs.entries()) {
    tab.addEventListener('click', () => {
      choose(i)
      onChange(VIEWS[i] ?? first)
    })
    tab.addEventListener('keydown', (event) => {
      const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
      if (by === undefined) return
      event.preventDefault()
      const next = tabs[(i + by + tabs.length) % tabs.length]
      next?.focus()
      next?.click()
    })
  }
  choose(VIEWS.indexOf(first))
  const list = { class: 'gallery-tabs', role: 'tablist', 'aria-orientation': 'vertical' }
  return h('div', { ...list, 'aria-label': words.tabsName }, ...tabs)
}

type Build = (plates: Plates, links: ChartLinks) => readonly (ChartFigure | PlateFigure)[]

const FIGURES: Readonly<Record<View, Build>> = {
  flow: (_, links) => [createTimeFigure('flow', links)],
  shares: (_, links) => [createTimeFigure('shares', links)],
  seizures: (plates, links) => [
    createPlateFigure(
      {
        kind: 'posts',
        contentOf: (scene) => seizureContent(scene, plates, seizuresByPost, words.columns.checkpoint),
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
  select.replaceChildren(...options.map(([key, name]) => h('option', { value: key }, name)))
  if (options.some(([key]) => key === value)) select.value = value
}

function seizuresByNamedCountry(spec: ModelSpec, counters: Counters): SeizureRow[] {
  return seizuresByCountry(spec, counters).map((row) => ({ ...row, label: countryName(row.id) }))
}
