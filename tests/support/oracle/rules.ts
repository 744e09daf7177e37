/** Rules of the model written down a second time, straight from ODD.md and one entity at a time, to check the engine and the analysis against. */
import { isoDateOf, MODE_NAMES, type ModelSpec, type RouteSpec } from '../../../src/engine'

const DAYS_A_MONTH = 30

/** Supply of one day in grams, before what replaces seizures: kgPerDay * (1 + yearlyGrowth)^(t / 365). */
export function dailySupplyGrams({ supplies }: ModelSpec, s: number, day: number): number {
  return (supplies.kgPerDay[s] ?? 0) * 1000 * (1 + (supplies.yearlyGrowth[s] ?? 0)) ** (day / 365)
}

/** Pay of the officers of all checkpoints, of all teams, and of the operations that begin on a day, US cents. */
export function costCents({ checkpoints, operations, teams }: ModelSpec, day: number): number {
  let cents = 0
  for (const [k, staff] of checkpoints.staff.entries())
    cents += Math.round((staff * (checkpoints.officerSalary[k] ?? 0) * 100) / DAYS_A_MONTH)
  for (const perDay of teams.costCentsPerDay) cents += perDay
  for (const [i, from] of operations.fromDay.entries())
    if (from === day && operations.isEnabled[i] === 1) cents += operations.costCents[i] ?? 0
  return cents
}

/** What a deal with checkpoint k costs from one review to the next, US cents. */
export function retainerCents({ assumptions, checkpoints }: ModelSpec, k: number): number {
  return Math.round(((checkpoints.protectionRetainer[k] ?? 0) * 100 * assumptions.reviewDays) / DAYS_A_MONTH)
}

/** Checkpoints of a place in the order in which they are crossed. */
export function checkpointsAt({ checkpoints }: ModelSpec, node: number): number[] {
  return [...checkpoints.node.keys()].filter((k) => checkpoints.node[k] === node)
}

/** Places of a route in order, both ends included. */
export function placesOf({ start, end, nodes }: RouteSpec, r: number): number[] {
  return [...nodes.subarray((start[r] ?? 0) + r, (end[r] ?? 0) + r + 1)]
}

/** Whether a checkpoint sells passage in the bribe market. */
export function sellsPassage({ assumptions, checkpoints }: ModelSpec, k: number): boolean {
  return assumptions.bribeMarket === 'independent-posts' && (checkpoints.corruptionRate[k] ?? 0) > 0
}

/** What each seller of passage on a route asks, US cents: of n in a row, 1 / (n + 1) of the highest trip value. */
export function askCents(spec: ModelSpec, routes: RouteSpec, r: number): number {
  const sellers = placesOf(routes, r).flatMap((node) =>
    checkpointsAt(spec, node).filter((k) => sellsPassage(spec, k)),
  )
  return Math.round((spec.assumptions.tripValueUsd * 100) / (sellers.length + 1))
}

/** USD per kg on a day, by the kilograms that a market took in the 30 days before it. */
export function priceOn(
  { commodities, nodes }: ModelSpec,
  commodity: number,
  node: number,
  day: number,
  kg: number,
): number {
  const cell = commodity * nodes.ids.length + node
  const base = commodities.priceUsdPerKg[cell] ?? Number.NaN
  const demand = commodities.demandKgPerDay[cell] ?? Number.NaN
  if (commodities.isElastic[commodity] === 0 || Number.isNaN(demand) || day < 30) return base
  const factor = 1 + (commodities.slope[commodity] ?? 0) * (1 - kg / (30 * demand))
  const [lowest = 0, highest = 0] = [commodities.lowest[commodity], commodities.highest[commodity]]
  return base * Math.min(highest, Math.max(lowest, factor))
}

/** The site at a place that takes a commodity on a day. */
export function siteOn(
  { processing }: ModelSpec,
  node: number,
  commodity: number,
  day: number,
): number | undefined {
  const { fromDay, input, node: places, untilDay } = processing
  return [...input.keys()].find(
    (i) =>
      places[i] === node && input[i] === commodity && day >= (fromDay[i] ?? 0) && day < (untilDay[i] ?? 0),
  )
}

interface Chances {
  readonly inspected: number
  readonly found: number
  readonly bribed: number
}

