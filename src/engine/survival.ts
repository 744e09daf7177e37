/**
 * Survival: the chance that a load is still under way, tracked separately with and without a customs seal.
 */
import { MODE_NAMES, type ModelSpec } from './spec'

const AIR = MODE_NAMES.indexOf('air')

/**
 * Chances in [0, 1] that a load has come this far under a seal, and without one. Their sum is its survival.
 */
export interface Survivors {
  sealed: number
  open: number
}

/** Share of an organisation's loads that are sealed in a mode of carriage: only by road, rail and sea. */
export function sealedShareIn({ organisations }: ModelSpec, organisation: number, mode: number): number {
  return mode < AIR ? organisations.sealedShare[organisation] : 0
}

/** All loads at the start of a route. */
export function departing(spec: ModelSpec, organisation: number, mode: number): Survivors {
  const sealed = sealedShareIn(spec, organisation, mode)
  return { sealed, open: 1 - sealed }
}

export function survivalOf({ sealed, open }: Survivors): number {
  return sealed + open
}

/** Chance of coming this far and being open to search at a checkpoint, which may honour seals. */
export function exposedOf(survivors: Survivors, honoursSeals: boolean): number {
  return honoursSeals ? survivors.open : survivalOf(survivors)
}

/**
 * Removes the share `odds` of the loads that are open to search; returns the share of all loads lost here.
 */
export function loseExposed(survivors: Survivors, honoursSeals: boolean, odds: number): number {
  const before = survivalOf(survivors)
  survivors.open *= 1 - odds
  if (!honoursSeals) survivors.sealed *= 1 - odds
  return before - survivalOf(survivors)
}

/**
 * Removes the share `odds` of all loads, first from those that are open to search: the estimate of an
 * organisation that does not tell its sealed loads from the others.
 */
export function loseAverage(survivors: Survivors, honoursSeals: boolean, odds: number): void {
  if (!honoursSeals || survivors.sealed === 0) {
    loseExposed(survivors, false, odds)
    return
  }
  const left = survivors.open - odds * survivalOf(survivors)
  survivors.open = Math.max(0, left)
  survivors.sealed += Math.min(0, left)
}
