/**
 * What the schema cannot say: unique ids, references, joined routes, prices where they are needed. Works on a document
 * whose other parts may still be wrong, so that all mistakes are reported at once.
 */
import { isoDateOf, parseIsoDate } from '../engine'
import { text } from '../text'
import { type Entry, entriesOf, idOf, isRecord, listOf, recordOf, stringsOf, textOf } from './entries'
import { expectedName, type Finding, type Lazy, shown } from './issue'
import { neededPrices, priceIn, unfindable } from './neededPrices'
import { ENTRY_LISTS, LIMITS, scenarioSchema } from './schema'

const words = text.issues
const DEFAULT_DAYS = scenarioSchema.shape.days.parse(undefined)
/** Day of the last date that has four digits for its year. */
const LAST_DATE = parseIsoDate('9999-12-31') ?? 0

/** A group of checks with the parts that it reads. */
interface Check {
  readonly reads: readonly string[]
  readonly run: (file: Entry, report: Report, refer: Refer) => void
}

const CHECKS: readonly Check[] = [
  { reads: ['startDate', 'days', 'interventions'], run: checkSpan },
  { reads: ['legs', 'nodes'], run: checkLegs },
  { reads: ['checkpoints', 'nodes'], run: checkPosts },
  { reads: ['corridors', 'legs'], run: checkCorridors },
  { reads: ['targets'], run: checkTargets },
  { reads: ['processingSites', 'teams', 'operations', 'nodes', 'commodities'], run: checkEnforcement },
  { reads: ['routes', 'legs', 'nodes'], run: checkRoutes },
  { reads: ['organisations', 'routes', 'commodities', 'nodes'], run: checkOrganisations },
  { reads: ['checkpoints'], run: checkHours },
  { reads: ['commodities', 'nodes', 'organisations', 'routes', 'processingSites'], run: checkPrices },
]

/** Mistakes between the parts of a document; `changed`: only what may be wrong now that these parts are others. */
export function referenceIssues(file: Entry, changed?: ReadonlySet<string>): Finding[] {
  const issues: Finding[] = []
  const report: Report = (path, message, expected, found) => {
    issues.push({ path, message, expected, found: () => shown(found) })
  }
  const ids = new Map<string, ReadonlySet<string>>()
  const idsOf = (list: string) => {
    const known = ids.get(list) ?? new Set(entriesOf(file[list]).map(idOf))
    ids.set(list, known)
    return known
  }
  const refer: Refer = (path, list, kind, id) => {
    if (typeof id !== 'string' || idsOf(list).has(id)) return typeof id === 'string'
    report(path, words.dangling(kind, id), () => expectedName(words.idOf(kind), id, [...idsOf(list)]), id)
    return false
  }
  const isConcerned = (parts: readonly string[]) =>
    changed === undefined || parts.some((part) => changed.has(part))
  for (const list of ENTRY_LISTS) if (isConcerned([list])) checkIds(list, file[list], report)
  for (const { reads, run } of CHECKS) if (isConcerned(reads)) run(file, report, refer)
  return issues
}

function checkIds(list: string, entries: unknown, report: Report): void {
  const known = new Set<string>()
  for (const id of entriesOf(entries).map(idOf)) {
    if (id !== '' && known.has(id)) report(`${list}.${id}.id`, words.duplicateId(id), words.uniqueId, id)
    known.add(id)
  }
}

function checkLegs(file: Entry, report: Report, refer: Refer): void {
  for (const leg of entriesOf(file.legs)) {
    const path = `legs.${idOf(leg)}`
    refer(`${path}.from`, 'nodes', 'node', leg.from)
    refer(`${path}.to`, 'nodes', 'node', leg.to)
    if (typeof leg.from === 'string' && leg.from === leg.to)
      report(`${path}.to`, words.legLoop, words.twoPlaces, leg.to)
  }
}

function checkPosts(file: Entry, report: Report, refer: Refer): void {
  for (const post of entriesOf(file.checkpoints)) {
    const path = `checkpoints.${idOf(post)}`
    refer(`${path}.node`, 'nodes', 'node', post.node)
    if (post.openFromHour !== undefined && post.openFromHour === post.openUntilHour) {
      report(`${path}.openUntilHour`, words.neverOpen, words.hoursExpected, post.openUntilHour)
    }
  }
}

function checkCorridors(file: Entry, _: Report, refer: Refer): void {
  for (const corridor of entriesOf(file.corridors)) {
    for (const [i, leg] of listOf(corridor.legs).entries())
      refer(`corridors.${idOf(corridor)}.legs.${i}`, 'legs', 'leg', leg)
  }
}

