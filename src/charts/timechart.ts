/** Time chart: lines or stacked areas over the days of a run, values under the pointer, a mark at the present day. */
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { widthOf } from './letters'
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
  /** Name for those who do not see it. */
  readonly title: string
  /** Stacked series fill the area between each other. */
  readonly stacked: boolean
  /** A day in the legend, with its date. */
  readonly dayText: (day: number) => string
  /** A day on the axis, and its date in a second line where there is room. */
  readonly axisDay: (day: number) => string
  readonly axisDate: (day: number) => string
  readonly valueText: (value: number) => string
  readonly axisText: (value: number) => string
  /** A value with its name, for those who do not see the legend. */
  readonly spokenText: (name: string, value: string) => string
  /** Upper end of the scale when it is known. */
  readonly most?: number
  /** Upper end of the scale while all values are zero. */
  readonly mostOfNothing: number
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

/** Width kept free for the legend beside the chart: at least this, and at most a share of the whole. */
const LEGEND_WIDTH = 136
const LEGEND_SHARE = 0.36
/** What a row of the legend needs beside its name: marker, value and gaps. */
const LEGEND_VALUE = 84
const AXIS_WIDTH = 46
const AXIS_HEIGHT = 23
const DATE_HEIGHT = 14
/** Height from which the axis has room for dates. */
const DATED_PIXELS = 170
const AXIS_FONT = 11
const DAY_PIXELS = 52
const DATE_PIXELS = 84
/** Half of the last day on the axis, which ends where the plot does. */
const DAY_HALF = 18
const DATE_HALF = 38
const FILL_ALPHA = 'cc'
/** How far from a line the pointer may be, in CSS pixels. */
const REACH = 24
/** Days, or points of a long run, by which keys move. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 30,
  PageDown: -30,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}
const SHIFT_STEPS = 10

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
  /** The day that arrow keys have moved to. */
  let steered: number | undefined
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
    const hadFocus = host.contains(document.activeElement)
    plot?.destroy()
    plot = new uPlot({ ...plotOptions(data.series), ...sizeOf(host, data.series) }, dataOf(data), host)
    plot.over.append(mark)
    plot.over.addEventListener('pointermove', () => {
      steered = undefined
    })
    for (const [i, row] of legendRows().entries()) {
      row.title = data.series[i]?.name ?? ''
      row.addEventListener('pointerenter', () => point(i))
      row.addEventListener('pointerleave', () => point(undefined))
    }
    const handle = plot.root.querySelector<HTMLElement>('.u-wrap')
    if (handle !== null) makeSteerable(handle, hadFocus)
  }

  /** Lets arrow keys move over the days; the values of each are in the legend, and spoken. */
  function makeSteerable(handle: HTMLElement, takesFocus: boolean): void {
    handle.tabIndex = 0
    handle.setAttribute('role', 'slider')
    handle.setAttribute('aria-label', options.title)
    handle.addEventListener('keydown', (event) => {
      const by = STEPS[event.key]
      if (by === undefined) return
      event.preventDefault()
      event.stopPropagation()
      steer(by * (event.shiftKey ? SHIFT_STEPS : 1))
      speak(handle)
    })
    handle.addEventListener('focus', () => speak(handle))
    handle.addEventListener('blur', () => {
      steered = undefined
      plot?.setCursor({ left: -10, top: -10 })
    })
    speak(handle)
    if (takesFocus) handle.focus({ preventScroll: true })
  }

  function steer(by: number): void {
    const days = shown?.days ?? []
    const at = steered === undefined ? days.length - 1 : days.indexOf(steered)
    steered = days[Math.max(0, Math.min(days.length - 1, at + by))]
    placeCursor()
  }

  /** Puts the cursor on the day that arrow keys have moved to. */
  function placeCursor(): void {
    if (plot !== undefined && steered !== undefined)
      plot.setCursor({ left: plot.valToPos(steered, 'x'), top: -1 })
  }

  function speak(handle: HTMLElement): void {
    if (shown === undefined) return
    const { days, series, columns } = shown
    const last = days.at(-1) ?? 0
    const day = steered ?? last
    const values = series.map(({ name }, i) =>
      options.spokenText(name, options.valueText(columns[i]?.[days.indexOf(day)] ?? 0)),
    )
    handle.setAttribute('aria-valuemin', String(days[0] ?? 0))
    handle.setAttribute('aria-valuemax', String(last))
    handle.setAttribute('aria-valuenow', String(day))
    handle.setAttribute('aria-valuetext', [options.dayText(day), ...values].join(', '))
  }

  function dataOf({ days, columns }: TimeData): uPlot.AlignedData {
    return [days, ...(options.stacked ? stacked : columns)] as uPlot.AlignedData
  }

  /** `size` enlarges letters, lines and margins. */
  function plotOptions(series: readonly ChartSeries[], size = 1): Omit<uPlot.Options, 'width' | 'height'> {
    const font = `${Math.round(AXIS_FONT * size)}px ${FONT_FAMILY}`
    const axis = { stroke: look.muted, font, ticks: { show: false } }
    const known = options.most
    return {
      padding: [8 * size, (self) => (isDated(self, size) ? DATE_HALF : DAY_HALF) * size, 0, 0],
      cursor: { y: false, points: { show: !options.stacked, size: 6 }, drag: { x: false, y: false } },
      legend: { live: true, markers: { width: 0, fill: (_, i) => series[i - 1]?.colour ?? 'transparent' } },
      hooks: { setCursor: [(self) => point(seriesAt(self))], draw: [placeMark] },
      scales: {
        x: { time: false, range: () => [0, Math.max(1, shown?.room ?? 1)] },
        y: { range: (_, __, most) => [0, known ?? (most > 0 ? most * 1.08 : options.mostOfNothing)] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          space: (self) => (isDated(self, size) ? DATE_PIXELS : DAY_PIXELS) * size,
          size: (self) => (AXIS_HEIGHT + (isDated(self, size) ? DATE_HEIGHT : 0)) * size,
          gap: 6 * size,
          lineGap: 1.2,
          values: (self, days) => days.map((day) => dayLines(day, isDated(self, size))),
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

  /** A day on the axis; days between two days have none. */
  function dayLines(day: number | null, dated: boolean): string {
    if (day === null || !Number.isInteger(day)) return ''
    return dated ? `${options.axisDay(day)}\n${options.axisDate(day)}` : options.axisDay(day)
  }

  function placeMark(drawn: uPlot): void {
    mark.style.transform = `translateX(${Math.round(drawn.valToPos(shown?.days.at(-1) ?? 0, 'x'))}px)`
  }

  const observer = new ResizeObserver(() => {
    if (host.clientWidth === 0 || shown === undefined) return
    plot?.setSize(sizeOf(host, shown.series))
    placeCursor()
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
      placeCursor()
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

/** Whether the axis of a plot that is drawn so many times enlarged has room for dates. */
function isDated({ height }: uPlot, size: number): boolean {
  return height >= DATED_PIXELS * size
}

function sizeOf(host: HTMLElement, series: readonly ChartSeries[]): { width: number; height: number } {
  const longest = Math.max(0, ...series.map(({ label }) => widthOf(label, AXIS_FONT)))
  const wanted = Math.max(LEGEND_WIDTH, longest + LEGEND_VALUE)
  const legend = Math.max(LEGEND_WIDTH, Math.min(wanted, host.clientWidth * LEGEND_SHARE))
  return {
    width: Math.max(80, host.clientWidth - legend),
    height: Math.max(40, host.clientHeight),
  }
}
