/** `simulate`: runs a scenario file and prints what came of it. */
import { availableParallelism } from 'node:os'
import { measuresCsv, seriesCsv } from '../analysis'
import { replicationPlans, summariseRuns } from '../experiment'
import { compileScenario } from '../scenario'
import { text } from '../text'
import { Failure, runProgram } from './failure'
import { checkWritable, write } from './files'
import { runAll } from './pool'
import { createProgress } from './progress'
import { jsonReport, type Report, textReport } from './report'
import { scenarioFor, windowOf } from './scenarioFile'
import { settingsOf } from './settings'

const words = text.commandLine
const INTERRUPTED = 130

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2), 'simulate')
  if (settings === 'help') {
    process.stdout.write(`${words.simulateUsage}\n`)
    return 0
  }
  const spec = compileScenario(scenarioFor(settings))
  for (const file of [settings.csv, settings.series]) if (file !== undefined) checkWritable(file)
  const seed = settings.seed ?? spec.seed
  const days = settings.days ?? spec.days
  const replications = settings.replications ?? 1
  const window = windowOf(spec, days, settings.from)
  const windows = window === undefined ? [] : [window]
  const plans = replicationPlans({ seed, days, series: settings.series !== undefined, windows }, replications)

  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const progress = createProgress(replications)
  const results = await runAll(spec, plans, {
    workers: settings.workers ?? availableParallelism(),
    onProgress: progress.update,
    signal: interrupt.signal,
  })
  progress.clear()

  const runs = results.flatMap((result) =>
    result === undefined ? [] : [{ ...result, values: result.windowValues[0] ?? result.values }],
  )
  if (runs.length === 0) throw new Failure(words.nothingFinished, INTERRUPTED)
  if (settings.csv !== undefined) write(settings.csv, measuresCsv(spec, runs))
  if (settings.series !== undefined) {
    const recorded = runs.flatMap(({ replication, series }) =>
      series === undefined ? [] : [{ replication, series }],
    )
    write(settings.series, seriesCsv(spec, recorded))
  }
  const report: Report = {
    spec,
    seed,
    days,
    from: settings.from,
    replications,
    runs,
    measures: summariseRuns(spec, runs),
  }
  process.stdout.write(
    settings.json ? `${JSON.stringify(jsonReport(report), undefined, 2)}\n` : textReport(report),
  )
  if (runs.length < replications) process.stderr.write(`${words.partial(runs.length, replications)}\n`)
  return runs.length < replications ? INTERRUPTED : 0
}

runProgram(main)
