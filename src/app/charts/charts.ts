/** Charts: the two that are always on the page and the drawer with the others, drawn a few times a second. */
import { h } from '../../ui'
import { paced } from '../frame'
import type { PageState } from '../state'
import { createDrawer, type Drawer, type DrawerOptions } from './drawer'
import type { ChartLinks } from './scene'
import { type ChartFigure, createTimeFigure } from './timeFigures'

/** Least time between two drawings while days pass. */
const PAUSE_MS = 150

interface Charts {
  readonly plots: HTMLElement
  readonly drawer: Drawer
  show(state: PageState): void
  /** Redraws everything in the current theme and typeface. */
  restyle(): void
}

export function createCharts(options: DrawerOptions): Charts {
  const plots = createPlots(options.links)
  const drawer = createDrawer(options)
  plots.element.append(drawer.button)
  const all = [plots, drawer]
  return {
    plots: plots.element,
    drawer,
    show: paced(PAUSE_MS, ({ scenario: { title }, record, frame, known, horizon }) => {
      for (const chart of all) chart.show({ title, record, frame, known, horizon })
    }),
    restyle() {
      for (const chart of all) chart.setTheme()
    },
  }
}

/** Both charts side by side. */
function createPlots(links: ChartLinks): ChartFigure {
  const figures = (['totals', 'shares'] as const).map((kind) => createTimeFigure(kind, links))
  return {
    element: h('div', { class: 'charts' }, ...figures.map(({ element }) => element)),
    show: (scene) => figures.forEach((figure) => void figure.show(scene)),
    setTheme: () => figures.forEach((figure) => void figure.setTheme()),
  }
}
