/** The bundled scenarios, as the page and the command line open them, and their runs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createWorld, digest, step } from '../../src/engine'
import { type Bases, compileScenario, parseScenario, type Scenario } from '../../src/scenario'

const FOLDER = new URL('../../scenarios/', import.meta.url)

/** Ids of the bundled scenarios, sorted. */
export const BUNDLED = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json') && name !== 'schema.json')
  .map((name) => name.replace(/\.json$/, ''))
  .sort()

export const BUNDLED_BASES: Bases = {
  known: BUNDLED,
  textOf: (id) => (existsSync(new URL(`${id}.json`, FOLDER)) ? bundledText(id) : undefined),
}

export function bundledText(id: string): string {
  return readFileSync(new URL(`${id}.json`, FOLDER), 'utf8')
}

export function bundledScenario(id: string): Scenario {
  const parsed = parseScenario(bundledText(id), BUNDLED_BASES)
  if (!parsed.ok) throw new Error(`scenarios/${id}.json has mistakes: ${JSON.stringify(parsed.issues)}`)
  return parsed.scenario
}

/** Digest of a scenario's run after some days, computed here. */
export function digestAfter(scenario: Scenario, days: number): string {
  const spec = compileScenario(scenario)
  const world = createWorld(spec, spec.seed)
  for (let day = 0; day < days; day++) step(world)
  return digest(world)
}
