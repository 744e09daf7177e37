/**
 * Hidden changes: dated changes that leave no trace in the run, because others override them or because
 * nothing is left to change.
 */
import { changedValue, type DatedChange } from '../interventions'
import type { Address } from '../paths'
import type { ParameterRow } from '../schema/parameters'

/** One change among those that apply to a place on a day, with the value that it finds there. */
interface Link {
  readonly dated: DatedChange
  readonly row: ParameterRow
  readonly before: unknown
}

/** Gathers what changes do at each place, day by day. */
export interface Traces {
  /** All that applies to any place comes again. */
  restart(): void
  /** A change finds a value at a place. Changes come in the order in which they apply. */
  add(dated: DatedChange, address: Address, row: ParameterRow, before: unknown): void
  /** The day is complete. */
  endDay(): void
  /**
   * What a change that was applied somewhere came to: `shown`, `overridden` by others, or `idle`, as the
   * values stood there already.
   */
  fateOf(dated: DatedChange): 'shown' | 'overridden' | 'idle' | undefined
}

export function createTraces(): Traces {
  const chains = new Map<string, Link[]>()
  /** Chains to which the day has added. */
  const fresh = new Set<readonly Link[]>()
  const fates = new Map<DatedChange, 'shown' | 'overridden' | 'idle'>()
  return {
    add(dated, address, row, before) {
      const place = address.join('\n')
      const chain = chains.get(place) ?? []
      chains.set(place, chain)
      chain.push({ dated, row, before })
      fresh.add(chain)
    },
    restart: () => chains.clear(),
    endDay() {
      for (const chain of fresh) judge(chain, fates)
      fresh.clear()
    },
    fateOf: (dated) => fates.get(dated),
  }
}

/**
 * A change shows when the place would end the day with another value without it; only the last `set` and what
 * follows it can.
 */
function judge(chain: readonly Link[], fates: Map<DatedChange, 'shown' | 'overridden' | 'idle'>): void {
  const lastSet = chain.findLastIndex(({ dated }) => dated.change.set !== undefined)
  const end = chain[0] === undefined ? undefined : valueAfter(chain, 0, chain[0].before)
  for (const [i, { dated, row, before }] of chain.entries()) {
    const fate = fates.get(dated) ?? 'idle'
    if (fate === 'shown') continue
    const isIdle = same(changedValue(row, before, dated.change), before)
    const shows = !isIdle && i >= lastSet && !same(valueAfter(chain, i + 1, before), end)
    fates.set(dated, shows ? 'shown' : isIdle ? fate : 'overridden')
  }
}

/** What the links from one on make of a value. */
function valueAfter(chain: readonly Link[], from: number, value: unknown): unknown {
  let after = value
  for (let i = from; i < chain.length; i++) {
    const link = chain[i]
    if (link !== undefined) after = changedValue(link.row, after, link.dated.change)
  }
  return after
}

/** Whether two values of a parameter are the same; months are a set. */
function same(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.toSorted().join() === b.toSorted().join())
}
