/** Plots: the two charts that are always on the page. */
import { h } from '../../ui'
import type { ChartLinks } from './scene'
import { type ChartFigure, createTimeFigure } from './timeFigures'

/** Both charts side by side. */
export function createPlots(links: ChartLinks): ChartFigure {
  const figures = (['totals', 'shares'] as const).map((kind) => createTimeFigure(kind, links))
  return {
    element: h('div', { class: 'charts' }, ...figures.map(({ element }) => element)),
    show: (scene) => figures.forEach((figure) => void figure.show(scene)),
    setTheme: () => figures.forEach((figure) => void figure.setTheme()),
  }
}