function checkTargets(file: Entry, report: Report): void {
  for (const target of entriesOf(file.targets)) {
    const aims = [target.value, target.low, target.high].filter((aim) => aim !== undefined)
    if (target.use === 'report' || aims.some((aim) => typeof aim === 'number' && aim > 0)) continue
    report(`targets.${idOf(target)}.value`, words.nothingToFit, words.aimExpected, target.value)
  }
}

/** The last day of a run has to have a date, too; changes in number are as many as a scenario may have. */
function checkSpan(file: Entry, report: Report): void {
  const first = typeof file.startDate === 'string' ? parseIsoDate(file.startDate) : undefined
  if (typeof file.startDate === 'string' && first === undefined)
    report('startDate', words.noSuchDate, words.dateExpected, file.startDate)
  const days = typeof file.days === 'number' ? file.days : DEFAULT_DAYS
  if (first !== undefined && first + days - 1 > LAST_DATE)
    report('startDate', words.endsTooLate(isoDateOf(LAST_DATE)), words.earlierStart(days), file.startDate)
  const changes = entriesOf(file.interventions).reduce((sum, one) => sum + listOf(one.changes).length, 0)
  if (changes > LIMITS.changes)
    report('interventions', words.tooManyChanges, words.atMost(words.entries(LIMITS.changes)), changes)
}

type Report = (path: string, message: string, expected: Lazy, found: unknown) => void
type Refer = (path: string, list: string, kind: string, id: unknown) => boolean

function checkEnforcement(file: Entry, report: Report, refer: Refer): void {
  const checkDate = (path: string, date: unknown) => {
    if (typeof date !== 'string' || parseIsoDate(date) !== undefined) return
    report(path, words.noSuchDate, words.dateExpected, date)
  }
  for (const site of entriesOf(file.processingSites)) {
    const path = `processingSites.${idOf(site)}`
    refer(`${path}.node`, 'nodes', 'node', site.node)
    refer(`${path}.input`, 'commodities', 'commodity', site.input)
    refer(`${path}.output`, 'commodities', 'commodity', site.output)
    checkDate(`${path}.from`, site.from)
    checkDate(`${path}.until`, site.until)
  }
  for (const team of entriesOf(file.teams)) {
    const seen = new Set<unknown>()
    for (const [i, place] of entriesOf(team.places).entries()) {
      const path = `teams.${idOf(team)}.places.${i}.node`
      if (refer(path, 'nodes', 'node', place.node) && seen.has(place.node))
        report(path, words.duplicatePlace(textOf(place.node)), words.onePlace, place.node)
      seen.add(place.node)
    }
  }
  for (const operation of entriesOf(file.operations)) {
    refer(`operations.${idOf(operation)}.node`, 'nodes', 'node', operation.node)
    checkDate(`operations.${idOf(operation)}.from`, operation.from)
  }
}

function checkRoutes(file: Entry, report: Report, refer: Refer): void {
  const joined = new Set<string>()
  for (const leg of entriesOf(file.legs)) {
    const [from, to] = [textOf(leg.from), textOf(leg.to)]
    joined.add(`${from}>${to}`)
    if (leg.bidirectional !== false) joined.add(`${to}>${from}`)
  }
  const kinds = new Map(entriesOf(file.nodes).map((node) => [idOf(node), node.kind]))
  for (const route of entriesOf(file.routes)) {
    const path = `routes.${idOf(route)}.nodes`
    const places = stringsOf(route.nodes)
    const known = places.map((place, i) => refer(`${path}.${i}`, 'nodes', 'node', place))
    for (let i = 1; i < places.length; i++) {
      const [from, to] = [places[i - 1] ?? '', places[i] ?? '']
      if (known[i - 1] && known[i] && !joined.has(`${from}>${to}`)) {
        report(`${path}.${i}`, words.noLeg(from, to), words.joinedPlaces, `${from} - ${to}`)
      }
    }
    const end = places.at(-1)
    if (end !== undefined && kinds.has(end) && kinds.get(end) !== 'market') {
      report(`${path}.${places.length - 1}`, words.routeEnd(end), words.marketAtEnd, kinds.get(end))
    }
  }
}

