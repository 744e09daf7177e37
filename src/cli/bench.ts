/**
 * `bench`: measures the engine beside a bare kernel, and the page beside raw WebGL and a peer. It asserts
 * nothing.
 */
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
import { specOf } from '../scenario'
import { text } from '../text'
import { EXIT, Failure, messageOf, misused } from './failure'
import { runProgram } from './program'
import { readScenario } from './scenarioFile'
import { wholeNumber } from './settings'
import { isWatched, overprintNote, print, printJson, printNote } from './terminal'

const { benchUsage, installingPeer, noChromium, noPeer, sizeExpected } = text.commandLine
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
    throw misused(messageOf(error), benchUsage)
  }
}

function sizesOf(found: string): Size[] {
  const all = Object.keys(WORKLOADS) as Size[]
  const sizes = found === 'all' ? all : all.filter((size) => size === found)
  if (sizes.length === 0) throw misused(sizeExpected(found), benchUsage)
  return sizes
}

/** The compiled scenario of a file, or nothing where it is missing or has mistakes. */
function scenarioAt(file: string): BenchSettings['scenarios'] {
  try {
    const scenario = readScenario(file)
    return [{ name: scenario.title, spec: specOf(scenario) }]
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    printNote(...error.lines)
    return []
  }
}

/** The browser that draws the page, or undefined where none is here. */
async function browserHere(): Promise<string | undefined> {
  const { presentChromium } = await import('../bench/chromium')
  try {
    return presentChromium()
  } catch (error) {
    throw new Failure(messageOf(error), EXIT.wrongInput)
  }
}

/** Has the packages of the peer here, which the main install leaves out. */
async function preparePeer(): Promise<void> {
  const { areInstalled, install, PEER_FOLDER } = await import('../bench/peerpackages')
  if (areInstalled(PEER_FOLDER)) return
  printNote(installingPeer(PEER_FOLDER))
  try {
    install(PEER_FOLDER)
  } catch (error) {
    throw new Failure(noPeer(messageOf(error)), EXIT.fault)
  }
}

async function pageFigures(browser: string, progress: Progress): Promise<Figure[]> {
  const { measurePage } = await import('../bench/page')
  return measurePage(browser, readScenario(FIRST_SCENARIO), progress)
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2))
  if (settings === undefined) {
    print(benchUsage.split('\n'))
    return EXIT.done
  }
  const browser = settings.page ? await browserHere() : undefined
  if (browser !== undefined) await preparePeer()
  const progress: Progress = isWatched() ? overprintNote : (message) => printNote(message)
  const figures = settings.sizes.length > 0 ? runBenchmark(settings, progress) : []
  if (browser !== undefined) figures.push(...(await pageFigures(browser, progress)))
  if (isWatched()) overprintNote('')
  if (settings.page && browser === undefined) printNote(noChromium)
  const { rounds } = settings
  const engine = { version: ENGINE_VERSION, node: process.version }
  if (settings.json) printJson(JSON.stringify({ engine, rounds, figures }, undefined, 2))
  else print(tableOf(figures))
  return EXIT.done
}

runProgram(main)
