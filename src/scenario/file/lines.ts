/** Lines: where in the text of a file a mistake stands, and keys that one object has more than once. */
import { type JSONVisitor, type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser'
import { text } from '../../text'
import { type Finding, type ScenarioIssue, shown } from '../check/issue'
import { pathOf } from '../paths'
import { LIMITS } from '../schema'

const words = text.issues

/**
 * Reads a text; false where it is too deeply nested to be read, as the reader calls itself once per level.
 */
function readable(read: () => void): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function visited(source: string, visitor: JSONVisitor): boolean {
  return readable(() => visit(source, visitor, { disallowComments: true }))
}

/** The mistake of a text that is not JSON. */
export function syntaxIssue(source: string): Finding {
  const errors: ParseError[] = []
  const [error] = readable(() => parse(source, errors, { disallowComments: true })) ? errors : []
  if (error === undefined) return tooDeep(source)
  const { offset } = error
  const line = lineAt(source, offset)
  const column = offset - source.lastIndexOf('\n', offset - 1)
  return {
    path: words.position(line, column),
    message: words.notJson,
    expected: jsonExpected(printParseErrorCode(error.error)),
    found: shown(source.slice(offset, offset + 20)),
    line,
  }
}

function tooDeep(source: string): Finding {
  const [message, expected] = [words.tooDeep(LIMITS.depth), words.atMost(String(LIMITS.depth))]
  return { path: '', message, expected, found: shown(source.slice(0, 20)) }
}

/** What the reader of JSON would have needed instead. */
function jsonExpected(code: string): string {
  const known: Readonly<Record<string, string>> = words.json
  return known[code] ?? words.jsonExpected
}

function lineAt(source: string, offset: number): number {
  let line = 1
  for (let i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) line++
  return line
}

/** Keys that one object of a text has more than once: only the last of each would count. The text is JSON. */
export function repeatedKeys(source: string, document: unknown): Finding[] {
  const findings: Finding[] = []
  const open: Map<string, number>[] = []
  const isReadable = visited(source, {
    onObjectBegin: () => {
      open.push(new Map())
    },
    onObjectEnd: () => {
      open.pop()
    },
    onObjectProperty: (key, _offset, _length, startLine, _column, addressOf) => {
      const lines = open.at(-1)
      const [before, line] = [lines?.get(key), startLine + 1]
      lines?.set(key, line)
      if (before === undefined) return
      const path = pathOf(document, [...addressOf(), key])
      const message = words.repeatedKey(key, before, line)
      findings.push({ path, message, expected: words.keyOnce, found: shown(key), line })
    },
  })
  return isReadable ? findings : [tooDeep(source)]
}

/** A value in a text: the line that it begins on, from 1, and what it holds by key or index. */
interface Place {
  readonly line: number
  readonly parts: Map<string, Place>
}

/** The places of all values of a text; undefined where it cannot be read. */
function placesIn(source: string): Place | undefined {
  const root: Place = { line: 1, parts: new Map() }
  const open = [root]
  let name = ''
  /** Lists that are open hold the index of their next value, objects nothing. */
  const indices: (number | undefined)[] = [undefined]
  const enter = (line: number): Place => {
    const place = { line: line + 1, parts: new Map() }
    const index = indices.at(-1)
    if (index !== undefined) indices[indices.length - 1] = index + 1
    open.at(-1)?.parts.set(index === undefined ? name : String(index), place)
    return place
  }
  const begin = (index: number | undefined) => (_offset: number, _length: number, line: number) => {
    open.push(enter(line))
    indices.push(index)
  }
  const end = () => {
    open.pop()
    indices.pop()
  }
  const isReadable = visited(source, {
    onObjectBegin: begin(undefined),
    onArrayBegin: begin(0),
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty: (key) => {
      name = key
    },
    onLiteralValue: (_value, _offset, _length, line) => {
      enter(line)
    },
  })
  return isReadable ? root.parts.get('') : undefined
}

/**
 * Says where in a text each mistake stands. `origins` names the key under `set` that gave a value of a
 * derived file. The text is read when the first mistake is asked for.
 */
export function linesIn(
  source: string,
  document: unknown,
  origins: ReadonlyMap<string, string>,
): (issue: ScenarioIssue) => ScenarioIssue {
  let root: Place | undefined
  return (issue) => {
    if (issue.line !== undefined) return issue
    root ??= placesIn(source)
    const origin = origins.get(issue.path)
    const setting = origin === undefined ? undefined : root?.parts.get('set')?.parts.get(origin)
    const place = setting ?? (root === undefined ? undefined : placeOf(root, document, issue.path))
    return place === undefined ? issue : { ...issue, line: place.line }
  }
}

/**
 * The deepest part of a text on the way to a path. Where settings stand by path, the rest of it is one key.
 */
function placeOf(root: Place, document: unknown, path: string): Place | undefined {
  let place: Place | undefined
  let [here, value] = [root, document]
  for (let rest = path; ; ) {
    const setting = here === root ? undefined : here.parts.get(rest)
    if (setting !== undefined) return setting
    const dot = rest.indexOf('.')
    const name = dot < 0 ? rest : rest.slice(0, dot)
    const index = Array.isArray(value) ? value.findIndex((entry) => entry?.id === name) : -1
    const key = index >= 0 ? String(index) : name
    const next = here.parts.get(key)
    if (next === undefined) return place
    value = (value as Readonly<Record<string, unknown>>)[key]
    place = next
    here = next
    if (dot < 0) return place
    rest = rest.slice(dot + 1)
  }
}
