/** `bench`: measures the engine's speed and memory beside a bare kernel and plain objects. It asserts nothing. */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type BenchSettings, runBenchmark, type Size, tableOf, WORKLOADS } from '../bench'
import { ENGINE_VERSION } from '../engine'
import { compileScenario, parseScenario } from '../scenario'
import { text } from '../text'
import { Failure, runProgram } from './failure'
import { wholeNumber } from './settings'

const { benchUsage, sizeExpected } = text.commandLine
const DEFAULT_ROUNDS = 5
const SCENARIO = 'scenarios/central-asia.json'

function settingsOf(args: readonly string[]): (BenchSettings & { readonly json: boolean }) | undefined {
  const { values } = parsed(args)
  if (values.help) return undefined
  return {
    sizes: sizesOf(values.size ?? 'all'),
    rounds: wholeNumber('--rounds', values.rounds, 1, 1_000) ?? DEFAULT_ROUNDS,
    scenario: scenarioAt(SCENARIO),
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

/** The compiled scenario of a file, or undefined where it is missing or has mistakes. */
function scenarioAt(file: string): BenchSettings['scenario'] {
  const scenario = existsSync(file) ? parseScenario(readFileSync(file, 'utf8')) : undefined
  if (!scenario?.ok) {
    process.stderr.write(`${file} ${scenario === undefined ? 'is not there' : 'has mistakes'}: left out\n`)
    return undefined
  }
  return { name: scenario.scenario.title, spec: compileScenario(scenario.scenario) }
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
