/** The same run outside the browser, to compare the page with. */
import { readFileSync } from 'node:fs'
import { createWorld, digest, step } from '../../../src/engine'
import { compileScenario, parseScenario, type Scenario } from '../../../src/scenario'

export function bundledText(id: string): string {
  return readFileSync(new URL(`../../../scenarios/${id}.json`, import.meta.url), 'utf8')
}

export function bundledScenario(id: string): Scenario {
  const parsed = parseScenario(bundledText(id))
  if (!parsed.ok) throw new Error(`scenarios/${id}.json has mistakes`)
  return parsed.scenario
}

/** Digest of a scenario's run after some days, computed here. */
export function digestAfter(scenario: Scenario, days: number): string {
  const spec = compileScenario(scenario)
  const world = createWorld(spec, spec.seed)
  for (let day = 0; day < days; day++) step(world)
  return digest(world)
}
