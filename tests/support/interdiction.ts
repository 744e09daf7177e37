/** The interdiction game on a network of places: its value by maximum flow, and scenarios that play it in the engine. */
import type { ScenarioFile } from '../../src/scenario'
import { organisation, parallel } from './scenarios'

/** Directed legs between places, from `source` to `market`, and the detection of a team at each place in between. */
export interface Network {
  readonly legs: readonly (readonly [from: string, to: string])[]
  readonly detection: Readonly<Record<string, number>>
}

export interface Game {
  /** Share seized when both sides play their best: 1 / (maximum flow with capacity 1/p at each place of detection p). */
  readonly value: number
  /** Places of a minimum cut: every way to the market passes one of them. */
  readonly cut: readonly string[]
}

type Residual = Map<string, Map<string, number>>

/** Each place is split into the ends `place>` and `>place`, joined by its capacity; legs have no limit. */
function residualOf({ legs, detection }: Network): Residual {
  const residual: Residual = new Map()
  const add = (from: string, to: string, capacity: number) => {
    for (const [a, b, room] of [
      [from, to, capacity],
      [to, from, 0],
    ] as const) {
      const row = residual.get(a) ?? new Map<string, number>()
      residual.set(a, row.set(b, (row.get(b) ?? 0) + room))
    }
  }
  for (const [place, p] of Object.entries(detection)) add(`>${place}`, `${place}>`, 1 / p)
  for (const [from, to] of legs) add(`${from}>`, `>${to}`, Number.POSITIVE_INFINITY)
  return residual
}

/** Ends that can still be reached from the source, each with the end before it. */
function reachable(residual: Residual): Map<string, string> {
  const before = new Map([['source>', '']])
  for (const end of before.keys())
    for (const [next, room] of residual.get(end) ?? [])
      if (room > 1e-9 && !before.has(next)) before.set(next, end)
  return before
}

/** Solves the game (Washburn & Wood 1995) by augmenting paths (Ford & Fulkerson 1956). */
export function solved(network: Network): Game {
  const residual = residualOf(network)
  const room = (a: string, b: string) => residual.get(a)?.get(b) ?? 0
  let flow = 0
  let before = reachable(residual)
  for (; before.has('>market'); before = reachable(residual)) {
    const steps: [string, string][] = []
    for (let end = '>market'; end !== 'source>'; end = before.get(end) ?? '')
      steps.push([before.get(end) ?? '', end])
    const extra = Math.min(...steps.map(([a, b]) => room(a, b)))
    if (!Number.isFinite(extra)) throw new Error('a way without any detection has no value')
    for (const [a, b] of steps) {
      residual.get(a)?.set(b, room(a, b) - extra)
      residual.get(b)?.set(a, room(b, a) + extra)
    }
    flow += extra
  }
  const cut = Object.keys(network.detection).filter(
    (place) => before.has(`>${place}`) && !before.has(`${place}>`),
  )
  return { value: 1 / flow, cut }
}

/** All simple ways from source to market, as places in order. */
export function waysOf({ legs }: Network, way: readonly string[] = ['source']): string[][] {
  const last = way.at(-1)
  if (last === 'market') return [[...way]]
  return legs.flatMap(([from, to]) =>
    from === last && !way.includes(to) ? waysOf({ legs, detection: {} }, [...way, to]) : [],
  )
}

type Team = NonNullable<ScenarioFile['teams']>[number]
type Organisation = Parameters<typeof organisation>[0]

/** One team, placed anew each day at one of these places. */
export function teamOn(
  { detection }: Network,
  weights: Readonly<Record<string, number>>,
  changes: Partial<Team>,
): Team {
  const places = Object.entries(weights).map(([node, weight]) => ({
    node,
    weight,
    detection: detection[node] ?? 0,
  }))
  return { id: 'team', name: 'Team', reviewDays: 1, places, ...changes }
}

/**
 * The game as a scenario: a day for each leg, so that a shipment meets each day's placement once; all ways cost the same, and the
 * organisation knows where the team may be and takes the safest way.
 */
export function gameOf(network: Network, team: Team, changes: Partial<Organisation> = {}): ScenarioFile {
  const base = parallel([])
  const [source, market] = base.nodes
  if (source === undefined || market === undefined) throw new Error('the network has lost its ends')
  const places = Object.keys(network.detection)
  const ways = waysOf(network).map((nodes, i) => ({ id: `r${i}`, name: nodes.join(' '), nodes }))
  return {
    ...base,
    assumptions: { reviewDays: 1 },
    nodes: [source, ...places.map((id) => ({ ...source, id, name: id, kind: 'transit' as const })), market],
    legs: network.legs.map(([from, to]) => {
      return { id: `${from}-${to}`, from, to, bidirectional: false, mode: 'road' as const, km: 10, hours: 24 }
    }),
    routes: ways,
    organisations: [
      organisation({
        routes: ways.map(({ id }) => id),
        supply: [{ commodity: 'goods', source: 'source', kgPerDay: 10 }],
        logitScale: 0,
        learning: { information: 'true-odds' },
        ...changes,
      }),
    ],
    teams: [team],
  }
}
