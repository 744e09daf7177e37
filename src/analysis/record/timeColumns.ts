/** Time columns: what the charts over time show, one value per day, from the record of the run. */
import type { ModelSpec } from '../../engine'
import { text } from '../../text'
import { sumOf } from '../columns'
import { type RunRecord, WINDOW_DAYS } from './record'
import { shortRouteName } from './routeNames'

const words = text.charts
/** Routes that have a column of their own. */
const MAX_ROUTES = 7

export interface TimeColumn {
  readonly kind: 'delivered' | 'seized' | 'inTransit' | 'routes'
  /** Name where there is little room. */
  readonly label: string
  readonly name: string
  /** Grams, or shares in [0, 1] of kind `routes`, one per day. */
  readonly values: readonly number[]
  /** Routes of the column, as indices. */
  readonly routes: readonly number[]
}

function massColumns(
  record: RunRecord,
  days: readonly number[],
  gramsOn: (totals: readonly number[], day: number) => number,
): TimeColumn[] {
  const column = (
    kind: 'delivered' | 'seized' | 'inTransit',
    valueOn: (day: number) => number,
  ): TimeColumn => ({ kind, label: words[kind], name: words[kind], values: days.map(valueOn), routes: [] })
  return [
    column('delivered', (day) => gramsOn(record.deliveredGrams, day)),
    column('seized', (day) => gramsOn(record.seizedGrams, day)),
    column('inTransit', (day) => record.inTransitGrams[day] ?? 0),
  ]
}

/** Grams delivered and seized since the start, and under way. */
export function totalColumns(record: RunRecord, days: readonly number[]): TimeColumn[] {
  return massColumns(record, days, (totals, day) => totals[day] ?? 0)
}

/** Grams delivered and seized in the window before each day, which is shorter at first, and under way. */
export function windowColumns(record: RunRecord, days: readonly number[]): TimeColumn[] {
  return massColumns(record, days, (totals, day) => {
    const from = Math.max(0, day - WINDOW_DAYS)
    return (totals[day] ?? 0) - (totals[from] ?? 0)
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
      name: routes.names[route],
      routes: [route],
    }))
    .sort((a, b) => byName(a.name, b.name))
  return found.length > 0 ? [...listed, groupOf(words.generated, found)] : listed
}

function groupOf(name: string, routes: readonly number[]): RouteGroup {
  return { label: name, name, routes }
}

/** Shares of dispatch in the window before each day: the largest groups of routes so far, then the others. */
export function shareColumns(
  { spec, routeGrams }: RunRecord,
  days: readonly number[],
  byName: (a: string, b: string) => number,
): TimeColumn[] {
  const totals = routeGrams[days.at(-1) ?? 0]
  const totalOf = ({ routes }: RouteGroup) => routes.reduce((sum, route) => sum + (totals?.[route] ?? 0), 0)
  const all = routeGroups(spec, byName)
  const largest = new Set([...all].sort((a, b) => totalOf(b) - totalOf(a)).slice(0, MAX_ROUTES))
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
    const whole = sumOf(parts)
    for (const [i, part] of parts.entries()) shares[i]?.push(whole > 0 ? part / whole : 0)
  }
  return groups.map((group, i) => ({ ...group, kind: 'routes', values: shares[i] ?? [] }))
}
