/** Fields: the inner part of a row, for one value or for those of several places. */

import { isSameValue } from '../scenario'

/** A new value for all places of a setting, or a way from the old value of each place to its new one. */
export type Change = { readonly to: unknown } | { readonly by: (before: unknown) => unknown }

export type Report = (change: Change, final: boolean) => void

/** What was typed as a value, or what was expected in its place. */
export type Entered = { readonly to: unknown } | { readonly expected: string }

export interface Field {
  readonly element: HTMLElement
  /** Shows the values of all places, alike or not, in place of what was typed. */
  show(values: readonly unknown[]): void
  /** Reads what was typed; fields that only choose have nothing to read. */
  readonly read?: (typed: string) => Entered
}

/** Whether values of several places differ. */
export function isMixture(values: readonly unknown[]): boolean {
  return values.some((value) => !isSameValue(value, values[0]))
}
