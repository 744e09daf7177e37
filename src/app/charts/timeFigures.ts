/** Time figures: the charts over the days of the run, up to the day on show. */

import type { RunRecord } from '../../analysis'
import {
  type Column,
  dateOfDay,
  legsOf,
  roomOf,
  sampledDays,
  shareColumns,
  totalColumns,
  windowColumns,
} from '../../analysis'
import { loadTimeCharts, type TimeChart } from '../../charts'
import type { ModelSpec } from '../../engine'
import { text } from '../../text'
import { colourOf, missingPart } from '../../ui'
import { byName, date, mass, percent, scaleMass } from '../../words'
import { type ChartTable, createFigure } from './figure'
import { chartLook } from './look'
import { type ChartLinks, type ChartScene, captionOf, fileNameOf } from './scene'

const words = text.charts
/** Scale of a chart in which nothing has happened, in kilograms. */
const EMPTY_KG = 10

/** A chart in its frame. */
export interface ChartFigure {
  readonly element: HTMLElement
  show(scene: ChartScene): void
  /** Takes the colours of the present theme. */
  setTheme(): void
}

type TimeKind = 'totals' | 'flow' | 'shares'

const COLUMNS: Readonly<Record<TimeKind, (record: RunRecord, days: readonly number[]) => Column[]>> = {
  totals: totalColumns,
  flow: windowColumns,
  shares: (record, days) => shareColumns(record, days, byName),
}

export function createTimeFigure(kind: TimeKind, links: ChartLinks): ChartFigure {
  const isShare = kind === 'shares'
  let chart: TimeChart | undefined
  let scene: ChartScene | undefined
  let columns: readonly Column[] = []
  const figure = createFigure({
    title: words.titles[kind],
    unit: words.units[kind],
    file: () => fileNameOf(scene, kind),
    table: (use) => (scene === undefined ? [] : timeTable(scene, kind, use)),
    picture: async () => chart?.picture(),
    caption: () => captionOf(scene),
    say: links.say,
  })

  async function load(): Promise<void> {
    const { createTimeChart } = await loadTimeCharts()
    const options = {
      title: words.titles[kind],
      stacked: isShare,
      dayText: (day: number) => words.onDay(day, dateOf(day)),
      axisDay: words.day,
      axisDate: dateOf,
      spokenText: words.valueOf,
      mostOfNothing: EMPTY_KG,
      valueText: isShare ? percent : (kg: number) => mass(kg * 1000),
      axisText: isShare ? shortPercent : (kg: number) => scaleMass(kg * 1000),
      onPoint: (series: number | undefined) => {
        if (scene === undefined) return
        const column = columns[series ?? -1]
        const routes = column?.routes ?? []
        figure.note(column === undefined || routes.length === 0 ? words.units[kind] : column.name)
        links.highlight(legsOf(scene.record.spec, routes))
      },
      ...(isShare ? { most: 1 } : {}),
    }
    chart = createTimeChart(figure.host, options, chartLook())
    draw()
  }

  function attempt(): void {
    figure.host.replaceChildren()
    load().catch(() => figure.host.replaceChildren(missingPart(text.keeping.part.charts, attempt)))
  }
  attempt()

  function dateOf(day: number): string {
    return scene === undefined ? '' : date(scene.record.spec.startEpochDay + day)
  }

  function draw(): void {
    if (scene === undefined) return
    const { record, frame, known, horizon } = scene
    const days = sampledDays(frame.day)
    columns = COLUMNS[kind](record, days)
    const series = columns.map(({ label, name, colour }) => ({ label, name, colour: colourOf(colour) }))
    figure.show(undefined)
    chart?.show({ series, columns: columns.map(({ values }) => values), days, room: roomOf(known, horizon) })
  }

  return {
    element: figure.element,
    show(next) {
      scene = next
      draw()
    },
    setTheme() {
      chart?.setLook(chartLook())
      draw()
    },
  }
}

/** Every day up to the one on show, one row each. */
function timeTable({ record, frame }: ChartScene, kind: TimeKind, use: 'page' | 'file'): ChartTable {
  const days = Array.from({ length: frame.day + 1 }, (_, day) => day)
  const columns = COLUMNS[kind](record, days)
  const name = kind === 'shares' ? words.columns.share : words.columns.kg
  return [
    [
      words.columns.day,
      words.columns.date,
      ...columns.map((column) => name(use === 'file' ? nameWithId(record.spec, column) : column.name)),
    ],
    ...days.map((day) => [
      day,
      dateOfDay(record.spec, day),
      ...columns.map(({ values }) => values[day] ?? Number.NaN),
    ]),
  ]
}

/** The name of a column, with its id where it is that of one route and another thing than the name. */
function nameWithId({ routes }: ModelSpec, column: Column): string {
  const [route = -1] = column.routes
  const id = column.routes.length === 1 ? (routes.ids[route] ?? '') : ''
  return id === '' || column.name === id ? column.name : words.columns.withId(column.name, id)
}

function shortPercent(share: number): string {
  return `${Math.round(share * 100)} %`
}
