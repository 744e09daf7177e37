/** Cards: the facts that the inspector shows of a place, a leg, a checkpoint, a route or a shipment. */

import { leftPlaces, meanOdds, seizedAtPosts, soldAtPlaces, sumOf } from '../../analysis'
import type { ModelSpec } from '../../engine'
import { legEntryId, type Scenario } from '../../scenario'
import type { Selection } from '../../store'
import { text } from '../../text'
import { shipmentSelection } from '../../watch'
import { capital, count, countryText, mass, money, number, oddsRows, oddsTitle, percent } from '../../words'
import type { Card, InspectorView, Link } from './card'
import { routeCard, shipmentCard } from './journeyCards'
import { whenOf } from './story'

const words = text.page.inspector
const { units } = text.page
const routeWords = text.map.route

const MAX_SEIZURES = 5
const MAX_FOUND = 6

/** The card of a selection; undefined when the scenario has no such entry. */
export function cardOf(view: InspectorView, selection: Selection): Card | undefined {
  return CARDS[selection.kind](view, selection.id)
}

const CARDS: Readonly<Record<Selection['kind'], (view: InspectorView, id: string) => Card | undefined>> = {
  checkpoint: checkpointCard,
  node: nodeCard,
  leg: legCard,
  route: routeCard,
  shipment: shipmentCard,
}

function checkpointCard(view: InspectorView, id: string): Card | undefined {
  const { scenario, spec, frame, lastSeizures, hour } = view
  const entry = scenario.checkpoints.find((post) => post.id === id)
  const k = spec.checkpoints.ids.indexOf(id)
  if (entry === undefined || k < 0) return undefined
  const staff = spec.checkpoints.staff[k] as number
  const counters = frame?.counters
  const total = (values: Float64Array | undefined) => count(values?.[k] ?? 0)
  const grams = counters && seizedAtPosts(spec, counters)[k]
  return {
    title: entry.name,
    subtitle: [words.kinds.checkpoint, entry.country === undefined ? '' : countryText(entry.country)]
      .filter(Boolean)
      .join(' · '),
    path: `checkpoints.${id}`,
    parts: [
      {
        title: '',
        facts: [
          {
            label: words.officers,
            value: words.officersOf(number(staff), number(spec.checkpoints.requiredStaff[k] as number)),
          },
        ],
        note: staff === entry.staff ? '' : words.underEvents(number(entry.staff)),
      },
      { title: oddsTitle(spec, k), facts: oddsRows([meanOdds(spec, k)]), note: words.oddsNote },
      {
        title: words.counts,
        facts: [
          { label: words.crossings, value: total(counters?.crossings) },
          { label: words.inspections, value: total(counters?.inspections) },
          { label: words.detections, value: total(counters?.detections) },
          { label: words.seizures, value: total(counters?.seizures) },
          { label: words.seizedMass, value: mass(grams ?? 0) },
          { label: words.bribes, value: money((counters?.checkpointBribeCents[k] ?? 0) / 100) },
        ],
        note: '',
      },
    ],
    story: [],
    links: [
      {
        title: text.map.lastSeizures,
        items: lastSeizures.at(k, hour, MAX_SEIZURES).map((seizure) => ({
          name: text.map.seizureAt(whenOf(seizure.hour), mass(seizure.grams)),
          selection: shipmentSelection(seizure),
        })),
      },
    ].filter(({ items }) => items.length > 0),
    note: entry.note ?? '',
  }
}

function nodeCard({ scenario, spec, frame, gramsOver }: InspectorView, id: string): Card | undefined {
  const entry = scenario.nodes.find((node) => node.id === id)
  const n = spec.nodes.ids.indexOf(id)
  if (entry === undefined || n < 0) return undefined
  const nameOf = new Map(scenario.nodes.map((node) => [node.id, node.name]))
  const posts = scenario.checkpoints.filter((post) => post.node === id)
  const legs = scenario.legs.filter((leg) => leg.from === id || leg.to === id)
  const left = frame && leftPlaces(spec, frame.counters)[n]
  const sold = frame && soldAtPlaces(spec, frame.counters)[n]
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
        title: words.posts,
        items: posts.map(({ id: post, name }) => ({
          name,
          selection: { kind: 'checkpoint' as const, id: post },
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

function legCard({ scenario, spec, frame, flows, gramsOver }: InspectorView, id: string): Card | undefined {
  const entry = scenario.legs.find((leg) => leg.id === id)
  if (entry === undefined) return undefined
  const nameOf = (node: string) => scenario.nodes.find((candidate) => candidate.id === node)?.name ?? node
  const directions = directedLegs(spec, id).map((leg) => ({
    title: words.direction(
      spec.nodes.names[spec.legs.from[leg] as number] ?? '',
      spec.nodes.names[spec.legs.to[leg] as number] ?? '',
    ),
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

function routesThrough(scenario: Scenario, passes: (route: Scenario['routes'][number]) => boolean): Link[] {
  return scenario.routes
    .filter(passes)
    .map(({ id, name }) => ({ name, selection: { kind: 'route' as const, id } }))
}

/** Grams of each candidate through a node: those that left, or where more arrived, those. */
function throughNode({ legs }: ModelSpec, node: number, gramsOver: InspectorView['gramsOver']): Float64Array {
  const legsAt = (ends: Int32Array) => [...ends.keys()].filter((leg) => ends[leg] === node)
  const left = gramsOver(legsAt(legs.from))
  const arrived = gramsOver(legsAt(legs.to))
  return sumOf(arrived) > sumOf(left) ? arrived : left
}

/** The routes found by organisations that carry most of these grams by candidate, with their shares of all of them. */
function foundRoutes(spec: ModelSpec, grams: Float64Array): Link[] {
  const { routes, candidates } = spec
  const all = sumOf(grams)
  return [...grams.keys()]
    .filter(
      (candidate) =>
        grams[candidate] !== 0 && routes.isGenerated[candidates.route[candidate] as number] === 1,
    )
    .sort((a, b) => (grams[b] as number) - (grams[a] as number) || a - b)
    .slice(0, MAX_FOUND)
    .map((candidate) => {
      const route = candidates.route[candidate] as number
      return {
        name: routes.names[route] ?? '',
        detail: percent((grams[candidate] as number) / all),
        selection: { kind: 'route', id: routes.ids[route] ?? '' },
      }
    })
}

/** Indices of the directions of a leg of the scenario. */
function directedLegs(spec: ModelSpec, id: string): number[] {
  return spec.legs.ids.flatMap((directed, i) => (legEntryId(directed) === id ? [i] : []))
}

/** With its full stop, unless it ends with a mark of its own or is empty. */
function sentence(words: string): string {
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`
}
