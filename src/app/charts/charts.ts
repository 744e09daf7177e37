/** Charts: the two that are always on the page and the drawer with the others, drawn a few times a second. */
import { paced } from '../frame'
import type { PageState } from '../state'
import { createDrawer, type Drawer, type DrawerOptions } from './drawer'
import { createPlots } from './plots'

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
