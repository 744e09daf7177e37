/** Mistakes that the schema finds, in the words of an author: where, what, expected, found. */
import type { z } from 'zod'
import { text } from '../../text'
import { isRecord } from '../entries'
import { type Address, pathOf, valueAt } from '../paths'
import { derivedSchema, scenarioSchema } from '../schema'
import { kindsWith, knownKeysAt } from '../schema/schemaKeys'
import { expectedName, type Finding, type Lazy, shown } from './issue'

const words = text.issues

/** The issues of one finding of `schema` in `file`. */
export function schemaIssues(schema: unknown, file: unknown, issue: z.core.$ZodIssue): Finding[] {
  const address = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  const path = pathOf(file, address)
  const value = valueAt(file, address)
  const found = () => shown(value)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: path === '' ? key : `${path}.${key}`,
        message: words.unknownKey(key),
        expected: () =>
          (path === '' ? partOfOtherKind(schema, key) : undefined) ??
          keyOfOtherKind(file, address, key) ??
          expectedName(words.noSuchKey, key, knownKeysAt(schema, address)),
        found: `"${key}"`,
      }))
    case 'invalid_type': {
      const missing = value === undefined
      return [
        {
          path,
          message: missing ? words.missing : words.wrongType,
          expected: typesOf([issue.expected]),
          found,
        },
      ]
    }
    case 'invalid_value': {
      const options = issue.values.map(String)
      const expected = () =>
        typeof value === 'string' ? expectedName(words.oneOf(options), value, options) : words.oneOf(options)
      return [{ path, message: value === undefined ? words.missing : words.wrongValue, expected, found }]
    }
    case 'too_small': {
      const { message, of } = sizeWords(issue.origin)
      return [{ path, message, expected: words.atLeast(of(Number(issue.minimum))), found }]
    }
    case 'too_big': {
      const { message, of } = sizeWords(issue.origin)
      return [
        {
          path,
          message,
          expected: words.atMost(of(Number(issue.maximum))),
          found: sizeOf(value, of) ?? found,
        },
      ]
    }
    case 'invalid_key': {
      const [first] = issue.issues
      const longest =
        first?.code === 'too_big' ? words.atMost(words.characters(Number(first.maximum))) : undefined
      const key = String(address.at(-1) ?? '')
      return [
        {
          path,
          message: words.wrongKey,
          expected: longest ?? first?.message ?? issue.message,
          found: longest === undefined ? shown(key) : words.characters(key.length),
        },
      ]
    }
    case 'invalid_union':
      if (issue.discriminator !== undefined) {
        const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
        return [{ path, message: words.wrongValue, expected: words.oneOf(options), found: shown(value) }]
      }
      return unionIssues(schema, file, issue, found)
    default:
      return [{ path, message: words.wrongForm, expected: issue.message, found }]
  }
}

/** What the size of a value of this kind is called. */
function sizeWords(origin: string): { message: string; of: (size: number) => string } {
  if (origin === 'string') return { message: words.wrongLength, of: words.characters }
  return origin === 'array'
    ? { message: words.wrongCount, of: words.entries }
    : { message: words.outOfRange, of: String }
}

/** The size of a text or of what holds several things, in the words of its limit. */
function sizeOf(value: unknown, of: (size: number) => string): string | undefined {
  if (typeof value === 'string') return of(value.length)
  return typeof value === 'object' && value !== null ? of(Object.keys(value).length) : undefined
}

/** What is wrong within the one kind of value that was meant, else the kinds that there are. */
function unionIssues(
  schema: unknown,
  file: unknown,
  { errors, path }: z.core.$ZodIssueInvalidUnion,
  found: Lazy,
): Finding[] {
  const types = errors.map(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 ? first.expected : undefined,
  )
  const meant = errors[types.indexOf(undefined)]
  if (meant !== undefined)
    return meant.flatMap((inner) => schemaIssues(schema, file, { ...inner, path: [...path, ...inner.path] }))
  const expected = typesOf(types.filter((type) => type !== undefined))
  const at = pathOf(
    file,
    path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
  )
  return [{ path: at, message: words.wrongType, expected, found }]
}

function typesOf(types: readonly string[]): string {
  const known: Readonly<Record<string, string>> = words.types
  return words.either(types.map((type) => known[type] ?? type))
}

/** What to do with a part that only whole files have, or only derived ones. */
function partOfOtherKind(schema: unknown, key: string): string | undefined {
  if (schema === derivedSchema && Object.hasOwn(scenarioSchema.shape, key)) return words.underSet(key)
  return schema === scenarioSchema && Object.hasOwn(derivedSchema.shape, key) ? words.withBase : undefined
}

/** What to do with a key that another kind of the same value has, e.g. the mean of a load that is fixed. */
function keyOfOtherKind(file: unknown, address: Address, key: string): string | undefined {
  const value = valueAt(file, address)
  const kind = isRecord(value) ? value.kind : undefined
  const kinds = kindsWith(address, key)
  return typeof kind === 'string' && kinds.length > 0 && !kinds.includes(kind)
    ? words.keyOfOtherKind(key, kinds, kind)
    : undefined
}
