/** Regimes: the scenario from each date on is checked like a file, and what cannot have an effect is told. */
import { isoDateOf, parseIsoDate } from '../../engine'
import { text } from '../../text'
import { listOf } from '../entries'
import { type ChangeWatch, type DatedChange, datedChanges, regimeStates, regimeWork } from '../interventions'
import { pathOf, resolveMeant, resolvePath, valueAt } from '../paths'
import { LIMITS, type Scenario } from '../schema'
import { changedIssues } from './changedIssues'
import { createTraces } from './hiddenChanges'
import { type Finding, findingKey } from './issue'
import { movementNotices } from './movement'
import { listed } from './notices'

const words = text.issues

/** Mistakes in the scenario as interventions leave it, each on the first day on which it is there. */
export function regimeIssues(scenario: Scenario): Finding[] {
  const changes = datedChanges(scenario)
  const excess = excessOf(scenario, changes)
  if (excess !== undefined) return [excess]
  const turning = turningBy(changes)
  const known = new Set<string>()
  const findings: Finding[] = []
  let before = scenario
  for (const { day, scenario: state } of regimeStates(scenario, changes)) {
    const ids = [...(turning.get(day) ?? [])]
    for (const finding of changedIssues(before, state)) {
      if (known.size === known.add(findingKey(finding)).size) continue
      const { path, message, expected, found } = finding
      const explained = words.inRegime(dateOn(scenario, day), ids, path, message)
      findings.push({ path: `interventions.${ids[0]}`, message: explained, expected, found })
    }
    before = state
  }
  return findings
}

