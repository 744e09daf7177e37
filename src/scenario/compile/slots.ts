/** Slots: room for routes that organisations find in the course of a run. */
import { text } from '../../text'
import type { Scenario } from '../schema'
import { byId } from './entities'

/** Room for a route that an organisation finds for a supply; the owner is the supply's id. */
export interface Slot {
  readonly id: string
  readonly name: string
  readonly owner: string
}

/**
 * Slots for routes that organisations find: twice their number and two, so that loads still under way keep their route. The number
 * is the largest that any of these states of one scenario asks for.
 */
export function slotsOf(states: readonly [Scenario, ...Scenario[]]): Slot[] {
  const [{ organisations, commodities, nodes }] = states
  return byId(organisations).flatMap(({ id, name, supply }) => {
    const count = Math.max(...states.map((state) => routesWantedBy(state, id)))
    const length = count === 0 ? 0 : 2 * count + 2
    return supply.flatMap(({ commodity, source }) => {
      const owner = `${id}/${commodity}/${source}`
      const [load, from] = [nameIn(commodities, commodity), nameIn(nodes, source)]
      return Array.from({ length }, (_, i) => ({
        id: `generated:${owner}/${String(i).padStart(2, '0')}`,
        name: text.map.foundRoute(name, load, from, i + 1),
        owner,
      }))
    })
  })
}

function nameIn(entries: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.name ?? id
}

function routesWantedBy(scenario: Scenario, organisation: string): number {
  return scenario.organisations.find(({ id }) => id === organisation)?.generatedRoutes.count ?? 0
}
