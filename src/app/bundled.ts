/** Bundled scenarios: their titles at once, their texts when they are wanted. */
const texts = import.meta.glob<string>(['../../scenarios/*.json', '!../../scenarios/schema.json'], {
  query: '?raw',
  import: 'default',
})
const titles = import.meta.glob<string>(['../../scenarios/*.json', '!../../scenarios/schema.json'], {
  import: 'title',
  eager: true,
})

export const FIRST_SCENARIO = 'central-asia'

export interface Bundled {
  readonly id: string
  readonly title: string
}

function pathOf(id: string): string {
  return `../../scenarios/${id}.json`
}

/** All bundled scenarios, the one that the page opens with first. */
export function bundledScenarios(): Bundled[] {
  const all = Object.entries(titles).map(([path, title]) => {
    return { id: path.replace(/^.*\/(.*)\.json$/, '$1'), title }
  })
  return all.sort((a, b) => Number(b.id === FIRST_SCENARIO) - Number(a.id === FIRST_SCENARIO))
}

/** The text of a bundled scenario; undefined when there is none of that id. */
export async function bundledText(id: string): Promise<string | undefined> {
  return texts[pathOf(id)]?.()
}

/** The ids of all bundled scenarios. */
export function bundledIds(): string[] {
  return bundledScenarios().map(({ id }) => id)
}
