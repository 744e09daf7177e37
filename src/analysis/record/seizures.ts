/** Seizures: grams by checkpoint and by country, from the running totals. */
import type { Counters, ModelSpec } from '../../engine'
import { text } from '../../text'
import { seizedAtCheckpoints, seizedOnPatrol } from '../totals'
import type { Target } from './target'

const words = text.charts

export interface SeizureRow {
  readonly id: string
  readonly label: string
  readonly grams: number
  readonly seizures: number
  /** Shipments that came past; undefined where only mobile teams seize. */
  readonly crossings: number | undefined
  /** What the row is about on the map. */
  readonly targets: readonly Target[]
}

/** Rows with the most first; equal ones in the order of the spec. */
function sorted(rows: readonly SeizureRow[]): SeizureRow[] {
  return [...rows].sort((a, b) => b.grams - a.grams)
}

/** All checkpoints, and every node where mobile teams have seized. */
export function seizuresByCheckpoint(spec: ModelSpec, counters: Counters): SeizureRow[] {
  const [atCheckpoints, onPatrol] = [seizedAtCheckpoints(spec, counters), seizedOnPatrol(spec, counters)]
  const checkpoints = spec.checkpoints.ids.map((id, k) => ({
    id,
    label: spec.checkpoints.names[k],
    grams: atCheckpoints[k],
    seizures: counters.seizures[k],
    crossings: counters.crossings[k],
    targets: [{ kind: 'checkpoint', index: k } as const],
  }))
  const patrols = spec.nodes.ids.flatMap((id, n) => {
    const seizures = counters.patrolSeizures[n]
    if (seizures === 0) return []
    return {
      id: `patrol:${id}`,
      label: words.patrol(spec.nodes.names[n]),
      grams: onPatrol[n],
      seizures,
      crossings: undefined,
      targets: [{ kind: 'node', index: n } as const],
    }
  })
  return sorted([...checkpoints, ...patrols])
}

/** Sums of the same rows by country, whose code is both id and label. */
export function seizuresByCountry(spec: ModelSpec, counters: Counters): SeizureRow[] {
  const sums = new Map<string, SeizureRow>()
  const targetsOf = new Map<string, Target[]>()
  for (const row of seizuresByCheckpoint(spec, counters)) {
    const [target] = row.targets
    const entities = target?.kind === 'checkpoint' ? spec.checkpoints : spec.nodes
    const code = entities.countries[target?.index ?? -1] ?? ''
    const sum = sums.get(code)
    const crossings = [sum?.crossings, row.crossings].filter((count) => count !== undefined)
    const targets = targetsOf.get(code) ?? []
    targetsOf.set(code, targets)
    targets.push(...row.targets)
    sums.set(code, {
      id: code,
      label: code,
      grams: (sum?.grams ?? 0) + row.grams,
      seizures: (sum?.seizures ?? 0) + row.seizures,
      crossings: crossings.length === 0 ? undefined : crossings.reduce((a, b) => a + b),
      targets,
    })
  }
  const byCode = [...sums.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return sorted(byCode)
}
