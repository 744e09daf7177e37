/** Sources: the evidence behind an entry of the scenario, for the inspector. */
import { type EvidenceIndex, evidenceIndexOf, type Scenario } from '../../scenario'
import { text } from '../../text'

const MAX_SOURCES = 8

/** Answers the distinct sources of the values under a path, most used first. */
export function createSources(opened: () => Scenario | undefined): (path: string) => readonly string[] {
  let cached: { of: Scenario; index: EvidenceIndex } | undefined
  return (path) => {
    const scenario = opened()
    if (scenario === undefined) return []
    if (cached?.of !== scenario) cached = { of: scenario, index: evidenceIndexOf(scenario) }
    const uses = new Map<string, number>()
    for (const [place, { source, confidence }] of cached.index) {
      if (!place.startsWith(`${path}.`)) continue
      const line = `${source} (${text.page.panel.confidence[confidence]})`
      uses.set(line, (uses.get(line) ?? 0) + 1)
    }
    const ranked = [...uses].sort(([, a], [, b]) => b - a)
    return ranked.slice(0, MAX_SOURCES).map(([line]) => line)
  }
}
