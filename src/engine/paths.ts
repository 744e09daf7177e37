/** Paths: the k cheapest simple ways from a place to any exit (Yen 1971, with exact lower bounds to the exits). */

/** A network with costs; `legs of node n = out[outStart[n] .. outStart[n + 1] - 1]`. */
export interface CostGraph {
  readonly outStart: Int32Array
  readonly out: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** Cost of each leg, >= 0; Infinity where it cannot be used. */
  readonly cost: Float64Array
  /** Cost of ending at each node, >= 0; Infinity where a path cannot end. */
  readonly exit: Float64Array
}

export interface FoundPath {
  readonly legs: readonly number[]
  readonly cost: number
}

/** Legs by their first node. */
export function outgoing(nodeCount: number, from: Int32Array): { outStart: Int32Array; out: Int32Array } {
  const outStart = new Int32Array(nodeCount + 1)
  for (const node of from) outStart[node + 1] = (outStart[node + 1] as number) + 1
  for (let n = 0; n < nodeCount; n++) outStart[n + 1] = (outStart[n + 1] as number) + (outStart[n] as number)
  const next = outStart.slice()
  const out = new Int32Array(from.length)
  for (const [leg, node] of from.entries()) {
    const at = next[node] as number
    out[at] = leg
    next[node] = at + 1
  }
  return { outStart, out }
}

/** Binary heap of nodes by priority; equal priorities by node number. */
class Frontier {
  private readonly nodes: number[] = []
  private readonly keys: number[] = []

  get size(): number {
    return this.nodes.length
  }

  push(node: number, key: number): void {
    let i = this.nodes.length
    this.nodes.push(node)
    this.keys.push(key)
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (!this.before(i, parent)) break
      this.swap(i, parent)
      i = parent
    }
  }

  pop(): { node: number; key: number } {
    const top = { node: this.nodes[0] as number, key: this.keys[0] as number }
    const node = this.nodes.pop() as number
    const key = this.keys.pop() as number
    if (this.nodes.length > 0) {
      this.nodes[0] = node
      this.keys[0] = key
      for (let i = 0; ; ) {
        const left = 2 * i + 1
        const right = left + 1
        let least = i
        if (left < this.nodes.length && this.before(left, least)) least = left
        if (right < this.nodes.length && this.before(right, least)) least = right
        if (least === i) break
        this.swap(i, least)
        i = least
      }
    }
    return top
  }

  private before(a: number, b: number): boolean {
    const [ka, kb] = [this.keys[a] as number, this.keys[b] as number]
    return ka < kb || (ka === kb && (this.nodes[a] as number) < (this.nodes[b] as number))
  }

  private swap(a: number, b: number): void {
    const [node, key] = [this.nodes[a] as number, this.keys[a] as number]
    this.nodes[a] = this.nodes[b] as number
    this.keys[a] = this.keys[b] as number
    this.nodes[b] = node
    this.keys[b] = key
  }
}

/** Cheapest cost from every node to an exit. */
function costsToExit(graph: CostGraph): Float64Array {
  const nodeCount = graph.exit.length
  const { outStart: inStart, out: incoming } = outgoing(nodeCount, graph.to)
  const best = graph.exit.slice()
  const frontier = new Frontier()
  for (const [node, cost] of best.entries()) if (cost < Number.POSITIVE_INFINITY) frontier.push(node, cost)
  while (frontier.size > 0) {
    const { node, key } = frontier.pop()
    if (key > (best[node] as number)) continue
    for (let i = inStart[node] as number; i < (inStart[node + 1] as number); i++) {
      const leg = incoming[i] as number
      const cost = key + (graph.cost[leg] as number)
      const before = graph.from[leg] as number
      if (cost < (best[before] as number)) {
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
  readonly exit: boolean
}

/** Cheapest path from `source` to an exit around what is banned; `exit` bans ending at the source itself. */
function cheapest(graph: CostGraph, bound: Float64Array, source: number, bans: Bans): FoundPath | undefined {
  const count = graph.exit.length
  const done = new Uint8Array(count)
  const best = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const via = new Int32Array(count).fill(-1)
  const frontier = new Frontier()
  best[source] = 0
  frontier.push(source, bound[source] as number)
  let end = -1
  let endCost = Number.POSITIVE_INFINITY
  while (frontier.size > 0) {
    const { node, key } = frontier.pop()
    if (key >= endCost) break
    if (done[node] === 1) continue
    done[node] = 1
    const so = best[node] as number
    const exitCost = so + (graph.exit[node] as number)
    if (exitCost < endCost && !(node === source && bans.exit)) {
      end = node
      endCost = exitCost
    }
    for (let i = graph.outStart[node] as number; i < (graph.outStart[node + 1] as number); i++) {
      const leg = graph.out[i] as number
      const to = graph.to[leg] as number
      const cost = so + (graph.cost[leg] as number)
      if (bans.nodes[to] === 1 || done[to] === 1 || cost >= (best[to] as number)) continue
      if (node === source && bans.legs.has(leg)) continue
      if ((bound[to] as number) === Number.POSITIVE_INFINITY) continue
      best[to] = cost
      via[to] = leg
      frontier.push(to, cost + (bound[to] as number))
    }
  }
  if (end < 0) return undefined
  const legs: number[] = []
  for (let node = end; node !== source; node = graph.from[via[node] as number] as number)
    legs.push(via[node] as number)
  return { legs: legs.reverse(), cost: endCost }
}

function compare(a: FoundPath, b: FoundPath): number {
  if (a.cost !== b.cost) return a.cost - b.cost
  for (let i = 0; i < Math.min(a.legs.length, b.legs.length); i++) {
    if (a.legs[i] !== b.legs[i]) return (a.legs[i] as number) - (b.legs[i] as number)
  }
  return a.legs.length - b.legs.length
}

/** The k cheapest simple paths from a node to any exit, cheapest first, at least one leg long; ties by leg numbers. */
export function cheapestPaths(graph: CostGraph, source: number, k: number): FoundPath[] {
  const bound = costsToExit(graph)
  const first = cheapest(graph, bound, source, {
    nodes: new Uint8Array(graph.exit.length),
    legs: new Set(),
    exit: true,
  })
  if (first === undefined) return []
  const found = [first]
  const waiting: FoundPath[] = []
  const known = new Set([first.legs.join(' ')])
  while (found.length < k) {
    const last = found[found.length - 1] as FoundPath
    const nodes = new Uint8Array(graph.exit.length)
    let node = source
    let rootCost = 0
    for (let i = 0; i <= last.legs.length; i++) {
      const root = last.legs.slice(0, i)
      const same = found.filter((path) => root.every((leg, j) => path.legs[j] === leg))
      const legs = new Set(same.flatMap((path) => (path.legs.length > i ? [path.legs[i] as number] : [])))
      const exit = i === 0 || same.some((path) => path.legs.length === i)
      const spur = cheapest(graph, bound, node, { nodes, legs, exit })
      if (spur !== undefined) {
        const path = { legs: [...root, ...spur.legs], cost: rootCost + spur.cost }
        const name = path.legs.join(' ')
        if (!known.has(name)) {
          known.add(name)
          waiting.push(path)
        }
      }
      nodes[node] = 1
      const leg = last.legs[i]
      if (leg === undefined) break
      rootCost += graph.cost[leg] as number
      node = graph.to[leg] as number
    }
    if (waiting.length === 0) break
    waiting.sort(compare)
    found.push(waiting.shift() as FoundPath)
  }
  return found
}
