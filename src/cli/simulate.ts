/** `simulate`: runs a scenario file and prints what came of it. */
import { accessSync, constants, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, resolve } from 'node:path'
import { measuresCsv, seriesCsv } from '../analysis'
import { replicationPlans, summariseRuns } from '../experiment'
import { compileScenario, type Scenario, setAll, withVariant } from '../scenario'
import { text } from '../text'
import { Failure, runProgram } from './failure'
import { runAll } from './pool'
import { createProgress } from './progress'
import { jsonReport, type Report, textReport } from './report'
import { mistakes, readScenario } from './scenarioFile'
import { type Settings, settingsOf } from './settings'

const words = text.commandLine
const INTERRUPTED = 130

/** The scenario of the file with variants and settings applied, in that order. */
function scenarioFor(settings: Settings): Scenario {
  let scenario = readScenario(settings.file)
  for (const variant of settings.variants) {
    const varied = withVariant(scenario, variant)
    if (!varied.ok) throw mistakes(words.settingsWrong, varied.issues)
    scenario = varied.scenario
  }
  const edited = setAll(scenario, settings.set)
  if (!edited.ok) throw mistakes(words.settingsWrong, edited.issues)
  return edited.scenario
}

function write(file: string, content: string): void {
  try {
    writeFileSync(file, content)
  } catch (error) {
    throw new Failure(words.cannotWrite(file, (error as Error).message), 1)
  }
}

/** Fails before the work begins when a file could not be written after it. */
function checkFolder(file: string): void {
  try {
    accessSync(dirname(resolve(file)), constants.W_OK)
  } catch (error) {
    throw new Failure(words.cannotWrite(file, (error as Error).message), 2)
  }
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2))
  if (settings === 'help') {
    process.stdout.write(`${words.simulateUsage}\n`)
    return 0
  }
  const spec = compileScenario(scenarioFor(settings))
  for (const file of [settings.csv, settings.series]) if (file !== undefined) checkFolder(file)
  const seed = settings.seed ?? spec.seed
  const days = settings.days ?? spec.days
  const { replications } = settings
  const plans = replicationPlans({ seed, days, series: settings.series !== undefined }, replications)

  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const progress = createProgress(replications)
  const results = await runAll(spec, plans, {
    workers: settings.workers ?? availableParallelism(),
    onProgress: progress.update,
    signal: interrupt.signal,
  })
  progress.clear()

  const runs = results.flatMap((result) => (result === undefined ? [] : [result]))
  if (runs.length === 0) throw new Failure(words.nothingFinished, INTERRUPTED)
  if (settings.csv !== undefined) write(settings.csv, measuresCsv(spec, runs))
  if (settings.series !== undefined) {
    const recorded = runs.flatMap(({ replication, series }) =>
      series === undefined ? [] : [{ replication, series }],
    )
    write(settings.series, seriesCsv(spec, recorded))
  }
  const report: Report = { spec, seed, days, replications, runs, measures: summariseRuns(spec, runs) }
  process.stdout.write(
    settings.json ? `${JSON.stringify(jsonReport(report), undefined, 2)}\n` : textReport(report),
  )
  if (runs.length < replications) process.stderr.write(`${words.partial(runs.length, replications)}\n`)
  return runs.length < replications ? INTERRUPTED : 0
}

runProgram(main)
