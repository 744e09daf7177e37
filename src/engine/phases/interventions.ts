/**
 * Interventions: on the day a regime begins, its parameters hold; organisations see the change and revise at
 * once.
 */
import { dailyPayCentsOf } from '../costs'
import { COSTS } from '../counters'
import { oddsTableOf } from '../odds'
import { forewarn } from '../patrols'
import { carryAnew, routeFactsOf } from '../routes'
import type { ModelSpec } from '../spec'
import type { World } from '../world'
import { setPrices } from './markets'

const PAY = COSTS.indexOf('pay')
const INTERVENTIONS = COSTS.indexOf('interventions')

/** Phase 1. Also books the day's pay of all officers. */
export function interventions(world: World): void {
  const { regimes } = world.plan
  for (let next = regimes[world.regimesBegun]; next !== undefined; next = regimes[world.regimesBegun]) {
    if (next.fromDay > world.day) break
    const { crews } = world.spec.organisations
    for (let o = 0; o < crews.length; o++) {
      world.crewsFree[o] += next.spec.organisations.crews[o] - crews[o]
    }
    adopt(world, next.spec)
    world.counters.costCents[INTERVENTIONS] += next.costCents
    world.regimesBegun++
    world.revise = true
    setPrices(world, world.day)
  }
  world.counters.costCents[PAY] += world.dailyPayCents
}

/** Makes another spec with the same entities hold from now on. */
function adopt(world: World, spec: ModelSpec): void {
  world.spec = spec
  world.odds = oddsTableOf(spec)
  carryAnew(world)
  world.routeFacts = routeFactsOf(spec, world.routes)
  world.dailyPayCents = dailyPayCentsOf(spec)
  forewarn(world.patrols, spec, world.key0, world.key1)
}

/** After a restore: the regime of the last completed day holds, without booking its cost again. */
export function resumeRegime(world: World): void {
  for (const regime of world.plan.regimes) {
    if (regime.fromDay >= world.day) return
    adopt(world, regime.spec)
    world.regimesBegun++
  }
}
