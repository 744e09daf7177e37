/** Mark figures: the charts of the running totals on the day on show. */
import type { Draw, loadMarkCharts, MarkChart } from '../../charts'
import type { MapTarget } from '../../map'
import { text } from '../../text'
import { createFigure } from './figure'
import { chartLook } from './look'
import { type ChartLinks, type ChartScene, captionOf, fileNameOf } from './scene'
import type { ChartTable } from './tableView'
import type { ChartFigure } from './timeFigures'

const words = text.charts

export type MarkCharts = Awaited<ReturnType<typeof loadMarkCharts>>

/** One day's content of a chart of marks. */
export interface MarkChartContent {
  readonly draw: Draw
  readonly table: ChartTable
  /** Columns that tell its rows apart in a file; left out where the rows are of nothing that has an id. */
  readonly ids?: ChartTable
  /** What each mark stands for on the map, by its id. */
  readonly targets: ReadonlyMap<string, readonly MapTarget[]>
  /** Text in place of a chart without data. */
  readonly empty?: string | undefined
  /** A line in place of the unit. */
  readonly note?: string | undefined
}

export interface MarkFigure extends ChartFigure {
  /** Draws the last scene again, after a choice beside the title. */
  refresh(): void
  /** Points at the mark of what is under the pointer on the map. */
  point(target: MapTarget | undefined): void
}

export type MarkChartKind = keyof typeof words.titles &
  ('posts' | 'countries' | 'streams' | 'prices' | 'transit')

export interface MarkChartOptions {
  readonly kind: MarkChartKind
  readonly controls?: readonly HTMLElement[]
  readonly contentOf: (scene: ChartScene, markCharts: MarkCharts) => MarkChartContent
}

/** In a file, ids stand beside names, as two things may have the same name. */
function tableOf({ table, ids }: MarkChartContent, use: 'page' | 'file'): ChartTable {
  return use === 'page' || ids === undefined ? table : table.map((row, i) => [...row, ...(ids[i] ?? [])])
}

export function createMarkFigure(
  options: MarkChartOptions,
  markCharts: MarkCharts,
  links: ChartLinks,
): MarkFigure {
  const { kind, contentOf, controls = [] } = options
  let scene: ChartScene | undefined
  let content: MarkChartContent | undefined
  const figure = createFigure({
    title: words.titles[kind],
    unit: words.units[kind],
    file: () => fileNameOf(scene, kind),
    table: (use) => (content === undefined ? [] : tableOf(content, use)),
    picture: async () => (content?.empty === undefined ? markChart.picture() : undefined),
    caption: () => captionOf(scene),
    say: links.say,
    controls,
  })
  const markChart: MarkChart = markCharts.createMarkChart(
    figure.host,
    {
      title: words.titles[kind],
      onPoint: (id) => links.highlight(content?.targets.get(id ?? '') ?? []),
      onChoose: (id) => {
        const [target, ...others] = content?.targets.get(id) ?? []
        if (target !== undefined && others.length === 0) links.select(target)
      },
    },
    chartLook(),
  )

  function draw(): void {
    if (scene === undefined) return
    content = contentOf(scene, markCharts)
    figure.show(content.empty)
    figure.note(content.note ?? words.units[kind])
    if (content.empty === undefined) markChart.show(content.draw)
  }

  return {
    element: figure.element,
    show(next) {
      scene = next
      draw()
    },
    refresh: draw,
    setTheme() {
      markChart.setLook(chartLook())
      draw()
    },
    point(target) {
      const hit = [...(content?.targets ?? [])].find(([, [first, ...others]]) => {
        return others.length === 0 && first?.kind === target?.kind && first?.index === target?.index
      })
      markChart.point(hit?.[0])
    },
  }
}
