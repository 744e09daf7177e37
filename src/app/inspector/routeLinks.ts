/** Route links: routes through a place or along a leg, both listed and found by organisations. */

import { sumOf } from '../../analysis'
import { candidateAt, type ModelSpec } from '../../engine'
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
  const { routes } = spec
  const all = sumOf(grams)
  return [...grams.entries()]
    .filter(
      ([candidate, carried]) => carried !== 0 && routes.isGenerated[candidateAt(spec, candidate).route] === 1,
    )
    .sort(([a, carriedA], [b, carriedB]) => carriedB - carriedA || a - b)
    .slice(0, MAX_FOUND)
    .map(([candidate, carried]) => {
      const { route, routeName } = candidateAt(spec, candidate)
      return {
        name: routeName,
        detail: percent(carried / all),
        selection: { kind: 'route', id: routes.ids[route] ?? '' },
      }
    })
}
