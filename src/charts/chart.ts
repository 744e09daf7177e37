/** One chart over the days of a run: lines or stacked areas, values under the pointer, a mark at the present day. */
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

export interface ChartSeries {
  readonly label: string
  readonly colour: string
}

export interface ChartOptions {
  /** Name for those who do not see it. */
  readonly title: string
  /** Stacked series fill the area between each other. */
  readonly stacked: boolean
  readonly dayText: (day: number) => string
  readonly valueText: (value: number) => string
  readonly axisText: (value: number) => string
  /** Upper end of the scale when it is known. */
  readonly most?: number
}

export interface ChartLook {
  readonly text: string
  readonly grid: string
  readonly mark: string
}

export interface Chart {
  /** Replaces the data; `columns[i]` belongs to `series[i]`, index = position in `days`. */
  setData(
    series: readonly ChartSeries[],
    days: readonly number[],
    columns: readonly (readonly number[])[],
    horizon: number,
  ): void
  /** Moves the mark of the present day. */
  setDay(day: number): void
  setLook(look: ChartLook): void
  destroy(): void
}

/** Width kept free for the legend beside the chart. */
const LEGEND_WIDTH = 124
const AXIS_WIDTH = 46
const AXIS_HEIGHT = 20
const FILL_ALPHA = 'cc'

export function createChart(host: HTMLElement, options: ChartOptions, firstLook: ChartLook): Chart {
  let look = firstLook
  let plot: uPlot | undefined
  let shape = ''
  let dayNow = 0
  let horizonNow = 1
  let last: Parameters<Chart['setData']> | undefined
  const raw = { columns: [] as readonly (readonly number[])[] }
  const mark = document.createElement('div')
  mark.className = 'chart-mark'

  function build(series: readonly ChartSeries[], data: uPlot.AlignedData): void {
    plot?.destroy()
    plot = new uPlot(plotOptions(series), data, host)
    plot.over.append(mark)
    placeMark()
  }

  function plotOptions(series: readonly ChartSeries[]): uPlot.Options {
    const axis = { stroke: look.text, font: '11px system-ui, sans-serif', ticks: { show: false } }
    const grid = { stroke: look.grid, width: 1 }
    const known = options.most
    return {
      ...sizeOf(host),
      padding: [8, 12, 0, 0],
      cursor: { y: false, points: { show: !options.stacked, size: 6 }, drag: { x: false, y: false } },
      legend: { live: true, markers: { width: 0, fill: (_, i) => series[i - 1]?.colour ?? 'transparent' } },
      scales: {
        x: { time: false, range: () => [0, horizonNow] },
        y: { range: (_, __, most) => [0, known ?? Math.max(1e-9, most * 1.08)] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          space: 40,
          size: AXIS_HEIGHT,
          gap: 2,
          values: (_, days) => days.map((day) => (day === null ? '' : String(day))),
        },
        {
          ...axis,
          grid,
          size: AXIS_WIDTH,
          gap: 4,
          values: (_, values) => values.map((value) => options.axisText(value)),
        },
      ],
      series: [
        { label: '', value: (_, day) => (typeof day === 'number' ? options.dayText(day) : '') },
        ...series.map(({ label, colour }, i) => ({
          label,
          stroke: colour,
          width: options.stacked ? 0.5 : 2,
          points: { show: false },
          ...(options.stacked ? { fill: colour + FILL_ALPHA } : {}),
          value: (_: uPlot, __: number, ___: number, at: number | null) => {
            const value = at === null ? raw.columns[i]?.at(-1) : raw.columns[i]?.[at]
            return value === undefined ? '' : options.valueText(value)
          },
        })),
      ],
    }
  }

  function placeMark(): void {
    if (plot === undefined) return
    mark.style.transform = `translateX(${Math.round(plot.valToPos(dayNow, 'x'))}px)`
  }

  const observer = new ResizeObserver(() => {
    plot?.setSize(sizeOf(host))
    placeMark()
  })
  observer.observe(host)

  const chart: Chart = {
    setData(...next) {
      last = next
      const [series, days, columns, horizon] = next
      horizonNow = Math.max(1, horizon)
      raw.columns = columns
      const data = [days, ...(options.stacked ? stackedColumns(columns) : columns)] as uPlot.AlignedData
      const key = JSON.stringify([series, look])
      if (plot === undefined || key !== shape) {
        shape = key
        build(series, data)
      } else plot.setData(data)
      placeMark()
    },
    setDay(day) {
      dayNow = day
      placeMark()
    },
    setLook(next) {
      look = next
      if (last !== undefined) chart.setData(...last)
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

/** Each column plus all that follow it, so that the first is drawn behind and reaches highest. */
function stackedColumns(columns: readonly (readonly number[])[]): number[][] {
  const sums: number[][] = []
  for (const column of [...columns].reverse()) {
    const below = sums[0]
    sums.unshift(column.map((value, i) => value + (below?.[i] ?? 0)))
  }
  return sums
}
