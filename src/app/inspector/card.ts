/** Card: what the inspector shows of one thing, and what it is made from. */
import type { DayFrame, LastSeizures } from '../../analysis'
import type { Fact, ModelSpec } from '../../engine'
import type { Scenario } from '../../scenario'
import type { Selection } from '../../store'
import type { StoryLine } from './story'

export interface InspectorView {
  readonly scenario: Scenario
  readonly spec: ModelSpec
  readonly selection: Selection | undefined
  readonly frame: DayFrame | undefined
  /** Kilograms per month on each directed leg. */
  readonly flows: Float64Array
  /** Grams of each candidate that entered these directed legs in the last 30 days. */
  readonly gramsOver: (legs: readonly number[]) => Float64Array
  /** Facts of the followed shipment, once they are known. */
  readonly story: readonly Fact[] | undefined
  readonly lastSeizures: LastSeizures
  /** Present hour of the run. */
  readonly hour: number
}

export interface CardFact {
  readonly label: string
  readonly value: string
}

interface Part {
  readonly title: string
  readonly facts: readonly CardFact[]
  readonly note: string
}

export interface Link {
  readonly name: string
  /** Text after the name that cannot be chosen. */
  readonly detail?: string
  readonly selection: Selection
}

export interface Card {
  readonly title: string
  readonly subtitle: string
  /** Path of the entry in the scenario. */
  readonly path: string
  readonly parts: readonly Part[]
  /** What happened, one sentence each. */
  readonly story: readonly StoryLine[]
  readonly links: readonly { readonly title: string; readonly items: readonly Link[] }[]
  readonly note: string
}
