/** Checks of the network: legs, checkpoints and their hours, corridors and routes. */
import { text } from '../../../text'
import { type Entry, entriesOf, idOf, listOf, stringsOf, textOf } from '../../entries'
import type { Refer, Report } from './check'

const words = text.issues

export function checkLegs(file: Entry, report: Report, refer: Refer): void {
  for (const leg of entriesOf(file.legs)) {
    const path = `legs.${idOf(leg)}`
    refer(`${path}.from`, 'nodes', 'node', leg.from)
    refer(`${path}.to`, 'nodes', 'node', leg.to)
    if (typeof leg.from === 'string' && leg.from === leg.to)
      report(`${path}.to`, words.legLoop, words.twoPlaces, leg.to)
  }
}

export function checkCheckpoints(file: Entry, report: Report, refer: Refer): void {
  for (const checkpoint of entriesOf(file.checkpoints)) {
    const path = `checkpoints.${idOf(checkpoint)}`
    refer(`${path}.node`, 'nodes', 'node', checkpoint.node)
    if (checkpoint.openFromHour !== undefined && checkpoint.openFromHour === checkpoint.openUntilHour) {
      report(`${path}.openUntilHour`, words.neverOpen, words.hoursExpected, checkpoint.openUntilHour)
    }
  }
}

export function checkCorridors(file: Entry, _: Report, refer: Refer): void {
  for (const corridor of entriesOf(file.corridors)) {
    for (const [i, leg] of listOf(corridor.legs).entries())
      refer(`corridors.${idOf(corridor)}.legs.${i}`, 'legs', 'leg', leg)
  }
}

export function checkRoutes(file: Entry, report: Report, refer: Refer): void {
  const joined = new Set<string>()
  for (const leg of entriesOf(file.legs)) {
    const [from, to] = [textOf(leg.from), textOf(leg.to)]
    joined.add(`${from}>${to}`)
    if (leg.bidirectional !== false) joined.add(`${to}>${from}`)
  }
  const kinds = new Map(entriesOf(file.nodes).map((node) => [idOf(node), node.kind]))
  for (const route of entriesOf(file.routes)) {
    const path = `routes.${idOf(route)}.nodes`
    const places = stringsOf(route.nodes)
    const known = places.map((place, i) => refer(`${path}.${i}`, 'nodes', 'node', place))
    for (let i = 1; i < places.length; i++) {
      const [from, to] = [places[i - 1] ?? '', places[i] ?? '']
      if (known[i - 1] && known[i] && !joined.has(`${from}>${to}`)) {
        report(`${path}.${i}`, words.noLeg(from, to), words.joinedPlaces, `${from} - ${to}`)
      }
    }
    const end = places.at(-1)
    if (end !== undefined && kinds.has(end) && kinds.get(end) !== 'market') {
      report(`${path}.${places.length - 1}`, words.routeEnd(end), words.marketAtEnd, kinds.get(end))
    }
  }
}

/**
 * A load passes all checkpoints of a place at once: they need a common hour, unless no month sees all of them
 * open.
 */
export function checkHours(file: Entry, report: Report): void {
  const checkpointsAt = new Map<string, Entry[]>()
  for (const checkpoint of entriesOf(file.checkpoints)) {
    const node = textOf(checkpoint.node)
    const checkpoints = checkpointsAt.get(node) ?? []
    checkpointsAt.set(node, checkpoints)
    checkpoints.push(checkpoint)
  }
  for (const [node, checkpoints] of checkpointsAt) {
    const open = (hour: number) => checkpoints.every((checkpoint) => isOpenAt(hour, hoursOf(checkpoint)))
    const valid = checkpoints.every((checkpoint) => hoursOf(checkpoint)[0] !== hoursOf(checkpoint)[1])
    const shut = new Set(checkpoints.flatMap(({ closedMonths }) => listOf(closedMonths)))
    if (checkpoints.length < 2 || !valid || shut.size === 12) continue
    if (Array.from({ length: 24 }, (_, hour) => hour).some(open)) continue
    const ids = checkpoints.map(idOf)
    const found = checkpoints.map((checkpoint) => hoursOf(checkpoint).join('-')).join(', ')
    report(
      `checkpoints.${ids[0]}.openFromHour`,
      words.noCommonHour(node, ids),
      words.commonHourExpected,
      found,
    )
  }
}

function hoursOf({ openFromHour, openUntilHour }: Entry): readonly [from: number, until: number] {
  return [
    typeof openFromHour === 'number' ? openFromHour : 0,
    typeof openUntilHour === 'number' ? openUntilHour : 24,
  ]
}

function isOpenAt(hour: number, [from, until]: readonly [from: number, until: number]): boolean {
  return from < until ? hour >= from && hour < until : hour >= from || hour < until
}
