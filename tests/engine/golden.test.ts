/** Golden runs: digests that change only on purpose, with a raised ENGINE_VERSION and a commit that says why. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { digest, ENGINE_VERSION, type ModelSpec } from '../../src/engine'
import { compileScenario } from '../../src/scenario'
import { BUNDLED, bundledScenario } from '../support/bundled'
import { IS_RECORDING, RECORD_HINT } from '../support/recorded'
import { rich, richest } from '../support/rich'
import { checkpoint, line, parallel, specOf } from '../support/scenarios'
import { worldAfter } from '../support/worlds'

const ROOT = join(import.meta.dirname, '../..')
const GOLDEN = join(ROOT, 'tests/golden')
const DAYS = 120

interface Golden {
  readonly engineVersion: string
  /** Digest of the input and of the run, by the name of the scenario. */
  readonly runs: Readonly<Record<string, { readonly scenario: string; readonly run: string }>>
}

const odds = [0.1, 0.4].map((interdictionOdds, i) => checkpoint(`p${i}`, { interdictionOdds }))
const builders: Record<string, () => ModelSpec> = {
  line: () => specOf(line(odds)),
  parallel: () => specOf(parallel(odds, { crews: 300 })),
  rich: () => specOf(rich()),
  richest: () => specOf(richest()),
}
const scenarios = Object.fromEntries(
  BUNDLED.map((id) => [id, () => compileScenario(bundledScenario(id))] as const),
)

function runsOf(specs: Readonly<Record<string, () => ModelSpec>>): Golden {
  const runs = Object.entries(specs).map(([name, specOfName]) => {
    const spec = specOfName()
    const run = digest(worldAfter(spec, DAYS, { seed: spec.seed }))
    return [name, { scenario: spec.scenarioDigest, run }] as const
  })
  return { engineVersion: ENGINE_VERSION, runs: Object.fromEntries(runs) }
}

describe.each([
  ['builders.json', builders],
  ['scenarios.json', scenarios],
])('golden runs of %s', (file, specs) => {
  const path = join(GOLDEN, file)
  const found = runsOf(specs)
  if (IS_RECORDING) writeFileSync(path, `${JSON.stringify(found, undefined, 2)}\n`)
  const golden = JSON.parse(readFileSync(path, 'utf8')) as Golden

  it('belong to this version of the engine and to these scenarios', () => {
    expect(golden.engineVersion, RECORD_HINT).toBe(found.engineVersion)
    expect(Object.keys(golden.runs), RECORD_HINT).toEqual(Object.keys(specs))
  })

  it.each(Object.keys(specs))('%s: the same input gives the same digest after 120 days', (name) => {
    expect(found.runs[name]?.scenario, `the scenario "${name}" has changed; ${RECORD_HINT}`).toBe(
      golden.runs[name]?.scenario,
    )
    expect(found.runs[name]?.run, `the model gives another outcome for "${name}"; ${RECORD_HINT}`).toBe(
      golden.runs[name]?.run,
    )
  })
})
