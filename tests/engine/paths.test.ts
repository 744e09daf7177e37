/** The k cheapest simple paths, against counting all of them on small graphs. */
import { describe, expect, it } from 'vitest'
import { drawBlock, unitOf } from '../../src/engine'
import { type CostGraph, cheapestPaths, outgoing } from '../../src/engine/paths'

function graphOf(from: number[], to: number[], cost: number[], exit: number[]): CostGraph {
  const tails = Int32Array.from(from)
  return {
    ...outgoing(exit.length, tails),
    from: tails,
    to: Int32Array.from(to),
    cost: Float64Array.from(cost),
    exit: Float64Array.from(exit),
  }
}

interface Path {
  readonly legs: number[]
  readonly cost: number
}

/** Every simple path of at least one leg that may end where it ends. */
function allPaths(graph: CostGraph, source: number): Path[] {
  const found: Path[] = []
  const visit = (node: number, seen: Set<number>, legs: number[], cost: number) => {
    const end = cost + (graph.exit[node] ?? 0)
    if (legs.length > 0 && end < Number.POSITIVE_INFINITY) found.push({ legs, cost: end })
    for (const [leg, tail] of graph.from.entries()) {
      const head = graph.to[leg] ?? -1
      const total = cost + (graph.cost[leg] ?? 0)
      if (tail === node && !seen.has(head) && total < Number.POSITIVE_INFINITY)
        visit(head, new Set([...seen, head]), [...legs, leg], total)
    }
  }
  visit(source, new Set([source]), [], 0)
  return found.sort((a, b) => a.cost - b.cost)
}

/** A graph of 3 to 6 nodes with small whole costs, so that ties abound; some legs and ends are shut. */
function randomGraph(seed: number): CostGraph {
  const words = new Int32Array(4)
  let at = 0
  const next = (below: number) => {
    drawBlock(words, 11, 22, 33, seed, at++, 0)
    return Math.floor(unitOf(words[0] ?? 0) * below)
  }
  const nodes = 3 + next(4)
  const legs = 4 + next(15)
  const node = () => Array.from({ length: legs }, () => next(nodes))
  const costs = Array.from({ length: legs }, () => (next(12) === 0 ? Number.POSITIVE_INFINITY : next(4)))
  const exits = Array.from({ length: nodes }, () => (next(2) === 0 ? Number.POSITIVE_INFINITY : next(4)))
  return graphOf(node(), node(), costs, exits)
}

describe('the k cheapest paths', () => {
  it('are the first k of all simple paths, on two thousand small networks with ties', () => {
    let several = 0
    for (let seed = 0; seed < 2_000; seed++) {
      const graph = randomGraph(seed)
      const all = allPaths(graph, 0)
      const costOf = new Map(all.map(({ legs, cost }) => [legs.join(' '), cost]))
      if (all.length >= 6) several++
      for (const k of [1, 2, 3, 6]) {
        const found = cheapestPaths(graph, 0, k)
        const what = `network ${seed}, ${k} paths`
        expect(
          found.map(({ cost }) => cost),
          what,
        ).toEqual(all.slice(0, k).map(({ cost }) => cost))
        for (const { legs, cost } of found) expect(costOf.get(legs.join(' ')), what).toBe(cost)
        expect(new Set(found.map(({ legs }) => legs.join(' '))).size, what).toBe(found.length)
      }
    }
    expect(several).toBeGreaterThan(300)
  })

  it('go on through a place where another path ends', () => {
    const graph = graphOf([0, 1], [1, 2], [1, 1], [Number.POSITIVE_INFINITY, 5, 0])
    expect(cheapestPaths(graph, 0, 5)).toEqual([
      { legs: [0, 1], cost: 2 },
      { legs: [0], cost: 6 },
    ])
  })

  it('tell parallel legs apart', () => {
    const graph = graphOf([0, 0, 0], [1, 1, 1], [2, 1, 1], [Number.POSITIVE_INFINITY, 0])
    expect(cheapestPaths(graph, 0, 9).map(({ legs }) => legs)).toEqual([[1], [2], [0]])
  })

  it('are none where no end can be reached, and never the source itself', () => {
    expect(cheapestPaths(graphOf([1], [0], [1], [0, 0]), 0, 3)).toEqual([])
    const shut = graphOf([0], [1], [Number.POSITIVE_INFINITY], [0, 0])
    expect(cheapestPaths(shut, 0, 3)).toEqual([])
  })
})
