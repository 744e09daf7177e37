/** Bases: texts of scenarios that others derive from, bundled or opened during this visit. */
import { type Bases, baseOfText } from '../../scenario'
import { bundledIds, bundledText } from './bundled'

export interface FetchedBases extends Bases {
  /**
   * The text of a scenario, bundled or opened before; undefined for an unknown id. Rejects if loading fails.
   */
  fetch(id: string): Promise<string | undefined>
  /** Fetches the bundled bases that a text needs, one after another. Rejects if loading fails. */
  fetchFor(content: string): Promise<void>
  /** Keeps the text of an opened file for others to derive from. Bundled scenarios keep their own text. */
  remember(id: string, content: string): void
}

export function createBases(): FetchedBases {
  const bundled = new Map<string, string>()
  const opened = new Map<string, string>()

  async function fetch(id: string): Promise<string | undefined> {
    const found = bundled.get(id) ?? (await bundledText(id))
    if (found !== undefined) bundled.set(id, found)
    return found ?? opened.get(id)
  }

  return {
    fetch,
    get known() {
      return [...bundledIds(), ...opened.keys()]
    },
    textOf: (id) => bundled.get(id) ?? opened.get(id),
    async fetchFor(content) {
      const seen = new Set<string>()
      for (let id = baseOfText(content); id !== undefined && !seen.has(id); ) {
        seen.add(id)
        id = baseOfText((await fetch(id)) ?? '')
      }
    },
    remember: (id, content) => opened.set(id, content),
  }
}
