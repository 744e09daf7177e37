/** Parsing: from the text of a file to a scenario in normal form, or to every mistake at once. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { z } from 'zod'
import { text } from '../text'
import { settingIssues } from './interventions'
import { expectedName, type ScenarioIssue, shown } from './issue'
import { migrate } from './migrate'
import { type Address, pathOf, valueAt } from './paths'
import { referenceIssues } from './references'
import { type Scenario, scenarioSchema } from './schema'

const words = text.issues
const MEGABYTE = 1_000_000
/** Largest file that is read, in characters. */
export const SIZE_LIMIT = 20 * MEGABYTE
const DEPTH_LIMIT = 64
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly notices: readonly string[] }
  | { readonly ok: false; readonly issues: readonly ScenarioIssue[] }

/** Reads the text of a scenario file. Never throws; a failure names every mistake. */
export function parseScenario(file: string): Parsed {
  // Some editors put a byte order mark before the text.
  const source = file.startsWith('\ufeff') ? file.slice(1) : file
  if (source.length > SIZE_LIMIT) {
    const message = words.tooLarge(Math.ceil(source.length / MEGABYTE), SIZE_LIMIT / MEGABYTE)
    return failure({ path: '', message, expected: words.fileExpected, found: `${source.length} characters` })
  }
  if (source.trim() === '')
    return failure({ path: '', message: words.empty, expected: words.jsonExpected, found: words.nothing })
  let document: unknown
  try {
    document = JSON.parse(source)
  } catch {
    return failure(syntaxIssue(source))
  }
  const checked = validateScenario(document)
  return checked.ok ? checked : { ok: false, issues: withLines(source, document, checked.issues) }
}

/** Checks a document that is already an object, e.g. after a setting was changed. */
export function validateScenario(document: unknown): Parsed {
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
  if (!migrated.ok) return failure(migrated.issue)
  const { file } = migrated
  const result = scenarioSchema.safeParse(file)
  const issues = [
    ...(result.error?.issues ?? []).flatMap((issue) => schemaIssues(file, issue)),
    ...referenceIssues(file),
  ]
  if (!result.success || issues.length > 0) return { ok: false, issues: withoutRepeats(issues) }
  const scenario = withCountries(result.data)
  const settings = settingIssues(scenario)
  if (settings.length > 0) return { ok: false, issues: settings }
  return { ok: true, scenario, notices: migrated.notices }
}

/** Checkpoints take the country of their node where they name none. */
function withCountries(scenario: Scenario): Scenario {
  const countries = new Map(scenario.nodes.map((node) => [node.id, node.country]))
  const checkpoints = scenario.checkpoints.map((post) => {
    const country = post.country ?? countries.get(post.node)
    return country === undefined ? post : { ...post, country }
  })
  return { ...scenario, checkpoints }
}

function failure(issue: ScenarioIssue): Parsed {
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
    const path = pathOf(document, address)
    if (address.length > DEPTH_LIMIT) {
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

function schemaIssues(file: unknown, issue: z.core.$ZodIssue): ScenarioIssue[] {
  const address = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  const path = pathOf(file, address)
  const value = valueAt(file, address)
  const found = shown(value)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: path === '' ? key : `${path}.${key}`,
        message: words.unknownKey(key),
        expected: expectedName(words.noSuchKey, key, knownKeysAt(address)),
        found: `"${key}"`,
      }))
    case 'invalid_type': {
      const missing = value === undefined
      return [
        {
          path,
          message: missing ? words.missing : words.wrongType,
          expected: `a value of type ${issue.expected}`,
          found,
        },
      ]
    }
    case 'invalid_value': {
      const options = issue.values.map(String)
      const expected =
        typeof value === 'string' ? expectedName(words.oneOf(options), value, options) : words.oneOf(options)
      return [{ path, message: value === undefined ? words.missing : words.wrongValue, expected, found }]
    }
    case 'too_small': {
      const limit = String(issue.minimum)
      const expected =
        issue.origin === 'number' || issue.origin === 'int'
          ? words.atLeast(limit)
          : words.lengthAtLeast(limit)
      return [{ path, message: words.outOfRange, expected, found }]
    }
    case 'too_big': {
      const limit = String(issue.maximum)
      const expected =
        issue.origin === 'number' || issue.origin === 'int' ? words.atMost(limit) : words.lengthAtMost(limit)
      return [{ path, message: words.outOfRange, expected, found }]
    }
    case 'invalid_union':
      if (issue.discriminator !== undefined) {
        const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
        return [{ path, message: words.wrongValue, expected: words.oneOf(options), found: shown(value) }]
      }
      return [{ path, message: words.wrongType, expected: issue.message, found }]
    default:
      return [{ path, message: words.wrongForm, expected: issue.message, found }]
  }
}

