/** Offers: what the map can be filtered by, and what the choices leave out, in words. */
import { MODE_NAMES, type ModelSpec } from '../../engine'
import { LAYERS, type ViewChoices, type ViewFilter } from '../../store'
import { text } from '../../text'
import { byName } from '../../words'

const words = text.map
const { modes } = text.page.inspector

interface Offer {
  readonly id: string
  readonly name: string
}

/** What each filter can be set to. */
export type Offers = Readonly<Record<keyof ViewFilter, readonly Offer[]>>

export const NO_OFFERS: Offers = { organisation: [], commodity: [], route: [], mode: [] }

/** The entries of a scenario by name, and the modes of its legs. */
export function offersOf({ organisations, commodities, routes, legs }: ModelSpec): Offers {
  const named = ({ ids, names }: { readonly ids: readonly string[]; readonly names: readonly string[] }) =>
    inOrder(ids.map((id, i) => ({ id, name: names[i] ?? id })))
  const used = MODE_NAMES.filter((_, mode) => legs.mode.includes(mode))
  return {
    organisation: named(organisations),
    commodity: named(commodities),
    route: named(routes),
    mode: inOrder(used.map((mode) => ({ id: mode, name: modes[mode] }))),
  }
}

function inOrder(offers: readonly Offer[]): Offer[] {
  return offers.toSorted((a, b) => byName(a.name, b.name))
}

/** What is filtered and switched off; empty where everything is on show. */
export function leftOut({ layers, filter, strongest }: ViewChoices, offers: Offers): string {
  const filters = Object.keys(offers) as (keyof ViewFilter)[]
  const chosen = filters.flatMap((name) => offers[name].find(({ id }) => id === filter[name])?.name ?? [])
  const only = strongest > 0 ? [...chosen, words.strongestCount(strongest)] : chosen
  const off = LAYERS.length - layers.size
  return [
    only.length > 0 ? words.only(only.join(' · ')) : '',
    off > 0 ? words.layersOff(off) : '',
    chosen.length > 0 ? words.filterNote : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
