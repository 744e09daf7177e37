/** Scene: what the charts show, the watched run on the day that is on show. */

import type { DayFrame, RunRecord } from '../../analysis'
import type { MapTarget } from '../../map'
import { plainText, text } from '../../text'
import { date } from '../../words'

export interface ChartScene {
  readonly title: string
  readonly record: RunRecord
  /** The frame of the day on show. */
  readonly frame: DayFrame
  /** Days that the clock has reached, and the last one of the run. */
  readonly known: number
  readonly horizon: number
}

/** What the charts do outside themselves. */
export interface ChartLinks {
  /** Highlights these on the map; an empty list clears the highlight. */
  readonly highlight: (targets: readonly MapTarget[]) => void
  readonly select: (target: MapTarget) => void
  readonly say: (message: string) => void
}

/** Name of a chart's files without ending: scenario, chart and day. */
export function fileNameOf(scene: ChartScene | undefined, chart: string): string {
  return scene === undefined ? chart : `${scene.record.spec.id}-${chart}-day-${scene.frame.day}`
}

/** Where the numbers come from: scenario, day and the digest that proves them. */
export function captionOf(scene: ChartScene | undefined): string {
  if (scene === undefined) return ''
  const { title, record, frame } = scene
  const when = date(record.spec.startEpochDay + frame.day)
  return plainText(text.charts.caption(title, frame.day, when, frame.digest))
}
