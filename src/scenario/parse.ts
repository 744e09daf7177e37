/** Parsing: from the text of a file to a scenario in normal form, or to every mistake at once. */
import { z } from 'zod'
import { text } from '../text'
import { type Bases, baseIdOf, baseIssue, NO_BASES, resolveOver } from './derive'
import { type Finding, type Mistakes, type ScenarioIssue, shown, told, withMore } from './issue'
import { linesIn, repeatedKeys, syntaxIssue } from './lines'
import { migrate } from './migrate'
import { type Address, pathOf } from './paths'
import { referenceIssues } from './references'
import { regimeIssues, settingNotices } from './regimes'
import { type DerivedFile, derivedSchema, ENTRY_LISTS, LIMITS, type Scenario, scenarioSchema } from './schema'
import { schemaIssues } from './schemaIssues'
import { withDefaults } from './schemaKeys'
import { evidenceIssues, settingIssues } from './settingIssues'

const words = text.issues
const MEGABYTE = 1_000_000
/** It would not name a value of an object but what all its values are inherited from. */
const FORBIDDEN_KEY = '__proto__'

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly notices: readonly string[] }
  | Mistakes

type Document = Readonly<Record<string, unknown>>

/** Mistakes that were found so far and are not told yet. */
interface Failed {
  readonly ok: false
  readonly findings: readonly Finding[]
  /** Mistakes of the base that are not told. */
  readonly unlisted?: number
}

type Checked = Exclude<Parsed, Mistakes> | Failed
/** A document before it is checked as a whole scenario. */
type Opened = { readonly ok: true; readonly file: Document; readonly notices: readonly string[] } | Failed

/** Reads the text of a scenario file, over its base where it names one. Never throws; a failure names every mistake. */
export function parseScenario(file: string, bases: Bases = NO_BASES): Parsed {
  return parseWithin(file, bases, [])
}

/** `chain`: ids of the files that wait for this one as their base. */
function parseWithin(file: string, bases: Bases, chain: readonly string[]): Parsed {
  // Some editors put a byte order mark before the text.
  const source = file.startsWith('\ufeff') ? file.slice(1) : file
  if (source.length > LIMITS.file) return told([sizeIssue(source.length)])
  if (source.trim() === '')
    return told([{ path: '', message: words.empty, expected: words.jsonExpected, found: words.nothing }])
  let document: unknown
  try {
    document = JSON.parse(source)
  } catch {
    return told([syntaxIssue(source)])
  }
  const hazard = hazardIn(document)
  const origins = new Map<string, string>()
  const lines = linesIn(source, document, origins)
  if (hazard !== undefined) return told([hazard], lines)
  const repeated = repeatedKeys(source, document)
  const checked = checkedDocument(document, bases, chain, origins)
  if (checked.ok && repeated.length === 0) return checked
  const mistakes = told([...repeated, ...(checked.ok ? [] : checked.findings)], lines)
  return withMore(mistakes, checked.ok ? 0 : (checked.unlisted ?? 0))
}

/** The mistake of a file that has more than the limit of characters or bytes. */
export function sizeIssue(size: number): ScenarioIssue {
  const [expected, found] = [
    words.atMost(words.megabytes(LIMITS.file / MEGABYTE)),
    words.megabytes(Math.ceil(size / MEGABYTE)),
  ]
  return { path: '', message: words.tooLarge, expected, found }
}

/** What is wrong with a text as a seed; undefined when nothing is. */
export function seedIssue(seed: string): ScenarioIssue | undefined {
  const schema = scenarioSchema.shape.seed
  return told(issuesOf(schema, seed, schema.safeParse(seed).error)).issues[0]
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
): Checked {
  const opened = openedDocument(document)
  if (!opened.ok) return opened
  if (opened.file.extends === undefined) return checkedScenario(opened, [], true)
  const derived = resolved(opened, bases, chain, origins)
  return derived.ok ? checkedScenario(derived.whole, derived.findings, true) : derived
}

/**
 * Checks a whole document that is already an object, e.g. after a setting was changed; `extends` only annotates it. Evidence may
 * outlive what it stood for: it is left out when the scenario is written.
 */
export function validateScenario(document: unknown): Parsed {
  const hazard = hazardIn(document)
  const opened = hazard === undefined ? openedDocument(document) : failure(hazard)
  const checked = opened.ok ? checkedScenario(opened, [], false) : opened
  return checked.ok ? checked : told(checked.findings)
}

