/** Following: the shipment that the person follows, its name in the store, and its events as the run brings them. */

import type { DayFrame } from '../analysis'
import type { Selection } from '../store'
import type { ShipmentName } from '../workers'
import { eventsOf, type FromRunWorker, type StoryEvent } from '../workers'

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')

/** A shipment and a day on which it was under way. */
interface Seen extends ShipmentName {
  readonly day: number
}

/** Selection of a shipment: its key in 16 hex digits and a day on which it was under way. */
export function shipmentSelection({
  shipmentA,
  shipmentB,
  hour,
}: ShipmentName & { readonly hour: number }): Selection {
  return { kind: 'shipment', id: `${hex(shipmentA)}${hex(shipmentB)}-${Math.floor(hour / 24)}` }
}

/** The shipment that is selected; undefined where none is. */
export function shipmentOf(selection: Selection | undefined): Seen | undefined {
  if (selection?.kind !== 'shipment') return undefined
  const [, a, b, day] = /^([0-9a-f]{8})([0-9a-f]{8})-(\d+)$/.exec(selection.id) ?? []
  if (a === undefined || b === undefined) return undefined
  return { shipmentA: Number.parseInt(a, 16) | 0, shipmentB: Number.parseInt(b, 16) | 0, day: Number(day) }
}

/** Whether two selections are of the same thing; the day on which a shipment was chosen does not matter. */
export function isSameSelection(a: Selection | undefined, b: Selection | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind) return a === b
  const [one, other] = [shipmentOf(a), shipmentOf(b)]
  if (one === undefined || other === undefined) return a.id === b.id
  return one.shipmentA === other.shipmentA && one.shipmentB === other.shipmentB
}

export interface Following {
  /** Events so far, in order; undefined until the run has been searched for them. */
  readonly events: readonly StoryEvent[] | undefined
  follow(shipment: Seen | undefined): void
  /** The run was changed or moved in time: its past is to be searched again. */
  askAgain(): void
  takeStory(story: Extract<FromRunWorker, { type: 'story' }>): void
  takeDay(frame: DayFrame): void
}

export function createFollowing(tell: (shipment: ShipmentName, day: number) => void): Following {
  let shipment: Seen | undefined
  let events: StoryEvent[] | undefined
  /** Days of the run that `events` cover. */
  let days = 0

  function ask(): void {
    if (shipment !== undefined) tell(shipment, shipment.day)
  }

  return {
    get events() {
      return events
    },
    follow(next) {
      shipment = next
      events = undefined
      ask()
    },
    askAgain: ask,
    takeStory(story) {
      if (story.shipmentA !== shipment?.shipmentA || story.shipmentB !== shipment.shipmentB) return
      events = story.events
      days = story.days
    },
    takeDay(frame) {
      if (shipment === undefined || events === undefined || frame.day !== days + 1) return
      days = frame.day
      events.push(...eventsOf(frame.events, shipment))
    },
  }
}
