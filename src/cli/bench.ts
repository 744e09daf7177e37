/** `bench`: measures the engine beside a bare kernel, and the page beside raw WebGL and a peer. It asserts nothing. */
import { parseArgs } from 'node:util'
import {
  type BenchSettings,
  type Figure,
  type Progress,
  runBenchmark,
  type Size,
  tableOf,
  WORKLOADS,
} from '../bench'
import { ENGINE_VERSION } from '../engine'
import { compileScenario } from '../scenario'
import { text } from '../text'
import { Failure, runProgram } from './failure'
import { readScenario } from './scenarioFile'
import { wholeNumber } from './settings'

const { benchUsage, noChromium, sizeExpected } = text.commandLine
const DEFAULT_ROUNDS = 5
const FIRST_SCENARIO = 'scenarios/central-asia.json'
/** The base, and the same with everything on that took place. */
const SCENARIOS = [FIRST_SCENARIO, 'scenarios/as-it-happened.json']

interface Settings extends BenchSettings {
  readonly json: boolean
  /** Whether the page is measured. */
  readonly page: boolean
}

/** By default everything; the page alone, or one size of the engine alone, where one of them is named. */
function settingsOf(args: readonly string[]): Settings | undefined {
  const { values } = parsed(args)
  if (values.help) return undefined
  const onlyPage = values.page === true && values.size === undefined
  const sizes = onlyPage ? [] : sizesOf(values.size ?? 'all')
  return {
    sizes,
    rounds: wholeNumber('--rounds', values.rounds, 1, 1_000) ?? DEFAULT_ROUNDS,
    scenarios: onlyPage ? [] : SCENARIOS.flatMap(scenarioAt),
    plainEverywhere: values.plain ?? false,
    json: values.json ?? false,
    page: values.page ?? sizes.length > 1,
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
        page: { type: 'boolean' },
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

/** The browser that draws the page, or undefined where none is here. */
async function browserHere(): Promise<string | undefined> {
  const { presentChromium } = await import('../bench/chromium')
  try {
    return presentChromium()
  } catch (error) {
    throw new Failure((error as Error).message, 2)
  }
}

async function pageFigures(browser: string, progress: Progress): Promise<Figure[]> {
  const { measurePage } = await import('../bench/page')
  return measurePage(browser, readScenario(FIRST_SCENARIO), progress)
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2))
  if (settings === undefined) {
    process.stdout.write(`${benchUsage}\n`)
    return 0
  }
  const browser = settings.page ? await browserHere() : undefined
  const terminal = process.stderr.isTTY
  const progress: Progress = (message) =>
    process.stderr.write(terminal ? `\r\u001b[K${message}` : `${message}\n`)
  const figures = settings.sizes.length > 0 ? runBenchmark(settings, progress) : []
  if (browser !== undefined) figures.push(...(await pageFigures(browser, progress)))
  if (terminal) process.stderr.write('\r\u001b[K')
  if (settings.page && browser === undefined) process.stderr.write(`${noChromium}\n`)
  const { rounds } = settings
  const engine = { version: ENGINE_VERSION, node: process.version }
  process.stdout.write(
    settings.json ? `${JSON.stringify({ engine, rounds, figures }, undefined, 2)}\n` : tableOf(figures),
  )
  return 0
}

runProgram(main)
