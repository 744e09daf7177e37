/** Which facts belong to an entity of a group of measures. */
import { MODE_NAMES } from '../../../src/engine'
import type { Fact } from './facts'
import type { Ledger } from './ledger'
import { modeOfLegs } from './rules'

export type Which = (fact: Fact) => boolean

export const all: Which = () => true
export const byCheckpoint: Which = ({ checkpoint }) => checkpoint >= 0
export const byPatrol: Which = ({ checkpoint }) => checkpoint < 0

/** What a country, a market or a place is asked for one commodity: `id/commodity`. */
export const halves = (pair: string): [id: string, commodity: string] => {
  const at = pair.lastIndexOf('/')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

/** Loads of a listed route, or of all that were found. */
export function onRoute({ spec }: Ledger, id: string): Which {
  const { ids, isGenerated } = spec.routes
  return ({ candidate }) => {
    const r = spec.candidates.route[candidate] ?? -1
    return id === 'generated' ? isGenerated[r] === 1 : isGenerated[r] === 0 && ids[r] === id
  }
}

/** Loads of what set out as a commodity. */
export const setOutAs =
  ({ spec }: Ledger, id: string): Which =>
  ({ candidate }) =>
    spec.commodities.ids[spec.candidates.commodity[candidate] ?? -1] === id

export function ofOrganisation({ spec }: Ledger, id: string): Which {
  const o = spec.organisations.ids.indexOf(id)
  return ({ candidate, organisation }) =>
    candidate < 0 ? organisation === o : spec.candidates.organisation[candidate] === o
}

/** Loads carried in a mode: that of a found way follows from its legs. */
export function byMode({ spec, world: { routes } }: Ledger, id: string): Which {
  const modes = [...spec.candidates.route].map((r) => {
    const way = [...routes.legs.subarray(routes.start[r], routes.end[r])]
    return routes.isGenerated[r] === 1 ? modeOfLegs(spec, way) : (routes.mode[r] ?? -1)
  })
  return ({ candidate }) => MODE_NAMES[modes[candidate] ?? -1] === id
}

export const atCheckpoint =
  ({ spec }: Ledger, id: string): Which =>
  ({ checkpoint }) =>
    spec.checkpoints.ids[checkpoint] === id

/** What checkpoints of a country do, and patrols at its places. */
export const inCountry =
  ({ spec }: Ledger, id: string): Which =>
  ({ checkpoint, node }) =>
    (checkpoint >= 0 ? spec.checkpoints.countries[checkpoint] : spec.nodes.countries[node]) === id

export const atPlace =
  ({ spec }: Ledger, id: string): Which =>
  ({ node }) =>
    spec.nodes.ids[node] === id

export const isCommodity =
  ({ spec }: Ledger, id: string): Which =>
  ({ commodity }) =>
    spec.commodities.ids[commodity] === id

export const both =
  (a: Which, b: Which): Which =>
  (fact) =>
    a(fact) && b(fact)

/** At a place, a load that is what it is now. */
export const atPlaceOf = (ledger: Ledger, pair: string): Which => {
  const [id, commodity] = halves(pair)
  return both(atPlace(ledger, id), isCommodity(ledger, commodity))
}

/** Loads that came to a country from another one. */
export function cameInto(ledger: Ledger, pair: string): Which {
  const [id, commodity] = halves(pair)
  const { legs, nodes } = ledger.spec
  const crosses: Which = ({ leg }) =>
    nodes.countries[legs.to[leg] ?? -1] === id && nodes.countries[legs.from[leg] ?? -1] !== id
  return both(crosses, isCommodity(ledger, commodity))
}

/** Each load once per time that it enters a corridor from outside. */
export function joins({ spec }: Ledger, id: string): Which {
  const { corridors } = spec
  const i = corridors.ids.indexOf(id)
  const own = new Set(corridors.legs.subarray(corridors.start[i], corridors.start[i + 1]))
  return ({ leg, before }) => own.has(leg) && !own.has(before)
}
