/** Figure: the frame of a chart with title, unit, empty state, and a menu for its data, picture and table. */
import { csvOf, tabbedOf } from '../../analysis'
import { type ChartPicture, loadPictures } from '../../charts'
import { text } from '../../text'
import { h, iconButton, saveFile } from '../../ui'
import { chartLook } from './look'

const words = text.charts

/** The data of a chart; the first row holds the names of the columns. */
export type ChartTable = readonly (readonly (string | number)[])[]

export interface FigureOptions {
  readonly title: string
  readonly unit: string
  /** Name of its files without ending. */
  readonly file: () => string
  /** For the page, or for a file, where ids stand beside names. */
  readonly table: (use: 'page' | 'file') => ChartTable
  readonly picture: () => Promise<ChartPicture | undefined>
  /** Scenario, day and digest. */
  readonly caption: () => string
  readonly say: (message: string) => void
  /** Choices beside the title. */
  readonly controls?: readonly HTMLElement[]
}

export interface Figure {
  readonly element: HTMLElement
  /** Where the chart is drawn. */
  readonly host: HTMLElement
  /** What is said in place of a chart without data; undefined shows the chart. Brings an open table up to date. */
  show(empty: string | undefined): void
  /** A line under the title in place of the unit. */
  note(line: string): void
}

let figures = 0

export function createFigure(options: FigureOptions): Figure {
  const host = h('div', { class: 'chart-host' })
  const empty = h('p', { class: 'chart-empty', hidden: true })
  const table = h('div', { class: 'chart-table', hidden: true, tabindex: 0, role: 'region' })
  table.setAttribute('aria-label', options.title)
  const unit = h('span', { class: 'chart-unit' }, options.unit)
  const menu = createMenu(options.title, [
    [() => words.copy, () => void copyData()],
    [() => words.csv, () => save('csv', csvOf(options.table('file')), 'text/csv')],
    [() => words.png, () => void savePicture().catch(() => options.say(text.keeping.part.picture))],
    [() => (table.hidden ? words.asTable : words.asChart), switchTable],
  ])
  const element = h(
    'figure',
    {},
    h(
      'figcaption',
      {},
      h('span', { class: 'chart-title' }, options.title),
      unit,
      ...(options.controls ?? []),
      menu,
    ),
    host,
    empty,
    table,
  )
  let message: string | undefined
  let written = ''

  function arrange(): void {
    const isTable = !table.hidden
    host.hidden = isTable || message !== undefined
    empty.hidden = isTable || message === undefined
    empty.textContent = message ?? ''
    if (isTable) writeTable()
  }

  function writeTable(): void {
    const rows = options.table('page')
    const key = JSON.stringify(rows)
    if (key === written) return
    written = key
    const [head = [], ...body] = rows
    const cell = (value: string | number) =>
      typeof value === 'number' ? h('td', { class: 'number' }, shownNumber(value)) : h('td', {}, value)
    table.replaceChildren(
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...head.map((name) => h('th', { scope: 'col' }, String(name))))),
        h('tbody', {}, ...body.map((row) => h('tr', {}, ...row.map(cell)))),
      ),
    )
  }

  function switchTable(): void {
    table.hidden = !table.hidden
    arrange()
    if (!table.hidden) table.focus()
  }

  function save(ending: string, content: BlobPart, type: string): void {
    const name = `${options.file()}.${ending}`
    saveFile(name, content, type)
    options.say(words.saved(name))
  }

  async function copyData(): Promise<void> {
    try {
      await navigator.clipboard.writeText(tabbedOf(options.table('file')))
      options.say(words.copied)
    } catch {
      options.say(words.notCopied)
    }
  }

  async function savePicture(): Promise<void> {
    const [{ pngOf }, picture] = await Promise.all([loadPictures(), options.picture()])
    const about = { title: options.title, unit: unit.textContent ?? '', caption: options.caption() }
    const png = picture && (await pngOf(picture, about, chartLook()))
    if (png === undefined) options.say(words.noPicture)
    else save('png', png, 'image/png')
  }

  return {
    element,
    host,
    show(next) {
      message = next
      arrange()
    },
    note(line) {
      unit.textContent = line
    },
  }
}

function shownNumber(value: number): string {
  return Number.isNaN(value) ? '' : String(Math.round(value * 1e4) / 1e4)
}

type Entry = readonly [name: () => string, action: () => void]

/** A button that opens a small list of actions above everything. */
function createMenu(title: string, entries: readonly Entry[]): HTMLElement {
  const id = `chart-menu-${++figures}`
  const button = iconButton(words.menu(title), 'more', () => undefined)
  button.setAttribute('popovertarget', id)
  button.classList.add('chart-menu-button')
  const items = entries.map(([, action]) => {
    const item = h('button', { type: 'button', class: 'menu-item' })
    item.addEventListener('click', () => {
      list.hidePopover()
      action()
    })
    return item
  })
  const list = h('div', { id, popover: 'auto', class: 'chart-menu' }, ...items)
  list.addEventListener('beforetoggle', ({ newState }) => {
    if (newState !== 'open') return
    for (const [i, [name]] of entries.entries()) {
      const item = items[i]
      if (item !== undefined) item.textContent = name()
    }
    const { right, top, bottom } = button.getBoundingClientRect()
    list.style.right = `${Math.max(4, innerWidth - right)}px`
    const isLow = bottom > innerHeight / 2
    list.style.top = isLow ? 'auto' : `${bottom + 4}px`
    list.style.bottom = isLow ? `${innerHeight - top + 4}px` : 'auto'
  })
  return h('span', { class: 'chart-menu-place' }, button, list)
}
