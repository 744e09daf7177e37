/** Leg card: what was carried each way, and the places and routes along it. */

import type { ModelSpec } from '../../engine'
import { legEntryId } from '../../scenario'
import { text } from '../../text'
import { count, legName, mass, number } from '../../words'
import type { Card, InspectorView } from './card'
import { foundRoutes, routesThrough } from './routeLinks'

const words = text.page.inspector
const { units } = text.page
const routeWords = text.map.route

export function legCard(
  { scenario, spec, frame, flows, gramsOver }: InspectorView,
  id: string,
): Card | undefined {
  const entry = scenario.legs.find((leg) => leg.id === id)
  if (entry === undefined) return undefined
  const nameOf = (node: string) => scenario.nodes.find((candidate) => candidate.id === node)?.name ?? node
  const directions = directedLegs(spec, id).map((leg) => ({
    title: legName(spec, leg),
    facts: [
      { label: words.carried, value: mass(frame?.counters.legGrams[leg] ?? 0) },
      { label: words.monthly, value: mass(flows[leg] ?? 0) },
      { label: words.crossings, value: count(frame?.counters.legShipments[leg] ?? 0) },
    ],
    note: '',
  }))
  return {
    title: `${nameOf(entry.from)} – ${nameOf(entry.to)}`,
    subtitle: `${words.kinds.leg} · ${words.modes[entry.mode]} · ${number(entry.km)} ${units.kilometre} · ${number(entry.hours)} ${units.hour}`,
    path: `legs.${id}`,
    parts: directions,
    story: [],
    links: [
      {
        title: words.places,
        items: [entry.from, entry.to].map((node) => ({
          name: nameOf(node),
          selection: { kind: 'node' as const, id: node },
        })),
      },
      {
        title: routeWords.here,
        items: routesThrough(scenario, ({ nodes }) =>
          nodes.some((node, i) => {
            const next = nodes[i + 1]
            return (node === entry.from && next === entry.to) || (node === entry.to && next === entry.from)
          }),
        ),
      },
      { title: routeWords.foundHere, items: foundRoutes(spec, gramsOver(directedLegs(spec, id))) },
    ].filter(({ items }) => items.length > 0),
    note: [sentence(entry.note ?? ''), words.clickAgain].filter(Boolean).join(' '),
  }
}

/** Indices of the directions of a leg of the scenario. */
function directedLegs(spec: ModelSpec, id: string): number[] {
  return spec.legs.ids.flatMap((directed, i) => (legEntryId(directed) === id ? [i] : []))
}

/** With its full stop, unless it ends with a mark of its own or is empty. */
function sentence(note: string): string {
  return note === '' || /[.!?]$/.test(note) ? note : `${note}.`
}
