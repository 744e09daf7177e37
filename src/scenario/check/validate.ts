/** Validation: from a whole document to a scenario in normal form, or to every mistake at once. */
import type { z } from 'zod'
import { text } from '../../text'
import { hazardIn } from '../file/hazard'
import { MIGRATIONS, type Migration, migrate } from '../file/migrate'
import { type Scenario, scenarioSchema } from '../schema'
import { inOrderOf, withDefaults } from '../schema/schemaKeys'
import { asMistakes, type Finding, type Mistakes, type ScenarioIssue, shown } from './issue'
import { referenceIssues } from './references'
import { regimeIssues, settingNotices } from './regimes'
import { schemaIssues } from './schemaIssues'
import { evidenceIssues, settingIssues } from './settingIssues'

const words = text.issues

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly notices: readonly string[] }
  | Mistakes

export type Document = Readonly<Record<string, unknown>>

/** Mistakes that were found so far and are not told yet. */
export interface Failed {
  readonly ok: false
  readonly findings: readonly Finding[]
  /** Mistakes of the base that are not told. */
  readonly unlisted?: number
}

export type Checked = { readonly ok: true; readonly scenario: Scenario } | Failed

/** A document before it is checked as a whole scenario. */
export interface Opened {
  readonly ok: true
  readonly file: Document
  readonly notices: readonly string[]
}

/**
 * Checks a whole document that is already an object; `extends` only annotates it. Evidence may outlive what
 * it stood for: it is left out when the scenario is written.
 */
export function validateScenario(document: unknown): Parsed {
  const hazard = hazardIn(document)
  const opened = hazard === undefined ? openedDocument(document) : failure(hazard)
  const checked = opened.ok ? checkedScenario(opened.file) : opened
  if (!checked.ok) return asMistakes(checked.findings)
  return { ...checked, notices: opened.ok ? noticesOf(opened, checked.scenario) : [] }
}

/** What is wrong with a text as a seed; undefined when nothing is. */
export function seedIssue(seed: string): ScenarioIssue | undefined {
  const schema = scenarioSchema.shape.seed
  return asMistakes(issuesOf(schema, seed, schema.safeParse(seed).error)).issues[0]
}

/** A document that is an object, in the current format version. */
export function openedDocument(
  document: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
): Opened | Failed {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    const found = shown(document)
    return failure({ path: '', message: words.wrongType, expected: words.fileExpected, found })
  }
  const migrated = migrate(document as Record<string, unknown>, migrations)
  return migrated.ok ? migrated : failure(migrated.issue)
}

export function noticesOf({ notices }: Opened, scenario: Scenario): string[] {
  return [...notices, ...settingNotices(scenario)]
}

/**
 * The scenario of a whole document, in normal form. `known` are mistakes that were found in its file before;
 * evidence is checked in files alone.
 */
export function checkedScenario(file: Document, known?: readonly Finding[]): Checked {
  const result = scenarioSchema.safeParse(file)
  const normal = withCountries(result.data ?? (withDefaults(file) as Document))
  const own = [...issuesOf(scenarioSchema, file, result.error), ...referenceIssues(file)]
  const findings = [
    ...(known ?? []),
    ...own,
    ...settingIssues(normal, own),
    ...(known === undefined ? [] : evidenceIssues(normal)),
  ]
  if (!result.success || findings.length > 0) return { ok: false, findings }
  const scenario = withCountries(result.data)
  const regimes = regimeIssues(scenario)
  return regimes.length > 0 ? { ok: false, findings: regimes } : { ok: true, scenario: passed(scenario) }
}

const right = new WeakSet<Scenario>()

/** The scenario, from now on known to be right as a whole. */
export function passed(scenario: Scenario): Scenario {
  right.add(scenario)
  return scenario
}

export function hasPassed(scenario: Scenario): boolean {
  return right.has(scenario)
}

export function issuesOf(schema: unknown, file: unknown, error: z.ZodError | undefined): Finding[] {
  return (error?.issues ?? []).flatMap((issue) => schemaIssues(schema, file, issue))
}

/**
 * Checkpoints take the country of their node where they name none, as far as the document has nodes and
 * checkpoints.
 */
export function withCountries<T extends Document>(file: T): T {
  const { nodes, checkpoints } = file
  if (!Array.isArray(nodes) || !Array.isArray(checkpoints)) return file
  const countries = new Map(nodes.map((node) => [node?.id, node?.country]))
  const { shape } = scenarioSchema.shape.checkpoints.element
  const placed = checkpoints.map((checkpoint) => {
    const country = checkpoint?.country ?? countries.get(checkpoint?.node)
    return country === undefined || country === checkpoint.country
      ? checkpoint
      : inOrderOf(shape, { ...checkpoint, country })
  })
  return { ...file, checkpoints: placed }
}

export function failure(finding: Finding): Failed {
  return { ok: false, findings: [finding] }
}
