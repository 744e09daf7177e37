/** Bases: the texts that derived scenarios build on, from the bundle and from the files opened in this visit. */
import { type Bases, baseOfText } from '../../scenario'
import { bundledIds, bundledText } from './bundled'

export interface FetchedBases extends Bases {
  /** The text of a scenario, bundled or opened before; undefined where there is none of that id. Rejects where it cannot be loaded. */
  fetch(id: string): Promise<string | undefined>
  /** Fetches the bases that a text needs, one after the other, as far as they are bundled. Rejects where one cannot be loaded. */
  fetchFor(content: string): Promise<void>
  /** Keeps the text of a file that was opened, so that others may build on it. A bundled scenario keeps its own text. */
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
