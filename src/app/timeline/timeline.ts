/** Timeline: the transport of the run with the schedule of its interventions and operations. */
import type { Store } from '../../store'
import { text } from '../../text'
import type { Notices } from '../../ui'
import type { Player } from '../../watch'
import type { Action } from '../keys'
import { createSchedule } from './schedule'
import { createTransport, type Transport } from './transport'

export interface TimelineOptions {
  readonly store: Store
  readonly notices: Notices
  readonly player: Player
  readonly act: (action: Action) => void
  readonly changeSeed: (seed: string) => void
}

export function createTimeline({ store, notices, player, act, changeSeed }: TimelineOptions): Transport {
  return createTransport({
    player,
    schedule: createSchedule({ store, notices, today: () => player.day }),
    act,
    onSeed: changeSeed,
    onRecompute: () => store.recomputeRun(text.timeline.changes.recomputed),
  })
}
