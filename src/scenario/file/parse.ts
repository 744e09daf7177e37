/** Parsing: from the text of a file to a scenario in normal form, or to every mistake at once. */
import { z } from 'zod'
import { text } from '../../text'
import { asMistakes, type Finding, type ScenarioIssue, withMore } from '../check/issue'
import {
  type Checked,
  checkedScenario,
  type Document,
  type Failed,
  issuesOf,
  noticesOf,
  type Opened,
  openedDocument,
  type Parsed,
} from '../check/validate'
import { type DerivedFile, derivedSchema, ENTRY_LISTS, LIMITS } from '../schema'
import { type Bases, baseIdOf, baseIssue, NO_BASES, resolveOver } from './derive'
import { hazardIn } from './hazard'
import { linesIn, repeatedKeys, syntaxIssue } from './lines'
import { MIGRATIONS, type Migration } from './migrate'

const words = text.issues
const MEGABYTE = 1_000_000

/** What a file is read with. */
interface Reading {
  readonly bases: Bases
  readonly migrations: readonly Migration[]
  /** Ids of the files that wait for this one as their base. */
  readonly chain: readonly string[]
}

/**
 * Reads the text of a scenario file, over its base where it names one. Never throws; a failure names every
 * mistake. `migrations` lead from older versions of the format to the current one.
 */
export function parseScenario(
  file: string,
  bases: Bases = NO_BASES,
  migrations: readonly Migration[] = MIGRATIONS,
): Parsed {
  return parseWithin(file, { bases, migrations, chain: [] })
}

function parseWithin(file: string, reading: Reading): Parsed {
  // Some editors put a byte order mark before the text.
  const source = file.startsWith('\ufeff') ? file.slice(1) : file
  if (source.length > LIMITS.file) return asMistakes([sizeIssue(source.length)])
  if (source.trim() === '')
    return asMistakes([
      { path: '', message: words.empty, expected: words.jsonExpected, found: words.nothing },
    ])
  let document: unknown
  try {
    document = JSON.parse(source)
  } catch {
    return asMistakes([syntaxIssue(source)])
  }
  const hazard = hazardIn(document)
  const origins = new Map<string, string>()
  const lines = linesIn(source, document, origins)
  if (hazard !== undefined) return asMistakes([hazard], lines)
  const repeated = repeatedKeys(source, document)
  const whole = wholeDocument(document, reading, origins)
  const checked: Checked = whole.ok ? checkedScenario(whole.file, whole.findings) : whole
  if (whole.ok && checked.ok && repeated.length === 0)
    return { ...checked, notices: noticesOf(whole, checked.scenario) }
  const mistakes = asMistakes([...repeated, ...(checked.ok ? [] : checked.findings)], lines)
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

/** Id of the base that the text of a scenario file names; undefined where it names none or cannot be read. */
export function baseOfText(file: string): string | undefined {
  try {
    return baseIdOf(JSON.parse(file))
  } catch {
    return undefined
  }
}

/** A document over its base, if it has one, with the mistakes found on the way. */
type Whole = Opened & { readonly findings: readonly Finding[] }

function wholeDocument(document: unknown, reading: Reading, origins: Map<string, string>): Whole | Failed {
  const opened = openedDocument(document, reading.migrations)
  if (!opened.ok) return opened
  return opened.file.extends === undefined ? { ...opened, findings: [] } : resolved(opened, reading, origins)
}

function resolved(
  { file, notices }: Opened,
  { bases, migrations, chain }: Reading,
  origins: Map<string, string>,
): Whole | Failed {
  const findings = issuesOf(derivedSchema, file, derivedSchema.safeParse(file).error)
  const derived = usablePart(file)
  if (derived === undefined) return { ok: false, findings }
  const { id } = derived.extends
  const line = [...chain, derived.id]
  const text = line.includes(id) ? undefined : bases.textOf(id)
  const base = text === undefined ? undefined : parseWithin(text, { bases, migrations, chain: line })
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
    file: whole.file,
    notices: [...base.notices, ...notices],
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
 * The parts of a derived document that can be put over a base, whatever is wrong inside them; undefined where
 * it does not say what it extends. Values stay as they are written, without defaults.
 */
function usablePart(file: Document): DerivedFile | undefined {
  const identity = derivedSchema.pick({ extends: true, id: true })
  if (!identity.safeParse({ extends: file.extends, id: file.id }).success) return undefined
  const parts = Object.entries(file).filter(
    ([part, value]) => COARSE.get(part)?.safeParse(value).success ?? true,
  )
  return Object.fromEntries(parts) as DerivedFile
}