/** A document that is an object, in the present format version. */
function openedDocument(document: unknown): Opened {
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
  | { readonly ok: true; readonly whole: Opened & { ok: true }; readonly findings: readonly Finding[] }
  | Failed

function resolved(
  { file, notices }: Opened & { ok: true },
  bases: Bases,
  chain: readonly string[],
  origins: Map<string, string>,
): Resolved {
  const findings = issuesOf(derivedSchema, file, derivedSchema.safeParse(file).error)
  const derived = usablePart(file)
  if (derived === undefined) return { ok: false, findings }
  const { id } = derived.extends
  const line = [...chain, derived.id]
  const text = line.includes(id) ? undefined : bases.textOf(id)
  const base = text === undefined ? undefined : parseWithin(text, bases, line)
  if (base?.ok === false) {
    // A cycle further down is told as it is; other mistakes belong to the base's own file.
    const ofBase = base.issues.map(({ line: _, ...issue }) => ({
      ...issue,
      path: `extends.${id}: ${issue.path}`,
    }))
    return { ok: false, findings: [...findings, ...ofBase], unlisted: base.unlisted }
  }
  const issue = baseIssue(derived.extends, line, bases, base?.scenario)
  if (issue !== undefined) findings.push(issue)
  if (base === undefined) return { ok: false, findings }
  const whole = resolveOver(base.scenario, derived)
  for (const [path, key] of whole.origins) origins.set(path, key)
  return {
    ok: true,
    whole: { ok: true, file: whole.file, notices: [...base.notices, ...notices] },
    findings: [...findings, ...whole.issues],
  }
}

const entryList = z.array(z.looseObject({ id: z.string() }))
const byPath = z.record(z.string(), z.unknown())
/** The least that the parts of a derived file must be to be put over a base. */
const COARSE: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...ENTRY_LISTS.map((list) => [list, entryList] as const),
  ['remove', z.array(z.string())],
  ['set', byPath],
  ['locks', byPath],
  ['evidence', byPath],
])

/**
 * The parts of a derived document that can be put over a base, whatever is wrong inside them; undefined where it does not say
 * what it extends. Values stay as they are written, without defaults.
 */
function usablePart(file: Document): DerivedFile | undefined {
  const identity = derivedSchema.pick({ extends: true, id: true })
  if (!identity.safeParse({ extends: file.extends, id: file.id }).success) return undefined
  const parts = Object.entries(file).filter(
    ([part, value]) => COARSE.get(part)?.safeParse(value).success ?? true,
  )
  return Object.fromEntries(parts) as DerivedFile
}

/** The scenario of a whole document, in normal form. `known` are mistakes that were found before; evidence is checked in files. */
function checkedScenario(
  { file, notices }: Opened & { ok: true },
  known: readonly Finding[],
  isFile: boolean,
): Checked {
  const result = scenarioSchema.safeParse(file)
  const normal = withCountries(result.data ?? (withDefaults(file) as Document))
  const own = [...issuesOf(scenarioSchema, file, result.error), ...referenceIssues(file)]
  const findings = [
    ...known,
    ...own,
    ...settingIssues(normal, own),
    ...(isFile ? evidenceIssues(normal) : []),
  ]
  if (!result.success || findings.length > 0) return { ok: false, findings }
  const scenario = withCountries(result.data)
  const regimes = regimeIssues(scenario)
  if (regimes.length > 0) return { ok: false, findings: regimes }
  return { ok: true, scenario, notices: [...notices, ...settingNotices(scenario)] }
}

function issuesOf(schema: unknown, file: unknown, error: z.ZodError | undefined): Finding[] {
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

function failure(finding: Finding): Failed {
  return { ok: false, findings: [finding] }
}

/** Too deep nesting, and the key that could reach an object's prototype. */
function hazardIn(document: unknown): Finding | undefined {
  const stack: { value: unknown; address: Address }[] = [{ value: document, address: [] }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, address } = next
    if (typeof value !== 'object' || value === null) continue
    const path = () => pathOf(document, address)
    if (address.length > LIMITS.depth) {
      const [message, expected] = [words.tooDeep(LIMITS.depth), words.atMost(String(LIMITS.depth))]
      return { path: path().slice(0, 80), message, expected, found: String(address.length) }
    }
    if (Object.hasOwn(value, FORBIDDEN_KEY)) {
      const at = address.length === 0 ? FORBIDDEN_KEY : `${path()}.${FORBIDDEN_KEY}`
      const [message, expected] = [words.forbiddenKey, words.noSuchKey]
      return { path: at, message, expected, found: `"${FORBIDDEN_KEY}"` }
    }
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'object' || inner === null) continue
      stack.push({ value: inner, address: [...address, Array.isArray(value) ? Number(key) : key] })
    }
  }
  return undefined
}
