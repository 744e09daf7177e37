/** Route links: routes through a place or along a leg, both listed and found by organisations. */

import { sumOf } from '../../analysis'
import type { ModelSpec } from '../../engine'
import type { Scenario } from '../../scenario'
import { percent } from '../../words'
import type { Link } from './card'

const MAX_FOUND = 6

export function routesThrough(
  scenario: Scenario,
  passes: (route: Scenario['routes'][number]) => boolean,
): Link[] {
  return scenario.routes
    .filter(passes)
    .map(({ id, name }) => ({ name, selection: { kind: 'route' as const, id } }))
}

/** The found routes that carry most of these grams (by candidate), with their shares of the total. */
export function foundRoutes(spec: ModelSpec, grams: Float64Array): Link[] {
  const { routes, candidates } = spec
  const all = sumOf(grams)
  return [...grams.keys()]
    .filter(
      (candidate) =>
        grams[candidate] !== 0 && routes.isGenerated[candidates.route[candidate] as number] === 1,
    )
    .sort((a, b) => (grams[b] as number) - (grams[a] as number) || a - b)
    .slice(0, MAX_FOUND)
    .map((candidate) => {
      const route = candidates.route[candidate] as number
      return {
        name: routes.names[route] ?? '',
        detail: percent((grams[candidate] as number) / all),
        selection: { kind: 'route', id: routes.ids[route] ?? '' },
      }
    })
}
