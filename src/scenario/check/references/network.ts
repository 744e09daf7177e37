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

export function checkPosts(file: Entry, report: Report, refer: Refer): void {
  for (const post of entriesOf(file.checkpoints)) {
    const path = `checkpoints.${idOf(post)}`
    refer(`${path}.node`, 'nodes', 'node', post.node)
    if (post.openFromHour !== undefined && post.openFromHour === post.openUntilHour) {
      report(`${path}.openUntilHour`, words.neverOpen, words.hoursExpected, post.openUntilHour)
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
 * A load passes all posts of a place at once: they need a common hour, unless no month sees all of them open.
 */
export function checkHours(file: Entry, report: Report): void {
  const postsAt = new Map<string, Entry[]>()
  for (const post of entriesOf(file.checkpoints)) {
    const node = textOf(post.node)
    const posts = postsAt.get(node) ?? []
    postsAt.set(node, posts)
    posts.push(post)
  }
  for (const [node, posts] of postsAt) {
    const open = (hour: number) => posts.every((post) => isOpenAt(hour, hoursOf(post)))
    const valid = posts.every((post) => hoursOf(post)[0] !== hoursOf(post)[1])
    const shut = new Set(posts.flatMap(({ closedMonths }) => listOf(closedMonths)))
    if (posts.length < 2 || !valid || shut.size === 12) continue
    if (Array.from({ length: 24 }, (_, hour) => hour).some(open)) continue
    const ids = posts.map(idOf)
    const found = posts.map((post) => hoursOf(post).join('-')).join(', ')
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
