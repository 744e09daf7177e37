/**
 * Checks of what a run goes through: its span, processing sites, teams and operations, and what it is fitted
 * to.
 */
import { isoDateOf, parseIsoDate } from '../../../engine'
import { text } from '../../../text'
import { type Entry, entriesOf, idOf, listOf, textOf } from '../../entries'
import { LIMITS, scenarioSchema } from '../../schema'
import type { Refer, Report } from './check'

const words = text.issues
const DEFAULT_DAYS = scenarioSchema.shape.days.parse(undefined)
/** Day of the last date that has four digits for its year. */
const LAST_DATE = parseIsoDate('9999-12-31') ?? 0

export function checkTargets(file: Entry, report: Report): void {
  for (const target of entriesOf(file.targets)) {
    const aims = [target.value, target.low, target.high].filter((aim) => aim !== undefined)
    if (target.use === 'report' || aims.some((aim) => typeof aim === 'number' && aim > 0)) continue
    report(`targets.${idOf(target)}.value`, words.nothingToFit, words.aimExpected, target.value)
  }
}

/** The last day of a run has to have a date, too; changes in number are as many as a scenario may have. */
export function checkSpan(file: Entry, report: Report): void {
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

export function checkEnforcement(file: Entry, report: Report, refer: Refer): void {
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