/** Keys that the schema knows for the object at an address, for the nearest match of an unknown one. */
function knownKeysAt(address: Address): string[] {
  let schema: unknown = scenarioSchema
  for (const key of address) {
    const definition = unwrapped(schema)
    if (typeof key === 'number') schema = definition?.element
    else schema = definition?.shape?.[key]
  }
  const definition = unwrapped(schema)
  const options = definition?.options ?? [schema]
  return options.flatMap((option) => Object.keys(unwrapped(option)?.shape ?? {}))
}

interface Definition {
  innerType?: unknown
  element?: unknown
  shape?: Record<string, unknown>
  options?: readonly unknown[]
}

function unwrapped(schema: unknown): Definition | undefined {
  const definition = (schema as { def?: Definition } | undefined)?.def
  return definition?.innerType === undefined ? definition : unwrapped(definition.innerType)
}

/** The tree of a text with its mistakes; undefined when the text is empty or too deeply nested to be read. */
function treeOf(source: string, errors: ParseError[] = []): Node | undefined {
  try {
    return parseTree(source, errors, { disallowComments: true })
  } catch (error) {
    // The reader calls itself once per level.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function syntaxIssue(source: string): ScenarioIssue {
  const errors: ParseError[] = []
  const tree = treeOf(source, errors)
  if (tree === undefined && errors.length === 0) {
    const expected = words.atMost(String(DEPTH_LIMIT))
    return { path: '', message: words.tooDeep(DEPTH_LIMIT), expected, found: shown(source.slice(0, 20)) }
  }
  const error = errors[0]
  const offset = error?.offset ?? 0
  const line = lineAt(source, offset)
  const column = offset - source.lastIndexOf('\n', offset - 1)
  const reason = error === undefined ? words.wrongForm : printParseErrorCode(error.error)
  const found = shown(source.slice(offset, offset + 20))
  return {
    path: words.line(line, column),
    message: words.notJson(reason),
    expected: words.jsonExpected,
    found,
    line,
  }
}

function lineAt(source: string, offset: number): number {
  let line = 1
  for (let i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) line++
  return line
}

/** Adds the line of the file to each issue. */
function withLines(source: string, document: unknown, issues: readonly ScenarioIssue[]): ScenarioIssue[] {
  const root = treeOf(source)
  return issues.map((issue) => {
    const node = root === undefined ? undefined : nodeFor(root, document, issue.path)
    return node === undefined ? issue : { ...issue, line: lineAt(source, node.offset) }
  })
}

/** The deepest part of the document's text on the way to a path. */
function nodeFor(root: Node, document: unknown, path: string): Node | undefined {
  let node: Node | undefined
  let value = document
  const address: (string | number)[] = []
  for (const name of path.split('.')) {
    if (Array.isArray(value)) {
      const byId = value.findIndex((entry) => (entry as { id?: unknown } | null)?.id === name)
      address.push(byId >= 0 ? byId : Number(name))
    } else address.push(name)
    const next = findNodeAtLocation(root, address)
    if (next === undefined) return node
    node = next
    value = valueAt(document, address)
  }
  return node
}
