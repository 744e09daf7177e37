/** Mistakes in what names values by path: variants, locks, interventions, free parameters and evidence. */
import { text } from '../../text'
import { type Address, applied, resolveMeant, valueAt } from '../paths'
import { LIMITS, type Scenario, scenarioSchema } from '../schema'
import { parameterAt } from '../schema/parameters'
import { changedIssues } from './changedIssues'
import { interventionIssues } from './interventionIssues'
import { type Finding, findingKey, shown } from './issue'

const words = text.issues
type Document = Readonly<Record<string, unknown>>

/** Parts that name values by path, as they are where there are none. */
const EMPTY = { variants: [], locks: {}, interventions: [], freeParameters: [] } as const
const PARTS = ['variants', 'locks', 'interventions', 'freeParameters'] as const

/** What makes a file what it is; no setting reaches it. */
const IDENTITY: ReadonlySet<string> = new Set(['type', 'formatVersion', 'id', 'extends'])

/** Mistakes of a file's settings that would make it another file. */
export function identityIssues(at: string, settings: Document): Finding[] {
  return Object.keys(settings)
    .filter((path) => IDENTITY.has(path))
    .map((path) => {
      const [message, expected] = [words.identity(path), words.parameterExpected]
      return { path: `${at}.${path}`, message, expected, found: shown(settings[path]) }
    })
}

/**
 * Mistakes of the parts that name values by path, in a document with its defaults. It may be wrong elsewhere;
 * parts that are wrong themselves are left to the schema. `own` are the mistakes of the whole document
 * besides these.
 */
export function settingIssues(file: Document, own: readonly Finding[]): Finding[] {
  const isSound = (part: (typeof PARTS)[number]) => scenarioSchema.shape[part].safeParse(file[part]).success
  const parts = PARTS.map((part) => [part, isSound(part) ? file[part] : EMPTY[part]])
  const scenario = { ...file, ...Object.fromEntries(parts) } as Scenario
  return [
    ...variantIssues(scenario, own),
    ...pathIssues('locks', scenario, scenario.locks),
    ...interventionIssues(scenario),
    ...freeParameterIssues(scenario),
  ]
}

/** A variant is judged by applying it: whatever is wrong then and not without it is its mistake. */
function variantIssues(scenario: Scenario, own: readonly Finding[]): Finding[] {
  const former = new Set(own.map(findingKey))
  let left: number = LIMITS.changedValues
  return scenario.variants.flatMap(({ id, set }) => {
    if (left < 0) return []
    const at = `variants.${id}.set`
    const { document, issues, origins, values, excess } = applied(scenario, Object.entries(set), left)
    left -= values
    if (left < 0) return excess.map((issue) => ({ ...issue, path: `${at}.${issue.path}` }))
    const lost = issues
      .filter(({ path }) => !resolveMeant(document, path, true).ok)
      .map((issue) => ({ ...issue, path: `${at}.${issue.path}` }))
    const wrong = changedIssues(scenario, document as Document)
      .filter((issue) => !former.has(findingKey(issue)))
      .map((issue) => ({ ...issue, path: `${at}.${settingFor(origins, issue.path) ?? issue.path}` }))
    return [...identityIssues(at, set), ...lost, ...wrong]
  })
}

/** The setting that gave the value at a path, or what holds it. */
function settingFor(origins: ReadonlyMap<string, string>, path: string): string | undefined {
  const keys = path.split('.')
  for (let depth = keys.length; depth > 0; depth--) {
    const setting = origins.get(keys.slice(0, depth).join('.'))
    if (setting !== undefined) return setting
  }
  return undefined
}

/** Mistakes in the paths of the evidence of a document with its defaults. */
export function evidenceIssues(file: Document): Finding[] {
  const { evidence } = file
  const isSound = scenarioSchema.shape.evidence.safeParse(evidence).success
  return isSound ? pathIssues('evidence', file, evidence ?? {}) : []
}

/** Locks and evidence may stand for a value that is not there yet. */
function pathIssues(part: 'locks' | 'evidence', document: unknown, entries: object): Finding[] {
  return Object.keys(entries).flatMap((path) => {
    const resolved = resolveMeant(document, path, true)
    return resolved.ok ? [] : [{ ...resolved.issue, path: `${part}.${path}` }]
  })
}

function freeParameterIssues(scenario: Scenario): Finding[] {
  return scenario.freeParameters.flatMap(({ id, paths }) =>
    paths.flatMap((path, i) => {
      const at = `freeParameters.${id}.paths.${i}`
      const resolved = resolveMeant(scenario, path)
      if (!resolved.ok) return [{ ...resolved.issue, path: at }]
      const isNumber = (address: Address) =>
        typeof valueAt(scenario, address) === 'number' && parameterAt(address) !== undefined
      if (resolved.addresses.every(isNumber)) return []
      return [{ path: at, message: words.numberToScale, expected: words.numberExpected, found: shown(path) }]
    }),
  )
}
