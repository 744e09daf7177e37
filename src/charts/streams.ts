/** Streams: amounts from left to right through three columns of nodes (a Sankey diagram). */
import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey'
import { widthOf } from './letters'
import { type Draw, group, type Mark, svg } from './markChart'
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
const MIN_FONT = 10
const LABEL_GAP = 6
/** Most of the width that the names on one side may take. */
const LABEL_SHARE = 0.28

/** Room for names left of the sources and right of the ends, in pixels. */
export interface Sides {
  readonly left: number
  readonly right: number
}

/**
 * Layout of nodes and links. Links that do not lead to a later layer are left out, so that there is no cycle.
 */
export function layOutStreams(
  nodes: readonly StreamNode[],
  links: readonly StreamLink[],
  width: number,
  height: number,
  { left, right }: Sides,
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
      [left, MARGIN],
      [Math.max(left + 60, width - right), Math.max(MARGIN + 20, height - MARGIN)],
    ])
  return layout({
    nodes: nodes.filter(({ id }) => used.has(id)).map((node) => ({ ...node })),
    links: forward.map((link) => ({ ...link, source: link.from, target: link.to, value: link.amount })),
  })
}

export function streamsDrawing(nodes: readonly StreamNode[], links: readonly StreamLink[]): Draw {
  return (width, height, look) => {
    const sides = { left: roomFor(nodes, 0, width), right: roomFor(nodes, 2, width) }
    const layout = layOutStreams(nodes, links, width, height, sides)
    const end = Math.max(...layout.nodes.map(({ x0 = 0 }) => x0))
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
      const room = [sides.left, end - x1, sides.right][layer] ?? 0
      const place = layer > 0 ? { x: x1 + LABEL_GAP } : { x: x0 - LABEL_GAP, 'text-anchor': 'end' }
      const font = y1 - y0 < FONT ? MIN_FONT : FONT
      const size = { y: (y0 + y1) / 2 + FONT * 0.35, 'font-size': font }
      const halo = { stroke: look.surface, 'stroke-width': 3, 'paint-order': 'stroke' }
      const name = fitted(label, room - 2 * LABEL_GAP, (line) => widthOf(line, font))
      return svg('text', { ...place, ...size, ...halo, fill: look.text }, name)
    })
    return { height, ground: [], marks: [...linkMarks, ...nodeMarks], words }
  }
}

/** Width of the longest name of a layer, within its share of the total. */
function roomFor(nodes: readonly StreamNode[], layer: number, width: number): number {
  const names = nodes.filter((node) => node.layer === layer).map(({ label }) => widthOf(label, FONT))
  return Math.min(width * LABEL_SHARE, Math.max(0, ...names) + 2 * LABEL_GAP)
}
