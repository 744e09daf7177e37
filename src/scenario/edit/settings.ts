/** Settings: reading and changing one or many values of a scenario by path, checked at once. */
import { text } from '../../text'
import { asMistakes, expectedName, shown, withMore } from '../check/issue'
import { applied, pathOf, resolvePath, valueAt } from '../paths'
import type { Scenario } from '../schema'
import { parameterAt } from '../schema/parameters'
import { isText } from '../schema/schemaKeys'
import { type Edited, editedFrom } from './edited'

/**
 * Concrete paths of all places that a path leads to, a value that may be set later included; none where it
 * leads nowhere.
 */
export function placesAt(scenario: Scenario, path: string): string[] {
  const resolved = resolvePath(scenario, path, true)
  return resolved.ok ? resolved.addresses.map((address) => pathOf(scenario, address)) : []
}

/** The value at a path that leads to one place; undefined when there is none. */
export function getAt(scenario: Scenario, path: string): unknown {
  const resolved = resolvePath(scenario, path)
  const [address] = resolved.ok ? resolved.addresses : []
  return address === undefined ? undefined : valueAt(scenario, address)
}

/**
 * The scenario with another value at every place that the path leads to; `undefined` removes an optional
 * value.
 */
export function setAt(scenario: Scenario, path: string, value: unknown): Edited {
  return setAll(scenario, [[path, value]])
}

/**
 * The value that somebody typed for a path: the text itself where only a text may stand, else JSON where it
 * is JSON.
 */
export function typedValue(scenario: Scenario, path: string, typed: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(typed)
  } catch {
    return typed
  }
  const resolved = resolvePath(scenario, path, true)
  const wantsText = resolved.ok && resolved.addresses.length > 0 && resolved.addresses.every(isText)
  return wantsText && typeof value !== 'string' ? typed : value
}

/** Several settings in order, checked together. */
export function setAll(
  scenario: Scenario,
  settings: readonly (readonly [path: string, value: unknown])[],
): Edited {
  const { document, issues: lost, excess } = applied(scenario, settings)
  const issues = [...lost, ...excess]
  const edited = editedFrom(scenario, document)
  if (edited.ok && issues.length === 0) return edited
  return withMore(
    asMistakes([...issues, ...(edited.ok ? [] : edited.issues)]),
    edited.ok ? 0 : edited.unlisted,
  )
}

/** The scenario with one of its variants applied. */
export function withVariant(scenario: Scenario, id: string): Edited {
  const variant = scenario.variants.find((candidate) => candidate.id === id)
  if (variant === undefined) return unknown('variants', id, scenario.variants, text.issues.noVariants)
  return setAll(scenario, Object.entries(variant.set))
}

/** The scenario with one of its interventions or operations switched on. */
export function withEvent(scenario: Scenario, id: string): Edited {
  const has = (list: readonly { readonly id: string }[]) => list.some((event) => event.id === id)
  if (has(scenario.interventions)) return setAt(scenario, `interventions.${id}.enabled`, true)
  if (has(scenario.operations)) return setAt(scenario, `operations.${id}.enabled`, true)
  const events = [...scenario.interventions, ...scenario.operations]
  return unknown('interventions', id, events, text.issues.noEvents)
}

/** `none`: what is expected where there is nothing to choose from. */
function unknown(list: string, id: string, known: readonly { readonly id: string }[], none: string): Edited {
  const ids = known.map((entry) => entry.id)
  const path = `${list}.${id}`
  const message = text.issues.pathMatchesNothing(path)
  const expected = ids.length === 0 ? none : expectedName(text.issues.oneOf(ids), id, ids)
  return asMistakes([{ path, message, expected, found: shown(id) }])
}

/** Digits that a fitted value keeps. */
const FITTED_DIGITS = 4

/**
 * Values of free parameters times their factors, within each parameter's range, by path; rounded to four
 * digits.
 */
export function scaledValues(
  scenario: Scenario,
  factors: readonly number[],
): (readonly [path: string, value: number])[] {
  return scenario.freeParameters.flatMap(({ paths }, p) =>
    paths.flatMap((path) => {
      const resolved = resolvePath(scenario, path)
      return (resolved.ok ? resolved.addresses : []).flatMap((address) => {
        const row = parameterAt(address)
        const value = Number(
          (Number(valueAt(scenario, address)) * (factors[p] ?? 1)).toPrecision(FITTED_DIGITS),
        )
        const within = Math.min(row?.max ?? value, Math.max(row?.min ?? value, value))
        return [[pathOf(scenario, address), within] as const]
      })
    }),
  )
}
