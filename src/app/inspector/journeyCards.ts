/** Journey cards: the facts that the inspector shows of a route and of a shipment. */

import { byRoute, sumOf } from '../../analysis'
import { candidateAt, MODE_NAMES, type ModelSpec, type ShipmentKey, shipmentName } from '../../engine'
import { text } from '../../text'
import { count, mass, percent } from '../../words'
import type { Card, InspectorView } from './card'
import { storyOf, whereaboutsOf } from './story'

const words = text.page.inspector
const routeWords = text.map.route
const shipmentWords = text.map.shipment

export function routeCard({ scenario, spec, frame }: InspectorView, id: string): Card | undefined {
  const r = spec.routes.ids.indexOf(id)
  if (r < 0) return undefined
  const entry = scenario.routes.find((route) => route.id === id)
  const nameOf = new Map(scenario.nodes.map((node) => [node.id, node.name]))
  const total = (counter: Float64Array | undefined) => (counter && byRoute(spec, counter)[r]) ?? 0
  const counters = frame?.counters
  const dispatched = total(counters?.dispatchedGrams)
  const all = counters === undefined ? 0 : sumOf(counters.dispatchedGrams)
  return {
    title: spec.routes.names[r] ?? id,
    subtitle: [routeWords.kind, entry === undefined ? routeWords.generated : modeOfRoute(spec, r)].join(
      ' · ',
    ),
    path: `routes.${id}`,
    parts: [
      {
        title: words.counts,
        facts: [
          { label: routeWords.shipments, value: count(total(counters?.dispatched)) },
          { label: routeWords.dispatched, value: mass(dispatched) },
          { label: routeWords.share, value: percent(all > 0 ? dispatched / all : 0) },
          { label: routeWords.delivered, value: mass(total(counters?.deliveredGrams)) },
          { label: routeWords.seized, value: mass(total(counters?.seizedGrams)) },
        ],
        note: '',
      },
    ],
    story: [],
    links: [
      {
        title: routeWords.places,
        items: (entry?.nodes ?? []).map((node) => ({
          name: nameOf.get(node) ?? node,
          selection: { kind: 'node' as const, id: node },
        })),
      },
    ].filter(({ items }) => items.length > 0),
    note: entry?.note ?? '',
  }
}

function modeOfRoute(spec: ModelSpec, route: number): string {
  return words.modes[MODE_NAMES[spec.routes.mode[route] ?? 0] ?? 'road']
}

export function shipmentCard({ spec, story: facts, hour }: InspectorView, shipment: ShipmentKey): Card {
  const story = storyOf(spec, facts ?? [], hour)
  const [first] = (facts ?? []).filter((fact) => fact.hour <= hour)
  const last = story.at(-1)
  const where = whereaboutsOf(spec, facts ?? [], hour)
  const ended = last?.kind === 'delivered' ? 'delivered' : 'seized'
  const state = facts === undefined ? 'unknown' : last === undefined ? 'absent' : ended
  const now = { label: shipmentWords.state, value: where ?? shipmentWords.states[state] }
  const card = {
    title: shipmentWords.title(shipmentName(shipment).slice(0, 8)),
    subtitle: shipmentWords.kind,
    path: '',
    story,
    links: [],
    note: '',
  }
  if (first === undefined) return { ...card, parts: [{ title: '', facts: [now], note: '' }] }
  const { route } = candidateAt(spec, first.candidate)
  const name = (list: readonly string[], index: number | undefined) => list[index ?? -1] ?? ''
  const lines = [
    now,
    { label: shipmentWords.load, value: mass(first.grams) },
    {
      label: shipmentWords.organisation,
      value: name(spec.organisations.names, spec.candidates.organisation[first.candidate]),
    },
    {
      label: shipmentWords.commodity,
      value: name(spec.commodities.names, spec.candidates.commodity[first.candidate]),
    },
  ]
  const link = {
    name: name(spec.routes.names, route),
    selection: { kind: 'route' as const, id: name(spec.routes.ids, route) },
  }
  return {
    ...card,
    parts: [{ title: '', facts: lines, note: '' }],
    links: [{ title: shipmentWords.route, items: [link] }],
  }
}
