/** Drawer: more charts above the transport; it opens, closes, keeps its height, and draws only while it is open. */
import type { MapTarget } from '../../map'
import { text } from '../../text'
import { h, iconButton, missingPart, toggleFoldOut } from '../../ui'
import { withKey } from '../keys'
import type { Gallery } from './gallery'
import type { ChartLinks, ChartScene } from './scene'

const words = text.charts
/** Height at first: at least this, and more where the window is high. */
const FIRST_HEIGHT = 300
const FIRST_SHARE = 0.36
const MIN_HEIGHT = 180
/** Height that stays for the map. */
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

/** `onOpen` is called before it opens. */
export function createDrawer(links: ChartLinks, onOpen: () => void): Drawer {
  const handle = h('div', {
    class: 'drawer-handle',
    role: 'separator',
    tabindex: 0,
    'aria-orientation': 'horizontal',
    'aria-label': words.resize,
    'aria-valuemin': MIN_HEIGHT,
  })
  const close = iconButton(words.fewer, 'close', toggle, withKey(words.fewer, 'charts'))
  close.classList.add('drawer-close')
  const element = h(
    'section',
    { class: 'drawer', id: 'drawer', 'aria-label': words.name, hidden: true },
    handle,
    close,
  )
  const button = h(
    'button',
    {
      type: 'button',
      class: 'more-charts',
      'aria-controls': 'drawer',
      'aria-expanded': 'false',
      title: withKey(words.open, 'charts'),
      onclick: toggle,
    },
    words.open,
  )
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

  function toggle(): void {
    const isOpen = toggleFoldOut(element, button, onOpen)
    links.highlight([])
    if (!isOpen) return
    resize(height)
    void load()
    if (scene !== undefined) gallery?.show(scene)
  }

  /** Sets the height within what the window has. */
  function resize(wanted: number): void {
    const stage = document.querySelector('.map-area')
    const max = Math.max(MIN_HEIGHT, element.offsetHeight + (stage?.clientHeight ?? 0) - MAP_HEIGHT)
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
    if (!element.hidden) resize(height)
  })

  return {
    element,
    button,
    get isOpen() {
      return !element.hidden
    },
    toggle,
    show(next) {
      scene = next
      if (!element.hidden) gallery?.show(next)
    },
    setTheme: () => gallery?.setTheme(),
    point(target) {
      if (!element.hidden) gallery?.point(target)
    },
  }
}
