/** A sample by name: chance knows each thing by what it is called, so that the others may come and go. */
import { createHash } from 'node:crypto'

/** So many of the things, always the same for a seed; any part of them from the first on is a fair sample too. */
export function sampled<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  count: number,
  seed: number,
): Thing[] {
  const ticketOf = ({ name }: Thing) => createHash('sha256').update(`${seed} ${name}`).digest('hex')
  const drawn = things.map((thing) => ({ thing, ticket: ticketOf(thing) }))
  drawn.sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
  return drawn.slice(0, count).map(({ thing }) => thing)
}

/** The same things, those that are called alike told apart by a number. */
export function toldApart<Thing extends { readonly name: string }>(things: readonly Thing[]): Thing[] {
  const seen = new Map<string, number>()
  return things.map((thing) => {
    const times = (seen.get(thing.name) ?? 0) + 1
    seen.set(thing.name, times)
    return times === 1 ? thing : { ...thing, name: `${thing.name} #${times}` }
  })
}
