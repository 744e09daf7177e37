/** Shell: the regions of the page. */

import './shell.css'
import { text } from '../text'
import { h } from '../ui'

export interface Shell {
  readonly mapHost: HTMLElement
  /** The map and what lies over it. */
  readonly area: HTMLElement
  /** Whose data the map shows. */
  readonly credit: HTMLElement
  /** The map area and what stands below it. */
  readonly stage: HTMLElement
  readonly dock: HTMLElement
  readonly panelHost: HTMLElement
}

export function createShell(root: HTMLElement, topbar: HTMLElement): Shell {
  const mapHost = h('div', {
    class: 'map',
    role: 'application',
    tabindex: 0,
    'aria-label': text.page.map.name,
    'data-testid': 'map',
  })
  const credit = h('small', { class: 'map-credit' }, text.page.map.credit)
  const area = h('div', { class: 'map-area' }, mapHost, credit)
  const stage = h('main', { class: 'stage' }, area)
  const dock = h('footer', { class: 'dock' })
  const panelHost = h('aside', { class: 'panel', 'aria-label': text.page.panel.name })
  root.replaceChildren(topbar, stage, dock, panelHost)
  return { mapHost, area, credit, stage, dock, panelHost }
}
