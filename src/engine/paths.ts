/**
 * Paths: the k cheapest simple paths from a node to any exit (Yen 1971, Lawler 1972), with exact lower
 * bounds.
 */

import { Frontier } from './frontier'

/** A network with costs; `legs of node n = out[outStart[n] .. outStart[n + 1] - 1]`. */
export interface CostGraph {
  readonly outStart: Int32Array
  readonly out: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  /**
   * Cost of each leg, >= 0; Infinity where it cannot be used. Paths of equal cost tie where costs are whole
   * numbers.
   */
  readonly cost: Float64Array
  /** Cost of ending at each node, >= 0; Infinity where a path cannot end. */
  readonly exit: Float64Array
}

export interface FoundPath {
  readonly legs: readonly number[]
  readonly cost: number
}

/**
 * Groups the entries of a list by the node that each names, in their order: legs by first node, checkpoints
 * by place.
 */
export function outgoing(nodeCount: number, from: Int32Array): { outStart: Int32Array; out: Int32Array } {
  const outStart = new Int32Array(nodeCount + 1)
  for (const node of from) outStart[node + 1]++
  for (let n = 0; n < nodeCount; n++) outStart[n + 1] += outStart[n]
  const next = outStart.slice()
  const out = new Int32Array(from.length)
  for (let leg = 0; leg < from.length; leg++) {
    const node = from[leg]
    const at = next[node]
    out[at] = leg
    next[node] = at + 1
  }
  return { outStart, out }
}

/** Cheapest cost from every node to an exit. */
function costsToExit(graph: CostGraph): Float64Array {
  const nodeCount = graph.exit.length
  const { outStart: inStart, out: incoming } = outgoing(nodeCount, graph.to)
  const best = graph.exit.slice()
  const frontier = new Frontier()
  for (let node = 0; node < nodeCount; node++)
    if (best[node] < Number.POSITIVE_INFINITY) frontier.push(node, best[node])
  while (!frontier.isEmpty) {
    const key = frontier.min
    const node = frontier.pop()
    if (key > best[node]) continue
    for (let i = inStart[node]; i < inStart[node + 1]; i++) {
      const leg = incoming[i]
      const cost = key + graph.cost[leg]
      const before = graph.from[leg]
      if (cost < best[before]) {
        best[before] = cost
        frontier.push(before, cost)
      }
    }
  }
  return best
}

interface Bans {
  readonly nodes: Uint8Array
  readonly legs: ReadonlySet<number>
  /** Bans ending at the source itself. */
  readonly exit: boolean
}

/** Repeated searches of one graph that share their memory (A* with exact bounds). */
class Search {
  private readonly bound: Float64Array
  private readonly done: Uint8Array
  private readonly best: Float64Array
  private readonly via: Int32Array
  private readonly frontier = new Frontier()

  constructor(private readonly graph: CostGraph) {
    const count = graph.exit.length
    this.bound = costsToExit(graph)
    this.done = new Uint8Array(count)
    this.best = new Float64Array(count)
    this.via = new Int32Array(count)
  }

  /** Cheapest path from `source` to an exit that avoids what is banned. */
  cheapest(source: number, bans: Bans): FoundPath | undefined {
    const { graph, bound, done, best, via, frontier } = this
    done.fill(0)
    best.fill(Number.POSITIVE_INFINITY)
    frontier.clear()
    best[source] = 0
    frontier.push(source, bound[source])
    let end = -1
    let endCost = Number.POSITIVE_INFINITY
    while (!frontier.isEmpty && frontier.min < endCost) {
      const node = frontier.pop()
      if (done[node] === 1) continue
      done[node] = 1
      const so = best[node]
      const exitCost = so + graph.exit[node]
      if (exitCost < endCost && !(node === source && bans.exit)) {
        end = node
        endCost = exitCost
      }
      for (let i = graph.outStart[node]; i < graph.outStart[node + 1]; i++) {
        const leg = graph.out[i]
        const to = graph.to[leg]
        const cost = so + graph.cost[leg]
        if (bans.nodes[to] === 1 || done[to] === 1 || cost >= best[to]) continue
        if (node === source && bans.legs.has(leg)) continue
        if (bound[to] === Number.POSITIVE_INFINITY) continue
        best[to] = cost
        via[to] = leg
        frontier.push(to, cost + bound[to])
      }
    }
    if (end < 0) return undefined
    const legs: number[] = []
    for (let node = end; node !== source; node = graph.from[via[node]]) legs.push(via[node])
    return { legs: legs.reverse(), cost: endCost }
  }
}

function compare(a: FoundPath, b: FoundPath): number {
  if (a.cost !== b.cost) return a.cost - b.cost
  for (let i = 0; i < Math.min(a.legs.length, b.legs.length); i++) {
    if (a.legs[i] !== b.legs[i]) return a.legs[i] - b.legs[i]
  }
  return a.legs.length - b.legs.length
}

/** A path and the number of legs that it shares with its parent. */
interface Branch {
  readonly path: FoundPath
  readonly shared: number
}

/**
 * The k cheapest simple paths of at least one leg from a node to any exit, cheapest first, ties by leg
 * numbers.
 */
export function cheapestPaths(graph: CostGraph, source: number, k: number): FoundPath[] {
  const search = new Search(graph)
  const banned = new Uint8Array(graph.exit.length)
  const first = search.cheapest(source, { nodes: banned, legs: new Set(), exit: true })
  if (first === undefined) return []
  const found = [first]
  const waiting: Branch[] = []
  const known = new Set([first.legs.join(' ')])
  let shared = 0
  while (found.length < k) {
    const last = found[found.length - 1]
    banned.fill(0)
    let node = source
    let rootCost = 0
    for (let i = 0; i <= last.legs.length; i++) {
      // Earlier branches were made when its parent was expanded (Lawler 1972).
      if (i >= shared) {
        const same = found.filter(({ legs }) => startsAlike(legs, last.legs, i))
        const legs = new Set(same.flatMap((path) => (path.legs.length > i ? [path.legs[i]] : [])))
        const exit = i === 0 || same.some((path) => path.legs.length === i)
        const spur = search.cheapest(node, { nodes: banned, legs, exit })
        if (spur !== undefined) {
          const path = { legs: [...last.legs.slice(0, i), ...spur.legs], cost: rootCost + spur.cost }
          const name = path.legs.join(' ')
          if (!known.has(name)) {
            known.add(name)
            waiting.push({ path, shared: i })
          }
        }
      }
      banned[node] = 1
      const leg = last.legs[i]
      if (leg === undefined) break
      rootCost += graph.cost[leg]
      node = graph.to[leg]
    }
    const next = waiting.sort((a, b) => compare(a.path, b.path)).shift()
    if (next === undefined) break
    found.push(next.path)
    shared = next.shared
  }
  return found
}

/** Whether two paths share their first `count` legs. */
function startsAlike(a: readonly number[], b: readonly number[], count: number): boolean {
  for (let i = 0; i < count; i++) if (a[i] !== b[i]) return false
  return true
}
