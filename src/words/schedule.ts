/** Words of the schedule: what each intervention changes, and each operation does, by date. */
import { type InterventionEntry, placesAt, type Scenario } from '../scenario'
import { text } from '../text'
import { isoDate } from './dates'
import { nameOf } from './names'
import { exactNumber } from './numbers'
import { placeWords, selectorText } from './places'
import { valueText } from './values'

const words = text.panel
type ChangeEntry = InterventionEntry['changes'][number]
type OperationEntry = Scenario['operations'][number]

/** An intervention or an operation as the schedule shows it. */
export interface Scheduled {
  readonly section: 'interventions' | 'operations'
  readonly id: string
  /** Path of its switch. */
  readonly path: string
  readonly title: string
  readonly dates: string
  /** What it changes or does, one line each. */
  readonly lines: readonly string[]
  readonly note: string
}

/**
 * All interventions, then all operations, each sorted by first day; entries of the same day keep the order of
 * the file, in which they apply.
 */
export function scheduleOf(scenario: Scenario): Scheduled[] {
  const interventions = [...scenario.interventions]
    .sort((a, b) => compare(firstDay(a), firstDay(b)))
    .map((entry) => interventionOf(scenario, entry))
  const operations = [...scenario.operations]
    .sort((a, b) => compare(a.from, b.from))
    .map((entry) => operationOf(scenario, entry))
  return [...interventions, ...operations]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function firstDay({ changes }: InterventionEntry): string {
  return changes.reduce((first, { from }) => (from < first ? from : first), changes[0]?.from ?? '')
}

function interventionOf(scenario: Scenario, entry: InterventionEntry): Scheduled {
  const { id, title, changes, note = '' } = entry
  const spans = new Set(changes.map(spanText))
  const [only] = spans.size === 1 ? spans : []
  return {
    section: 'interventions',
    id,
    path: `interventions.${id}.enabled`,
    title,
    dates: only ?? words.fromDay(isoDate(firstDay(entry))),
    lines: changes.toSorted(byStart).map((change) => {
      const what = changeText(scenario, change)
      return only === undefined ? words.dated(what, spanText(change)) : what
    }),
    note,
  }
}

/** Changes apply in the order of their dates. */
function byStart(a: ChangeEntry, b: ChangeEntry): number {
  return compare(a.from, b.from)
}

function spanText({ from, until }: ChangeEntry): string {
  return until === undefined ? words.fromDay(isoDate(from)) : words.untilDay(isoDate(from), isoDate(until))
}

/** A change in words: `2 checkpoints (node pass): Officers present set to 45 officers, costs 10000 USD`. */
function changeText(scenario: Scenario, change: ChangeEntry): string {
  const { target, set, scale, add = 0, costUsd } = change
  const places = placesAt(scenario, target)
  const { row, section, entry, title } = placeWords(scenario, places[0] ?? target)
  const where = places.length > 1 ? text.history.places(places.length, section, selectorText(target)) : entry
  const what =
    set !== undefined
      ? words.setTo(valueText(row, set))
      : scale !== undefined
        ? words.scaled(exactNumber(scale))
        : add < 0
          ? words.lowered(valueText(row, -add))
          : words.raised(valueText(row, add))
  const line = words.changeOf(where, title, what)
  return costUsd > 0 ? words.costing(line, exactNumber(costUsd)) : line
}

function operationOf(scenario: Scenario, entry: OperationEntry): Scheduled {
  const { id, name, node, from, days, detection, leak, costUsd, note = '' } = entry
  const place = scenario.nodes.find((candidate) => candidate.id === node)
  const line = words.operation(nameOf(place, node), exactNumber(detection), exactNumber(leak))
  return {
    section: 'operations',
    id,
    path: `operations.${id}.enabled`,
    title: name,
    dates: words.forDays(isoDate(from), days),
    lines: [costUsd > 0 ? words.costing(line, exactNumber(costUsd)) : line],
    note,
  }
}
