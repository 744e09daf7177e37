/** `compare`: a scenario beside its baseline in the same worlds; prints what differs and how far flow has moved. */
import { availableParallelism } from 'node:os'
import {
  displacement,
  keptFromMarket,
  measureLayout,
  type PairedMeasure,
  pairedCsv,
  pairedMeasures,
  rowName,
} from '../analysis'
import { ENGINE_VERSION, type ModelSpec } from '../engine'
import { type RunResult, replicationPlans } from '../experiment'
import { compileScenario } from '../scenario'
import { text } from '../text'
import { comparisonReport } from './comparisonReport'
import { Failure, runProgram } from './failure'
import { checkWritable, write } from './files'
import { runAll } from './pool'
import { createProgress } from './progress'
import { baselineFor, scenarioFor, windowOf } from './scenarioFile'
import { settingsOf } from './settings'

const words = text.commandLine
const INTERRUPTED = 130
const DEFAULT_REPLICATIONS = 20

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2), 'compare')
  if (settings === 'help') {
    process.stdout.write(`${words.compareUsage}\n`)
    return 0
  }
  const scenario = scenarioFor(settings)
  const specs = [baselineFor(settings, scenario), scenario].map(compileScenario) as [ModelSpec, ModelSpec]
  if (settings.csv !== undefined) checkWritable(settings.csv)
  const [before, after] = specs
  const seed = settings.seed ?? before.seed
  const days = settings.days ?? Math.min(before.days, after.days)
  const replications = settings.replications ?? DEFAULT_REPLICATIONS

  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const progress = createProgress(2 * replications)
  let finished = 0
  const results: RunResult[][] = []
  for (const spec of specs) {
    const window = windowOf(spec, days, settings.from)
    const plans = replicationPlans(
      { seed, days, series: false, windows: window === undefined ? [] : [window] },
      replications,
    )
    const runs = await runAll(spec, plans, {
      workers: settings.workers ?? availableParallelism(),
      onProgress: (done) => progress.update(finished + done),
      signal: interrupt.signal,
    })
    finished += replications
    if (runs.includes(undefined)) throw new Failure(words.comparisonInterrupted, INTERRUPTED)
    results.push(runs as RunResult[])
  }
  progress.clear()

  const [baseline = [], current = []] = results
  const values = (runs: readonly RunResult[]) => runs.map((run) => run.windowValues[0] ?? run.values)
  const sides = [measureLayout(before), values(baseline), measureLayout(after), values(current)] as const
  const measures: PairedMeasure[] = pairedMeasures(...sides)
  const moved = displacement(...sides)
  const kept = keptFromMarket(...sides)
  const identical = baseline.filter((run, i) => run.digest === current[i]?.digest).length
  if (settings.csv !== undefined) write(settings.csv, pairedCsv(measures))
  if (!settings.json) {
    const facts = {
      baseline: before,
      current: after,
      seed,
      days,
      from: settings.from,
      replications,
      identical,
    }
    process.stdout.write(comparisonReport(facts, measures, moved, kept))
    return 0
  }
  const report = {
    engineVersion: ENGINE_VERSION,
    baseline: { id: before.id, title: before.title, digest: before.scenarioDigest },
    current: { id: after.id, title: after.title, digest: after.scenarioDigest },
    seed,
    days,
    ...(settings.from === undefined ? {} : { from: settings.from }),
    replications,
    identicalWorlds: identical,
    displacement: Object.fromEntries(moved.map(({ group, distance }) => [group, jsonable(distance)])),
    enforcementUsdPerKgKept: jsonable({ value: kept.usdPerKg, ci95: kept.ci95 }),
    measures: Object.fromEntries(
      measures.map(({ group, entity, measure, ...numbers }) => [
        rowName({ group, entity, measure }),
        jsonable(numbers),
      ]),
    ),
  }
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
  return 0
}

/** The same with null in place of what is undefined, as JSON has no NaN. */
function jsonable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner) => (Number.isNaN(inner) ? null : inner)))
}

runProgram(main)
