/** Mistakes that the schema finds, in the words of an author: where, what, expected, found. */
import type { z } from 'zod'
import { text } from '../text'
import { expectedName, type ScenarioIssue, shown } from './issue'
import { type Address, pathOf, valueAt } from './paths'

const words = text.issues

/** The issues of one finding of `schema` in `file`. */
export function schemaIssues(schema: unknown, file: unknown, issue: z.core.$ZodIssue): ScenarioIssue[] {
  const address = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  const path = pathOf(file, address)
  const value = valueAt(file, address)
  const found = shown(value)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: path === '' ? key : `${path}.${key}`,
        message: words.unknownKey(key),
        expected: expectedName(words.noSuchKey, key, knownKeysAt(schema, address)),
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
function knownKeysAt(root: unknown, address: Address): string[] {
  let schema = root
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