function checkOrganisations(file: Entry, report: Report, refer: Refer): void {
  const starts = new Map<string, unknown>(
    entriesOf(file.routes).map((route) => [idOf(route), listOf(route.nodes)[0]]),
  )
  for (const organisation of entriesOf(file.organisations)) {
    const path = `organisations.${idOf(organisation)}`
    const routes = new Set<string>()
    for (const [i, route] of stringsOf(organisation.routes).entries()) {
      refer(`${path}.routes.${i}`, 'routes', 'route', route)
      if (routes.has(route)) report(`${path}.routes.${i}`, words.duplicateId(route), words.uniqueId, route)
      routes.add(route)
    }
    const origins = new Set([...routes].map((route) => starts.get(route)))
    const seen = new Set<string>()
    for (const [i, supply] of entriesOf(organisation.supply).entries()) {
      const at = `${path}.supply.${i}`
      refer(`${at}.commodity`, 'commodities', 'commodity', supply.commodity)
      const place = `${textOf(supply.commodity)}@${textOf(supply.source)}`
      checkLoads(`${at}.loads`, supply.loads, report)
      if (seen.has(place)) report(at, words.duplicateSupply, words.oneSupply, place)
      seen.add(place)
      if (!refer(`${at}.source`, 'nodes', 'node', supply.source)) continue
      const generated = isRecord(organisation.generatedRoutes) ? organisation.generatedRoutes.count : 0
      if (typeof generated === 'number' && generated > 0) continue
      if (!origins.has(supply.source)) {
        report(`${at}.source`, words.noRouteFromSource(textOf(supply.source)), words.routeFromSource, [
          ...routes,
        ])
      }
    }
    checkLoads(`${path}.loads`, organisation.loads, report)
  }
}

function checkLoads(path: string, loads: unknown, report: Report): void {
  for (const [mode, load] of Object.entries(recordOf(loads))) {
    if (!isRecord(load) || typeof load.minKg !== 'number' || typeof load.maxKg !== 'number') continue
    if (load.minKg > load.maxKg)
      report(`${path}.${mode}.minKg`, words.emptyRange, words.orderedRange, load.minKg)
  }
}

/** A load passes all posts of a place at once: they need a common hour, unless no month sees all of them open. */
function checkHours(file: Entry, report: Report): void {
  const postsAt = new Map<string, Entry[]>()
  for (const post of entriesOf(file.checkpoints)) {
    const node = textOf(post.node)
    const posts = postsAt.get(node) ?? []
    postsAt.set(node, posts)
    posts.push(post)
  }
  for (const [node, posts] of postsAt) {
    const open = (hour: number) => posts.every((post) => isOpenAt(hour, hoursOf(post)))
    const valid = posts.every((post) => hoursOf(post)[0] !== hoursOf(post)[1])
    const shut = new Set(posts.flatMap(({ closedMonths }) => listOf(closedMonths)))
    if (posts.length < 2 || !valid || shut.size === 12) continue
    if (Array.from({ length: 24 }, (_, hour) => hour).some(open)) continue
    const ids = posts.map(idOf)
    const found = posts.map((post) => hoursOf(post).join('-')).join(', ')
    report(
      `checkpoints.${ids[0]}.openFromHour`,
      words.noCommonHour(node, ids),
      words.commonHourExpected,
      found,
    )
  }
}

function hoursOf({ openFromHour, openUntilHour }: Entry): readonly [from: number, until: number] {
  return [
    typeof openFromHour === 'number' ? openFromHour : 0,
    typeof openUntilHour === 'number' ? openUntilHour : 24,
  ]
}

function isOpenAt(hour: number, [from, until]: readonly [from: number, until: number]): boolean {
  return from < until ? hour >= from && hour < until : hour >= from || hour < until
}

/** Every commodity needs a price where it is bought and where it may be sold; prices and demands name places. */
function checkPrices(file: Entry, report: Report, refer: Refer): void {
  const nodes = new Map(entriesOf(file.nodes).map((node) => [idOf(node), node]))
  const needed = neededPrices(file)
  for (const commodity of entriesOf(file.commodities)) {
    const id = idOf(commodity)
    const prices = recordOf(commodity.prices)
    const demands = recordOf(commodity.market).demandKgPerDay
    for (const [path, values] of [
      ['prices.node', prices.node],
      ['market.demandKgPerDay', demands],
    ] as const) {
      for (const node of Object.keys(recordOf(values)))
        refer(`commodities.${id}.${path}`, 'nodes', 'node', node)
    }
    for (const place of needed.get(id) ?? []) {
      const node = nodes.get(place)
      if (node === undefined || priceIn(commodity, node) !== undefined) continue
      report(`commodities.${id}.prices`, words.noPrice(id, place), words.priceExpected, prices)
    }
  }
  for (const { path, commodity } of unfindable(file))
    report(path, words.noMarketToFind(commodity), words.marketToFind, [])
}
