/** Shown: the record and the frame on the page, which stay there while another run is computed. */
import type { DayFrame, RunRecord } from '../analysis'

export interface Shown {
  readonly record: RunRecord
  readonly frame: DayFrame | undefined
  /** False while the frame is still of the run before. */
  readonly isOfRecord: boolean
  /** The latest day that the clock has reached. */
  readonly furthest: number
}

/** What is shown once a run has arrived on a day. */
export function shownOn(day: number, frame: DayFrame | undefined, record: RunRecord, before?: Shown): Shown {
  const furthest = before?.record === record ? before.furthest : 0
  return { record, frame: frame ?? before?.frame, isOfRecord: true, furthest: Math.max(furthest, day) }
}

/** What is shown of a run that has just begun. */
export function shownFirst(record: RunRecord, frame: DayFrame | undefined): Shown {
  return { record, frame, isOfRecord: false, furthest: 0 }
}

/** Days of the record that the clock has reached. */
export function knownDays(shown: Shown | undefined): number {
  return Math.min(shown?.furthest ?? 0, shown?.record.days ?? 0)
}

/** Whether record and frame are of the same run and this day. */
export function isShownWhole(shown: Shown | undefined, day: number): boolean {
  if (shown === undefined) return false
  return shown.isOfRecord && shown.frame?.day === day && day <= shown.record.days
}
