/** What has to hold for every file, good or bad: it is answered, never with an error, and a good one can be used in every way. */
import { csvOf, measuresCsv, measuresOf } from '../../src/analysis'
import { createWorld, step } from '../../src/engine'
import { targetsOf } from '../../src/experiment'
import {
  compileScenario,
  differencesFrom,
  evidenceIndexOf,
  issueText,
  lockIndexOf,
  numberPaths,
  type Parsed,
  parseScenario,
  removalOf,
  type Scenario,
  scaledValues,
  scenarioDigest,
  serialiseScenario,
  setAll,
  settingNotices,
  typedValue,
  withEvent,
  withVariant,
} from '../../src/scenario'
import { changesText } from '../../src/words'
import type { Trial } from './trial'

/** Days that are run, and shipments a day up to which a run is small. */
const DAYS = 4
const SMALL = 20_000

function require(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

/** Throws where something does not hold. `deeply`: a scenario is run, too. Tells whether the file was good. */
export function judge({ text, bases, settings }: Trial, deeply: boolean): boolean {
  const parsed = parseScenario(text, bases)
  structuredClone(parsed)
  if (!parsed.ok) {
    judgeRefusal(parsed)
    return false
  }
  const { scenario } = parsed
  judgeText(scenario, parseScenario(serialiseScenario(scenario, bases), bases))
  for (const [path, typed] of settings) judgeSetting(scenario, path, typed)
  for (const { id } of scenario.variants) answered(withVariant(scenario, id))
  for (const { id } of [...scenario.interventions, ...scenario.operations]) answered(withEvent(scenario, id))
  if (deeply) judgeUse(scenario)
  return true
}

function judgeRefusal({ issues, unlisted }: Parsed & { ok: false }): void {
  require(issues.length > 0 && unlisted >= 0, 'refused without a reason')
  for (const issue of issues) {
    const told = [issue.message, issue.expected, issue.found, issueText(issue)]
    require(told.every((part) => typeof part === 'string' && part !== ''), `told badly: ${told.join(' | ')}`)
    const leaked = told.find((part) => /\[native code\]|\[object|undefined|NaN/.test(part))
    require(leaked === undefined, `tells of the program's inside: ${leaked}`)
  }
}

function answered(answer: ReturnType<typeof setAll>): void {
  if (!answer.ok) judgeRefusal(answer)
}

function judgeText(scenario: Scenario, again: Parsed): void {
  if (!again.ok) throw new Error(`what was written is refused: ${again.issues.map(issueText).join('\n')}`)
  require(scenarioDigest(again.scenario) === scenarioDigest(scenario), 'what was written is another scenario')
}

function judgeSetting(scenario: Scenario, path: string, typed: string): void {
  const set = setAll(scenario, [[path, typedValue(scenario, path, typed)]])
  answered(set)
  if (set.ok) changesText(set.scenario, set.changes, path)
}

function judgeUse(scenario: Scenario): void {
  settingNotices(scenario)
  evidenceIndexOf(scenario)
  lockIndexOf(scenario)
  numberPaths(scenario)
  differencesFrom(scenario, scenario)
  scaledValues(scenario, [1.5])
  for (const { id } of scenario.nodes.slice(0, 2)) {
    const removal = removalOf(scenario, 'nodes', id)
    if (!removal.ok) judgeRefusal(removal)
  }
  const spec = compileScenario(scenario)
  targetsOf(spec, scenario.targets)
  const shipments = scenario.organisations
    .flatMap(({ supply }) => supply)
    .reduce((sum, { kgPerDay, initialStockDays }) => sum + kgPerDay * (1 + initialStockDays), 0)
  const least = spec.supplies.loadMeanKg.reduce((low, kg) => Math.min(low, kg), Number.POSITIVE_INFINITY)
  if (shipments / least > SMALL) return
  const world = createWorld(spec, spec.seed)
  for (let day = 0; day < Math.min(DAYS, scenario.days); day++) step(world)
  const values = measuresOf(world)
  require(values.every(
    (value) => !Math.abs(value) || Math.abs(value) < Number.POSITIVE_INFINITY,
  ), 'a measure is infinite')
  const { head, rowsOf } = measuresCsv(spec)
  const csv = head + [...rowsOf({ replication: 1, values })].join('') + csvOf([['x', 1]])
  require(!/NaN|Infinity|undefined|function/.test(
    csv.replaceAll(/^.*\d,"?[^,]*"?,/gm, ''),
  ), 'a table has odd cells')
}