/** The mistake of more regimes, or more work for them, than there may be. */
function excessOf(scenario: Scenario, changes: readonly DatedChange[]): Finding | undefined {
  const work = regimeWork(changes)
  const excess = (message: string, limit: number, found: number): Finding => {
    return { path: 'interventions', message, expected: words.atMost(String(limit)), found: String(found) }
  }
  if (work.length > LIMITS.regimes) return excess(words.tooManyRegimes, LIMITS.regimes, work.length)
  const reach = new Map(
    changes.map((dated) => {
      const resolved = resolveMeant(scenario, dated.change.target, true)
      return [dated, resolved.ok ? resolved.addresses.length : 0]
    }),
  )
  let values = 0
  for (const { applied } of work) {
    for (const dated of applied) values += reach.get(dated) ?? 0
    for (const list of new Set(applied.map(({ change }) => change.target.split(/[.[]/, 1)[0])))
      values += listOf(scenario[list as keyof Scenario]).length
  }
  return values > LIMITS.changedValues
    ? excess(words.tooManyChangedValues, LIMITS.changedValues, values)
    : undefined
}

/** Ids of the interventions of which a change begins or ends on a day. */
function turningBy(changes: readonly DatedChange[]): ReadonlyMap<number, ReadonlySet<string>> {
  const turning = new Map<number, Set<string>>()
  for (const dated of changes)
    for (const day of [startOf(dated), dated.untilDay])
      turning.set(day, (turning.get(day) ?? new Set()).add(dated.intervention))
  return turning
}

/**
 * What the enabled interventions, the settings by path and groups of teams ask for in vain, and what can
 * never move, in words.
 */
export function settingNotices(scenario: Scenario): string[] {
  const paths = [
    ...scenario.variants.flatMap(({ id, set }) =>
      Object.keys(set).map((path) => [`variants.${id}`, path] as const),
    ),
    ...Object.keys(scenario.locks).map((path) => ['locks', path] as const),
    ...scenario.freeParameters.flatMap(({ id, paths }) =>
      paths.map((path) => [`freeParameters.${id}`, path] as const),
    ),
  ]
  const idle = paths.flatMap(([owner, path]) =>
    resolvePath(scenario, path, true).ok ? [] : [words.selectsNothing(owner, path)],
  )
  const changes = datedChanges(scenario)
  return [
    ...listed(idle),
    ...listed(teamNotices(scenario)),
    ...listed(siteNotices(scenario)),
    ...changeNotices(scenario, changes),
    ...movementNotices(scenario, changes),
  ]
}

/** Groups with more teams than places. */
function teamNotices({ teams }: Scenario): string[] {
  return teams
    .filter(({ count, places }) => count > places.length)
    .map(({ id, count, places }) => words.idleTeams(`teams.${id}`, count, places.length))
}

/** Sites that stand idle on some days because another one at their place takes the same commodity then. */
function siteNotices({ processingSites }: Scenario): string[] {
  type Site = (typeof processingSites)[number]
  const groups = new Map<string, Site[]>()
  for (const site of processingSites) {
    const group = groups.get(`${site.node}\n${site.input}`) ?? []
    groups.set(`${site.node}\n${site.input}`, [...group, site])
  }
  const meet = (a: Site, b: Site) =>
    (a.until === undefined || b.from === undefined || b.from < a.until) &&
    (b.until === undefined || a.from === undefined || a.from < b.until)
  return processingSites.flatMap((site) => {
    const group = groups.get(`${site.node}\n${site.input}`) ?? []
    const before = group.find((other) => other.id < site.id && meet(other, site))
    return before === undefined
      ? []
      : [words.idleSite(`processingSites.${site.id}`, before.id, site.node, site.input)]
  })
}

/**
 * Changes outside the run, those whose selector matches nothing when they begin, those without a value to
 * start from, and those that never show.
 */
function changeNotices(scenario: Scenario, changes: readonly DatedChange[]): string[] {
  const last = dateOn(scenario, scenario.days - 1)
  const outside = changes.flatMap((dated) => {
    const [owner, path] = [ownerOf(dated), dated.change.target]
    if (dated.untilDay <= 0) return [words.beforeRun(owner, path, scenario.startDate)]
    return dated.fromDay >= scenario.days ? [words.afterRun(owner, path, dated.change.from, last)] : []
  })
  const idle: string[] = []
  const reported = new Set<DatedChange>()
  const traces = createTraces()
  const begun = new Set<DatedChange>()
  const watch: ChangeWatch = {
    restart: traces.restart,
    before(dated, current) {
      if (begun.size === begun.add(dated).size) return
      const found = idleNotices(dated, current, dateOn(scenario, startOf(dated)))
      if (found.length > 0) reported.add(dated)
      idle.push(...found)
    },
    at: traces.add,
  }
  const within = changes.filter((dated) => startOf(dated) < scenario.days)
  for (const { day } of regimeStates(scenario, within, watch)) {
    // Changes that end after the run make a regime of their own, in which nothing is judged.
    if (day < scenario.days) traces.endDay()
  }
  const hidden = changes.flatMap((dated) => {
    const fate = traces.fateOf(dated)
    const { target, from } = dated.change
    if (fate === undefined || fate === 'shown' || reported.has(dated)) return []
    return [words.neverShows[fate](ownerOf(dated), target, from)]
  })
  return [...listed(outside), ...listed(idle), ...listed(hidden)]
}

/** What a change that begins on a date finds nothing to do with. */
function idleNotices(dated: DatedChange, current: unknown, date: string): string[] {
  const { target, set } = dated.change
  const resolved = resolvePath(current, target, true)
  if (!resolved.ok) return [words.selectsNothingOn(ownerOf(dated), target, date)]
  if (set !== undefined) return []
  const unset = resolved.addresses.filter((address) => typeof valueAt(current, address) !== 'number')
  if (unset.length === 0) return []
  const places = unset.map((address) => pathOf(current, address))
  return [words.nothingToScale(ownerOf(dated), places, resolved.addresses.length)]
}

function ownerOf({ intervention }: DatedChange): string {
  return `interventions.${intervention}`
}

/** Day of the run on which a change takes hold. */
function startOf({ fromDay, untilDay }: DatedChange): number {
  return untilDay <= 0 ? Number.NaN : Math.max(0, fromDay)
}

function dateOn(scenario: Scenario, day: number): string {
  return isoDateOf((parseIsoDate(scenario.startDate) ?? 0) + day)
}
