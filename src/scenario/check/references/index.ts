/**
 * What the schema cannot say: unique ids, references, joined routes, prices where they are needed. Works on a
 * document whose other parts may still be wrong, so that all mistakes are reported at once.
 */
import { text } from '../../../text'
import { type Entry, entriesOf, idOf } from '../../entries'
import { ENTRY_LISTS } from '../../schema'
import { expectedName, type Finding, shown } from '../issue'
import type { Refer, Report } from './check'
import { checkCheckpoints, checkCorridors, checkHours, checkLegs, checkRoutes } from './network'
import { checkEnforcement, checkSpan, checkTargets } from './run'
import { checkOrganisations, checkPrices } from './trade'

const words = text.issues

/** A group of checks with the parts that it reads. */
interface Check {
  readonly reads: readonly string[]
  readonly run: (file: Entry, report: Report, refer: Refer) => void
}

const CHECKS: readonly Check[] = [
  { reads: ['startDate', 'days', 'interventions'], run: checkSpan },
  { reads: ['legs', 'nodes'], run: checkLegs },
  { reads: ['checkpoints', 'nodes'], run: checkCheckpoints },
  { reads: ['corridors', 'legs'], run: checkCorridors },
  { reads: ['targets'], run: checkTargets },
  { reads: ['processingSites', 'teams', 'operations', 'nodes', 'commodities'], run: checkEnforcement },
  { reads: ['routes', 'legs', 'nodes'], run: checkRoutes },
  { reads: ['organisations', 'routes', 'commodities', 'nodes'], run: checkOrganisations },
  { reads: ['checkpoints'], run: checkHours },
  { reads: ['commodities', 'nodes', 'organisations', 'routes', 'processingSites'], run: checkPrices },
]

/**
 * Mistakes between the parts of a document; `changed`: only what may be wrong now that these parts are
 * others.
 */
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
