/** Legs: how a directed leg is called. */
import type { ModelSpec } from '../engine'
import { text } from '../text'

/** Name of a directed leg by its ends. */
export function legName({ nodes, legs }: ModelSpec, leg: number): string {
  const nameAt = (ends: Int32Array) => nodes.names[ends[leg] as number] ?? ''
  return text.page.inspector.direction(nameAt(legs.from), nameAt(legs.to))
}
