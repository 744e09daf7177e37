/** Parsing: from the text of a file to a scenario in normal form, or to every mistake at once. */
import { z } from 'zod'
import { text } from '../text'
import { type Bases, baseIdOf, baseIssue, NO_BASES, resolveOver } from './derive'
import { type ScenarioIssue, shown } from './issue'
import { DEPTH_LIMIT, syntaxIssue, withLines } from './lines'
import { migrate } from './migrate'
import { type Address, pathOf } from './paths'
import { referenceIssues } from './references'
import { regimeIssues, settingNotices } from './regimes'
import { type DerivedFile, derivedSchema, ENTRY_LISTS, type Scenario, scenarioSchema } from './schema'
import { schemaIssues } from './schemaIssues'
import { withDefaults } from './schemaKeys'
import { evidenceIssues, settingIssues } from './settingIssues'

const words = text.issues
const MEGABYTE = 1_000_000
/** Largest file that is read, in characters. */
export const SIZE_LIMIT = 20 * MEGABYTE
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly notices: readonly string[] }
  | { readonly ok: false; readonly issues: readonly ScenarioIssue[] }

type Document = Readonly<Record<string, unknown>>

/** A document before it is checked as a whole scenario. */
type Opened =
  | { readonly ok: true; readonly file: Document; readonly notices: readonly string[] }
  | { readonly ok: false; readonly issues: readonly ScenarioIssue[] }

/** Reads the text of a scenario file, over its base where it names one. Never throws; a failure names every mistake. */
export function parseScenario(file: string, bases: Bases = NO_BASES): Parsed {
  return parseWithin(file, bases, [])
}

/** `chain`: ids of the files that wait for this one as their base. */
function parseWithin(file: string, bases: Bases, chain: readonly string[]): Parsed {
  // Some editors put a byte order mark before the text.
  const source = file.startsWith('\ufeff') ? file.slice(1) : file
  if (source.length > SIZE_LIMIT) return failure(sizeIssue(source.length))
  if (source.trim() === '')
    return failure({ path: '', message: words.empty, expected: words.jsonExpected, found: words.nothing })
  let document: unknown
  try {
    document = JSON.parse(source)
  } catch {
    return failure(syntaxIssue(source))
  }
  const origins = new Map<string, string>()
  const checked = checkedDocument(document, bases, chain, origins)
  return checked.ok ? checked : { ok: false, issues: withLines(source, document, checked.issues, origins) }
}

/** The mistake of a file that has more than `SIZE_LIMIT` characters or bytes. */
export function sizeIssue(size: number): ScenarioIssue {
  const [expected, found] = [
    words.atMost(words.megabytes(SIZE_LIMIT / MEGABYTE)),
    words.megabytes(Math.ceil(size / MEGABYTE)),
  ]
  return { path: '', message: words.tooLarge, expected, found }
}

/** What is wrong with a text as a seed; undefined when nothing is. */
export function seedIssue(seed: string): ScenarioIssue | undefined {
  const schema = scenarioSchema.shape.seed
  return issuesOf(schema, seed, schema.safeParse(seed).error)[0]
}

/** Id of the base that the text of a scenario file names; undefined where it names none or cannot be read. */
export function baseOfText(file: string): string | undefined {
  try {
    return baseIdOf(JSON.parse(file))
  } catch {
    return undefined
  }
}

function checkedDocument(
  document: unknown,
  bases: Bases,
  chain: readonly string[],
  origins: Map<string, string>,
): Parsed {
  const opened = openedDocument(document)
  if (!opened.ok) return opened
  if (opened.file.extends === undefined) return checkedScenario(opened, [], true)
  const derived = resolved(opened, bases, chain, origins)
  return derived.ok ? checkedScenario(derived.whole, derived.issues, true) : derived
}

/**
 * Checks a whole document that is already an object, e.g. after a setting was changed; `extends` only annotates it. Evidence may
 * outlive what it stood for: it is left out when the scenario is written.
 */
export function validateScenario(document: unknown): Parsed {
  const opened = openedDocument(document)
  return opened.ok ? checkedScenario(opened, [], false) : opened
}

/** A document that is an object without hazards, in the present format version. */
function openedDocument(document: unknown): Opened {
  const hazard = hazardIn(document)
  if (hazard !== undefined) return failure(hazard)
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return failure({
      path: '',
      message: words.wrongType,
      expected: words.fileExpected,
      found: shown(document),
    })
  }
  const migrated = migrate(document as Record<string, unknown>)
  return migrated.ok ? migrated : failure(migrated.issue)
}

/** A derived document over its base: the whole document, with the mistakes found on the way. */
type Resolved =
  | { readonly ok: true; readonly whole: Opened & { ok: true }; readonly issues: readonly ScenarioIssue[] }
  | { readonly ok: false; readonly issues: readonly ScenarioIssue[] }

