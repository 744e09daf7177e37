/**
 * Network edits: adds, moves and joins places, legs, checkpoints and routes. A scenario in, a checked
 * scenario out (D10).
 */
import { rounded } from '../engine'
import { text } from '../text'
import { greatCircleKm, nearestTo, type Place } from './distance'
import { type Edited, editedFrom } from './edited'
import { shown, told } from './issue'
import { withPrices } from './prices'
import type { Mode, NodeEntry, Scenario } from './schema'

const words = text.editing.issues

/** An edit that made an entry of this id, or why it could not. */
export type Added = (Edited & { ok: true; id: string }) | (Edited & { ok: false })

/**
 * How a leg is estimated from the great circle between its ends: the detour that the mode takes, and its mean
 * speed with stops. Assumptions of a first draft, to be replaced by measured values.
 */
const TRAVEL: Readonly<Record<Mode, { readonly detour: number; readonly kmPerHour: number }>> = {
  road: { detour: 1.3, kmPerHour: 40 },
  rail: { detour: 1.2, kmPerHour: 30 },
  sea: { detour: 1.2, kmPerHour: 25 },
  air: { detour: 1, kmPerHour: 500 },
  path: { detour: 1.5, kmPerHour: 3 },
}
const MAX_KM = 20_000
const MAX_HOURS = 2_000
const ID_LENGTH = 48

/**
 * Length in whole km (1 to 20,000) and travel time in whole hours (1 to 2,000) of a leg between two places.
 */
export function estimatedLeg(from: Place, to: Place, mode: Mode): { km: number; hours: number } {
  const { detour, kmPerHour } = TRAVEL[mode]
  const km = wholeWithin(MAX_KM, greatCircleKm(from, to) * detour)
  return { km, hours: wholeWithin(MAX_HOURS, km / kmPerHour) }
}

/** The nearest whole number from 1 to `max`. */
function wholeWithin(max: number, value: number): number {
  return Math.min(max, Math.max(1, rounded(value)))
}

