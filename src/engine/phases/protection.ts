/**
 * Protection: organisations buy checkpoints where the expected loss exceeds the retainer; audits expose such
 * deals (model section 4).
 */
import { DAYS_A_MONTH } from '../calendar'
import { drawBlock, Purpose, unitOf } from '../draw'
import { exp } from '../math'
import { usualMode } from '../odds'
import { priceAt } from '../prices'
import { siteAt } from '../processing'
import { trueLossAt } from '../risk'
import { isTie, sortByLargest } from '../ties'
import { CENTS_PER_USD, GRAMS_PER_KG, rounded } from '../units'
import type { World } from '../world'

/** Part of phase 3: decides at each review which checkpoints are bought until the next one. */
export function buyProtection(world: World, reviewDays: number): void {
  if (!world.tracksFlow) return
  for (let o = 0; o < world.spec.organisations.ids.length; o++) buyFor(world, o, reviewDays)
}

function buyFor(world: World, o: number, reviewDays: number): void {
  const { checkpoints, organisations } = world.spec
  const { bought, counters } = world
  const count = checkpoints.ids.length
  // Without a budget every deal ends.
  const budget = organisations.protectionBudgetUsd[o]
  const values = valuesUsdPerKg(world, o)
  const wishes: { k: number; retainer: number; ratio: number }[] = []
  for (let k = 0; k < count; k++) {
    const loss = expectedLossUsd(world, o, k, values, reviewDays)
    const retainer = checkpoints.protectionRetainer[k]
    if (budget > 0 && loss > retainer && !isTie(loss, retainer, loss))
      wishes.push({ k, retainer, ratio: retainer === 0 ? Number.MAX_VALUE : loss / retainer })
    bought[o * count + k] = 0
  }
  sortByLargest(
    wishes,
    ({ ratio }) => ratio,
    ({ k }) => k,
  )
  let left = budget
  for (const { k, retainer } of wishes) {
    if (retainer > left && !isTie(retainer, left, budget)) continue
    left -= retainer
    bought[o * count + k] = 1
    const cents = rounded((retainer * CENTS_PER_USD * reviewDays) / DAYS_A_MONTH)
    counters.protectionCents[o] += cents
  }
}

/**
 * USD that organisation o expects to lose at checkpoint k in a month without a deal, over all commodities.
 * Discounts the flow; a steady flow counts as that of 30 days, whatever the time between reviews.
 */
function expectedLossUsd(
  world: World,
  o: number,
  k: number,
  values: Float64Array,
  reviewDays: number,
): number {
  const { flowGrams, spec } = world
  const keep = exp(-reviewDays / DAYS_A_MONTH)
  const kgPerGram = ((1 - keep) * DAYS_A_MONTH) / reviewDays / GRAMS_PER_KG
  const first = (o * spec.checkpoints.ids.length + k) * values.length
  let loss = 0
  for (let commodity = 0; commodity < values.length; commodity++) {
    const grams = flowGrams[first + commodity]
    if (grams === 0) continue
    loss += grams * kgPerGram * values[commodity] * oddsAt(world, o, k, commodity)
    flowGrams[first + commodity] = grams * keep
  }
  return loss
}

/**
 * Odds that organisation o expects at checkpoint k without a deal: from experience, or true ones in its usual
 * mode.
 */
function oddsAt(world: World, o: number, k: number, commodity: number): number {
  const { checkpoints, organisations } = world.spec
  if (organisations.knowsTrueOdds[o] === 0) return world.perceived[o * checkpoints.ids.length + k]
  return trueLossAt(world, o, commodity, k, usualMode(world.spec, k))
}

/**
 * Worth of a kilogram of each commodity to organisation o: the best of today's prices at the ends of its
 * routes.
 */
function valuesUsdPerKg(world: World, o: number): Float64Array {
  const { candidates, commodities } = world.spec
  const { routes } = world
  const values = new Float64Array(commodities.ids.length)
  for (const [c, owner] of candidates.organisation.entries()) {
    const r = candidates.route[c]
    if (owner === o && routes.end[r] !== routes.start[r]) raiseValues(world, c, values)
  }
  return values
}

/**
 * Raises the values of all commodities that a load of candidate c becomes on its way to what they yield at
 * the end.
 */
function raiseValues(world: World, c: number, values: Float64Array): void {
  const { candidates, processing } = world.spec
  const { routes } = world
  const r = candidates.route[c]
  const end = routes.end[r] + r
  let commodity = candidates.commodity[c]
  const stages = [{ commodity, yieldShare: 1 }]
  for (let at = routes.start[r] + r; at <= end; at++) {
    const site = siteAt(world, routes.nodes[at], commodity, world.day)
    if (site < 0) continue
    commodity = processing.output[site]
    stages.push({ commodity, yieldShare: processing.yieldShare[site] })
  }
  let worth = priceAt(world, commodity, routes.nodes[end])
  if (Number.isNaN(worth)) return
  for (const { commodity: held, yieldShare } of stages.reverse()) {
    values[held] = Math.max(values[held], worth)
    worth *= yieldShare
  }
}

/**
 * Once a month each deal is exposed with the checkpoint's audit probability: it ends, and experience there is
 * lost.
 */
export function audit(world: World): void {
  if (world.day === 0 || world.day % DAYS_A_MONTH !== 0) return
  const { checkpoints, organisations } = world.spec
  const count = checkpoints.ids.length
  for (const [row, isBought] of world.bought.entries()) {
    if (isBought === 0) continue
    const o = Math.floor(row / count)
    const k = row - o * count
    const month = world.day / DAYS_A_MONTH
    const [organisation, checkpoint] = [organisations.keys[o], checkpoints.keys[k]]
    drawBlock(world.words, world.key0, world.key1, Purpose.audit, organisation, checkpoint, month)
    if (unitOf(world.words[0]) >= checkpoints.integrityAudit[k]) continue
    world.bought[row] = 0
    world.lost[row] = 0
    world.passed[row] = 0
    world.counters.exposures[k]++
  }
}
