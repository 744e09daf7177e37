/** Node card: what left and was sold at a place, and the checkpoints, legs and routes there. */

import { leftNodes, soldAtNodes, sumOf } from '../../analysis'
import type { ModelSpec } from '../../engine'
import { text } from '../../text'
import { capital, countryText, mass } from '../../words'
import type { Card, InspectorView } from './card'
import { foundRoutes, routesThrough } from './routeLinks'

const words = text.page.inspector
const routeWords = text.map.route

export function nodeCard({ scenario, spec, frame, gramsOver }: InspectorView, id: string): Card | undefined {
  const entry = scenario.nodes.find((node) => node.id === id)
  const n = spec.nodes.ids.indexOf(id)
  if (entry === undefined || n < 0) return undefined
  const nameOf = new Map(scenario.nodes.map((node) => [node.id, node.name]))
  const checkpoints = scenario.checkpoints.filter((checkpoint) => checkpoint.node === id)
  const legs = scenario.legs.filter((leg) => leg.from === id || leg.to === id)
  const left = frame && leftNodes(spec, frame.counters)[n]
  const sold = frame && soldAtNodes(spec, frame.counters)[n]
  return {
    title: entry.name,
    subtitle: `${capital(words.nodeKinds[entry.kind])} · ${countryText(entry.country)}`,
    path: `nodes.${id}`,
    parts: [
      {
        title: words.counts,
        facts: [
          { label: words.left, value: mass(left ?? 0) },
          ...(spec.nodes.isMarket[n] === 1 ? [{ label: words.sold, value: mass(sold ?? 0) }] : []),
        ],
        note: '',
      },
    ],
    story: [],
    links: [
      {
        title: words.checkpoints,
        items: checkpoints.map(({ id: checkpoint, name }) => ({
          name,
          selection: { kind: 'checkpoint' as const, id: checkpoint },
        })),
      },
      {
        title: words.legs,
        items: legs.map((leg) => {
          const other = leg.from === id ? leg.to : leg.from
          return {
            name: `${nameOf.get(other) ?? other}, ${words.modes[leg.mode]}`,
            selection: { kind: 'leg' as const, id: leg.id },
          }
        }),
      },
      { title: routeWords.here, items: routesThrough(scenario, ({ nodes }) => nodes.includes(id)) },
      { title: routeWords.foundHere, items: foundRoutes(spec, throughNode(spec, n, gramsOver)) },
    ].filter(({ items }) => items.length > 0),
    note: entry.note ?? '',
  }
}

/** Grams of each candidate through a node: those that left, or where more arrived, those. */
function throughNode({ legs }: ModelSpec, node: number, gramsOver: InspectorView['gramsOver']): Float64Array {
  const legsAt = (ends: Int32Array) => [...ends.keys()].filter((leg) => ends[leg] === node)
  const left = gramsOver(legsAt(legs.from))
  const arrived = gramsOver(legsAt(legs.to))
  return sumOf(arrived) > sumOf(left) ? arrived : left
}
