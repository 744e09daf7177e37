/** Streams: amounts from left to right through three columns of nodes (a Sankey diagram). */
import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey'
import { type Draw, group, type Mark, svg } from './plate'
import { fitted } from './scale'

export interface StreamNode {
  readonly id: string
  readonly label: string
  readonly layer: number
  readonly colour: string
  readonly note: (amount: number) => readonly string[]
}

export interface StreamLink {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly amount: number
  readonly note: readonly string[]
}

interface LinkFacts extends Omit<StreamLink, 'from' | 'to'> {
  value: number
  source: string
  target: string
}
type Node = SankeyNode<StreamNode, LinkFacts>
type Link = SankeyLink<StreamNode, LinkFacts>

const NODE_WIDTH = 12
const MARGIN = 6
const FONT = 12
const LEAST_FONT = 10
const LABEL_WIDTH = 176

/** Where nodes and links come to lie. Links lead from a layer to a later one only; others are left out, so that there is no cycle. */
export function layOutStreams(
  nodes: readonly StreamNode[],
  links: readonly StreamLink[],
  width: number,
  height: number,
): { nodes: Node[]; links: Link[] } {
  const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]))
  const forward = links.filter(
    ({ from, to, amount }) => amount > 0 && (layerOf.get(from) ?? 0) < (layerOf.get(to) ?? 0),
  )
  const used = new Set(forward.flatMap(({ from, to }) => [from, to]))
  const crowd = Math.max(1, ...[0, 1, 2].map((layer) => nodes.filter((node) => node.layer === layer).length))
  const layout = sankey<StreamNode, LinkFacts>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ layer }) => layer)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(Math.max(2, Math.min(14, (height * 0.45) / crowd)))
    .extent([
      [LABEL_WIDTH, MARGIN],
      [Math.max(LABEL_WIDTH + 60, width - LABEL_WIDTH), Math.max(MARGIN + 20, height - MARGIN)],
    ])
  return layout({
    nodes: nodes.filter(({ id }) => used.has(id)).map((node) => ({ ...node })),
    links: forward.map((link) => ({ ...link, source: link.from, target: link.to, value: link.amount })),
  })
}

export function streamsDrawing(nodes: readonly StreamNode[], links: readonly StreamLink[]): Draw {
  return (width, height, look) => {
    const layout = layOutStreams(nodes, links, width, height)
    const gap = (Math.max(...layout.nodes.map(({ x0 = 0 }) => x0)) - LABEL_WIDTH) / 2
    const path = sankeyLinkHorizontal<StreamNode, LinkFacts>()
    const linkMarks = layout.links.map((link): Mark => {
      const end = link.target as Node
      const shape = svg('path', {
        d: path(link) ?? '',
        fill: 'none',
        stroke: end.colour,
        'stroke-opacity': 0.4,
        'stroke-width': Math.max(1, link.width ?? 0),
      })
      return { id: link.id, shape: group([shape]), note: link.note }
    })
    const nodeMarks = layout.nodes.map((node): Mark => {
      const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, colour } = node
      const box = { x: x0, y: y0, width: x1 - x0, height: Math.max(1, y1 - y0), rx: 1, fill: colour }
      return { id: node.id, shape: group([svg('rect', box)]), note: node.note(node.value ?? 0) }
    })
    const words = layout.nodes.map(({ x0 = 0, x1 = 0, y0 = 0, y1 = 0, label, layer }) => {
      const room = layer === 1 ? gap - 2 * NODE_WIDTH : LABEL_WIDTH - 10
      const place = layer > 0 ? { x: x1 + 6 } : { x: x0 - 6, 'text-anchor': 'end' }
      const size = { y: (y0 + y1) / 2 + FONT * 0.35, 'font-size': y1 - y0 < FONT ? LEAST_FONT : FONT }
      const halo = { stroke: look.surface, 'stroke-width': 3, 'paint-order': 'stroke' }
      return svg('text', { ...place, ...size, ...halo, fill: look.text }, fitted(label, room, FONT))
    })
    return { height, ground: [], marks: [...linkMarks, ...nodeMarks], words }
  }
}
