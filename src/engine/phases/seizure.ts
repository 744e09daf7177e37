/** Seizure: what follows when a shipment is taken, by a checkpoint or by a patrol. */
import { pushEvent } from '../events'
import { CANDIDATE, GRAMS, KEY_A, KEY_B, PROGRESS } from '../fleet'
import { commodityOf } from '../processing'
import type { World } from '../world'
import { arrestCrew } from './justice'

/**
 * Books the loss of the shipment at pool offset `at` at a node, arrests its crew and buys replacements for
 * tomorrow.
 */
export function seize(world: World, at: number, node: number, convicted: boolean): void {
  const { counters, fleet, patrols, spec } = world
  const { pool } = fleet
  const candidate = pool[at + CANDIDATE]
  const grams = pool[at + GRAMS]
  const supply = spec.candidates.supply[candidate]
  const organisation = spec.candidates.organisation[candidate]
  fleet.count--
  fleet.grams -= grams
  counters.seized[candidate]++
  counters.seizedGrams[candidate] += grams
  if (patrols.exist) patrols.seizedToday[node] += grams
  const replaced = Math.floor(grams * spec.organisations.replaceSeizures[organisation])
  world.replacedGrams[supply] += replaced
  arrestCrew(world, organisation, convicted)
}

/** Adds the shipment's grams to a table `[row * commodityCount + commodity]` of seized grams. */
export function bookSeized(world: World, table: Float64Array, row: number, at: number): void {
  const { pool } = world.fleet
  const commodity = commodityOf(world, pool[at + CANDIDATE], pool[at + PROGRESS])
  const cell = row * world.spec.commodities.ids.length + commodity
  table[cell] += pool[at + GRAMS]
}

/** Logs a fact in a watched world. `place` is a checkpoint, or a node for a patrol. */
export function logFact(world: World, kind: number, hour: number, place: number, at: number): void {
  if (world.log === undefined) return
  const { pool } = world.fleet
  pushEvent(
    world.log,
    kind,
    hour,
    hour,
    place,
    pool[at + CANDIDATE],
    pool[at + GRAMS],
    pool[at + KEY_A],
    pool[at + KEY_B],
  )
}
