/** Hardening some of several equal routes: what those who know it and those who do not lose by it (model section 9). */
import { describe, it } from 'vitest'
import { checkpoint, parallel, specOf } from '../support/scenarios'
import { verifiedShare } from '../support/verification'
import { emptiedAfter, tallyOf } from '../support/worlds'

describe('N equal routes of which k are hardened', () => {
  const [N, p0, p1] = [6, 0.05, 0.45]
  const tallyWith = (k: number, changes: Parameters<typeof parallel>[1]) => {
    const checkpoints = Array.from({ length: N }, (_, i) =>
      checkpoint(`p${i}`, { interdictionOdds: i < k ? p1 : p0 }),
    )
    return tallyOf(emptiedAfter(specOf(parallel(checkpoints, changes)), 365))
  }
  const informed = { logitScale: 0.001, learning: { information: 'true-odds' as const } }
  // A prior worth a million crossings never gives way to experience.
  const uninformed = { logitScale: 1e7, learning: { priorWeight: 1_000_000 } }

  it.each([0, 1, 3, 5])('deliver 1 - p0 to informed traffickers while %i < N are hardened', (k) => {
    const { delivered, dispatched } = tallyWith(k, informed)
    verifiedShare(`${k} of 6 routes hardened, informed: share delivered`, delivered, dispatched, 1 - p0)
  })

  it('deliver 1 - p1 to informed traffickers once all are hardened', () => {
    const { delivered, dispatched } = tallyWith(N, informed)
    verifiedShare('6 of 6 routes hardened, informed: share delivered', delivered, dispatched, 1 - p1)
  })

  it.each([0, 2, 4, 6])('deliver 1 - p0 - (k/N)(p1 - p0) to the uninformed when %i are hardened', (k) => {
    const { delivered, dispatched } = tallyWith(k, uninformed)
    const share = 1 - p0 - (k / N) * (p1 - p0)
    verifiedShare(`${k} of 6 routes hardened, uninformed: share delivered`, delivered, dispatched, share)
  })
})
