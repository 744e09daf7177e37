/**
 * Network: what the map needs of a scenario and its spec, and the way from its targets to entries and back.
 */
import { meanOdds } from '../../analysis'
import { checkpointAt, legAt, legsOfRoute, type ModelSpec } from '../../engine'
import type { CheckpointState, MapNetwork, MapTarget } from '../../map'
import { backOf, legEntryId, type Scenario } from '../../scenario'
import type { EntrySelection, Selection } from '../../store'
import { plainText } from '../../text'

export function networkOf(scenario: Scenario, spec: ModelSpec): MapNetwork {
  const nodes = new Map(scenario.nodes.map((node) => [node.id, { ...node, name: plainText(node.name) }]))
  const { legs, checkpoints, organisations, candidates } = spec
  const legIndex = new Map(legs.ids.map((id, i) => [id, i]))
  return {
    nodes: spec.nodes.ids.flatMap((id) => nodes.get(id) ?? []),
    legs: legs.ids.map((id, i) => {
      const { from, to, mode } = legAt(spec, i)
      return {
        id,
        from,
        to,
        mode,
        back: legIndex.get(legEntryId(id) === id ? backOf(id) : legEntryId(id)) ?? -1,
        openMonths: Array.from({ length: 12 }, (_, month) => month + 1).filter(
          (month) => (legs.hoursByMonth[i * 12 + month - 1] ?? 0) > 0,
        ),
      }
    }),
    checkpoints: checkpoints.ids.map((id, k) => {
      const { name, node } = checkpointAt(spec, k)
      return { id, name, node }
    }),
    candidateOrganisation: candidates.organisation,
    organisations: organisations.ids.map((id, i) => ({ id, name: organisations.names[i] ?? id })),
  }
}

export function checkpointStates(spec: ModelSpec): CheckpointState[] {
  return spec.checkpoints.ids.map((_, k) => {
    const { staff, requiredStaff, scannerCoverage, powerAvailability, corruptionRate } = checkpointAt(spec, k)
    return {
      staff,
      requiredStaff,
      odds: meanOdds(spec, k).seized,
      scannedShare: scannerCoverage * powerAvailability,
      corruptShare: corruptionRate,
    }
  })
}

/** The entry under a target of the map. */
export function selectionOf(spec: ModelSpec, target: MapTarget | undefined): EntrySelection | undefined {
  if (target === undefined) return undefined
  const lists = { node: spec.nodes, leg: spec.legs, checkpoint: spec.checkpoints }
  const id = lists[target.kind].ids[target.index]
  return id === undefined ? undefined : { kind: target.kind, id: target.kind === 'leg' ? legEntryId(id) : id }
}

/**
 * What a click on the map selects: the entry there. On a leg that is selected already: one after the other
 * the listed routes over it, the one with the most grams first, then the leg again.
 */
export function clickedOn(
  spec: ModelSpec,
  target: MapTarget | undefined,
  selected: Selection | undefined,
  routeGrams: Float64Array | undefined,
): EntrySelection | undefined {
  const entry = selectionOf(spec, target)
  if (entry?.kind !== 'leg') return entry
  const routes = routesOver(spec, entry.id, routeGrams)
  const isAgain = selected?.kind === 'leg' && selected.id === entry.id
  const at = selected?.kind === 'route' ? routes.indexOf(selected.id) : -1
  const next = isAgain ? routes[0] : at >= 0 ? routes[at + 1] : undefined
  return next === undefined ? entry : { kind: 'route', id: next }
}

/** Ids of the listed routes over a leg in either direction, the largest first. */
function routesOver(spec: ModelSpec, leg: string, grams: Float64Array | undefined): string[] {
  const { legs, routes } = spec
  return [...routes.ids.keys()]
    .filter((r) => {
      const passed = legsOfRoute(spec, r)
      return (
        routes.isGenerated[r] === 0 && passed.some((directed) => legEntryId(legs.ids[directed] ?? '') === leg)
      )
    })
    .sort((a, b) => (grams?.[b] ?? 0) - (grams?.[a] ?? 0) || a - b)
    .map((r) => routes.ids[r] ?? '')
}

/** The map's target for an entry, if it is on the map. */
export function targetOf(spec: ModelSpec, selection: Selection | undefined): MapTarget | undefined {
  if (selection === undefined || selection.kind === 'route' || selection.kind === 'shipment') return undefined
  const lists = { node: spec.nodes, leg: spec.legs, checkpoint: spec.checkpoints }
  const index = lists[selection.kind].ids.indexOf(selection.id)
  return index < 0 ? undefined : { kind: selection.kind, index }
}
