/**
 * `compare`: a scenario beside its baseline in the same worlds; prints what differs and how far flow has
 * moved.
 */
import { availableParallelism } from 'node:os'
import {
  type Displacement,
  displacement,
  type KeptFromMarket,
  keptFromMarket,
  measureLayout,
  type PairedMeasure,
  pairedCsv,
  pairedMeasures,
  rowName,
} from '../analysis'
import { ENGINE_VERSION, type ModelSpec } from '../engine'
import { type RunPlan, type RunResult, replicationPlans } from '../experiment'
import { specOf } from '../scenario'
import { text } from '../text'
import { type ComparisonFacts, comparisonReport } from './comparisonReport'
import { closeAll, codeAtEnd, tellLost } from './ending'
import { EXIT } from './failure'
import { filesRead } from './input'
import type { Job } from './job'
import { openOutputs } from './outputs'
import { runAll } from './pool'
import { runProgram } from './program'
import { createProgress } from './progress'
import { baselineFor, scenarioFor, windowOf } from './scenarioFile'
import { settingsOf } from './settings'
import { stopOnSignals } from './stopping'
import { print, printJson, printNote } from './terminal'

const words = text.commandLine
const DEFAULT_REPLICATIONS = 20

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2), 'compare')
  if (settings === 'help') {
    print(words.compareUsage.split('\n'))
    return EXIT.done
  }
  const scenario = scenarioFor(settings)
  const specs = [baselineFor(settings, scenario), scenario].map(specOf) as [ModelSpec, ModelSpec]
  const [before, after] = specs
  const seed = settings.seed ?? before.seed
  const days = settings.days ?? Math.min(before.days, after.days)
  const asked = settings.replications ?? DEFAULT_REPLICATIONS
  const jobs = jobsOf(specs, asked, { seed, days, from: settings.from })
  const { csv, from } = settings
  const files = csv === undefined ? [] : [{ flag: '--csv', path: csv, head: '' }]
  const outputs = openOutputs(files, filesRead())

  const stop = stopOnSignals()
  const progress = createProgress(jobs.length)
  const pairs = createPairs()
  const lost = await runAll(specs, jobs, {
    workers: settings.workers ?? availableParallelism(),
    onProgress: progress.update,
    signal: stop.signal,
    onResult: pairs.add,
  })
  progress.clear()
  stop.release()

  const { baseline, current, identical } = pairs
  const replications = baseline.length
  const isWhole = replications === asked
  const sides = [
    { rows: measureLayout(before), runs: baseline },
    { rows: measureLayout(after), runs: current },
  ] as const
  const measures = replications === 0 ? [] : pairedMeasures(...sides)
  if (replications > 0) for (const output of outputs) output.append([pairedCsv(measures)])
  const areWritten = closeAll(outputs, isWhole)
  tellLost(lost)
  if (replications === 0) printNote(words.noPairFinished)
  else {
    if (!isWhole) printNote(words.partialPairs(replications, asked))
    const facts = { baseline: before, current: after, seed, days, from, asked, replications, identical }
    const found = [facts, measures, displacement(...sides), keptFromMarket(...sides)] as const
    if (settings.json) printJson(JSON.stringify(jsonOf(...found), undefined, 2))
    else print(comparisonReport(...found))
  }
  return codeAtEnd(stop, lost, areWritten)
}

/** Runs of both sides, pair by pair, so that what is finished when it is stopped can be compared. */
function jobsOf(
  specs: readonly ModelSpec[],
  replications: number,
  { seed, days, from }: { readonly seed: string; readonly days: number; readonly from: string | undefined },
): Job[] {
  const sides = specs.map((spec) => {
    const window = windowOf(spec, days, from)
    const windows = window === undefined ? [] : [window]
    return replicationPlans({ seed, days, series: false, windows }, replications)
  })
  return Array.from({ length: replications }, (_, i) =>
    sides.map((plans, spec) => ({ spec, plan: plans[i] as RunPlan })),
  ).flat()
}

/** Puts the runs of the baseline and of what is compared with it together, as far as both were finished. */
function createPairs() {
  const baseline: Float64Array[] = []
  const current: Float64Array[] = []
  let first: RunResult | undefined
  const pairs = {
    baseline,
    current,
    /** Pairs with the same flows. */
    identical: 0,
    /** Takes them in the order of the jobs. */
    add(result: RunResult, { spec }: Job): void {
      if (spec === 0) {
        first = result
        return
      }
      if (first?.replication !== result.replication) return
      for (const [side, run] of [
        [baseline, first],
        [current, result],
      ] as const)
        side.push(run.windowValues[0] ?? run.values)
      if (first.flowDigest === result.flowDigest) pairs.identical++
    },
  }
  return pairs
}

/** The document that `--json` prints. */
function jsonOf(
  { baseline, current, seed, days, from, asked, replications, identical }: ComparisonFacts,
  measures: readonly PairedMeasure[],
  moved: readonly Displacement[],
  kept: KeptFromMarket,
): unknown {
  return {
    engineVersion: ENGINE_VERSION,
    baseline: { id: baseline.id, title: baseline.title, digest: baseline.scenarioDigest },
    current: { id: current.id, title: current.title, digest: current.scenarioDigest },
    seed,
    days,
    ...(from === undefined ? {} : { from }),
    replications,
    ...(replications < asked ? { partial: true } : {}),
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
}

/** The same with null in place of what is undefined, as JSON has no NaN. */
function jsonable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner) => (Number.isNaN(inner) ? null : inner)))
}

runProgram(main)
