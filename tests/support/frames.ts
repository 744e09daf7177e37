/** Frames of a watched run in the same thread, and the record of its days. */

import type { DayFrame } from '../../src/analysis'
import { createRecord, type RunRecord } from '../../src/analysis/record/record'
import type { ModelSpec } from '../../src/engine'
import { createShipments, type UnderWay } from '../../src/watch/shipments'
import { createWatchedRun } from '../../src/workers/watched'

/** The frames of the start and of each day up to `days`. */
export function framesOf(spec: ModelSpec, days: number): DayFrame[] {
  const frames: DayFrame[] = []
  const answer = createWatchedRun((message) => {
    if (message.type === 'failed') throw new Error(message.message)
    if (message.type === 'frame') frames.push(message.frame)
  })
  answer({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: 'charts' })
  answer({ type: 'advance', generation: 1, days, digests: 'each' })
  return frames
}

export interface Recorded {
  readonly spec: ModelSpec
  readonly record: RunRecord
  readonly frames: readonly DayFrame[]
  readonly last: DayFrame
}

export function recorded(spec: ModelSpec, days: number): Recorded {
  const record = createRecord(spec)
  const frames = framesOf(spec, days)
  for (const frame of frames) record.add(frame)
  const last = frames.at(-1)
  if (last === undefined) throw new Error('the run answered no frame')
  return { spec, record, frames, last }
}

/** Shipments under way at the end of a day, followed through the frames from the first. */
export function underWayOn(frames: readonly DayFrame[], day: number): UnderWay[] {
  const shipments = createShipments()
  for (const frame of frames) {
    if (frame.shipments !== undefined) shipments.reset(frame.shipments)
    else if (frame.day <= day) shipments.take(frame.events)
  }
  return shipments.list()
}
