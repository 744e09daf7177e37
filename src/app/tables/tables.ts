/**
 * Tables: the content of the map as sortable tables above the transport, for keyboards, screen readers and
 * copying.
 */

import { type Selection, selectionName } from '../../store'
import { text } from '../../text'
import { createTabList, type Drawers, h, iconButton } from '../../ui'
import { date } from '../../words'
import { paced } from '../frame'
import { withKey } from '../keys'
import type { PageState, Results } from '../state'
import { createGrid } from './grid'
import { checkpoints, legs, places } from './network'
import { routes } from './routes'
import { type TableOf, type TableRow, type TableScene, tableSceneOf } from './scene'
import { MAX_SHIPMENTS, shipments } from './underWay'

const words = text.help.tables
/** Least time between two writings while days pass. */
const WRITE_MS = 500

const TABLES = { places, legs, checkpoints, routes, shipments } as const satisfies Record<string, TableOf>
type TableName = keyof typeof TABLES
const NAMES = Object.keys(TABLES) as TableName[]

export interface TablesOptions {
  readonly select: (selection: Selection) => void
  readonly drawers: Drawers
}

export interface Tables {
  readonly element: HTMLElement
  readonly button: HTMLButtonElement
  readonly isOpen: boolean
  toggle(): void
  /** Writes the table on show, while days pass now and then, and marks the row of what is selected. */
  show(state: PageState): void
}

export function createTables({ select, drawers }: TablesOptions): Tables {
  const parts = NAMES.map((name) => createPart(name, select))
  const tabs = createTabList(
    words.tabsName,
    parts.map(({ name, element }) => ({ id: `tables-${name}`, title: words.tabs[name], element })),
    () => write(false),
  )
  const button = iconButton(words.open, 'table', undefined, withKey(words.open, 'tables'))
  const drawer = drawers.add({
    id: 'tables',
    name: words.name,
    button,
    close: { name: words.close, title: withKey(words.close, 'tables') },
    content: [h('div', { class: 'tables-tabs' }, tabs.element, ...parts.map((part) => part.element))],
    onToggle(isOpen) {
      if (!isOpen) return
      write(false)
      tabs.focus()
    },
  })
  let results: Results | undefined
  let selected: Selection | undefined

  function write(isPlaying: boolean): void {
    const part = parts.find(({ name }) => tabs.selected === `tables-${name}`)
    if (!drawer.isOpen || results === undefined || part === undefined) return
    part.show(tableSceneOf(results), isPlaying, selected)
  }

  const update = paced(WRITE_MS, (next) => {
    results = next
    write(next.isPlaying)
  })

  return {
    element: drawer.element,
    button,
    get isOpen() {
      return drawer.isOpen
    },
    toggle: drawer.toggle,
    show(state) {
      const isSame = state.selection === selected
      selected = state.selection
      update(state)
      if (!isSame) write(true)
    },
  }
}

interface Part {
  readonly name: TableName
  readonly element: HTMLElement
  show(scene: TableScene, isPlaying: boolean, selected: Selection | undefined): void
}

function createPart(name: TableName, select: TablesOptions['select']): Part {
  const table: TableOf = TABLES[name]
  const state = h('span', {})
  const order = h('span', { hidden: true }, words.orderKept)
  const grid = createGrid(words.tabs[name], table, ({ selection }) => select(selection))
  const scroller = h('div', { class: 'tables-scroll' }, grid.element)
  const hint = h('span', {}, words.selectHint)
  return {
    name,
    element: h('div', {}, h('p', { class: 'tables-state dim' }, state, order, hint), scroller),
    show(scene, isPlaying, selected) {
      const { frame, record } = scene
      const rows = table.rowsOf(scene, selected)
      const today = date(record.spec.startEpochDay + frame.day)
      const all = scene.shipments.length
      state.textContent =
        name === 'shipments' && all > MAX_SHIPMENTS
          ? words.firstOf(rows.length, all, frame.day, today)
          : words.rows(rows.length, frame.day, today)
      order.hidden = !isPlaying || name === 'shipments'
      const marked = selected && selectionName(selected)
      const isMarked = ({ selection }: TableRow) => selectionName(selection) === marked
      grid.show(rows, isMarked, isPlaying && name !== 'shipments')
    },
  }
}
