/** Following: the facts of the selected shipment, from its past and as new days arrive. */
import type { DayFrame } from '../analysis'
import { type Fact, factsOf } from '../engine'
import type { ShipmentSelection } from '../store'
import type { FromRunWorker } from '../workers'

export interface Following {
  /** Facts so far, in order; undefined until the run has been searched for them. */
  readonly facts: readonly Fact[] | undefined
  follow(shipment: ShipmentSelection | undefined): void
  /** The run was changed or moved in time: search its past again. */
  askAgain(): void
  takeStory(story: FromRunWorker<'story'>): void
  takeDay(frame: DayFrame): void
}

/** `ask` asks for the facts of a shipment so far; `takeStory` receives them. */
export function createFollowing(ask: (shipment: ShipmentSelection) => void): Following {
  let followed: ShipmentSelection | undefined
  let facts: Fact[] | undefined
  /** Days of the run that `facts` cover. */
  let days = 0

  function askAgain(): void {
    if (followed !== undefined) ask(followed)
  }

  return {
    get facts() {
      return facts
    },
    follow(shipment) {
      followed = shipment
      facts = undefined
      askAgain()
    },
    askAgain,
    takeStory(story) {
      const { a, b } = story.shipment
      if (a !== followed?.shipment.a || b !== followed.shipment.b) return
      facts = [...story.facts]
      days = story.days
    },
    takeDay(frame) {
      if (followed === undefined || facts === undefined || frame.day !== days + 1) return
      days = frame.day
      facts.push(...factsOf(frame.events, followed.shipment))
    },
  }
}
