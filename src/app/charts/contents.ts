/** Contents: seizures, prices, times and streams of a scene as drawings, tables and places on the map. */

import {
  pricesAlong,
  type SeizureRow,
  type StreamNode,
  streamsOf,
  type Through,
  transitHistogram,
} from '../../analysis'
import { specOn } from '../../engine'
import type { MapTarget } from '../../map'
import { text } from '../../text'
import { colourOf } from '../../ui'
import { count, countryName, kilograms, mass, number, percent } from '../../words'
import type { MarkChartContent, MarkCharts } from './markFigures'
import type { ChartScene } from './scene'

const words = text.charts
const { columns } = words
const dollar = text.page.units.dollar

type RowsOf = (spec: ChartScene['record']['spec'], counters: ChartScene['frame']['counters']) => SeizureRow[]

/** Sorted bars of what was seized; `name` heads the first column of the table. */
export function seizureContent(
  { record, frame }: ChartScene,
  markCharts: MarkCharts,
  rowsOf: RowsOf,
  name: string,
): MarkChartContent {
  const rows = rowsOf(record.spec, frame.counters)
  const bars = rows
    .filter(({ grams }) => grams > 0)
    .map(({ id, label, grams, seizures, crossings }) => ({
      id,
      label,
      value: grams,
      valueText: mass(grams),
      note: [
        label,
        mass(grams),
        crossings === undefined
          ? words.patrolSeizures(count(seizures))
          : words.seizures(count(seizures), count(crossings)),
      ],
    }))
  return {
    draw: markCharts.barsDrawing(bars, colourOf('--seized')),
    table: [
      [name, columns.mass, columns.seizures, columns.crossings],
      ...rows.map(({ label, grams, seizures, crossings }) => [
        label,
        kilograms(grams),
        seizures,
        crossings ?? Number.NaN,
      ]),
    ],
    ids: [[columns.id], ...rows.map(({ id }) => [id])],
    targets: new Map(rows.map(({ id, targets }) => [id, targets])),
    empty: bars.length === 0 ? words.empty.seized : undefined,
  }
}

export function priceContent(
  { record, frame }: ChartScene,
  markCharts: MarkCharts,
  route: number,
  commodity: number,
): MarkChartContent {
  const prices = pricesAlong(specOn(record.spec, frame.day), route, commodity)
  const first = prices.find(({ usdPerKg }) => usdPerKg !== undefined)?.usdPerKg
  const stops = prices.map(({ name, country, usdPerKg }, i) => ({
    id: String(i),
    name,
    group: country,
    value: usdPerKg,
    note: [
      words.country(name, countryName(country)),
      usdPerKg === undefined ? words.noPrice : words.priceHere(`${number(usdPerKg)} ${dollar}`),
      ...(usdPerKg === undefined || first === undefined || first === 0
        ? []
        : [words.markup(number(usdPerKg / first))]),
    ],
  }))
  return {
    draw: markCharts.stepsDrawing(stops, colourOf('--assumption'), count, words.noPriceHere),
    table: [
      [columns.step, columns.place, columns.country, columns.price],
      ...prices.map(({ name, country, usdPerKg }, i) => [i + 1, name, country, usdPerKg ?? Number.NaN]),
    ],
    ids: [[columns.id], ...prices.map(({ node }) => [record.spec.nodes.ids[node] ?? ''])],
    targets: new Map(prices.map(({ node }, i) => [String(i), [{ kind: 'node', index: node }]])),
    empty: first === undefined ? words.empty.prices : undefined,
    note: words.along(record.spec.routes.names[route] ?? ''),
  }
}

export function transitContent({ record, frame }: ChartScene, markCharts: MarkCharts): MarkChartContent {
  const histogram = transitHistogram(record.arrivals, frame.day)
  const { binDays, fromDays, counts, beyond, count: all, meanDays, medianDays } = histogram
  const daysAt = (bin: number) => fromDays + bin * binDays
  const bar = (id: string, deliveries: number, days: string) => ({
    id,
    count: deliveries,
    note: [days, words.deliveries(count(deliveries), percent(deliveries / all))],
  })
  const bins = counts.map((deliveries, bin) =>
    bar(String(bin), deliveries, words.days(number(daysAt(bin)), number(daysAt(bin + 1)))),
  )
  const end = daysAt(counts.length)
  const longer = words.daysBeyond(number(end))
  const axis = {
    bins,
    from: fromDays,
    binWidth: binDays,
    beyond: beyond === 0 ? undefined : { ...bar('beyond', beyond, longer), label: words.more },
    axisName: words.daysAxis,
    countText: count,
  }
  const mean = words.mean(number(meanDays), number(medianDays), count(all))
  return {
    draw: markCharts.columnsDrawing(axis, colourOf('--delivered')),
    table: [
      [columns.atLeast, columns.below, columns.deliveries],
      ...counts.map((deliveries, bin) => [daysAt(bin), daysAt(bin + 1), deliveries]),
      ...(beyond === 0 ? [] : [[end, Number.NaN, beyond]]),
    ],
    targets: new Map(),
    empty: all === 0 ? words.empty.delivered : undefined,
    note: all === 0 ? undefined : beyond === 0 ? mean : words.withBeyond(mean, count(beyond), longer),
  }
}

const LAYER_COLOURS = ['--moving', '--accent', '--delivered'] as const

export function streamContent(
  { record, frame }: ChartScene,
  markCharts: MarkCharts,
  through: Through,
): MarkChartContent {
  const { nodes, links } = streamsOf(record.spec, frame.counters, record.arrivals, frame.day, through)
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const linkId = (from: string, to: string) => `${from}>${to}`
  const colour = ({ isSeized, layer }: StreamNode) => colourOf(isSeized ? '--seized' : LAYER_COLOURS[layer])
  const targets = new Map<string, readonly MapTarget[]>(nodes.map((node) => [node.id, node.targets]))
  for (const link of links) targets.set(linkId(link.from, link.to), link.targets)
  return {
    draw: markCharts.streamsDrawing(
      nodes.map((node) => ({
        ...node,
        colour: colour(node),
        note: (grams: number) => [node.name, mass(grams)],
      })),
      links.map(({ from, to, grams }) => ({
        id: linkId(from, to),
        from,
        to,
        amount: grams,
        note: [words.stream(nameOf(from), nameOf(to)), mass(grams)],
      })),
    ),
    table: [
      [columns.from, columns.to, columns.mass],
      ...links.map(({ from, to, grams }) => [nameOf(from), nameOf(to), kilograms(grams)]),
    ],
    ids: [[columns.fromId, columns.toId], ...links.map(({ from, to }) => [ownId(from), ownId(to)])],
    targets,
    empty: links.length === 0 ? words.empty.ended : undefined,
  }
}

/** The id of what a node of the streams stands for, without its layer. */
function ownId(id: string): string {
  return id.replace(/^\d:/, '')
}
