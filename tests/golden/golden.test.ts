/** Golden runs: digests that change only on purpose, together with ENGINE_VERSION, in a commit that says why. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENGINE_VERSION } from '../../src/engine'
import { run } from '../../src/experiment'
import { compileScenario, parseScenario } from '../../src/scenario'

const SCENARIOS = join(import.meta.dirname, '../../scenarios')
const FILE = join(import.meta.dirname, 'digests.json')
const DAYS = 200

interface Golden {
  engineVersion: string
  days: number
  /** Scenario to digests of replications 1 and 2. */
  digests: Record<string, string[]>
}

function digestsNow(): Golden {
  const names = readdirSync(SCENARIOS).filter((name) => name.endsWith('.json') && name !== 'schema.json')
  const digests = names.sort().map((name) => {
    const parsed = parseScenario(readFileSync(join(SCENARIOS, name), 'utf8'))
    if (!parsed.ok) throw new Error(`${name} has mistakes`)
    const spec = compileScenario(parsed.scenario)
    const runs = [1, 2].map((replication) => run(spec, { seed: spec.seed, replication, days: DAYS, series: false }))
    return [name.replace('.json', ''), runs.map((result) => result.digest)]
  })
  return { engineVersion: ENGINE_VERSION, days: DAYS, digests: Object.fromEntries(digests) }
}

describe('golden runs', () => {
  it('of every bundled scenario keep their digests (UPDATE_GOLDEN=1 writes them anew)', () => {
    const now = digestsNow()
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(FILE, `${JSON.stringify(now, undefined, 2)}\n`)
    expect(existsSync(FILE)).toBe(true)
    expect(now).toEqual(JSON.parse(readFileSync(FILE, 'utf8')))
  })
})
