/** `bench`: measures the engine's speed and memory beside a bare kernel and plain objects. It asserts nothing. */
import { parseArgs } from 'node:util'
import { type BenchSettings, runBenchmark, type Size, tableOf, WORKLOADS } from '../bench'
import { ENGINE_VERSION } from '../engine'
import { compileScenario } from '../scenario'
import { text } from '../text'
import { Failure, runProgram } from './failure'
import { readScenario } from './scenarioFile'
import { wholeNumber } from './settings'

const { benchUsage, sizeExpected } = text.commandLine
const DEFAULT_ROUNDS = 5
/** The base, and the same with everything on that took place. */
const SCENARIOS = ['scenarios/central-asia.json', 'scenarios/as-it-happened.json']

function settingsOf(args: readonly string[]): (BenchSettings & { readonly json: boolean }) | undefined {
  const { values } = parsed(args)
  if (values.help) return undefined
  return {
    sizes: sizesOf(values.size ?? 'all'),
    rounds: wholeNumber('--rounds', values.rounds, 1, 1_000) ?? DEFAULT_ROUNDS,
    scenarios: SCENARIOS.flatMap(scenarioAt),
    plainEverywhere: values.plain ?? false,
    json: values.json ?? false,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        size: { type: 'string' },
        rounds: { type: 'string' },
        plain: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${benchUsage}`, 2)
  }
}

function sizesOf(found: string): Size[] {
  const all = Object.keys(WORKLOADS) as Size[]
  const sizes = found === 'all' ? all : all.filter((size) => size === found)
  if (sizes.length === 0) throw new Failure(`${sizeExpected(found)}\n\n${benchUsage}`, 2)
  return sizes
}

/** The compiled scenario of a file, or nothing where it is missing or has mistakes. */
function scenarioAt(file: string): BenchSettings['scenarios'] {
  try {
    const scenario = readScenario(file)
    return [{ name: scenario.title, spec: compileScenario(scenario) }]
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`${error.message}\n`)
    return []
  }
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2))
  if (settings === undefined) {
    process.stdout.write(`${benchUsage}\n`)
    return 0
  }
  const terminal = process.stderr.isTTY
  const figures = runBenchmark(settings, (message) =>
    process.stderr.write(terminal ? `\r\u001b[K${message}` : `${message}\n`),
  )
  if (terminal) process.stderr.write('\r\u001b[K')
  const { rounds } = settings
  const engine = { version: ENGINE_VERSION, node: process.version }
  process.stdout.write(
    settings.json ? `${JSON.stringify({ engine, rounds, figures }, undefined, 2)}\n` : tableOf(figures),
  )
  return 0
}

runProgram(main)
