/** Filters: from chosen ids to the candidates and legs shown, and the legs of a route or journey. */

import type { RunRecord } from '../../analysis'
import { candidateAt, DEPARTED, type Fact, legAt, MODE_NAMES, type ModelSpec } from '../../engine'
import type { MapFilter } from '../../map'
import type { Selection, ViewFilter } from '../../store'

/** What passes; undefined when everything does. An id that the spec does not have filters nothing. */
export function mapFilterOf(spec: ModelSpec, chosen: ViewFilter): MapFilter | undefined {
  const { candidates, legs } = spec
  const organisation = spec.organisations.ids.indexOf(chosen.organisation)
  const commodity = spec.commodities.ids.indexOf(chosen.commodity)
  const route = spec.routes.ids.indexOf(chosen.route)
  const mode = (MODE_NAMES as readonly string[]).indexOf(chosen.mode)
  if (organisation < 0 && commodity < 0 && route < 0 && mode < 0) return undefined
  const passes = (wanted: number, found: number | undefined) => wanted < 0 || wanted === found
  return {
    candidates: Uint8Array.from(candidates.route, (own, c) => {
      const isOwn =
        passes(organisation, candidates.organisation[c]) && passes(commodity, candidates.commodity[c])
      return isOwn && passes(route, own) ? 1 : 0
    }),
    legs: Uint8Array.from(legs.mode, (own) => (passes(mode, own) ? 1 : 0)),
  }
}

/** Legs of a route; for a found route, the legs that its shipments took in the month before `day`. */
function legsOfRoute(spec: ModelSpec, route: number, record: RunRecord | undefined, day: number): number[] {
  const { start, end, legs, isGenerated, ids } = spec.routes
  if (isGenerated[route] === 0) return [...legs.subarray(start[route], end[route])]
  const filter = mapFilterOf(spec, { organisation: '', commodity: '', mode: '', route: ids[route] ?? '' })
  const flows = record?.flowsAt(day, filter) ?? new Float64Array()
  return [...flows.keys()].filter((leg) => (flows[leg] ?? 0) > 0)
}

/** Legs of the selected route, or those that the selected shipment has taken and is to take. */
export function trailOf(
  spec: ModelSpec,
  selection: Selection | undefined,
  story: readonly Fact[] | undefined,
  record: RunRecord | undefined,
  day: number,
): number[] {
  if (selection?.kind === 'route') {
    const route = spec.routes.ids.indexOf(selection.id)
    return route < 0 ? [] : legsOfRoute(spec, route, record, day)
  }
  const [first] = story ?? []
  if (selection?.kind !== 'shipment' || first === undefined) return []
  const taken = (story ?? []).flatMap((fact) => (fact.kind === DEPARTED ? fact.leg : []))
  const { route } = candidateAt(spec, first.candidate)
  return [...new Set([...taken, ...legsOfRoute(spec, route, record, day)])]
}

/** Nodes at the ends of these legs. */
export function nodesOfLegs(spec: ModelSpec, legs: readonly number[]): number[] {
  return [...new Set(legs.map((leg) => legAt(spec, leg)).flatMap(({ from, to }) => [from, to]))]
}
