/** `calibrate`: fits a scenario's free parameters to its targets, and reports what was not fitted. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { summarise } from '../analysis'
import { createWorld, type ModelSpec, step, type World } from '../engine'
import {
  type Calibration,
  calibrate,
  isMet,
  type RunResult,
  replicationPlans,
  type Target,
  type Targets,
  targetsOf,
  targetValue,
} from '../experiment'
import { compileScenario, rewrittenText, type Scenario, scaledValues, setAll } from '../scenario'
import { text } from '../text'
import { calibrationJson, calibrationReport, type Fit, type TargetRow } from './calibrationReport'
import { Failure, runProgram } from './failure'
import { checkWritable, write } from './files'
import { runAll } from './pool'
import { mistakes, readScenario } from './scenarioFile'
import { wholeNumber } from './settings'

const words = text.commandLine
const INTERRUPTED = 130
const DEFAULT_FILE = 'scenarios/central-asia.json'

interface Settings {
  readonly file: string
  readonly check: boolean
  readonly write: boolean
  readonly json: boolean
  readonly replications: number
  readonly iterations: number
  readonly workers: number
}

function settingsOf(args: readonly string[]): Settings | 'help' {
  const { values, positionals } = parsed(args)
  if (values.help) return 'help'
  if (positionals.length > 1) throw new Failure(words.oneFile(positionals.length), 2)
  if (values.check && values.write) throw new Failure(words.calibration.checkOrWrite, 2)
  return {
    file: positionals[0] ?? DEFAULT_FILE,
    check: values.check ?? false,
    write: values.write ?? false,
    json: values.json ?? false,
    replications: wholeNumber('--replications', values.replications, 2, 10_000) ?? 10,
    iterations: wholeNumber('--iterations', values.iterations, 1, 100) ?? 6,
    workers: wholeNumber('--workers', values.workers, 1, 256) ?? availableParallelism(),
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        check: { type: 'boolean' },
        write: { type: 'boolean' },
        json: { type: 'boolean' },
        replications: { type: 'string' },
        iterations: { type: 'string' },
        workers: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${words.calibrateUsage}`, 2)
  }
}

/** Runs of a scenario, replications `first` to `first + R - 1`. */
async function runsOf(
  spec: ModelSpec,
  { windows }: Targets,
  first: number,
  { replications, workers }: Settings,
  signal: AbortSignal,
): Promise<RunResult[]> {
  const plans = replicationPlans(
    { seed: spec.seed, days: spec.days, series: false, windows },
    replications,
    first,
  )
  const runs = await runAll(spec, plans, { workers, signal, onProgress: () => undefined })
  if (runs.includes(undefined)) throw new Failure(words.comparisonInterrupted, INTERRUPTED)
  return runs as RunResult[]
}

function withFactors(scenario: Scenario, factors: readonly number[]): Scenario {
  const edited = setAll(scenario, scaledValues(scenario, factors))
  if (!edited.ok) throw mistakes(words.settingsWrong, edited.issues)
  return edited.scenario
}

/** The world at the end of the first replication, for the prices along its routes. */
function worldAtEnd(spec: ModelSpec): World {
  const world = createWorld(spec, spec.seed)
  for (let day = 0; day < spec.days; day++) step(world)
  return world
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2))
  if (settings === 'help') {
    process.stdout.write(`${words.calibrateUsage}\n`)
    return 0
  }
  const scenario = readScenario(settings.file)
  if (settings.write) checkWritable(settings.file)
  const spec = compileScenario(scenario)
  const found = targetsOf(spec, scenario.targets)
  if (!found.ok) throw mistakes(words.issuesIn(settings.file, found.issues.length), found.issues)
  const { targets } = found.found
  const fitted = targets.filter(({ entry }) => entry.use === 'fit')
  const free = scenario.freeParameters
  if (targets.length === 0 || (!settings.check && (fitted.length === 0 || free.length === 0)))
    throw new Failure(words.calibration.noTargets(settings.file), 2)

  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const runs = (of: Scenario, first: number) =>
    runsOf(compileScenario(of), found.found, first, settings, interrupt.signal)
  const means = (of: readonly Target[], results: readonly RunResult[]) =>
    of.map((target) => summarise(results.map((run) => targetValue(target, run))))
  const evaluate = async (factors: readonly number[]) =>
    means(fitted, await runs(withFactors(scenario, factors), 1)).map(({ mean }) => mean)
  const calibration: Calibration | undefined = settings.check
    ? undefined
    : await calibrate(fitted, free, evaluate, settings.iterations)

  const factors = calibration?.best.factors ?? free.map(() => 1)
  const result = withFactors(scenario, factors)
  const fresh = means(targets, await runs(result, settings.replications + 1))
  const before = calibration?.steps[0]?.values
  const rows = targets.map((target, i): TargetRow => {
    const summary = fresh[i] as TargetRow['summary']
    return { target, summary, before: before?.[fitted.indexOf(target)] }
  })
  const fit: Fit = {
    scenario,
    result,
    factors,
    calibration,
    rows,
    replications: settings.replications,
    world: worldAtEnd(compileScenario(result)),
  }
  process.stdout.write(
    settings.json ? `${JSON.stringify(calibrationJson(fit), undefined, 2)}\n` : calibrationReport(fit),
  )
  if (settings.write && calibration !== undefined) writeFitted(settings.file, fit)
  return calibration === undefined || isMet(calibration) ? 0 : 1
}

function writeFitted(file: string, { scenario, factors, rows }: Fit): void {
  const values = scaledValues(scenario, factors)
  const names = rows.filter(({ target }) => target.entry.use === 'fit').map(({ target }) => target.entry.id)
  const source = words.calibration.source(names.join(', '))
  const paths = scenario.freeParameters.flatMap((entry) => entry.paths)
  const evidence = Object.fromEntries(paths.map((path) => [path, { source, confidence: 'fitted' as const }]))
  write(file, rewrittenText(readFileSync(file, 'utf8'), values, evidence))
  process.stderr.write(`${words.calibration.written(file, values.length)}\n`)
}

runProgram(main)
