/** Edit state: the tool in use, its choices, and what is half drawn. */
import type { Mode, NodeEntry, Removal, Scenario } from '../../scenario'
import type { EntrySelection } from '../../store'

export const TOOLS = ['select', 'place', 'leg', 'checkpoint', 'route', 'remove'] as const
export type Tool = (typeof TOOLS)[number]

/** A removal that waits for an answer. */
export interface PendingRemoval {
  readonly entry: EntrySelection
  readonly name: string
  readonly also: (Removal & { ok: true })['also']
}

export interface EditState {
  readonly active: boolean
  readonly tool: Tool
  /** Choices for the next place, leg and route. */
  readonly kind: NodeEntry['kind']
  readonly mode: Mode
  readonly bothWays: boolean
  readonly organisation: string
  /** Places clicked so far: the start of a leg, or all places of a route. */
  readonly way: readonly string[]
  readonly pending: PendingRemoval | undefined
  /** Why the last edit was refused; empty when it was not. */
  readonly problem: string
  /** Id of a place that was just added and wants a name. */
  readonly unnamed: string
}

/** Nothing half drawn, asked or refused. */
export const AT_REST = { way: [], pending: undefined, problem: '', unnamed: '' } as const

export const FIRST_STATE: EditState = {
  active: false,
  tool: 'select',
  kind: 'transit',
  mode: 'road',
  bothWays: true,
  organisation: '',
  ...AT_REST,
}

/** The organisation of a new route: the chosen one, else one with a supply at its start, else the first. */
export function organisationFor(
  { organisations }: Scenario,
  { organisation, way }: Pick<EditState, 'organisation' | 'way'>,
): string {
  const chosen = organisations.find(({ id }) => id === organisation)
  const supplied = organisations.find(({ supply }) => supply.some(({ source }) => source === way[0]))
  return (chosen ?? supplied ?? organisations[0])?.id ?? ''
}
