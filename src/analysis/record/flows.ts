/** Flows: the columns of the charts over time, from the record of the run. */
import type { ModelSpec } from '../../engine'
import { text } from '../../text'
import { type RunRecord, WINDOW_DAYS } from './record'
import { shortRouteName } from './routeNames'

const words = text.charts
/** Points that a chart of usual width can show apart. */
const MOST_POINTS = 700
const MOST_ROUTES = 7
const FIRST_DAYS = 60

export interface Column {
  /** Name where there is little room. */
  readonly label: string
  readonly name: string
  /** Name of the style's colour, e.g. `--seized`. */
  readonly colour: string
  /** Kilograms or shares, one per day. */
  readonly values: readonly number[]
  /** Routes of the column, as indices. */
  readonly routes: readonly number[]
}

/** All days up to `last` while they are few, else evenly spaced ones and the last. */
export function sampledDays(last: number): number[] {
  const every = Math.max(1, Math.ceil(last / MOST_POINTS))
  const chosen = Array.from({ length: Math.floor(last / every) + 1 }, (_, i) => i * every)
  return chosen.at(-1) === last ? chosen : [...chosen, last]
}

/** Days that the charts have room for: two months at first, twice as many whenever the run outgrows them. */
export function roomOf(known: number, horizon: number): number {
  let days = FIRST_DAYS
  while (days < known) days *= 2
  return Math.min(days, horizon)
}

function flowColumns(
  record: RunRecord,
  days: readonly number[],
  kilograms: (grams: readonly number[], day: number) => number,
): Column[] {
  const column = (label: string, colour: string, of: (day: number) => number): Column => ({
    label,
    name: label,
    colour,
    values: days.map(of),
    routes: [],
  })
  return [
    column(words.delivered, '--delivered', (day) => kilograms(record.deliveredGrams, day)),
    column(words.seized, '--seized', (day) => kilograms(record.seizedGrams, day)),
    column(words.inTransit, '--accent', (day) => (record.inTransitGrams[day] ?? 0) / 1000),
  ]
}

/** Kilograms delivered and seized since the start, and under way. */
export function totalColumns(record: RunRecord, days: readonly number[]): Column[] {
  return flowColumns(record, days, (grams, day) => (grams[day] ?? 0) / 1000)
}

/** Kilograms delivered and seized in the window before each day (the first days have a shorter one), and under way. */
export function windowColumns(record: RunRecord, days: readonly number[]): Column[] {
  return flowColumns(record, days, (grams, day) => {
    const from = Math.max(0, day - WINDOW_DAYS)
    return ((grams[day] ?? 0) - (grams[from] ?? 0)) / 1000
  })
}

interface RouteGroup {
  readonly label: string
  readonly name: string
  readonly routes: readonly number[]
}

/** Each listed route in the order of their names, and all that organisations found by themselves as one. */
function routeGroups(spec: ModelSpec, byName: (a: string, b: string) => number): RouteGroup[] {
  const { routes } = spec
  const all = [...routes.ids.keys()]
  const found = all.filter((route) => routes.isGenerated[route] === 1)
  const listed = all
    .filter((route) => routes.isGenerated[route] === 0)
    .map((route) => ({
      label: shortRouteName(spec, route),
      name: routes.names[route] ?? '',
      routes: [route],
    }))
    .sort((a, b) => byName(a.name, b.name))
  return found.length > 0 ? [...listed, groupOf(words.generated, found)] : listed
}

function groupOf(name: string, routes: readonly number[]): RouteGroup {
  return { label: name, name, routes }
}

/** Shares of dispatch in the window before each day: the largest groups of routes of the run so far, then the others. */
export function shareColumns(
  { spec, routeGrams }: RunRecord,
  days: readonly number[],
  byName: (a: string, b: string) => number,
): Column[] {
  const totals = routeGrams.at(-1)
  const totalOf = ({ routes }: RouteGroup) => routes.reduce((sum, route) => sum + (totals?.[route] ?? 0), 0)
  const all = routeGroups(spec, byName)
  const largest = new Set([...all].sort((a, b) => totalOf(b) - totalOf(a)).slice(0, MOST_ROUTES))
  const groups = all.filter((group) => largest.has(group))
  const rest = all.filter((group) => !largest.has(group)).flatMap(({ routes }) => routes)
  if (rest.length > 0) groups.push(groupOf(words.others, rest))
  const shares = groups.map(() => [] as number[])
  for (const day of days) {
    const now = routeGrams[day]
    const then = routeGrams[Math.max(0, day - WINDOW_DAYS)]
    const parts = groups.map(({ routes }) =>
      routes.reduce((sum, route) => sum + (now?.[route] ?? 0) - (then?.[route] ?? 0), 0),
    )
    const all = parts.reduce((sum, part) => sum + part, 0)
    for (const [i, part] of parts.entries()) shares[i]?.push(all > 0 ? part / all : 0)
  }
  return groups.map((group, i) => ({ ...group, colour: `--series-${i + 1}`, values: shares[i] ?? [] }))
}
