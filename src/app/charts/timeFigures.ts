/** Time figures: the charts over the days of the run, up to the day on show. */

import {
  dateOfDay,
  legsOf,
  type RunRecord,
  shareColumns,
  type TimeColumn,
  totalColumns,
  windowColumns,
} from '../../analysis'
import { loadTimeCharts, type TimeChart } from '../../charts'
import type { ModelSpec } from '../../engine'
import { text } from '../../text'
import { colourOf, missingPart } from '../../ui'
import { byName, date, kilograms, mass, percent, scaleMass } from '../../words'
import { createFigure } from './figure'
import { chartLook } from './look'
import { type ChartLinks, type ChartScene, captionOf, fileNameOf } from './scene'
import type { ChartTable } from './tableView'

const words = text.charts
/** Scale of a chart in which nothing has happened. */
const EMPTY_GRAMS = 10_000
/** Points that a chart of usual width can show apart. */
const MAX_POINTS = 700
const FIRST_DAYS = 60

/** A chart in its frame. */
export interface ChartFigure {
  readonly element: HTMLElement
  show(scene: ChartScene): void
  /** Redraws in the colours of the current theme. */
  setTheme(): void
}

type TimeKind = 'totals' | 'flow' | 'shares'

const COLUMNS: Readonly<Record<TimeKind, (record: RunRecord, days: readonly number[]) => TimeColumn[]>> = {
  totals: totalColumns,
  flow: windowColumns,
  shares: (record, days) => shareColumns(record, days, byName),
}

const COLOURS = { delivered: '--delivered', seized: '--seized', inTransit: '--accent' } as const

export function createTimeFigure(kind: TimeKind, links: ChartLinks): ChartFigure {
  const isShare = kind === 'shares'
  let chart: TimeChart | undefined
  let scene: ChartScene | undefined
  let columns: readonly TimeColumn[] = []
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
      maxWhenEmpty: EMPTY_GRAMS,
      valueText: isShare ? percent : mass,
      axisText: isShare ? shortPercent : scaleMass,
      onPoint: (series: number | undefined) => {
        if (scene === undefined) return
        const column = columns[series ?? -1]
        const routes = column?.routes ?? []
        figure.note(column === undefined || routes.length === 0 ? words.units[kind] : column.name)
        links.highlight(legsOf(scene.record.spec, routes))
      },
      ...(isShare ? { max: 1 } : {}),
    }
    chart = createTimeChart(figure.host, options, chartLook())
    draw()
  }

  function attempt(): void {
    load().catch(() => {
      const missing = missingPart(text.keeping.part.charts, () => {
        missing.remove()
        attempt()
      })
      figure.host.append(missing)
    })
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
    const series = columns.map(({ kind, label, name }, i) => ({
      label,
      name,
      colour: colourOf(kind === 'routes' ? `--series-${i + 1}` : COLOURS[kind]),
    }))
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

/** All days up to `last` while they are few, else evenly spaced ones and the last. */
function sampledDays(last: number): number[] {
  const every = Math.max(1, Math.ceil(last / MAX_POINTS))
  const chosen = Array.from({ length: Math.floor(last / every) + 1 }, (_, i) => i * every)
  return chosen.at(-1) === last ? chosen : [...chosen, last]
}

/** Days that the charts have room for: two months at first, twice as many whenever the run outgrows them. */
function roomOf(known: number, horizon: number): number {
  let days = FIRST_DAYS
  while (days < known) days *= 2
  return Math.min(days, horizon)
}

/** Every day up to the one on show, one row each. */
function timeTable({ record, frame }: ChartScene, kind: TimeKind, use: 'page' | 'file'): ChartTable {
  const days = Array.from({ length: frame.day + 1 }, (_, day) => day)
  const columns = COLUMNS[kind](record, days)
  const isShare = kind === 'shares'
  const name = isShare ? words.columns.share : words.columns.kg
  const cell = (value = Number.NaN) => (isShare ? value : kilograms(value))
  return [
    [
      words.columns.day,
      words.columns.date,
      ...columns.map((column) => name(use === 'file' ? nameWithId(record.spec, column) : column.name)),
    ],
    ...days.map((day) => [
      day,
      dateOfDay(record.spec, day),
      ...columns.map(({ values }) => cell(values[day])),
    ]),
  ]
}

/** The name of a column, with its id where it is that of one route and another thing than the name. */
function nameWithId({ routes }: ModelSpec, column: TimeColumn): string {
  const [route = -1] = column.routes
  const id = column.routes.length === 1 ? (routes.ids[route] ?? '') : ''
  return id === '' || column.name === id ? column.name : words.columns.withId(column.name, id)
}

function shortPercent(share: number): string {
  return `${Math.round(share * 100)} %`
}
