/** Time figures: the charts over the days of the run, up to the day on show. */
import { dateOfDay } from '../analysis'
import { loadTimeCharts, type TimeChart } from '../charts'
import { text } from '../text'
import { type ChartTable, createFigure } from './figure'
import { type Column, roomOf, sampledDays, shareColumns, totalColumns, windowColumns } from './flows'
import { mass, percent } from './format'
import { chartLook, colourOf } from './look'
import type { RunRecord } from './record'
import { type ChartLinks, type ChartScene, captionOf, fileNameOf } from './scene'
import { legsOf } from './streams'

const words = text.charts

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
  shares: shareColumns,
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
    table: () => (scene === undefined ? [] : timeTable(scene, kind)),
    picture: async () => chart?.picture(),
    caption: () => captionOf(scene),
    say: links.say,
  })

  void loadTimeCharts().then(({ createTimeChart }) => {
    const options = {
      stacked: isShare,
      dayText: words.onDay,
      valueText: isShare ? percent : (kg: number) => mass(kg * 1000),
      axisText: isShare ? shortPercent : shortMass,
      onPoint: (series: number | undefined) => {
        if (scene === undefined) return
        const { spec } = scene.record
        const routes = columns[series ?? -1]?.routes ?? []
        const [route] = routes
        const name = routes.length === 1 ? spec.routes.names[route ?? -1] : undefined
        figure.note(name ?? words.units[kind])
        links.highlight(legsOf(spec, routes))
      },
      ...(isShare ? { most: 1 } : {}),
    }
    chart = createTimeChart(figure.host, options, chartLook())
    draw()
  })

  function draw(): void {
    if (scene === undefined) return
    const { record, frame, known, horizon } = scene
    const days = sampledDays(frame.day)
    columns = COLUMNS[kind](record, days)
    const series = columns.map(({ label, colour }) => ({ label, colour: colourOf(colour) }))
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
function timeTable({ record, frame }: ChartScene, kind: TimeKind): ChartTable {
  const days = Array.from({ length: frame.day + 1 }, (_, day) => day)
  const columns = COLUMNS[kind](record, days)
  const name = kind === 'shares' ? words.columns.share : words.columns.kg
  return [
    [words.columns.day, words.columns.date, ...columns.map(({ label }) => name(label))],
    ...days.map((day) => [
      day,
      dateOfDay(record.spec, day),
      ...columns.map(({ values }) => values[day] ?? Number.NaN),
    ]),
  ]
}

function shortMass(kg: number): string {
  return mass(kg * 1000).replace(/\.0+(?=\s)/, '')
}

function shortPercent(share: number): string {
  return `${Math.round(share * 100)} %`
}
