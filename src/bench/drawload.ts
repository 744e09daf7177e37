/** What the pages of the benchmark draw: one moment of a run, as plain data. */
import {
  createWorld,
  DEPARTED,
  type EventLog,
  forEachFact,
  MODE_NAMES,
  type ModelSpec,
  step,
  view,
} from '../engine'
import type { MapNetwork } from '../map/types'
import type { Scenario } from '../scenario'

export interface DrawLoad {
  readonly nodes: readonly { readonly lat: number; readonly lon: number }[]
  readonly legs: readonly Pick<MapNetwork['legs'][number], 'from' | 'to' | 'mode'>[]
  /** Kilograms that entered each directed leg in the last 30 days. */
  readonly kgPerMonth: readonly number[]
  /** Directed leg of each shipment in flight. */
  readonly shipmentLegs: readonly number[]
}

/** What the page of the peer offers; declared here, because its own package need not be installed. */
export interface PeerPage {
  /** Draws the load from now on, in every frame; resolves after the first. */
  play(load: DrawLoad): Promise<void>
}

declare global {
  interface Window {
    peerPage: PeerPage
  }
}

const MONTH_DAYS = 30

/** The network of a scenario, its flows and its shipments in flight at the end of `day`. */
export function drawLoadOf(scenario: Scenario, spec: ModelSpec, day: number): DrawLoad {
  const places = new Map(scenario.nodes.map((node) => [node.id, node]))
  const world = createWorld(spec, spec.seed, { watch: true })
  const grams = new Float64Array(spec.legs.ids.length)
  while (world.day < day) {
    const events = step(world)
    if (world.day > day - MONTH_DAYS) addDepartures(grams, events)
  }
  const { shipments } = view(world)
  return {
    nodes: spec.nodes.ids.map((id) => ({ lat: places.get(id)?.lat ?? 0, lon: places.get(id)?.lon ?? 0 })),
    legs: spec.legs.ids.map((_, i) => ({
      from: spec.legs.from[i] ?? 0,
      to: spec.legs.to[i] ?? 0,
      mode: MODE_NAMES[spec.legs.mode[i] ?? 0] ?? 'road',
    })),
    kgPerMonth: Array.from(grams, (value) => value / 1_000),
    shipmentLegs: [...shipments.leg.subarray(0, shipments.count)],
  }
}

function addDepartures(grams: Float64Array, events: EventLog): void {
  forEachFact(events, (fact) => {
    if (fact.kind === DEPARTED) grams[fact.leg] = (grams[fact.leg] ?? 0) + fact.grams
  })
}
