/** Story: the events of one shipment as sentences, in order, up to an hour of the run. */
import {
  BRIBED,
  DELIVERED,
  DEPARTED,
  DETECTED,
  INSPECTED,
  type ModelSpec,
  PATROL_SEIZED,
  SEIZED,
  specOn,
} from '../../engine'
import type { Selection } from '../../store'
import { text } from '../../text'
import { mass, money } from '../../words'
import type { StoryEvent } from '../../workers'

const words = text.map.story

export interface StoryLine {
  /** Hour of the run. */
  readonly hour: number
  readonly text: string
  readonly kind: 'moved' | 'passed' | 'bribed' | 'seized' | 'delivered'
  /** What the sentence is about. */
  readonly about: Selection
}

/** A stay at one node: what happened there, and whether the shipment is known to have left its posts behind. */
interface Stay {
  readonly node: number
  readonly arrivedAt: number
  readonly events: readonly StoryEvent[]
  readonly isOver: boolean
}

/** The day of an hour and its clock, in words. */
export function whenOf(hour: number): string {
  return words.when(Math.floor(hour / 24), String(Math.floor(hour) % 24).padStart(2, '0'))
}

/** The journey until `hour`: its stays, and the departure that ends each but the last. */
function journeyOf(spec: ModelSpec, events: readonly StoryEvent[], hour: number) {
  const stays: { readonly stay: Stay; readonly departure: StoryEvent | undefined }[] = []
  let here: StoryEvent[] = []
  let before: StoryEvent | undefined
  for (const event of events) {
    if (event.hour > hour) break
    if (event.kind !== DEPARTED) {
      here.push(event)
      continue
    }
    const node = spec.legs.from[event.place] as number
    const stay = { node, arrivedAt: before?.until ?? event.hour, events: here, isOver: true }
    stays.push({ stay, departure: event })
    here = []
    before = event
  }
  const node = before === undefined ? nodeOf(spec, here[0]) : (spec.legs.to[before.place] as number)
  if (node === undefined) return stays
  const arrivedAt = before?.until ?? here[0]?.hour ?? 0
  const isOver = here.some(({ kind }) => kind === DELIVERED || kind === PATROL_SEIZED)
  stays.push({ stay: { node, arrivedAt, events: here, isOver }, departure: undefined })
  return stays
}

/** Sentences about everything that happened until `hour`. Events are in the order of their hours. */
export function storyOf(spec: ModelSpec, events: readonly StoryEvent[], hour: number): StoryLine[] {
  return journeyOf(spec, events, hour).flatMap(({ stay, departure }, i) => [
    ...stayLines(spec, stay),
    ...(departure === undefined ? [] : [departureLine(spec, departure, i === 0)]),
  ])
}

/** Where the shipment is at `hour`, in words; undefined before it left and after its end. */
export function whereaboutsOf(
  spec: ModelSpec,
  events: readonly StoryEvent[],
  hour: number,
): string | undefined {
  const last = journeyOf(spec, events, hour).at(-1)?.stay
  if (last === undefined || last.isOver || last.events.some(({ kind }) => kind === SEIZED)) return undefined
  const name = spec.nodes.names[last.node] as string
  return hour < last.arrivedAt ? words.underWay(name, Math.floor(last.arrivedAt / 24)) : words.waits(name)
}

/** The node of an event that is not a departure. */
function nodeOf(spec: ModelSpec, event: StoryEvent | undefined): number | undefined {
  if (event === undefined) return undefined
  return event.kind === DELIVERED || event.kind === PATROL_SEIZED
    ? event.place
    : (spec.checkpoints.node[event.place] as number)
}

const placeAt = (spec: ModelSpec, node: number): Selection => ({
  kind: 'node',
  id: spec.nodes.ids[node] as string,
})

function departureLine(spec: ModelSpec, { place, hour, grams }: StoryEvent, isFirst: boolean): StoryLine {
  const from = spec.nodes.names[spec.legs.from[place] as number] as string
  const to = spec.nodes.names[spec.legs.to[place] as number] as string
  const sentence = isFirst ? words.left(from, to, mass(grams)) : words.wentOn(to)
  return { hour, text: sentence, kind: 'moved', about: placeAt(spec, spec.legs.from[place] as number) }
}

/** What happened at the posts of a node, and the end of the journey if it was there. */
function stayLines(spec: ModelSpec, { node, arrivedAt, events, isOver }: Stay): StoryLine[] {
  const lines: StoryLine[] = []
  const { checkpointStart, checkpointList } = spec.nodes
  const posts = checkpointList.subarray(checkpointStart[node], checkpointStart[node + 1])
  for (const post of posts) {
    const here = events.filter(
      ({ kind, place }) =>
        place === post && (kind === INSPECTED || kind === DETECTED || kind === BRIBED || kind === SEIZED),
    )
    if (here.length > 0 || isOver) lines.push(crossing(spec, post, arrivedAt, here))
    if (here.some(({ kind }) => kind === SEIZED)) return lines
  }
  const name = spec.nodes.names[node] as string
  const end = events.find(({ kind }) => kind === DELIVERED || kind === PATROL_SEIZED)
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

/** One post: passed, inspected, bribed or the end. */
function crossing(
  spec: ModelSpec,
  post: number,
  arrivedAt: number,
  events: readonly StoryEvent[],
): StoryLine {
  const hour = events[0]?.hour ?? arrivedAt
  const rules = specOn(spec, Math.floor(hour / 24))
  const name = spec.checkpoints.names[post] as string
  const about: Selection = { kind: 'checkpoint', id: spec.checkpoints.ids[post] as string }
  const seized = events.find(({ kind }) => kind === SEIZED)
  const bribed = events.find(({ kind }) => kind === BRIBED)
  if (seized !== undefined)
    return { hour, about, kind: 'seized', text: words.seized(name, mass(seized.grams)) }
  if (bribed !== undefined) {
    const organisation = rules.candidates.organisation[bribed.candidate] as number
    const offer = rules.organisations.bribeOfferUsd[organisation] as number
    return { hour, about, kind: 'bribed', text: words.bribed(name, money(offer)) }
  }
  if (events.length > 0) return { hour, about, kind: 'passed', text: words.cleared(name) }
  const asks =
    rules.assumptions.bribeMarket !== 'none' && (rules.checkpoints.corruptionRate[post] as number) > 0
  return asks
    ? { hour, about, kind: 'bribed', text: words.paid(name) }
    : { hour, about, kind: 'passed', text: words.notInspected(name) }
}
