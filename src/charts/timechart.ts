/** Time chart: lines or stacked areas over the days of a run, values under the pointer, a mark at the present day. */
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import {
  type ChartLook,
  type ChartPicture,
  type ChartSeries,
  FONT_FAMILY,
  PICTURE_HEIGHT,
  PICTURE_SCALE,
  PICTURE_WIDTH,
} from './look'
import { bandAt, stackedColumns } from './stack'

export interface TimeChartOptions {
  /** Stacked series fill the area between each other. */
  readonly stacked: boolean
  readonly dayText: (day: number) => string
  readonly valueText: (value: number) => string
  readonly axisText: (value: number) => string
  /** Upper end of the scale when it is known. */
  readonly most?: number
  /** The series under the pointer, as its index, or none. */
  readonly onPoint: (series: number | undefined) => void
}

export interface TimeData {
  readonly series: readonly ChartSeries[]
  /** `columns[i]` belongs to `series[i]`, index = position in `days`. The last day is the present one. */
  readonly columns: readonly (readonly number[])[]
  readonly days: readonly number[]
  /** Days that the axis has room for. */
  readonly room: number
}

export interface TimeChart {
  show(data: TimeData): void
  setLook(look: ChartLook): void
  picture(): Promise<ChartPicture | undefined>
  destroy(): void
}

/** Width kept free for the legend beside the chart. */
const LEGEND_WIDTH = 136
const AXIS_WIDTH = 46
const AXIS_HEIGHT = 20
const FILL_ALPHA = 'cc'
/** How far from a line the pointer may be, in CSS pixels. */
const REACH = 24

export function createTimeChart(
  host: HTMLElement,
  options: TimeChartOptions,
  firstLook: ChartLook,
): TimeChart {
  let look = firstLook
  let plot: uPlot | undefined
  let shape = ''
  let shown: TimeData | undefined
  let stacked: readonly (readonly number[])[] = []
  let pointed: number | undefined
  const mark = document.createElement('div')
  mark.className = 'chart-mark'

  function point(series: number | undefined): void {
    if (series === pointed) return
    pointed = series
    for (const [i, row] of legendRows().entries()) row.classList.toggle('is-pointed', i === series)
    options.onPoint(series)
  }

  function legendRows(): HTMLElement[] {
    return [...host.querySelectorAll<HTMLElement>('.u-series')].slice(1)
  }

  /** The series at the pointer: the area it is in, or the nearest line. */
  function seriesAt({ cursor, data, posToVal, valToPos }: uPlot): number | undefined {
    const { idx, top = -1 } = cursor
    if (typeof idx !== 'number' || top < 0) return undefined
    if (options.stacked) return bandAt(stacked, idx, posToVal(top, 'y'))
    const gaps = data.slice(1).map((column) => Math.abs(valToPos(column[idx] ?? 0, 'y') - top))
    const least = Math.min(...gaps)
    return least <= REACH ? gaps.indexOf(least) : undefined
  }

  function build(data: TimeData): void {
    plot?.destroy()
    plot = new uPlot({ ...plotOptions(data.series), ...sizeOf(host) }, dataOf(data), host)
    plot.over.append(mark)
    for (const [i, row] of legendRows().entries()) {
      row.addEventListener('pointerenter', () => point(i))
      row.addEventListener('pointerleave', () => point(undefined))
    }
  }

  function dataOf({ days, columns }: TimeData): uPlot.AlignedData {
    return [days, ...(options.stacked ? stacked : columns)] as uPlot.AlignedData
  }

  /** `size` enlarges letters, lines and margins. */
  function plotOptions(series: readonly ChartSeries[], size = 1): Omit<uPlot.Options, 'width' | 'height'> {
    const font = `${Math.round(11 * size)}px ${FONT_FAMILY}`
    const axis = { stroke: look.muted, font, ticks: { show: false } }
    const known = options.most
    return {
      padding: [8 * size, 12 * size, 0, 0],
      cursor: { y: false, points: { show: !options.stacked, size: 6 }, drag: { x: false, y: false } },
      legend: { live: true, markers: { width: 0, fill: (_, i) => series[i - 1]?.colour ?? 'transparent' } },
      hooks: { setCursor: [(self) => point(seriesAt(self))], draw: [placeMark] },
      scales: {
        x: { time: false, range: () => [0, Math.max(1, shown?.room ?? 1)] },
        y: { range: (_, __, most) => [0, known ?? Math.max(1e-9, most * 1.08)] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          space: 40 * size,
          size: AXIS_HEIGHT * size,
          gap: 2 * size,
          values: (_, days) => days.map((day) => (day === null ? '' : String(day))),
        },
        {
          ...axis,
          grid: { stroke: look.grid, width: size },
          space: 30 * size,
          size: AXIS_WIDTH * size,
          gap: 4 * size,
          values: (_, values) => values.map((value) => options.axisText(value)),
        },
      ],
      series: [
        {
          label: '',
          value: (_, day) => options.dayText(typeof day === 'number' ? day : (shown?.days.at(-1) ?? 0)),
        },
        ...series.map(({ label, colour }, i) => ({
          label,
          stroke: colour,
          width: (options.stacked ? 0.5 : 2) * size,
          points: { show: false },
          ...(options.stacked ? { fill: colour + FILL_ALPHA } : {}),
          value: (_: uPlot, __: number, ___: number, at: number | null) => {
            const value = shown?.columns[i]?.at(at ?? -1)
            return value === undefined ? '' : options.valueText(value)
          },
        })),
      ],
    }
  }

  function placeMark(drawn: uPlot): void {
    mark.style.transform = `translateX(${Math.round(drawn.valToPos(shown?.days.at(-1) ?? 0, 'x'))}px)`
  }

  const observer = new ResizeObserver(() => {
    if (host.clientWidth === 0) return
    plot?.setSize(sizeOf(host))
  })
  observer.observe(host)

  const chart: TimeChart = {
    show(data) {
      shown = data
      stacked = options.stacked ? stackedColumns(data.columns) : []
      const key = JSON.stringify([data.series, look])
      if (plot === undefined || key !== shape) {
        shape = key
        build(data)
      } else plot.setData(dataOf(data))
    },
    setLook(next) {
      look = next
      if (shown !== undefined) chart.show(shown)
    },
    async picture() {
      if (shown === undefined) return undefined
      const [width, height] = [PICTURE_WIDTH, PICTURE_HEIGHT]
      const size = PICTURE_SCALE / uPlot.pxRatio
      const still: uPlot.Options = {
        ...plotOptions(shown.series, size),
        width: width * size,
        height: height * size,
        legend: { show: false },
        cursor: { show: false },
        hooks: {},
      }
      const { series: legend } = shown
      const drawing = new uPlot(still, dataOf(shown), document.createElement('div'))
      await Promise.resolve()
      return { image: drawing.ctx.canvas, width, height, legend }
    },
    destroy() {
      observer.disconnect()
      plot?.destroy()
    },
  }
  return chart
}

function sizeOf(host: HTMLElement): { width: number; height: number } {
  return {
    width: Math.max(80, host.clientWidth - LEGEND_WIDTH),
    height: Math.max(40, host.clientHeight),
  }
}
