/** `simulate`: runs a scenario file and prints what came of it. */
import { availableParallelism } from 'node:os'
import { measuresCsv, seriesCsv } from '../analysis'
import type { ModelSpec } from '../engine'
import { createSummaries, type RunResult, replicationPlans } from '../experiment'
import { compileScenario } from '../scenario'
import { text } from '../text'
import { codeAtEnd, tellLost } from './ending'
import { EXIT } from './failure'
import { filesRead } from './input'
import { type NamedFile, openOutputs } from './outputs'
import { runAll } from './pool'
import { runProgram } from './program'
import { createProgress } from './progress'
import { jsonReport, type Report, textReport } from './report'
import { scenarioFor, windowOf } from './scenarioFile'
import { type Settings, settingsOf } from './settings'
import { stopOnSignals } from './stopping'
import { print, printJson, tell } from './terminal'

const words = text.commandLine

/** A finished run; its values are those of the window that counts. */
type Finished = RunResult & { readonly series?: RunResult['series'] }

interface Table extends NamedFile {
  readonly head: string
  readonly rowsOf: (run: Finished) => Iterable<string>
}

function tablesOf(spec: ModelSpec, { csv, series }: Settings): Table[] {
  const tables: Table[] = []
  if (csv !== undefined) tables.push({ flag: '--csv', path: csv, ...measuresCsv(spec) })
  if (series !== undefined) {
    const { head, rowsOf } = seriesCsv(spec)
    const ofRun = ({ replication, series: days }: Finished) =>
      days === undefined ? [] : rowsOf({ replication, series: days })
    tables.push({ flag: '--series', path: series, head, rowsOf: ofRun })
  }
  return tables
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2), 'simulate')
  if (settings === 'help') {
    print(words.simulateUsage.split('\n'))
    return EXIT.done
  }
  const spec = compileScenario(scenarioFor(settings))
  const seed = settings.seed ?? spec.seed
  const days = settings.days ?? spec.days
  const replications = settings.replications ?? 1
  const window = windowOf(spec, days, settings.from)
  const windows = window === undefined ? [] : [window]
  const plans = replicationPlans({ seed, days, series: settings.series !== undefined, windows }, replications)
  const tables = tablesOf(spec, settings)
  const outputs = openOutputs(tables, filesRead())

  const stop = stopOnSignals()
  const progress = createProgress(replications)
  const summaries = createSummaries(spec)
  const runs: Report['runs'][number][] = []
  const jobs = plans.map((plan) => ({ spec: 0, plan }))
  const lost = await runAll([spec], jobs, {
    workers: settings.workers ?? availableParallelism(),
    onProgress: progress.update,
    signal: stop.signal,
    onResult(result) {
      const run = { ...result, values: result.windowValues[0] ?? result.values }
      runs.push({ replication: run.replication, digest: run.digest })
      summaries.add(run.values)
      for (const [i, output] of outputs.entries()) output.append(tables[i]?.rowsOf(run) ?? [])
    },
  })
  progress.clear()
  stop.release()

  const isWhole = runs.length === replications
  const closed = outputs.map((output) => output.close(isWhole))
  tell(...closed.flatMap(({ lines }) => lines))
  tellLost(lost)
  const code = codeAtEnd(
    stop,
    lost,
    closed.every(({ ok }) => ok),
  )
  if (runs.length === 0) {
    tell(words.nothingFinished)
    return code
  }
  if (!isWhole) tell(words.partial(runs.length, replications))
  const { from } = settings
  const report: Report = { spec, seed, days, from, replications, runs, lost, measures: summaries.measures() }
  if (settings.json) printJson(JSON.stringify(jsonReport(report), undefined, 2))
  else print(textReport(report))
  return code
}

runProgram(main)