/** The chances of a crossing: pi, d and kappa of ODD.md. */
export function chancesAt(
  spec: ModelSpec,
  k: number,
  mode: number,
  organisation: number,
  commodity: number,
): Chances {
  const checkpoints = spec.checkpoints
  const of = (values: ArrayLike<number>, at = k) => values[at] ?? Number.NaN
  const years = of(spec.organisations.bribeOfferUsd, organisation) / (12 * of(checkpoints.officerSalary))
  const half = spec.assumptions.bribeHalfSalaryYears
  const bribed = (of(checkpoints.corruptionRate) * years ** 2) / (years ** 2 + half ** 2)
  const odds = of(checkpoints.interdictionOdds)
  if (odds >= 0) return { inspected: odds, found: 1, bribed }
  const capacity =
    of(checkpoints.staff) * of(checkpoints.shiftFraction) * of(checkpoints.inspectionsPerOfficerDay)
  const vehicles = of(checkpoints.vehiclesPerDay)
  const inspected = vehicles === 0 ? 1 : Math.min(1, (of(checkpoints.targeting) * capacity) / vehicles)
  const factor = of(spec.commodities.detectionFactor, commodity)
  const byHand = Math.min(1, factor * of(checkpoints.handDetection, k * MODE_NAMES.length + mode))
  const byScanner =
    factor *
    of(checkpoints.scannerDetection) *
    of(checkpoints.scannerCoverage) *
    of(checkpoints.powerAvailability)
  return { inspected, found: 1 - (1 - byHand) * (1 - Math.min(1, byScanner)), bribed }
}

/** The mode of most legs into a checkpoint's place, the first of equals. */
export function modeInto({ checkpoints, legs }: ModelSpec, k: number): number {
  const counts = MODE_NAMES.map(
    (_, mode) =>
      [...legs.to.keys()].filter((leg) => legs.to[leg] === checkpoints.node[k] && legs.mode[leg] === mode)
        .length,
  )
  return counts.indexOf(Math.max(...counts))
}

/** How a route is carried: by path if it has a path leg, else by the mode of most kilometres, the first of equals. */
export function modeOfLegs({ legs }: ModelSpec, way: readonly number[]): number {
  const path = MODE_NAMES.indexOf('path')
  if (way.some((leg) => legs.mode[leg] === path)) return path
  const km = MODE_NAMES.map((_, mode) =>
    way.reduce((sum, leg) => sum + (legs.mode[leg] === mode ? (legs.km[leg] ?? 0) : 0), 0),
  )
  return km.indexOf(Math.max(...km))
}

/**
 * The zero-profit chain P' = (P + c + pK) / (1 - p) of candidate c, USD per kg at each place of its route, on a day's travel times: those of the
 * longest month where a leg is closed. A stay counts at every place but the last. Sealed and unsealed loads are counted apart.
 */
export function zeroProfitPrices(spec: ModelSpec, routes: RouteSpec, c: number, day: number): number[] {
  const { assumptions, candidates, checkpoints, commodities, legs, nodes, organisations, supplies } = spec
  const r = candidates.route[c] ?? -1
  const s = candidates.supply[c] ?? -1
  const o = candidates.organisation[c] ?? -1
  const commodity = candidates.commodity[c] ?? -1
  const month = Number(isoDateOf(spec.startEpochDay + day).slice(5, 7)) - 1
  const way = [...routes.legs.subarray(routes.start[r], routes.end[r])]
  const places = placesOf(routes, r)
  const mode = routes.mode[r] ?? 0
  const load = supplies.loadMeanKg[s * MODE_NAMES.length + mode] ?? 0
  const crew = (assumptions.recruitmentCostUsd * assumptions.convictionProbability) / load
  let sealed = mode < MODE_NAMES.indexOf('air') ? (organisations.sealedShare[o] ?? 0) : 0
  let open = 1 - sealed
  let price = commodities.priceUsdPerKg[commodity * nodes.ids.length + (places[0] ?? 0)] ?? Number.NaN
  return places.map((node, i) => {
    const leg = way[Math.max(0, i - 1)] ?? -1
    if (i > 0) {
      const hours = legs.hoursByMonth.subarray(leg * 12, leg * 12 + 12)
      const travel = hours[month] === 0 ? Math.max(...hours) : (hours[month] ?? 0)
      const stay = i < way.length ? (nodes.dwellHours[node] ?? 0) : 0
      price += (legs.freightUsdPerKg[leg] ?? 0) + ((organisations.holdingCost[o] ?? 0) * (travel + stay)) / 24
    }
    for (const k of checkpointsAt(spec, node)) {
      const { inspected, found, bribed } = chancesAt(spec, k, legs.mode[leg] ?? 0, o, commodity)
      const came = sealed + open
      const seized = inspected * found * (1 - bribed)
      const searched = checkpoints.honoursSeals[k] === 1 ? open / came : 1
      if (checkpoints.honoursSeals[k] !== 1) sealed *= 1 - seized
      open *= 1 - seized
      const loss = searched * seized
      const bribe = searched * inspected * found * bribed * (organisations.bribeOfferUsd[o] ?? 0)
      price = (price + bribe / load + loss * crew) / (1 - loss)
    }
    return price
  })
}
