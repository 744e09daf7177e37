/** Protection: organisations buy posts where the expected loss exceeds the retainer; audits expose such deals (model section 4). */
import { drawBlock, Purpose, unitOf } from '../draw'
import { exp } from '../math'
import { usualMode } from '../odds'
import { siteAt } from '../processing'
import { trueLossAt } from '../routes'
import type { World } from '../world'

const DAYS_A_MONTH = 30
const CENTS = 100

/** At each review: what is bought until the next one. Part of phase 3. */
export function buyProtection(world: World, reviewDays: number): void {
  if (!world.tracksFlow) return
  for (let o = 0; o < world.spec.organisations.ids.length; o++) buyFor(world, o, reviewDays)
}

function buyFor(world: World, o: number, reviewDays: number): void {
  const { checkpoints, organisations } = world.spec
  const { bought, flowGrams, counters } = world
  const count = checkpoints.ids.length
  // Without a budget (any more) every deal ends.
  const budget = organisations.protectionBudgetUsd[o] as number
  const value = budget > 0 ? valueUsdPerKg(world, o) : 0
  const wishes: { k: number; retainer: number; ratio: number }[] = []
  const keep = exp(-reviewDays / DAYS_A_MONTH)
  for (let k = 0; k < count; k++) {
    const row = o * count + k
    const monthlyKg = (flowGrams[row] as number) / 1000
    const loss = monthlyKg * value * oddsAt(world, o, k)
    const retainer = checkpoints.protectionRetainer[k] as number
    if (budget > 0 && loss > retainer)
      wishes.push({ k, retainer, ratio: retainer === 0 ? Number.MAX_VALUE : loss / retainer })
    flowGrams[row] = (flowGrams[row] as number) * keep
    bought[row] = 0
  }
  wishes.sort((a, b) => b.ratio - a.ratio || a.k - b.k)
  let left = budget
  for (const { k, retainer } of wishes) {
    if (retainer > left) continue
    left -= retainer
    bought[o * count + k] = 1
    const cents = Math.floor((retainer * CENTS * reviewDays) / DAYS_A_MONTH + 0.5)
    counters.protectionCents[o] = (counters.protectionCents[o] as number) + cents
  }
}

/** Odds that organisation o expects at post k if it does not buy it: its experience, or the true ones of a road load. */
function oddsAt(world: World, o: number, k: number): number {
  const { checkpoints, organisations, supplies } = world.spec
  if (organisations.knowsTrueOdds[o] === 0) return world.perceived[o * checkpoints.ids.length + k] as number
  const commodity = supplies.commodity[supplies.organisation.indexOf(o)] as number
  return trueLossAt(world, o, commodity, k, usualMode(world.spec, k))
}

/** What a kilogram of supply is worth to the organisation: the best price at the end of a route, processing on the way considered. */
function valueUsdPerKg(world: World, o: number): number {
  const { candidates, supplies } = world.spec
  const { routes } = world
  let best = 0
  for (const [c, s] of candidates.supply.entries()) {
    const r = candidates.route[c] as number
    if (supplies.organisation[s] !== o || routes.end[r] === routes.start[r]) continue
    best = Math.max(best, endPriceOf(world, c))
  }
  return best
}

/** Price at the end of a candidate's route per kilogram dispatched, under the sites that work today; 0 without a price. */
function endPriceOf(world: World, c: number): number {
  const { candidates, commodities, nodes, processing, supplies } = world.spec
  const { routes } = world
  const r = candidates.route[c] as number
  const end = (routes.end[r] as number) + r
  let commodity = supplies.commodity[candidates.supply[c] as number] as number
  let yieldShare = 1
  for (let at = (routes.start[r] as number) + r; at <= end; at++) {
    const site = siteAt(world, routes.nodes[at] as number, commodity, world.day)
    if (site < 0) continue
    commodity = processing.output[site] as number
    yieldShare *= processing.yieldShare[site] as number
  }
  const price = commodities.priceUsdPerKg[
    commodity * nodes.ids.length + (routes.nodes[end] as number)
  ] as number
  return Number.isNaN(price) ? 0 : price * yieldShare
}

/** Once every 30 days each deal is exposed with the post's audit probability: deal lost, experience there back to the prior. */
export function audit(world: World): void {
  if (world.day === 0 || world.day % DAYS_A_MONTH !== 0) return
  const { checkpoints, organisations } = world.spec
  const count = checkpoints.ids.length
  for (const [row, isBought] of world.bought.entries()) {
    if (isBought === 0) continue
    const o = Math.floor(row / count)
    const k = row - o * count
    const month = world.day / DAYS_A_MONTH
    const [organisation, checkpoint] = [organisations.keys[o] as number, checkpoints.keys[k] as number]
    drawBlock(world.words, world.key0, world.key1, Purpose.audit, organisation, checkpoint, month)
    if (unitOf(world.words[0] as number) >= (checkpoints.integrityAudit[k] as number)) continue
    world.bought[row] = 0
    world.lost[row] = 0
    world.passed[row] = 0
    world.counters.exposures[k] = (world.counters.exposures[k] as number) + 1
  }
}
