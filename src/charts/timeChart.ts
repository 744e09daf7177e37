/**
 * Time chart: lines or stacked areas over the days of a run, with values under the pointer and a mark at
 * today.
 */
import uPlot from 'uplot'
import './timeChart.css'
import {
  type ChartLook,
  type ChartPicture,
  type ChartSeries,
  PICTURE_HEIGHT,
  PICTURE_SCALE,
  PICTURE_WIDTH,
} from './look'
import { bandAt, stackedColumns } from './stack'
import { createSteering } from './steering'
import { plotOptions, sizeOf, type TimeChartOptions, type TimeData } from './timePlot'

export interface TimeChart {
  show(data: TimeData): void
  setLook(look: ChartLook): void
  picture(): Promise<ChartPicture | undefined>
  destroy(): void
}

/** How far from a line the pointer may be, in CSS pixels. */
const REACH = 24
export function createTimeChart(
  host: HTMLElement,
  options: TimeChartOptions,
  firstLook: ChartLook,
): TimeChart {
  let look = firstLook
  let plot: uPlot | undefined
  /** The series that the plot was built for; new data only moves its lines. */
  let built: { readonly look: ChartLook; readonly series: readonly ChartSeries[] } | undefined
  let shown: TimeData | undefined
  let stacked: readonly (readonly number[])[] = []
  let pointed: number | undefined
  const mark = document.createElement('div')
  mark.className = 'chart-mark'

  const steering = createSteering({
    title: options.title,
    days: () => shown?.days ?? [],
    spoken(day) {
      const at = shown?.days.indexOf(day) ?? -1
      const values = (shown?.series ?? []).map(({ name }, i) =>
        options.spokenText(name, options.valueText(shown?.columns[i]?.[at] ?? 0)),
      )
      return [options.dayText(day), ...values].join(', ')
    },
    onSteer: (day) =>
      plot?.setCursor({
        left: day === undefined ? -10 : plot.valToPos(day, 'x'),
        top: day === undefined ? -10 : -1,
      }),
  })

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
    const min = Math.min(...gaps)
    return min <= REACH ? gaps.indexOf(min) : undefined
  }

  function build(data: TimeData): void {
    const hadFocus = host.contains(document.activeElement)
    plot?.destroy()
    const hooks = { setCursor: [(self: uPlot) => point(seriesAt(self))], draw: [placeMark] }
    const style = plotOptions({ options, look, shown: () => shown }, data.series)
    plot = new uPlot({ ...style, ...sizeOf(host, data.series), hooks }, dataOf(data), host)
    plot.over.append(mark)
    plot.over.addEventListener('pointermove', steering.forget)
    for (const [i, row] of legendRows().entries()) {
      row.title = data.series[i]?.name ?? ''
      row.addEventListener('pointerenter', () => point(i))
      row.addEventListener('pointerleave', () => point(undefined))
    }
    const handle = plot.root.querySelector<HTMLElement>('.u-wrap')
    if (handle !== null) steering.attach(handle, hadFocus)
  }

  function dataOf({ days, columns }: TimeData): uPlot.AlignedData {
    return [days, ...(options.stacked ? stacked : columns)] as uPlot.AlignedData
  }

  function placeMark(drawn: uPlot): void {
    mark.style.transform = `translateX(${Math.round(drawn.valToPos(shown?.days.at(-1) ?? 0, 'x'))}px)`
  }

  const observer = new ResizeObserver(() => {
    if (host.clientWidth === 0 || shown === undefined) return
    plot?.setSize(sizeOf(host, shown.series))
    steering.again()
  })
  observer.observe(host)

  const chart: TimeChart = {
    show(data) {
      shown = data
      stacked = options.stacked ? stackedColumns(data.columns) : []
      const isSame = built?.look === look && isSameSeries(built.series, data.series)
      built = { look, series: data.series }
      if (plot === undefined || !isSame) build(data)
      else plot.setData(dataOf(data))
      steering.again()
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
        ...plotOptions({ options, look, shown: () => shown }, shown.series, size),
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

function isSameSeries(a: readonly ChartSeries[], b: readonly ChartSeries[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ label, name, colour }, i) => {
      const other = b[i]
      return label === other?.label && name === other.name && colour === other.colour
    })
  )
}
