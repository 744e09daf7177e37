/** Sources: the evidence behind an entry of the scenario, for the inspector. */
import { type EvidenceIndex, evidenceIndexOf, type Scenario } from '../../scenario'
import { text } from '../../text'

const MAX_SOURCES = 8

/** Returns the distinct sources of the values under a path, most used first. */
export function createSources(opened: () => Scenario | undefined): (path: string) => readonly string[] {
  let index: EvidenceIndex = new Map()
  let last: { readonly scenario?: Scenario; readonly path?: string; readonly lines: readonly string[] } = {
    lines: [],
  }
  return (path) => {
    const scenario = opened()
    if (scenario === undefined) return []
    if (last.scenario === scenario && last.path === path) return last.lines
    if (last.scenario !== scenario) index = evidenceIndexOf(scenario)
    last = { scenario, path, lines: sourcesIn(index, path) }
    return last.lines
  }
}

function sourcesIn(index: EvidenceIndex, path: string): string[] {
  const uses = new Map<string, number>()
  for (const [place, { source, confidence }] of index) {
    if (!place.startsWith(`${path}.`)) continue
    const line = `${source} (${text.page.panel.confidence[confidence]})`
    uses.set(line, (uses.get(line) ?? 0) + 1)
  }
  const ranked = [...uses].sort(([, a], [, b]) => b - a)
  return ranked.slice(0, MAX_SOURCES).map(([line]) => line)
}
