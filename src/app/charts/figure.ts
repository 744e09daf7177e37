/** Figure: the frame of a chart with title, unit, empty state, and a menu for its data, picture and table. */
import { csvOf, tabbedOf } from '../../analysis'
import { type ChartPicture, loadPictures } from '../../charts'
import { text } from '../../text'
import { createMenu, h, pngOf, render, saveFile } from '../../ui'
import { chartLook } from './look'
import { type ChartTable, tableView } from './tableView'

const words = text.charts

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
  /** Shows the chart, or a message in its place if there is no data, and updates an open table. */
  show(empty: string | undefined): void
  /** A line under the title in place of the unit. */
  note(line: string): void
}

export function createFigure(options: FigureOptions): Figure {
  const host = h('div', { class: 'chart-host', 'data-testid': 'chart' })
  const empty = h('p', { class: 'chart-empty', hidden: true })
  const table = h('div', { class: 'chart-table', hidden: true, tabindex: 0, role: 'region' })
  table.setAttribute('aria-label', options.title)
  const unit = h('span', { class: 'chart-unit' }, options.unit)
  const menu = createMenu(words.menu(options.title), [
    { name: () => words.copy, act: () => void copyData() },
    { name: () => words.csv, act: () => save('csv', csvOf(options.table('file')), 'text/csv') },
    {
      name: () => words.png,
      act: () => void savePicture().catch(() => options.say(text.keeping.part.picture)),
    },
    { name: () => (table.hidden ? words.asTable : words.asChart), act: switchTable },
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

  function arrange(): void {
    const isTable = !table.hidden
    host.hidden = isTable || message !== undefined
    empty.hidden = isTable || message === undefined
    empty.textContent = message ?? ''
    if (isTable) render(tableView(options.table('page')), table)
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
    const [{ drawPicture }, picture] = await Promise.all([loadPictures(), options.picture()])
    const about = { title: options.title, unit: unit.textContent ?? '', caption: options.caption() }
    const drawn = picture && drawPicture(picture, about, chartLook())
    const png = drawn && (await pngOf(drawn))
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
