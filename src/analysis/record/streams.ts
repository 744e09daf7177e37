/** Streams: grams from each source through corridors, routes or organisations to where they ended. */
import { type Counters, legsOfRoute, type ModelSpec } from '../../engine'
import { text } from '../../text'
import type { Arrivals } from './journeys'
import { shortRouteName } from './routeNames'
import type { Target } from './target'

const words = text.charts

export const THROUGH = ['corridor', 'route', 'organisation'] as const
export type Through = (typeof THROUGH)[number]

export interface StreamNode {
  readonly id: string
  /** Name where there is little room. */
  readonly label: string
  readonly name: string
  /** 0 source, 1 middle, 2 market or seized. */
  readonly layer: 0 | 1 | 2
  readonly isSeized: boolean
  readonly targets: readonly Target[]
}

export interface StreamLink {
  readonly from: string
  readonly to: string
  readonly grams: number
  readonly targets: readonly Target[]
}

export interface Streams {
  readonly nodes: readonly StreamNode[]
  readonly links: readonly StreamLink[]
}

interface Sum {
  grams: number
  readonly routes: Set<number>
}

const SEIZED = 'seized'

/** What was delivered or seized up to the end of `day`; the counters are those of that day. */
export function streamsOf(
  spec: ModelSpec,
  counters: Counters,
  arrivals: readonly Arrivals[],
  day: number,
  through: Through,
): Streams {
  const nodes = new Map<string, StreamNode>()
  const sums = new Map<string, Map<string, Sum>>()
  const middles = middleOf(spec, through)

  function add(from: StreamNode, to: StreamNode, grams: number, route: number): void {
    for (const node of [from, to]) if (!nodes.has(node.id)) nodes.set(node.id, node)
    const targets = sums.get(from.id) ?? new Map<string, Sum>()
    sums.set(from.id, targets)
    const sum = targets.get(to.id) ?? { grams: 0, routes: new Set() }
    targets.set(to.id, sum)
    sum.grams += grams
    sum.routes.add(route)
  }

  function pass(candidate: number, grams: number, end: StreamNode): void {
    if (grams === 0) return
    const { candidates, supplies } = spec
    const route = candidates.route[candidate]
    const source = supplies.source[candidates.supply[candidate]]
    const middle = middles(candidate)
    add(placeNode(spec, source, 0), middle, grams, route)
    add(middle, end, grams, route)
  }

  for (const [index, grams] of soldGrams(spec, arrivals, day)) {
    const market = index % spec.nodes.ids.length
    if (grams > 0) pass((index - market) / spec.nodes.ids.length, grams, placeNode(spec, market, 2))
  }
  for (const [candidate, grams] of counters.seizedGrams.entries()) pass(candidate, grams, SEIZED_END)
  const links = [...sums].flatMap(([from, targets]) =>
    [...targets].map(([to, { grams, routes }]) => ({
      from,
      to,
      grams,
      targets: legsOf(spec, [...routes]),
    })),
  )
  return { nodes: [...nodes.values()], links }
}

/** Grams sold up to the end of `day` by `candidate * nodeCount + node`, in the order of these numbers. */
function soldGrams(
  spec: ModelSpec,
  arrivals: readonly Arrivals[],
  day: number,
): (readonly [index: number, grams: number])[] {
  const nodes = spec.nodes.ids.length
  const sold = new Map<number, number>()
  for (const { candidate, node, grams } of arrivals.slice(0, day + 1)) {
    for (const [row, market] of node.entries()) {
      const cell = candidate[row] * nodes + market
      sold.set(cell, (sold.get(cell) ?? 0) + grams[row])
    }
  }
  return [...sold].sort(([a], [b]) => a - b)
}

const SEIZED_END: StreamNode = {
  id: SEIZED,
  label: words.seized,
  name: words.seized,
  layer: 2,
  isSeized: true,
  targets: [],
}

function placeNode(spec: ModelSpec, node: number, layer: 0 | 2): StreamNode {
  const name = spec.nodes.names[node]
  const targets = [{ kind: 'node', index: node } as const]
  return { id: `${layer}:${spec.nodes.ids[node]}`, label: name, name, layer, isSeized: false, targets }
}

/** The middle node of each candidate. */
function middleOf(spec: ModelSpec, through: Through): (candidate: number) => StreamNode {
  const { candidates, organisations, routes, corridors } = spec
  const node = (id: string, name: string, targets: readonly Target[]): StreamNode => ({
    id: `1:${id}`,
    label: name,
    name,
    layer: 1,
    isSeized: false,
    targets,
  })
  const routeOf = (candidate: number) => candidates.route[candidate]
  if (through === 'organisation')
    return (candidate) => {
      const o = candidates.organisation[candidate]
      return node(organisations.ids[o], organisations.names[o], [])
    }
  if (through === 'route')
    return (candidate) => {
      const route = routeOf(candidate)
      if (routes.isGenerated[route] === 1) return node('', words.generated, [])
      const own = node(routes.ids[route], routes.names[route], legsOf(spec, [route]))
      return { ...own, label: shortRouteName(spec, route) }
    }
  const main = mainCorridors(spec)
  return (candidate) => {
    const corridor = main[routeOf(candidate)]
    if (corridor < 0) return node('', words.noCorridor, [])
    const legs = corridors.legs.subarray(corridors.start[corridor], corridors.start[corridor + 1])
    const targets = [...legs].map((index) => ({ kind: 'leg', index }) as const)
    return node(corridors.ids[corridor], corridors.names[corridor], targets)
  }
}

/** For each route the corridor it follows for the most kilometres, the first of equal ones; -1 for none. */
export function mainCorridors(spec: ModelSpec): number[] {
  const { routes, corridors, legs } = spec
  const through = new Map<number, number[]>()
  for (const corridor of corridors.ids.keys())
    for (const leg of corridors.legs.subarray(corridors.start[corridor], corridors.start[corridor + 1])) {
      const known = through.get(leg)
      if (known === undefined) through.set(leg, [corridor])
      else known.push(corridor)
    }
  return routes.ids.map((_, route) => {
    const km = new Map<number, number>()
    for (const leg of new Set(legsOfRoute(spec, route)))
      for (const corridor of through.get(leg) ?? []) km.set(corridor, (km.get(corridor) ?? 0) + legs.km[leg])
    let [best, bestKm] = [-1, 0]
    for (const [corridor, sum] of km) {
      const isBetter = sum > bestKm || (sum === bestKm && sum > 0 && corridor < best)
      if (isBetter) [best, bestKm] = [corridor, sum]
    }
    return best
  })
}

/** All legs of some routes, each once, parallel ones included. */
export function legsOf(spec: ModelSpec, chosen: readonly number[]): Target[] {
  const legs = new Set(chosen.flatMap((route) => legsOfRoute(spec, route)))
  return [...legs].map((index) => ({ kind: 'leg', index }))
}
