/** Lines: where in the text of a file a mistake stands. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { text } from '../text'
import { type ScenarioIssue, shown } from './issue'
import { valueAt } from './paths'

const words = text.issues
/** Levels of nesting that a file may have. */
export const DEPTH_LIMIT = 64

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

/** The mistake of a text that is not JSON. */
export function syntaxIssue(source: string): ScenarioIssue {
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
  const code = error === undefined ? undefined : printParseErrorCode(error.error)
  const [message, expected] = [words.notJson, jsonExpected(code)]
  return {
    path: words.position(line, column),
    message,
    expected,
    found: shown(source.slice(offset, offset + 20)),
    line,
  }
}

/** What the reader of JSON would have needed instead. */
function jsonExpected(code: string | undefined): string {
  const known: Readonly<Record<string, string>> = words.json
  return known[code ?? ''] ?? words.jsonExpected
}

function lineAt(source: string, offset: number): number {
  let line = 1
  for (let i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) line++
  return line
}

/** Adds the line of the file to each issue. `origins` names the key under `set` that gave a value of a derived file. */
export function withLines(
  source: string,
  document: unknown,
  issues: readonly ScenarioIssue[],
  origins: ReadonlyMap<string, string>,
): ScenarioIssue[] {
  const root = treeOf(source)
  return issues.map((issue) => {
    if (root === undefined) return issue
    const origin = origins.get(issue.path)
    const setting = origin === undefined ? undefined : findNodeAtLocation(root, ['set', origin])
    const node = setting ?? nodeFor(root, document, issue.path)
    return node === undefined ? issue : { ...issue, line: lineAt(source, node.offset) }
  })
}

/** The deepest part of the document's text on the way to a path. Where settings stand by path, the rest of it is one key. */
function nodeFor(root: Node, document: unknown, path: string): Node | undefined {
  let node: Node | undefined
  let value = document
  const address: (string | number)[] = []
  const names = path.split('.')
  for (const [depth, name] of names.entries()) {
    const setting = findNodeAtLocation(root, [...address, names.slice(depth).join('.')])
    if (setting !== undefined && depth > 0) return setting
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
