/** Plots: the two charts of the page, fed from the record of the run. */
import { type Chart, type ChartLook, type ChartSeries, loadCharts } from '../charts'
import { h } from '../panel'
import { text } from '../text'
import { mass, percent } from './format'
import { type RunRecord, WINDOW_DAYS } from './record'

const words = text.page.charts
/** Points that a chart of this width can show apart. */
const MOST_POINTS = 700
const MOST_ROUTES = 7

const FIRST_DAYS = 60

export interface Plots {
  readonly element: HTMLElement
  /** Draws the record anew. */
  show(record: RunRecord, known: number, horizon: number): void
  setDay(day: number): void
  /** Takes the colours of the present theme. */
  setTheme(): void
}

export function createPlots(): Plots {
  const flowHost = h('div', { class: 'chart-host' })
  const shareHost = h('div', { class: 'chart-host' })
  const element = h('div', { class: 'charts' }, figure(words.flow, flowHost), figure(words.shares, shareHost))
  let flow: Chart | undefined
  let shares: Chart | undefined
  let last: { record: RunRecord; known: number; horizon: number } | undefined
  let dayNow = 0

  void loadCharts().then((createChart) => {
    const look = lookOf()
    flow = createChart(
      flowHost,
      {
        title: words.flow,
        stacked: false,
        dayText: words.onDay,
        valueText: (kg) => mass(kg * 1000),
        axisText: shortMass,
      },
      look,
    )
    shares = createChart(
      shareHost,
      {
        title: words.shares,
        stacked: true,
        dayText: words.onDay,
        valueText: percent,
        axisText: shortPercent,
        most: 1,
      },
      look,
    )
    draw()
  })

  function draw(): void {
    if (last === undefined || flow === undefined || shares === undefined) return
    const { record, known, horizon } = last
    const days = sampledDays(known)
    flow.setData(
      flowSeries(),
      days,
      [kilograms(record.deliveredGrams, days), kilograms(record.seizedGrams, days)],
      shownDays(known, horizon),
    )
    const { series, columns } = routeShares(record, days)
    shares.setData(series, days, columns, shownDays(known, horizon))
    flow.setDay(dayNow)
    shares.setDay(dayNow)
  }

  return {
    element,
    show(record, known, horizon) {
      last = { record, known, horizon }
      draw()
    },
    setDay(day) {
      dayNow = day
      flow?.setDay(day)
      shares?.setDay(day)
    },
    setTheme() {
      const look = lookOf()
      flow?.setLook(look)
      shares?.setLook(look)
      draw()
    },
  }
}

function figure(title: string, host: HTMLElement): HTMLElement {
  return h('figure', {}, h('figcaption', {}, title), host)
}

function variable(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

function lookOf(): ChartLook {
  return {
    text: variable('--muted'),
    grid: variable('--line'),
    mark: variable('--text'),
  }
}

/** All days while they are few, else evenly spaced ones and the last. */
function sampledDays(days: number): number[] {
  const every = Math.max(1, Math.ceil(days / MOST_POINTS))
  const chosen = Array.from({ length: Math.floor(days / every) + 1 }, (_, i) => i * every)
  return chosen.at(-1) === days ? chosen : [...chosen, days]
}

function kilograms(grams: readonly number[], days: readonly number[]): number[] {
  return days.map((day) => (grams[day] ?? 0) / 1000)
}

function flowSeries(): ChartSeries[] {
  return [
    { label: words.delivered, colour: variable('--delivered') },
    { label: words.seized, colour: variable('--seized') },
  ]
}

/** Shares of the window before each day: the largest routes of the run so far by id, then the others. */
function routeShares({ spec, routeGrams }: RunRecord, days: readonly number[]) {
  const totals = routeGrams[days.at(-1) ?? 0] ?? new Float64Array(spec.routes.ids.length)
  const ranked = [...totals.keys()].sort((a, b) => (totals[b] as number) - (totals[a] as number) || a - b)
  const chosen = ranked.slice(0, MOST_ROUTES).sort((a, b) => a - b)
  const rest = ranked.slice(MOST_ROUTES)
  const names = chosen.map((route) => spec.routes.ids[route] ?? '')
  const labels = rest.length > 0 ? [...names, words.others] : names
  const series = labels.map((label, i) => ({ label, colour: variable(`--series-${i + 1}`) }))
  const columns: number[][] = labels.map(() => [])
  for (const day of days) {
    const now = routeGrams[day]
    const then = routeGrams[Math.max(0, day - WINDOW_DAYS)]
    const gained = (route: number) => (now?.[route] ?? 0) - (then?.[route] ?? 0)
    const all = ranked.reduce((sum, route) => sum + gained(route), 0)
    const parts = [
      ...chosen.map(gained),
      ...(rest.length > 0 ? [rest.reduce((sum, route) => sum + gained(route), 0)] : []),
    ]
    for (const [i, part] of parts.entries()) columns[i]?.push(all > 0 ? part / all : 0)
  }
  return { series, columns }
}

function shortMass(kg: number): string {
  return mass(kg * 1000).replace(/\.0+(?=\s)/, '')
}

function shortPercent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Days that the charts show: two months at first, twice as many whenever the run outgrows them. */
function shownDays(known: number, horizon: number): number {
  let days = FIRST_DAYS
  while (days < known) days *= 2
  return Math.min(days, horizon)
}