function resolved(
  { file, notices }: Opened & { ok: true },
  bases: Bases,
  chain: readonly string[],
  origins: Map<string, string>,
): Resolved {
  const issues = issuesOf(derivedSchema, file, derivedSchema.safeParse(file).error)
  const derived = usablePart(file)
  if (derived === undefined) return { ok: false, issues }
  const { id } = derived.extends
  const line = [...chain, derived.id]
  const text = line.includes(id) ? undefined : bases.textOf(id)
  const base = text === undefined ? undefined : parseWithin(text, bases, line)
  if (base?.ok === false) {
    // A cycle further down is told as it is; other mistakes belong to the base's own file.
    const told = base.issues.map(({ line: _, ...issue }) => ({
      ...issue,
      path: `extends.${id}: ${issue.path}`,
    }))
    return { ok: false, issues: [...issues, ...told] }
  }
  const issue = baseIssue(derived.extends, line, bases, base?.scenario)
  if (issue !== undefined) issues.push(issue)
  if (base === undefined) return { ok: false, issues }
  const whole = resolveOver(base.scenario, derived)
  for (const [path, key] of whole.origins) origins.set(path, key)
  return {
    ok: true,
    whole: { ok: true, file: whole.file, notices: [...base.notices, ...notices] },
    issues: [...issues, ...whole.issues],
  }
}

const entryList = z.array(z.looseObject({ id: z.string() }))
const byPath = z.record(z.string(), z.unknown())
/** The least that the parts of a derived file must be to be put over a base. */
const COARSE: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(ENTRY_LISTS.map((list) => [list, entryList])),
  remove: z.array(z.string()),
  set: byPath,
  locks: byPath,
  evidence: byPath,
}

/**
 * The parts of a derived document that can be put over a base, whatever is wrong inside them; undefined where it does not say
 * what it extends. Values stay as they are written, without defaults.
 */
function usablePart(file: Document): DerivedFile | undefined {
  const identity = derivedSchema.pick({ extends: true, id: true })
  if (!identity.safeParse({ extends: file.extends, id: file.id }).success) return undefined
  const parts = Object.entries(file).filter(([part, value]) => COARSE[part]?.safeParse(value).success ?? true)
  return Object.fromEntries(parts) as DerivedFile
}

/** The scenario of a whole document, in normal form. `known` are mistakes that were found before; evidence is checked in files. */
function checkedScenario(
  { file, notices }: Opened & { ok: true },
  known: readonly ScenarioIssue[],
  isFile: boolean,
): Parsed {
  const result = scenarioSchema.safeParse(file)
  const normal = withCountries(result.data ?? (withDefaults(file) as Document))
  const own = [...issuesOf(scenarioSchema, file, result.error), ...referenceIssues(file)]
  const issues = [
    ...known,
    ...own,
    ...settingIssues(normal, own, documentIssues),
    ...(isFile ? evidenceIssues(normal) : []),
  ]
  if (!result.success || issues.length > 0) return { ok: false, issues: withoutRepeats(issues) }
  const scenario = withCountries(result.data)
  const regimes = regimeIssues(scenario, documentIssues)
  if (regimes.length > 0) return { ok: false, issues: regimes }
  return { ok: true, scenario, notices: [...notices, ...settingNotices(scenario)] }
}

/** Mistakes of a whole document besides those of what names values by path. */
function documentIssues(file: Document): ScenarioIssue[] {
  return [...issuesOf(scenarioSchema, file, scenarioSchema.safeParse(file).error), ...referenceIssues(file)]
}

function issuesOf(schema: unknown, file: unknown, error: z.ZodError | undefined): ScenarioIssue[] {
  return (error?.issues ?? []).flatMap((issue) => schemaIssues(schema, file, issue))
}

/** Checkpoints take the country of their node where they name none, as far as the document has nodes and checkpoints. */
function withCountries<T extends Document>(file: T): T {
  const { nodes, checkpoints } = file
  if (!Array.isArray(nodes) || !Array.isArray(checkpoints)) return file
  const countries = new Map(nodes.map((node) => [node?.id, node?.country]))
  const placed = checkpoints.map((post) => {
    const country = post?.country ?? countries.get(post?.node)
    return country === undefined ? post : { ...post, country }
  })
  return { ...file, checkpoints: placed }
}

function failure(issue: ScenarioIssue): Parsed & { ok: false } {
  return { ok: false, issues: [issue] }
}

function withoutRepeats(issues: readonly ScenarioIssue[]): ScenarioIssue[] {
  const seen = new Set<string>()
  return issues.filter((issue) => {
    const line = `${issue.path}\n${issue.message}`
    return seen.has(line) ? false : seen.add(line) !== undefined
  })
}

/** Too deep nesting, and keys that could reach an object's prototype. */
function hazardIn(document: unknown): ScenarioIssue | undefined {
  const stack: { value: unknown; address: Address }[] = [{ value: document, address: [] }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, address } = next
    if (typeof value !== 'object' || value === null) continue
    if (address.length > DEPTH_LIMIT) {
      const path = pathOf(document, address)
      const message = words.tooDeep(DEPTH_LIMIT)
      return {
        path: path.slice(0, 80),
        message,
        expected: words.atMost(String(DEPTH_LIMIT)),
        found: String(address.length),
      }
    }
    for (const key of Object.keys(value)) {
      if (FORBIDDEN_KEYS.has(key)) {
        const path = pathOf(document, address)
        return {
          path: path === '' ? key : `${path}.${key}`,
          message: words.forbiddenKey,
          expected: words.noSuchKey,
          found: `"${key}"`,
        }
      }
      const step = Array.isArray(value) ? Number(key) : key
      stack.push({ value: (value as Record<string, unknown>)[key], address: [...address, step] })
    }
  }
  return undefined
}
