/** Story: the events of one shipment as sentences, in order, up to an hour of the run. */
import {
  BRIBED,
  candidateAt,
  checkpointAt,
  DELIVERED,
  DEPARTED,
  type Departure,
  type Fact,
  legAt,
  type ModelSpec,
  nodeAt,
  PATROL_SEIZED,
  SEIZED,
  specOn,
} from '../../engine'
import type { Selection } from '../../store'
import { text } from '../../text'
import { mass, money } from '../../words'

const words = text.map.story

export interface StoryLine {
  /** Hour of the run. */
  readonly hour: number
  readonly text: string
  readonly kind: 'moved' | 'passed' | 'bribed' | 'seized' | 'delivered'
  /** What the sentence is about. */
  readonly about: Selection
}

/** What happens while a shipment stays at a node. */
type AtNode = Exclude<Fact, Departure>

/** A stay at one node: what happened there, and whether the shipment has passed its checkpoints. */
interface Stay {
  readonly node: number
  readonly arrivedAt: number
  readonly facts: readonly AtNode[]
  readonly isOver: boolean
}

/** The day of an hour and its clock, in words. */
export function whenOf(hour: number): string {
  return words.when(Math.floor(hour / 24), String(Math.floor(hour) % 24).padStart(2, '0'))
}

/** The journey until `hour`: its stays, and the departure that ends each but the last. */
function journeyOf(spec: ModelSpec, facts: readonly Fact[], hour: number) {
  const stays: { readonly stay: Stay; readonly departure: Departure | undefined }[] = []
  let here: AtNode[] = []
  let before: Departure | undefined
  for (const fact of facts) {
    if (fact.hour > hour) break
    if (fact.kind !== DEPARTED) {
      here.push(fact)
      continue
    }
    const { from: node } = legAt(spec, fact.leg)
    const stay = { node, arrivedAt: before?.arriveAt ?? fact.hour, facts: here, isOver: true }
    stays.push({ stay, departure: fact })
    here = []
    before = fact
  }
  const node = before === undefined ? nodeOf(spec, here[0]) : legAt(spec, before.leg).to
  if (node === undefined) return stays
  const arrivedAt = before?.arriveAt ?? here[0]?.hour ?? 0
  const isOver = here.some(({ kind }) => kind === DELIVERED || kind === PATROL_SEIZED)
  stays.push({ stay: { node, arrivedAt, facts: here, isOver }, departure: undefined })
  return stays
}

/** Sentences about everything that happened until `hour`. Facts are in the order of their hours. */
export function storyOf(spec: ModelSpec, facts: readonly Fact[], hour: number): StoryLine[] {
  return journeyOf(spec, facts, hour).flatMap(({ stay, departure }, i) => [
    ...stayLines(spec, stay),
    ...(departure === undefined ? [] : [departureLine(spec, departure, i === 0)]),
  ])
}

/** Where the shipment is at `hour`, in words; undefined before it left and after its end. */
export function whereaboutsOf(spec: ModelSpec, facts: readonly Fact[], hour: number): string | undefined {
  const last = journeyOf(spec, facts, hour).at(-1)?.stay
  if (last === undefined || last.isOver || last.facts.some(({ kind }) => kind === SEIZED)) return undefined
  const { name } = nodeAt(spec, last.node)
  return hour < last.arrivedAt ? words.underWay(name, Math.floor(last.arrivedAt / 24)) : words.waits(name)
}

function nodeOf(spec: ModelSpec, fact: AtNode | undefined): number | undefined {
  if (fact === undefined) return undefined
  return 'node' in fact ? fact.node : checkpointAt(spec, fact.checkpoint).node
}

const placeAt = (spec: ModelSpec, node: number): Selection => ({
  kind: 'node',
  id: nodeAt(spec, node).id,
})

function departureLine(spec: ModelSpec, { leg, hour, grams }: Departure, isFirst: boolean): StoryLine {
  const { from, to } = legAt(spec, leg)
  const [start, end] = [nodeAt(spec, from).name, nodeAt(spec, to).name]
  const sentence = isFirst ? words.left(start, end, mass(grams)) : words.wentOn(end)
  return { hour, text: sentence, kind: 'moved', about: placeAt(spec, from) }
}

/** What happened at the checkpoints of a node, and the end of the journey if it was there. */
function stayLines(spec: ModelSpec, { node, arrivedAt, facts, isOver }: Stay): StoryLine[] {
  const lines: StoryLine[] = []
  const { checkpointStart, checkpointList } = spec.nodes
  const checkpoints = checkpointList.subarray(checkpointStart[node], checkpointStart[node + 1])
  for (const checkpoint of checkpoints) {
    const here = facts.filter((fact) => 'checkpoint' in fact && fact.checkpoint === checkpoint)
    if (here.length > 0 || isOver) lines.push(crossing(spec, checkpoint, arrivedAt, here))
    if (here.some(({ kind }) => kind === SEIZED)) return lines
  }
  const { name } = nodeAt(spec, node)
  const end = facts.find(({ kind }) => kind === DELIVERED || kind === PATROL_SEIZED)
  if (end === undefined) return lines
  const isDelivered = end.kind === DELIVERED
  lines.push({
    hour: end.hour,
    text: (isDelivered ? words.delivered : words.patrolSeized)(name, mass(end.grams)),
    kind: isDelivered ? 'delivered' : 'seized',
    about: placeAt(spec, node),
  })
  return lines
}

/** One checkpoint: passed, inspected, bribed or the end. */
function crossing(spec: ModelSpec, checkpoint: number, arrivedAt: number, facts: readonly Fact[]): StoryLine {
  const hour = facts[0]?.hour ?? arrivedAt
  const rules = specOn(spec, Math.floor(hour / 24))
  const { id, name } = checkpointAt(spec, checkpoint)
  const about: Selection = { kind: 'checkpoint', id }
  const seized = facts.find(({ kind }) => kind === SEIZED)
  const bribed = facts.find(({ kind }) => kind === BRIBED)
  if (seized !== undefined)
    return { hour, about, kind: 'seized', text: words.seized(name, mass(seized.grams)) }
  if (bribed !== undefined) {
    const { organisation } = candidateAt(rules, bribed.candidate)
    const offer = rules.organisations.bribeOfferUsd[organisation] ?? 0
    return { hour, about, kind: 'bribed', text: words.bribed(name, money(offer)) }
  }
  if (facts.length > 0) return { hour, about, kind: 'passed', text: words.cleared(name) }
  const asks = rules.assumptions.bribeMarket !== 'none' && checkpointAt(rules, checkpoint).corruptionRate > 0
  return asks
    ? { hour, about, kind: 'bribed', text: words.paid(name) }
    : { hour, about, kind: 'passed', text: words.notInspected(name) }
}
