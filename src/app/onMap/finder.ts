/** Finder: which places, checkpoints and routes of a scenario match what was typed, the best first. */
import type { Scenario } from '../../scenario'
import type { Selection } from '../../store'
import { text } from '../../text'
import { capital } from '../../words'

export interface Place {
  readonly name: string
  /** What it is, e.g. `Hub · KZ`. */
  readonly kind: string
  readonly selection: Selection
}

/** Everything that can be found; a node with the name of its checkpoint is listed once, as the checkpoint. */
export function placesOf({ nodes, checkpoints, routes }: Scenario): Place[] {
  const words = text.page.inspector
  const taken = new Set(checkpoints.map(({ node, name }) => `${node}/${name}`))
  return [
    ...checkpoints.map(({ id, name, country }) => ({
      name,
      kind: [words.kinds.checkpoint, country].filter(Boolean).join(' · '),
      selection: { kind: 'checkpoint' as const, id },
    })),
    ...nodes
      .filter(({ id, name }) => !taken.has(`${id}/${name}`))
      .map(({ id, name, kind, country }) => ({
        name,
        kind: `${capital(words.nodeKinds[kind])} · ${country}`,
        selection: { kind: 'node' as const, id },
      })),
    ...routes.map(({ id, name }) => ({
      name,
      kind: text.map.route.kind,
      selection: { kind: 'route' as const, id },
    })),
  ]
}

/** Letters and digits without accents, in lower case, words apart by one space. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * 0 if the name begins with the query, 1 if one of its words does, 2 if it contains it, -1 without a match.
 */
function rankOf(name: string, query: string): number {
  if (name.startsWith(query)) return 0
  if (` ${name}`.includes(` ${query}`)) return 1
  return name.includes(query) ? 2 : -1
}

/** At most `max` matches: the closest first, then in the order given. */
export function matchesOf(places: readonly Place[], typed: string, max = 8): Place[] {
  const query = plain(typed)
  if (query === '') return []
  return places
    .map((place, order) => ({ place, order, rank: rankOf(plain(place.name), query) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, max)
    .map(({ place }) => place)
}
