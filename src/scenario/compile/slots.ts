/** Slots: room for routes that organisations find in the course of a run. */
import { slotsFor } from '../../engine'
import { text } from '../../text'
import type { Scenario } from '../schema'
import { byId } from './entities'

/** Room for a route that an organisation finds for a supply; the owner is the supply's id. */
export interface Slot {
  readonly id: string
  readonly name: string
  readonly owner: string
}

/** Slots for the routes that organisations find, as many as any of these states of one scenario asks for. */
export function slotsOf(states: readonly [Scenario, ...Scenario[]]): Slot[] {
  const [{ organisations, commodities, nodes }] = states
  const [loads, sources] = [namesOf(commodities), namesOf(nodes)]
  const wanted = routesWantedIn(states)
  return byId(organisations).flatMap(({ id, name, supply }) => {
    const length = slotsFor(wanted.get(id) ?? 0)
    return supply.flatMap(({ commodity, source }) => {
      const owner = `${id}/${commodity}/${source}`
      const [load, from] = [loads.get(commodity) ?? commodity, sources.get(source) ?? source]
      return Array.from({ length }, (_, i) => ({
        id: `generated:${owner}/${String(i).padStart(2, '0')}`,
        name: text.map.foundRoute(name, load, from, i + 1),
        owner,
      }))
    })
  })
}

function namesOf(entries: readonly { readonly id: string; readonly name: string }[]): Map<string, string> {
  return new Map(entries.map(({ id, name }) => [id, name]))
}

/** The most routes that each organisation asks for in any of the states. */
function routesWantedIn(states: readonly Scenario[]): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>()
  for (const organisations of new Set(states.map((state) => state.organisations)))
    for (const { id, generatedRoutes } of organisations)
      wanted.set(id, Math.max(wanted.get(id) ?? 0, generatedRoutes.count))
  return wanted
}
