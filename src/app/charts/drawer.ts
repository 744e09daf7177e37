/** Drawer: more charts above the transport. It can be resized, and draws only while it is open. */
import type { MapTarget } from '../../map'
import { text } from '../../text'
import { type Drawers, h, missingPart } from '../../ui'
import { withKey } from '../keys'
import type { Gallery } from './gallery'
import type { ChartLinks, ChartScene } from './scene'

const words = text.charts
/** Initial height: at least this, and a share of a tall window. */
const FIRST_HEIGHT = 300
const FIRST_SHARE = 0.36
const MIN_HEIGHT = 180
/** Least height left for the map. */
const MAP_HEIGHT = 140
const STEP = 24

export interface Drawer {
  readonly element: HTMLElement
  /** The button that opens and closes it. */
  readonly button: HTMLButtonElement
  readonly isOpen: boolean
  toggle(): void
  show(scene: ChartScene): void
  setTheme(): void
  point(target: MapTarget | undefined): void
}

export interface DrawerOptions {
  readonly links: ChartLinks
  readonly drawers: Drawers
  /** The map, which keeps some of its height. */
  readonly map: HTMLElement
}

export function createDrawer({ links, drawers, map }: DrawerOptions): Drawer {
  const handle = resizeHandle()
  const title = withKey(words.open, 'charts')
  const button = h('button', { type: 'button', class: 'button more-charts', title }, words.open)
  const frame = drawers.add({
    id: 'drawer',
    name: words.name,
    button,
    close: { name: words.fewer, title: withKey(words.fewer, 'charts') },
    content: [handle],
    onToggle(isOpen) {
      links.highlight([])
      if (!isOpen) return
      resize(height)
      void load()
      if (scene !== undefined) gallery?.show(scene)
    },
  })
  const { element } = frame
  let gallery: Gallery | undefined
  let isLoading = false
  let missing: HTMLElement | undefined
  let scene: ChartScene | undefined
  let height = Math.max(FIRST_HEIGHT, innerHeight * FIRST_SHARE)

  async function load(): Promise<void> {
    if (isLoading || gallery !== undefined) return
    isLoading = true
    missing?.remove()
    try {
      const { createGallery } = await import('./gallery')
      gallery = await createGallery('seizures', links)
      element.append(gallery.element)
      if (scene !== undefined) gallery.show(scene)
    } catch {
      missing = missingPart(text.keeping.part.charts, () => void load())
      element.append(missing)
    }
    isLoading = false
  }

  /** Sets the height within the limits of the window. */
  function resize(wanted: number): void {
    const max = Math.max(MIN_HEIGHT, element.offsetHeight + map.clientHeight - MAP_HEIGHT)
    height = Math.round(Math.max(MIN_HEIGHT, Math.min(max, wanted)))
    element.style.height = `${height}px`
    handle.setAttribute('aria-valuenow', String(height))
    handle.setAttribute('aria-valuemax', String(Math.round(max)))
  }

  handle.addEventListener('keydown', (event) => {
    const by = { ArrowUp: STEP, ArrowDown: -STEP, PageUp: 4 * STEP, PageDown: -4 * STEP }[event.key]
    if (by === undefined) return
    event.preventDefault()
    resize(height + by)
  })
  handle.addEventListener('pointerdown', (event) => {
    handle.setPointerCapture(event.pointerId)
    event.preventDefault()
    handle.focus()
  })
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId))
      resize(element.getBoundingClientRect().bottom - event.clientY)
  })

  window.addEventListener('resize', () => {
    if (frame.isOpen) resize(height)
  })

  return {
    element,
    button,
    get isOpen() {
      return frame.isOpen
    },
    toggle: frame.toggle,
    show(next) {
      scene = next
      if (frame.isOpen) gallery?.show(next)
    },
    setTheme: () => gallery?.setTheme(),
    point(target) {
      if (frame.isOpen) gallery?.point(target)
    },
  }
}

function resizeHandle(): HTMLElement {
  return h('div', {
    class: 'drawer-handle',
    role: 'separator',
    tabindex: 0,
    'aria-orientation': 'horizontal',
    'aria-label': words.resize,
    'aria-valuemin': MIN_HEIGHT,
  })
}
