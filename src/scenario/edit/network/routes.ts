/** Routes: adds them, and says which organisations use them. A scenario in, a checked scenario out (D10). */
import { text } from '../../../text'
import type { Scenario } from '../../schema'
import type { Edited } from '../edited'
import { withPrices } from '../prices'
import { type Added, refused, withParts } from './added'

const words = text.editing.issues

export interface NewRoute {
  /** Places in order, each pair joined by a leg, the last one a market. */
  readonly nodes: readonly string[]
  /** Id of the organisation that may use it. */
  readonly organisation: string
  readonly name?: string
}

/**
 * A route that an organisation may use from now on. Where the organisation has no supply at its start it gets
 * one like its first; where a price is missing on the way, that of the nearest place of the same kind is
 * taken.
 */
export function addRoute(scenario: Scenario, { nodes, organisation, name }: NewRoute): Added {
  const twin = scenario.routes.find((route) => route.nodes.join() === nodes.join())
  if (twin !== undefined)
    return refused(`routes.${twin.id}`, words.sameRoute(twin.name), words.otherPlaces, nodes)
  const nameOf = (id: string | undefined) => scenario.nodes.find((node) => node.id === id)?.name ?? ''
  const title = name ?? text.editing.routeName(nameOf(nodes[0]), nameOf(nodes.at(-1)))
  const id = numberedId('R', scenario.routes)
  const routes = [...scenario.routes, { id, name: title, nodes: [...nodes], weight: 1 }]
  const organisations = scenario.organisations.map((own) =>
    own.id === organisation ? { ...withSupplyAt(own, nodes[0] ?? ''), routes: [...own.routes, id] } : own,
  )
  return withParts(scenario, withPrices({ ...scenario, routes, organisations }, organisation, nodes), id)
}

/**
 * The route among those that an organisation may use, with a supply and prices as for a new one; or no longer
 * among them. A supply that would have no way out goes with it; refused where the organisation would have
 * none left.
 */
export function setRouteUser(scenario: Scenario, route: string, organisation: string, uses: boolean): Edited {
  const nodes = scenario.routes.find(({ id }) => id === route)?.nodes ?? []
  const start = nodes[0] ?? ''
  const organisations = scenario.organisations.map((own) => {
    if (own.id !== organisation || own.routes.includes(route) === uses) return own
    if (uses) return { ...withSupplyAt(own, start), routes: [...own.routes, route] }
    const left = { ...own, routes: own.routes.filter((id) => id !== route) }
    return hasWayFrom(scenario, left, start) ? left : withoutSupplyAt(left, start)
  })
  const idle = organisations.find(({ supply }) => supply.length === 0)
  if (idle !== undefined)
    return refused(`organisations.${idle.id}.routes`, words.lastWay(idle.name), words.anotherWay, idle.routes)
  const changed = { ...scenario, organisations }
  return withParts(scenario, uses ? withPrices(changed, organisation, nodes) : changed, route)
}

type OrganisationEntry = Scenario['organisations'][number]

function hasWayFrom({ routes }: Scenario, organisation: OrganisationEntry, source: string): boolean {
  if (organisation.generatedRoutes.count > 0) return true
  return routes.some(({ id, nodes }) => nodes[0] === source && organisation.routes.includes(id))
}

function withoutSupplyAt(organisation: OrganisationEntry, source: string): OrganisationEntry {
  return { ...organisation, supply: organisation.supply.filter((supply) => supply.source !== source) }
}

function withSupplyAt(organisation: OrganisationEntry, source: string): OrganisationEntry {
  const [first] = organisation.supply
  if (first === undefined || organisation.supply.some((supply) => supply.source === source))
    return organisation
  return { ...organisation, supply: [...organisation.supply, { ...first, source }] }
}

/**
 * The first of `R1`, `R2`, ... that none of the entries has. Charts name routes by their ids: they are short.
 */
function numberedId(letter: string, entries: readonly { readonly id: string }[]): string {
  const taken = new Set(entries.map(({ id }) => id))
  for (let n = 1; ; n++) if (!taken.has(`${letter}${n}`)) return `${letter}${n}`
}
