/** Learning: every review, organisations discount their experience, update perceived odds and revise route choice. */
import { chooseShares } from '../choice'
import { exp2 } from '../math'
import { candidateUtility, isRouteOpen } from '../routes'
import type { World } from '../world'

/** Phase 3. Between reviews only the openness of seasonal routes is followed. */
export function learning(world: World): void {
  const { reviewDays } = world.spec.assumptions
  const review = world.day % reviewDays === 0
  if (review) {
    if (world.day > 0) forget(world, reviewDays)
    perceive(world)
  }
  const { candidates, supplies } = world.spec
  for (let s = 0; s < supplies.organisation.length; s++) {
    let changed = review || world.revise
    const end = supplies.candidateStart[s + 1] as number
    for (let c = supplies.candidateStart[s] as number; c < end; c++) {
      const open = isRouteOpen(world, candidates.route[c] as number) ? 1 : 0
      if (open !== world.open[c]) changed = true
      world.open[c] = open
    }
    if (!changed) continue
    for (let c = supplies.candidateStart[s] as number; c < end; c++) {
      if (world.open[c] === 1) world.utility[c] = candidateUtility(world, c)
    }
    chooseShares(world, s)
  }
  world.revise = false
}

function forget(world: World, reviewDays: number): void {
  const { organisations, checkpoints } = world.spec
  const count = checkpoints.ids.length
  for (let o = 0; o < organisations.ids.length; o++) {
    const keep = exp2(-reviewDays / (organisations.memoryDays[o] as number))
    for (let i = o * count; i < (o + 1) * count; i++) {
      world.lost[i] = (world.lost[i] as number) * keep
      world.passed[i] = (world.passed[i] as number) * keep
    }
  }
}

/** Posterior mean of the seizure odds at every checkpoint (Beta-Bernoulli), with what allies share. */
function perceive(world: World): void {
  const { organisations, checkpoints } = world.spec
  const count = checkpoints.ids.length
  const total = organisations.ids.length
  for (let o = 0; o < total; o++) {
    const weight = organisations.priorWeight[o] as number
    const priorLost = weight * (organisations.priorOdds[o] as number)
    const alliance = organisations.alliance[o] as number
    const sharing = alliance < 0 ? 0 : (organisations.sharing[o] as number)
    for (let k = 0; k < count; k++) {
      let lost = world.lost[o * count + k] as number
      let passed = world.passed[o * count + k] as number
      for (let ally = 0; sharing > 0 && ally < total; ally++) {
        if (ally === o || organisations.alliance[ally] !== alliance) continue
        lost += sharing * (world.lost[ally * count + k] as number)
        passed += sharing * (world.passed[ally * count + k] as number)
      }
      world.perceived[o * count + k] = (lost + priorLost) / (lost + passed + weight)
    }
  }
}
