/** Bundled scenarios: their cards at once, their texts when they are wanted. */
interface Card {
  readonly title: string
  readonly description: string
  /** Id of the scenario that it builds on. */
  readonly base?: string
}

const texts = import.meta.glob<string>(['../../../scenarios/*.json', '!../../../scenarios/schema.json'], {
  query: '?raw',
  import: 'default',
})
const cards = import.meta.glob<Card>(['../../../scenarios/*.json', '!../../../scenarios/schema.json'], {
  query: '?card',
  import: 'default',
  eager: true,
})

export const FIRST_SCENARIO = 'central-asia'

export interface Bundled extends Card {
  readonly id: string
}

/** Scenarios that belong together; the first may be what the others build on. */
export interface Family {
  /** Id of the scenario that all others build on; undefined for the rest. */
  readonly root: string | undefined
  readonly members: readonly Bundled[]
}

function fileOf(id: string): string {
  return `../../../scenarios/${id}.json`
}

/** All bundled scenarios in the order of their titles, the one that the page opens with first. */
export function bundledScenarios(): Bundled[] {
  const all = Object.entries(cards).map(([path, card]) => {
    return { ...card, id: path.replace(/^.*\/(.*)\.json(\?.*)?$/, '$1') }
  })
  const isFirst = ({ id }: Bundled) => Number(id === FIRST_SCENARIO)
  return all.sort((a, b) => isFirst(b) - isFirst(a) || (a.title < b.title ? -1 : 1))
}

/** The case that the page opens with and what builds on it; then all others, each after its base. */
export function familiesOf(scenarios: readonly Bundled[], root: string): Family[] {
  const baseOf = new Map(scenarios.map(({ id, base }) => [id, base]))
  const isKin = (id: string | undefined): boolean =>
    id !== undefined && (id === root || isKin(baseOf.get(id)))
  const branch = (parent: string | undefined): Bundled[] =>
    scenarios.filter(({ base }) => base === parent).flatMap((child) => [child, ...branch(child.id)])
  const ordered = branch(undefined)
  const families: Family[] = [
    { root, members: ordered.filter(({ id }) => isKin(id)) },
    { root: undefined, members: ordered.filter(({ id }) => !isKin(id)) },
  ]
  return families.filter(({ members }) => members.length > 0)
}

/** The text of a bundled scenario; undefined when there is none of that id. */
export async function bundledText(id: string): Promise<string | undefined> {
  return texts[fileOf(id)]?.()
}

/** The ids of all bundled scenarios. */
export function bundledIds(): string[] {
  return bundledScenarios().map(({ id }) => id)
}
