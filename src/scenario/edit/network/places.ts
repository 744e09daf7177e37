/** Places and checkpoints: adds, names and moves them. A scenario in, a checked scenario out (D10). */
import { text } from '../../../text'
import type { NodeEntry, Scenario } from '../../schema'
import { nearestTo, type Place } from '../distance'
import type { Edited } from '../edited'
import { freshId } from '../freshId'
import { type Added, withParts } from './added'
import { estimateOf, isEstimated } from './estimate'

export interface NewNode extends Place {
  readonly name: string
  readonly kind: NodeEntry['kind']
  /** Left out: the country of the nearest place. */
  readonly country?: string
}

export function addNode(scenario: Scenario, node: NewNode): Added {
  const id = freshId(node.name, scenario.nodes)
  const country = node.country ?? (nearestTo(scenario.nodes, node) ?? scenario.nodes[0])?.country
  return withParts(scenario, { nodes: [...scenario.nodes, { ...node, id, country }] }, id)
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
  return withParts(scenario, { nodes }, own)
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
  return withParts(scenario, { nodes, legs }, id)
}

/** The place in another country, with the checkpoints there that were in its former one. */
export function setNodeCountry(scenario: Scenario, id: string, country: string): Edited {
  const former = scenario.nodes.find((node) => node.id === id)?.country
  const nodes = scenario.nodes.map((node) => (node.id === id ? { ...node, country } : node))
  const checkpoints = scenario.checkpoints.map((checkpoint) =>
    checkpoint.node === id && checkpoint.country === former ? { ...checkpoint, country } : checkpoint,
  )
  return withParts(scenario, { nodes, checkpoints }, id)
}

/** A checkpoint with default staff, named after its place where no name is given. */
export function addCheckpoint(scenario: Scenario, node: string, name?: string): Added {
  const place = scenario.nodes.find(({ id }) => id === node)
  const title = name ?? place?.name ?? node
  const id = freshId(title, scenario.checkpoints)
  const checkpoints = [...scenario.checkpoints, { id, name: title, node }]
  return withParts(scenario, { checkpoints }, id)
}
