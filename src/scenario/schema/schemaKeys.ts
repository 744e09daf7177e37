/**
 * What the schema says of a place in a document: the names that may stand there, and the defaults of what is
 * left out.
 */
import { z } from 'zod'
import { ownValue } from '../entries'
import { scenarioSchema } from '.'

/** Keys from the root of a document to one value. */
type Keys = readonly (string | number)[]

interface Definition {
  readonly type?: string
  readonly innerType?: unknown
  readonly element?: unknown
  readonly checks?: readonly z.core.$ZodCheck<unknown[]>[]
  readonly valueType?: unknown
  readonly shape?: Readonly<Record<string, unknown>>
  readonly options?: readonly unknown[]
  readonly defaultValue?: unknown
  readonly values?: readonly unknown[]
}

function definitionOf(schema: unknown): Definition | undefined {
  return (schema as { def?: Definition } | undefined)?.def
}

/** The definition under optional and default values. */
function unwrapped(schema: unknown): Definition | undefined {
  const definition = definitionOf(schema)
  return definition?.innerType === undefined ? definition : unwrapped(definition.innerType)
}

/** Definitions that a value at an address may have: one, or one for each option of a union. */
function definitionsAt(root: unknown, address: Keys): Definition[] {
  let schemas: unknown[] = [root]
  for (const key of address) {
    schemas = schemas.flatMap(optionsOf).flatMap(({ element, shape, valueType }) => {
      const inner = typeof key === 'number' ? element : (valueType ?? ownValue(shape ?? {}, key))
      return inner === undefined ? [] : [inner]
    })
  }
  return schemas.flatMap(optionsOf)
}

function optionsOf(schema: unknown): Definition[] {
  const definition = unwrapped(schema)
  if (definition === undefined) return []
  return definition.options === undefined ? [definition] : definition.options.flatMap(optionsOf)
}

/** The schemas of a part that is a list: of each of its entries, and of their number. */
interface ListSchema {
  readonly entry: z.ZodType
  readonly length: z.ZodType
}

const lists = new Map<string, ListSchema | undefined>()

/** Undefined for parts that are no lists. */
export function listSchemaOf(part: string): ListSchema | undefined {
  if (!lists.has(part)) lists.set(part, readList(part))
  return lists.get(part)
}

function readList(part: string): ListSchema | undefined {
  const { element, checks = [] } = unwrapped(ownValue<unknown>(scenarioSchema.shape, part)) ?? {}
  return element === undefined
    ? undefined
    : { entry: element as z.ZodType, length: z.array(z.unknown()).check(...checks) }
}

/** A record with its keys in the order of a schema, those unknown to it last. */
export function inOrderOf<T extends object>(shape: object, record: T): T {
  const known = Object.keys(shape).filter((key) => Object.hasOwn(record, key))
  return { ...Object.fromEntries(known.map((key) => [key, undefined])), ...record }
}

/** Names that `root` knows for the object at an address; those of a record are free and not among them. */
export function knownKeysAt(root: unknown, address: Keys): string[] {
  return [...new Set(definitionsAt(root, address).flatMap(({ shape }) => Object.keys(shape ?? {})))]
}

/** Kinds of the value at an address of a scenario that have a key, where it is one of several kinds. */
export function kindsWith(address: Keys, key: string): string[] {
  const kinds = definitionsAt(scenarioSchema, address)
  if (kinds.length < 2) return []
  return kinds
    .filter(({ shape }) => shape !== undefined && Object.hasOwn(shape, key))
    .flatMap(({ shape }) => definitionOf(shape?.kind)?.values ?? [])
    .map(String)
}

/** Whether an object of a scenario may have a value of this name at an address. */
export function mayHold(address: Keys, name: string): boolean {
  if (name === '__proto__') return false
  return definitionsAt(scenarioSchema, address).some(
    ({ shape, valueType }) => valueType !== undefined || (shape !== undefined && Object.hasOwn(shape, name)),
  )
}

/** Whether a scenario has nothing but texts at an address. */
export function isText(address: Keys): boolean {
  const definitions = definitionsAt(scenarioSchema, address)
  return definitions.length > 0 && definitions.every(({ type }) => type === 'string')
}

/** A document with the defaults of everything that it leaves out, whether or not the rest of it is right. */
export function withDefaults(document: unknown, schema: unknown = scenarioSchema): unknown {
  const definition = definitionOf(schema)
  if (definition?.innerType !== undefined) {
    const value = document === undefined ? definition.defaultValue : document
    return withDefaults(value, definition.innerType)
  }
  const { element, shape, valueType } = definition ?? {}
  if (Array.isArray(document)) return document.map((entry) => withDefaults(entry, element))
  if (typeof document !== 'object' || document === null) return document
  const inner = Object.entries(document).map(([key, value]) => [
    key,
    withDefaults(value, valueType ?? ownValue(shape ?? {}, key)),
  ])
  const missing = Object.entries(shape ?? {})
    .filter(([key]) => !Object.hasOwn(document, key))
    .map(([key, child]) => [key, withDefaults(undefined, child)])
    .filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(missing), ...Object.fromEntries(inner) }
}
