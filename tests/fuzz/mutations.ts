/** Mutations: one change of a document's structure or of its text. */
import type { Chance } from './chance'
import { oddNumber, oddText, oddValue } from './values'

type Holder = Record<string, unknown> | unknown[]

/** One value of a document: what holds it, and under which key. */
interface Spot {
  readonly holder: Holder
  readonly key: string
}

function spotsIn(document: unknown): Spot[] {
  const spots: Spot[] = []
  const visit = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null) return
    for (const key of Object.keys(holder)) {
      spots.push({ holder: holder as Holder, key })
      visit((holder as Record<string, unknown>)[key])
    }
  }
  visit(document)
  return spots
}

function found({ holder, key }: Spot): unknown {
  return (holder as Record<string, unknown>)[key]
}

/** Puts a value in a place, also under a key that would otherwise reach a prototype. */
function put({ holder, key }: Spot, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
}

function drop({ holder, key }: Spot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

type Mutation = (spot: Spot, spots: readonly Spot[], chance: Chance) => void

const MUTATIONS: readonly Mutation[] = [
  (spot, _, chance) => put(spot, oddValue(chance)),
  (spot) => drop(spot),
  // A number of the same kind is what the schema lets through.
  (spot, _, chance) => {
    const value = found(spot)
    if (typeof value === 'number') put(spot, chance.oneOf([oddNumber(chance), value * 2, value / 2, -value]))
    else if (typeof value === 'string') put(spot, oddText(chance))
    else if (typeof value === 'boolean') put(spot, !value)
  },
  // A value from elsewhere, e.g. the id of another kind of entry.
  (spot, spots, chance) => put(spot, structuredClone(found(chance.oneOf(spots)))),
  (spot, _, chance) => {
    const value = found(spot)
    if (Array.isArray(value)) value.push(structuredClone(value[chance.below(Math.max(1, value.length))]))
    else if (typeof value === 'object' && value !== null)
      put({ holder: value as Holder, key: oddText(chance) }, oddValue(chance))
  },
  (spot, _, chance) => {
    if (Array.isArray(spot.holder)) spot.holder.reverse()
    else {
      const value = found(spot)
      drop(spot)
      put({ holder: spot.holder, key: oddText(chance) }, value)
    }
  },
  // All that has one name has another: references stay whole.
  (spot, spots, chance) => {
    const name = found(spot)
    if (typeof name !== 'string') return
    const other = oddText(chance)
    for (const one of spots) if (found(one) === name) put(one, other)
  },
]

/** Changes a document in one place. */
export function mutate(document: unknown, chance: Chance): void {
  const spots = spotsIn(document)
  if (spots.length === 0) return
  chance.oneOf(MUTATIONS)(chance.oneOf(spots), spots, chance)
}

const PIECES = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\\u00',
  '\n',
  '\u0000',
  '\ufeff',
  '1e',
  '-',
  'null',
  '//',
]

/** A text with one piece put in, taken out, doubled or replaced. */
export function spoilt(text: string, chance: Chance): string {
  const from = chance.below(text.length + 1)
  const until = from + chance.below(chance.happens(0.5) ? 3 : 200)
  const piece = chance.oneOf([...PIECES, text.slice(from, until), String.fromCharCode(chance.below(0x3000))])
  return text.slice(0, from) + piece + text.slice(chance.happens(0.5) ? from : until)
}