/** An id that none of the entries has, from the plain letters and digits of a name. */
export function freshId(name: string, entries: readonly { readonly id: string }[]): string {
  const stem = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '_')
    .replace(/^[_-]+|[_-]+$/g, '')
  const base = stem.slice(0, ID_LENGTH) || 'entry'
  const taken = new Set(entries.map(({ id }) => id))
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}_${n}`
    if (!taken.has(id)) return id
  }
}

/**
 * The first of `R1`, `R2`, ... that none of the entries has. Charts name routes by their ids: they are short.
 */
function numberedId(letter: string, entries: readonly { readonly id: string }[]): string {
  const taken = new Set(entries.map(({ id }) => id))
  for (let n = 1; ; n++) if (!taken.has(`${letter}${n}`)) return `${letter}${n}`
}

export interface NewNode extends Place {
  readonly name: string
  readonly kind: NodeEntry['kind']
  /** Left out: the country of the nearest place. */
  readonly country?: string
}

export function addNode(scenario: Scenario, node: NewNode): Added {
  const id = freshId(node.name, scenario.nodes)
  const country = node.country ?? (nearestTo(scenario.nodes, node) ?? scenario.nodes[0])?.country
  return checked(scenario, { nodes: [...scenario.nodes, { ...node, id, country }] }, id)
}

/**
 * The place under another name. One that still has the name it was made with gets its id from its first own
 * name, as long as nothing refers to it.
 */
export function nameNode(scenario: Scenario, id: string, name: string): Added {
  const others = scenario.nodes.filter((node) => node.id !== id)
  const former = scenario.nodes.find((node) => node.id === id)?.name ?? ''
  const keepsId = !isStandIn(former) || isStandIn(name) || isReferredTo({ ...scenario, nodes: others }, id)
  const own = keepsId ? id : freshId(name, others)
  const nodes = scenario.nodes.map((node) => (node.id === id ? { ...node, id: own, name } : node))
  return checked(scenario, { nodes }, own)
}

/** Whether a name is one that a new place has until somebody names it. */
function isStandIn(name: string): boolean {
  return text.editing.newPlace(Number(/\d+/.exec(name)?.[0])) === name
}

/** Whether an id occurs anywhere, also as a key or within a path. */
function isReferredTo(document: unknown, id: string): boolean {
  return new RegExp(`(?<![A-Za-z0-9_-])${id}(?![A-Za-z0-9_-])`).test(JSON.stringify(document))
}

/**
 * The place moved; legs that still have their estimated length and time follow, others keep what somebody
 * gave them.
 */
export function moveNode(scenario: Scenario, id: string, { lat, lon }: Place): Edited {
  const nodes = scenario.nodes.map((node) => (node.id === id ? { ...node, lat, lon } : node))
  const moved = { ...scenario, nodes }
  const legs = scenario.legs.map((leg) => {
    const touches = leg.from === id || leg.to === id
    return touches && isEstimated(scenario, leg) ? { ...leg, ...estimateOf(moved, leg) } : leg
  })
  return checked(scenario, { nodes, legs }, id)
}

/** Legs at a place whose length or time is not the estimate: they keep it when the place moves. */
export function givenLegsAt(scenario: Scenario, node: string): LegEntry[] {
  return scenario.legs.filter((leg) => (leg.from === node || leg.to === node) && !isEstimated(scenario, leg))
}

/** The leg with the estimated length and time between its places in place of given ones. */
export function estimateLeg(scenario: Scenario, id: string): Edited {
  const legs = scenario.legs.map((leg) => (leg.id === id ? { ...leg, ...estimateOf(scenario, leg) } : leg))
  return checked(scenario, { legs }, id)
}

/** The leg with another mode; length and time follow where they are still the estimate. */
export function setLegMode(scenario: Scenario, id: string, mode: Mode): Edited {
  const legs = scenario.legs.map((leg) => {
    if (leg.id !== id) return leg
    const changed = { ...leg, mode }
    return isEstimated(scenario, leg) ? { ...changed, ...estimateOf(scenario, changed) } : changed
  })
  return checked(scenario, { legs }, id)
}

/** The place in another country, with the checkpoints there that were in its former one. */
export function setNodeCountry(scenario: Scenario, id: string, country: string): Edited {
  const former = scenario.nodes.find((node) => node.id === id)?.country
  const nodes = scenario.nodes.map((node) => (node.id === id ? { ...node, country } : node))
  const checkpoints = scenario.checkpoints.map((post) =>
    post.node === id && post.country === former ? { ...post, country } : post,
  )
  return checked(scenario, { nodes, checkpoints }, id)
}

type LegEntry = Scenario['legs'][number]
type Ends = Pick<LegEntry, 'from' | 'to' | 'mode'>

function estimateOf({ nodes }: Pick<Scenario, 'nodes'>, { from, to, mode }: Ends) {
  const [a, b] = [from, to].map((id) => nodes.find((node) => node.id === id))
  return a === undefined || b === undefined ? undefined : estimatedLeg(a, b, mode)
}

/** Whether a leg still has its estimated length and time. */
export function isEstimated(scenario: Scenario, leg: LegEntry): boolean {
  const estimate = estimateOf(scenario, leg)
  return estimate?.km === leg.km && estimate.hours === leg.hours
}

export interface NewLeg extends Ends {
  readonly bidirectional: boolean
}

/** A leg of estimated length and time. Two places are joined by one leg of a mode at most. */
export function addLeg(scenario: Scenario, leg: NewLeg): Added {
  const { from, to, mode } = leg
  const twin = scenario.legs.find((known) => known.mode === mode && joins(known, from, to))
  if (twin !== undefined)
    return refused(`legs.${twin.id}`, words.joinedAlready, words.otherEnds, `${from} - ${to}`)
  const id = freshId(`${from}--${to}`, scenario.legs)
  // Without both places the reference check says what is wrong; the estimate does not matter then.
  const estimate = estimateOf(scenario, leg) ?? { km: 1, hours: 1 }
  return checked(scenario, { legs: [...scenario.legs, { ...leg, id, ...estimate }] }, id)
}

/** Whether a leg leads from one place to the other. */
export function joins(leg: Pick<LegEntry, 'from' | 'to' | 'bidirectional'>, from: string, to: string) {
  return (leg.from === from && leg.to === to) || (leg.bidirectional && leg.from === to && leg.to === from)
}

/** A checkpoint with default staff, named after its place where no name is given. */
export function addCheckpoint(scenario: Scenario, node: string, name?: string): Added {
  const place = scenario.nodes.find(({ id }) => id === node)
  const title = name ?? place?.name ?? node
  const id = freshId(title, scenario.checkpoints)
  const checkpoints = [...scenario.checkpoints, { id, name: title, node }]
  return checked(scenario, { checkpoints }, id)
}

export interface NewRoute {
  /** Places in order, each pair joined by a leg, the last one a market. */
  readonly nodes: readonly string[]
  /** Id of the organisation that may use it. */
  readonly organisation: string
  readonly name?: string
}

/**
 * A route that an organisation may use from now on. Where the organisation has no supply at its start it gets
 * one like its first; where a price is missing on the way, that of the nearest place of the same kind is
 * taken.
 */
export function addRoute(scenario: Scenario, { nodes, organisation, name }: NewRoute): Added {
  const twin = scenario.routes.find((route) => route.nodes.join() === nodes.join())
  if (twin !== undefined)
    return refused(`routes.${twin.id}`, words.sameRoute(twin.name), words.otherPlaces, nodes)
  const nameOf = (id: string | undefined) => scenario.nodes.find((node) => node.id === id)?.name ?? ''
  const title = name ?? text.editing.routeName(nameOf(nodes[0]), nameOf(nodes.at(-1)))
  const id = numberedId('R', scenario.routes)
  const routes = [...scenario.routes, { id, name: title, nodes: [...nodes], weight: 1 }]
  const organisations = scenario.organisations.map((own) =>
    own.id === organisation ? { ...withSupplyAt(own, nodes[0] ?? ''), routes: [...own.routes, id] } : own,
  )
  return checked(scenario, withPrices({ ...scenario, routes, organisations }, organisation, nodes), id)
}

/**
 * The route among those that an organisation may use, with a supply and prices as for a new one; or no longer
 * among them. A supply that would have no way out goes with it; refused where the organisation would have
 * none left.
 */
export function setRouteUser(scenario: Scenario, route: string, organisation: string, uses: boolean): Edited {
  const nodes = scenario.routes.find(({ id }) => id === route)?.nodes ?? []
  const start = nodes[0] ?? ''
  const organisations = scenario.organisations.map((own) => {
    if (own.id !== organisation || own.routes.includes(route) === uses) return own
    if (uses) return { ...withSupplyAt(own, start), routes: [...own.routes, route] }
    const left = { ...own, routes: own.routes.filter((id) => id !== route) }
    return hasWayFrom(scenario, left, start) ? left : withoutSupplyAt(left, start)
  })
  const idle = organisations.find(({ supply }) => supply.length === 0)
  if (idle !== undefined)
    return refused(`organisations.${idle.id}.routes`, words.lastWay(idle.name), words.anotherWay, idle.routes)
  const changed = { ...scenario, organisations }
  return checked(scenario, uses ? withPrices(changed, organisation, nodes) : changed, route)
}

type OrganisationEntry = Scenario['organisations'][number]

function hasWayFrom({ routes }: Scenario, organisation: OrganisationEntry, source: string): boolean {
  if (organisation.generatedRoutes.count > 0) return true
  return routes.some(({ id, nodes }) => nodes[0] === source && organisation.routes.includes(id))
}

function withoutSupplyAt(organisation: OrganisationEntry, source: string): OrganisationEntry {
  return { ...organisation, supply: organisation.supply.filter((supply) => supply.source !== source) }
}

function withSupplyAt(organisation: OrganisationEntry, source: string): OrganisationEntry {
  const [first] = organisation.supply
  if (first === undefined || organisation.supply.some((supply) => supply.source === source))
    return organisation
  return { ...organisation, supply: [...organisation.supply, { ...first, source }] }
}

function checked(
  before: Scenario,
  changed: Readonly<Partial<Record<keyof Scenario, unknown>>>,
  id: string,
): Added {
  const edited = editedFrom(before, { ...before, ...changed })
  return edited.ok ? { ...edited, id } : edited
}

function refused(path: string, message: string, expected: string, found: unknown): Added {
  return told([{ path, message, expected, found: () => shown(found) }])
}
