/** `simulate`: runs a scenario file and prints what came of it. */
import { availableParallelism } from 'node:os'
import { measuresCsv, seriesCsv } from '../analysis'
import type { ModelSpec } from '../engine'
import { createSummaries, type RunResult, replicationPlans } from '../experiment'
import { specOf } from '../scenario'
import { text } from '../text'
import { closeAll, codeAtEnd, tellLost } from './ending'
import { EXIT } from './failure'
import { filesRead } from './input'
import type { Job } from './job'
import { type NamedFile, openOutputs } from './outputs'
import { runAll } from './pool'
import { runProgram } from './program'
import { createProgress } from './progress'
import { jsonReport, type Report, textReport } from './report'
import { scenarioFor, windowOf } from './scenarioFile'
import { type Settings, settingsOf } from './settings'
import { stopOnSignals } from './stopping'
import { print, printJson, printNote } from './terminal'

const words = text.commandLine

interface Table extends NamedFile {
  readonly head: string
  readonly rowsOf: (run: RunResult) => Iterable<string>
}

function tablesOf(spec: ModelSpec, { csv, series }: Settings): Table[] {
  const tables: Table[] = []
  if (csv !== undefined) tables.push({ flag: '--csv', path: csv, ...measuresCsv(spec) })
  if (series !== undefined) {
    const { head, rowsOf } = seriesCsv(spec)
    const ofRun = ({ replication, series: days }: RunResult) =>
      days === undefined ? [] : rowsOf({ replication, series: days })
    tables.push({ flag: '--series', path: series, head, rowsOf: ofRun })
  }
  return tables
}

interface Design {
  readonly spec: ModelSpec
  readonly seed: string
  readonly days: number
  readonly replications: number
  readonly jobs: readonly Job[]
}

function designOf(spec: ModelSpec, settings: Settings): Design {
  const seed = settings.seed ?? spec.seed
  const days = settings.days ?? spec.days
  const replications = settings.replications ?? 1
  const window = windowOf(spec, days, settings.from)
  const windows = window === undefined ? [] : [window]
  const plans = replicationPlans({ seed, days, series: settings.series !== undefined, windows }, replications)
  return { spec, seed, days, replications, jobs: plans.map((plan) => ({ spec: 0, plan })) }
}

/** Results of the runs that finished, and the causes of those that did not. */
type Outcome = Pick<Report, 'runs' | 'lost' | 'measures'>

/** Runs everything; each finished run is taken in at once, and only its measures and digest are kept. */
async function outcomeOf(
  { spec, jobs }: Design,
  workers: number,
  signal: AbortSignal,
  onFinished: (run: RunResult) => void,
): Promise<Outcome> {
  const progress = createProgress(jobs.length)
  const summaries = createSummaries(spec)
  const runs: Outcome['runs'][number][] = []
  const lost = await runAll([spec], jobs, {
    workers,
    onProgress: progress.update,
    signal,
    onResult(result) {
      const run = { ...result, values: result.windowValues[0] ?? result.values }
      runs.push({ replication: run.replication, digest: run.digest, flowDigest: run.flowDigest })
      summaries.add(run.values)
      onFinished(run)
    },
  })
  progress.clear()
  return { runs, lost, measures: summaries.measures() }
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2), 'simulate')
  if (settings === 'help') {
    print(words.simulateUsage.split('\n'))
    return EXIT.done
  }
  const spec = specOf(scenarioFor(settings))
  const design = designOf(spec, settings)
  const tables = tablesOf(spec, settings)
  const outputs = openOutputs(tables, filesRead())
  const stop = stopOnSignals()
  const workers = settings.workers ?? availableParallelism()
  const outcome = await outcomeOf(design, workers, stop.signal, (run) => {
    for (const [i, output] of outputs.entries()) output.append(tables[i]?.rowsOf(run) ?? [])
  })
  stop.release()
  const { runs, lost } = outcome
  const isWhole = runs.length === design.replications
  const areWritten = closeAll(outputs, isWhole)
  tellLost(lost)
  if (runs.length === 0) printNote(words.nothingFinished)
  else {
    if (!isWhole) printNote(words.partial(runs.length, design.replications))
    const { seed, days, replications } = design
    const report: Report = { spec, seed, days, from: settings.from, replications, ...outcome }
    if (settings.json) printJson(JSON.stringify(jsonReport(report), undefined, 2))
    else print(textReport(report))
  }
  return codeAtEnd(stop, lost, areWritten)
}

runProgram(main)
