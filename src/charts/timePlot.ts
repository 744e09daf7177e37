/** Time plot: how uPlot draws a chart over the days of a run, its axes, series and room for the legend. */
import type uPlot from 'uplot'
import { widthOf } from './letters'
import { type ChartLook, type ChartSeries, FONT_FAMILY } from './look'

export interface TimeChartOptions {
  /** Name for screen readers. */
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
  /** A value with its name, for screen readers. */
  readonly spokenText: (name: string, value: string) => string
  /** Upper end of the scale when it is known. */
  readonly max?: number
  /** Upper end of the scale while all values are zero. */
  readonly maxWhenEmpty: number
  /** The series under the pointer, as its index, or none. */
  readonly onPoint: (series: number | undefined) => void
}

export interface TimeData {
  readonly series: readonly ChartSeries[]
  /** `columns[i]` belongs to `series[i]`, index = position in `days`. The last day is the current one. */
  readonly columns: readonly (readonly number[])[]
  readonly days: readonly number[]
  /** Days that the axis has room for. */
  readonly room: number
}

/** What a plot draws, in which look. */
export interface Plotted {
  readonly options: TimeChartOptions
  readonly look: ChartLook
  /** The data on show, which change without a new plot. */
  readonly shown: () => TimeData | undefined
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
/** `size` enlarges letters, lines and margins. */
export function plotOptions(
  { options, look, shown }: Plotted,
  series: readonly ChartSeries[],
  size = 1,
): Omit<uPlot.Options, 'width' | 'height' | 'hooks'> {
  const font = `${Math.round(AXIS_FONT * size)}px ${FONT_FAMILY}`
  const axis = { stroke: look.muted, font, ticks: { show: false } }
  const known = options.max
  return {
    padding: [8 * size, (self) => (isDated(self, size) ? DATE_HALF : DAY_HALF) * size, 0, 0],
    cursor: { y: false, points: { show: !options.stacked, size: 6 }, drag: { x: false, y: false } },
    legend: { live: true, markers: { width: 0, fill: (_, i) => series[i - 1]?.colour ?? 'transparent' } },
    scales: {
      x: { time: false, range: () => [0, Math.max(1, shown()?.room ?? 1)] },
      y: { range: (_, __, max) => [0, known ?? (max > 0 ? max * 1.08 : options.maxWhenEmpty)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: (self) => (isDated(self, size) ? DATE_PIXELS : DAY_PIXELS) * size,
        size: (self) => (AXIS_HEIGHT + (isDated(self, size) ? DATE_HEIGHT : 0)) * size,
        gap: 6 * size,
        lineGap: 1.2,
        values: (self, days) => days.map((day) => dayLines(options, day, isDated(self, size))),
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
        value: (_, day) => options.dayText(typeof day === 'number' ? day : (shown()?.days.at(-1) ?? 0)),
      },
      ...series.map(({ label, colour }, i) => ({
        label,
        stroke: colour,
        width: (options.stacked ? 0.5 : 2) * size,
        points: { show: false },
        ...(options.stacked ? { fill: colour + FILL_ALPHA } : {}),
        value: (_: uPlot, __: number, ___: number, at: number | null) => {
          const value = shown()?.columns[i]?.at(at ?? -1)
          return value === undefined ? '' : options.valueText(value)
        },
      })),
    ],
  }
}

/** A day on the axis; days between two days have none. */
function dayLines(options: TimeChartOptions, day: number | null, dated: boolean): string {
  if (day === null || !Number.isInteger(day)) return ''
  return dated ? `${options.axisDay(day)}\n${options.axisDate(day)}` : options.axisDay(day)
}

/** Whether the axis of a plot that is drawn so many times enlarged has room for dates. */
function isDated({ height }: uPlot, size: number): boolean {
  return height >= DATED_PIXELS * size
}

/** Size of the plot beside its legend, in CSS pixels. */
export function sizeOf(host: HTMLElement, series: readonly ChartSeries[]): { width: number; height: number } {
  const longest = Math.max(0, ...series.map(({ label }) => widthOf(label, AXIS_FONT)))
  const wanted = Math.max(LEGEND_WIDTH, longest + LEGEND_VALUE)
  const legend = Math.max(LEGEND_WIDTH, Math.min(wanted, host.clientWidth * LEGEND_SHARE))
  return {
    width: Math.max(80, host.clientWidth - legend),
    height: Math.max(40, host.clientHeight),
  }
}
