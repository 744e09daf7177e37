/** Entries of the network that can be edited, their lists in the scenario and their names. */
import type { RemovableList, Scenario } from '../../scenario'
import type { EntrySelection } from '../../store'
import { text } from '../../text'
import { nameOf } from '../../words'

export const LISTS: Readonly<Record<EntrySelection['kind'], RemovableList>> = {
  node: 'nodes',
  leg: 'legs',
  checkpoint: 'checkpoints',
  route: 'routes',
}

/** Name of an entry; a leg is named by its ends. */
export function entryName(scenario: Scenario, { kind, id }: EntrySelection): string {
  const entries: readonly { readonly id: string }[] = scenario[LISTS[kind]]
  if (kind !== 'leg')
    return nameOf(
      entries.find((entry) => entry.id === id),
      id,
    )
  const leg = scenario.legs.find((entry) => entry.id === id)
  const [from = id, to = id] = [leg?.from, leg?.to].map(
    (end) => scenario.nodes.find((node) => node.id === end)?.name,
  )
  return text.editing.legName(from, to)
}

/** Lists whose entries messages name by their ids. */
const NAMED = ['nodes', 'checkpoints', 'routes', 'organisations', 'commodities'] as const

/** A message for the authors of files with names in place of ids. */
export function withNames(scenario: Scenario, message: string): string {
  return message.replace(/"([A-Za-z0-9_-]+)"/g, (quoted, id: string) => {
    const entries: readonly { readonly id: string }[] = NAMED.flatMap((list) => [...scenario[list]])
    const entry = entries.find((one) => one.id === id)
    return entry === undefined ? quoted : `"${nameOf(entry, id)}"`
  })
}
