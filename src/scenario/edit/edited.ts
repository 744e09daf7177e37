/**
 * Edits: what an edit made of a scenario, checked where it differs from the former one, and the values that
 * it changed.
 */
import type { z } from 'zod'
import { standsAlone } from '../check/changedIssues'
import { asMistakes, type Mistakes } from '../check/issue'
import { referenceIssues } from '../check/references'
import { regimeIssues } from '../check/regimes'
import { settingIssues } from '../check/settingIssues'
import {
  checkedScenario,
  type Document,
  hasPassed,
  openedDocument,
  passed,
  withCountries,
} from '../check/validate'
import { differencesBetween, type SettingChange } from '../differences'
import { ownValue } from '../entries'
import { hazardIn } from '../file/hazard'
import { type Scenario, scenarioSchema } from '../schema'
import { inOrderOf, listSchemaOf } from '../schema/schemaKeys'

/** An edited scenario, which shares with the former one all that did not change; or why it was refused. */
export type Edited =
  | { readonly ok: true; readonly scenario: Scenario; readonly changes: readonly SettingChange[] }
  | Mistakes

/** The scenario that an edit made of another as a document; that other one itself where no value changed. */
export function editedFrom(before: Scenario, document: Document): Edited {
  const quick = hasPassed(before) ? normalFrom(before, document) : undefined
  if (quick !== undefined) {
    const changes = differencesBetween(before, quick)
    if (changes.length === 0) return { ok: true, scenario: before, changes }
    if (isSound(quick, changes)) return { ok: true, scenario: passed(quick), changes }
  }
  const hazard = hazardIn(document)
  if (hazard !== undefined) return asMistakes([hazard])
  const opened = openedDocument(document)
  const checked = opened.ok ? checkedScenario(opened.file) : opened
  if (!checked.ok) return asMistakes(checked.findings)
  return { ...checked, changes: differencesBetween(before, checked.scenario) }
}

/**
 * A document in normal form with all that it shares with a scenario; undefined where the schema refuses what
 * is new.
 */
function normalFrom(before: Scenario, document: Document): Scenario | undefined {
  const former: Document = before
  const normal: Record<string, unknown> = { ...former }
  for (const part of Object.keys({ ...former, ...document })) {
    if (former[part] === document[part]) continue
    const parsed = normalPart(part, former[part], document[part])
    if (parsed === undefined) return undefined
    if (parsed.value === undefined) delete normal[part]
    else normal[part] = parsed.value
  }
  const scenario = inOrderOf(scenarioSchema.shape, normal) as Scenario
  return former.checkpoints === scenario.checkpoints ? scenario : withCountries(scenario)
}

interface Value {
  readonly value: unknown
}

function normalPart(part: string, before: unknown, after: unknown): Value | undefined {
  const schema = ownValue<z.ZodType>(scenarioSchema.shape, part)
  if (schema === undefined) return undefined
  const list = listSchemaOf(part)
  if (list === undefined || !Array.isArray(before) || !Array.isArray(after))
    return parsedWith(schema, after, [part])
  if (!list.length.safeParse(after).success) return undefined
  const known = new Set<unknown>(before)
  const entries: unknown[] = []
  for (const [i, entry] of after.entries()) {
    const parsed = known.has(entry) ? { value: entry } : parsedWith(list.entry, entry, [part, i])
    if (parsed === undefined) return undefined
    entries.push(parsed.value)
  }
  return { value: entries }
}

function parsedWith(schema: z.ZodType, value: unknown, at: readonly (string | number)[]): Value | undefined {
  if (hazardIn(value, at) !== undefined) return undefined
  const { success, data } = schema.safeParse(value)
  return success ? { value: data } : undefined
}

/**
 * Whether a scenario that differs from a right one by some values, each right by itself, is right as a whole.
 * Numbers that stand alone decide nothing else, unless a path selects by them.
 */
function isSound(scenario: Scenario, changes: readonly SettingChange[]): boolean {
  const others = changes.filter((change) => !standsAlone(change))
  if (others.length === 0 && !selectsBy(scenario, changes)) return true
  const parts = new Set(others.map(({ path }) => path.split('.', 1)[0] ?? ''))
  return (
    referenceIssues(scenario, parts).length === 0 &&
    settingIssues(scenario, []).length === 0 &&
    regimeIssues(scenario).length === 0
  )
}

/** Whether a path of the scenario chooses entries by a field among those that changed. */
function selectsBy(scenario: Scenario, changes: readonly SettingChange[]): boolean {
  const { variants, locks, interventions, freeParameters } = scenario
  const paths = [
    ...variants.flatMap(({ set }) => Object.keys(set)),
    ...Object.keys(locks),
    ...interventions.flatMap(({ changes: dated }) => dated.map(({ target }) => target)),
    ...freeParameters.flatMap((parameter) => parameter.paths),
  ].filter((path) => path.includes('['))
  const fields = new Set(changes.map(({ path }) => path.slice(path.lastIndexOf('.') + 1)))
  return paths.some((path) => [...fields].some((field) => path.includes(`[${field}=`)))
}
