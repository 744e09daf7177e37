/** Fields: the input part of a row, for the values of one place or several. */

import { isSameValue } from '../scenario'

/** A new value for all places of a setting, or a function from the old value of each place to its new one. */
export type Change = { readonly to: unknown } | { readonly by: (before: unknown) => unknown }

export type Report = (change: Change, final: boolean) => void

/** What was typed as a value, or what was expected in its place. */
export type Entered = { readonly to: unknown } | { readonly expected: string }

export interface Field {
  readonly element: HTMLElement
  /** Shows the values of all places, equal or not, and discards what was typed. */
  show(values: readonly unknown[]): void
  /** Parses what was typed; absent for fields that only offer choices. */
  readonly read?: (typed: string) => Entered
}

/** Whether values of several places differ. */
export function isMixture(values: readonly unknown[]): boolean {
  return values.some((value) => !isSameValue(value, values[0]))
}
