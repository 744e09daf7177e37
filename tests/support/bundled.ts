/** The bundled scenarios, as the page and the command line open them, and their runs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createWorld, digest, restore, snapshot, step } from '../../src/engine'
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

/** Digest of a scenario's run after some days, computed here; at the end of some of them it turns to other scenarios. */
export function digestAfter(
  scenario: Scenario,
  days: number,
  ...turns: readonly (readonly [day: number, scenario: Scenario])[]
): string {
  const spec = compileScenario(scenario)
  let world = createWorld(spec, spec.seed)
  while (world.day < days) {
    for (const [day, next] of turns)
      if (day === world.day) world = restore(compileScenario(next), snapshot(world))
    step(world)
  }
  return digest(world)
}
