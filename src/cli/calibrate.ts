/** `calibrate`: fits a scenario's free parameters to its targets, and reports what was not fitted. */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { summarise } from '../analysis'
import { createWorld, type ModelSpec, step, type World } from '../engine'
import {
  type CalibrationStep,
  calibrate,
  isMet,
  type RunResult,
  replicationPlans,
  type Target,
  type Targets,
  targetsOf,
  targetValue,
} from '../experiment'
import { rewrittenText, type Scenario, scaledValues, setAll, specOf } from '../scenario'
import { text } from '../text'
import { calibrationJson, calibrationReport, type Fit, type TargetRow } from './calibrationReport'
import { tellLost } from './ending'
import { EXIT, Failure, messageOf, misused } from './failure'
import { mistakes, mistakesOf, readText } from './input'
import { checkWritable, replaceFile } from './outputs'
import { runAll } from './pool'
import { runProgram } from './program'
import { readScenario } from './scenarioFile'
import { wholeNumber } from './settings'
import { type Stop, stopOnSignals } from './stopping'
import { shortNumber } from './table'
import { print, printJson, printNote } from './terminal'

const words = text.commandLine
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
  if (positionals.length > 1) throw new Failure(words.oneFile(positionals.length), EXIT.wrongInput)
  if (values.check && values.write) throw new Failure(words.calibration.checkOrWrite, EXIT.wrongInput)
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
    throw misused(messageOf(error), words.calibrateUsage)
  }
}

/**
 * Runs of a scenario, replications `first` to `first + R - 1`. Throws a Failure when one of them is missing.
 */
async function runsOf(
  spec: ModelSpec,
  { windows }: Targets,
  first: number,
  { replications, workers }: Settings,
  stop: Stop,
): Promise<RunResult[]> {
  const plans = replicationPlans(
    { seed: spec.seed, days: spec.days, series: false, windows },
    replications,
    first,
  )
  const runs: RunResult[] = []
  const lost = await runAll(
    [spec],
    plans.map((plan) => ({ spec: 0, plan })),
    { workers, signal: stop.signal, onResult: (result) => void runs.push(result) },
  )
  if (runs.length === replications) return runs
  if (stop.exitCode !== undefined) throw new Failure(words.calibration.stopped, stop.exitCode)
  tellLost(lost)
  throw new Failure(words.calibration.runsMissing, EXIT.fault)
}

function withFactors(scenario: Scenario, factors: readonly number[]): Scenario {
  const edited = setAll(scenario, scaledValues(scenario, factors))
  if (!edited.ok) throw mistakes(words.settingsWrong, edited.issues, edited.unlisted)
  return edited.scenario
}

/** The world at the end of the first replication, for the prices along its routes. */
function worldAtEnd(spec: ModelSpec): World {
  const world = createWorld(spec, spec.seed)
  for (let day = 0; day < spec.days; day++) step(world)
  return world
}

/** The targets of a scenario in its spec. Throws a Failure where there is nothing to do. */
function foundTargets({ file, check }: Settings, scenario: Scenario, spec: ModelSpec): Targets {
  const found = targetsOf(spec, scenario.targets)
  if (!found.ok) throw mistakesOf(file, found)
  const { targets } = found.found
  const canFit = targets.some(({ entry }) => entry.use === 'fit') && scenario.freeParameters.length > 0
  if (targets.length === 0 || (!check && !canFit))
    throw new Failure(words.calibration.noTargets(file), EXIT.wrongInput)
  return found.found
}

function means(targets: readonly Target[], results: readonly RunResult[]): TargetRow['summary'][] {
  return targets.map((target) => summarise(results.map((run) => targetValue(target, run))))
}

/** Fits and reports; `onBetter` is called with each better step on the way. */
async function fitOf(
  settings: Settings,
  scenario: Scenario,
  stop: Stop,
  onBetter: (step: CalibrationStep) => void,
): Promise<Fit> {
  const { targets, windows } = foundTargets(settings, scenario, specOf(scenario))
  const fitted = targets.filter(({ entry }) => entry.use === 'fit')
  const free = scenario.freeParameters
  const runs = (of: Scenario, first: number) =>
    runsOf(specOf(of), { targets, windows }, first, settings, stop)
  const evaluate = async (factors: readonly number[]) =>
    means(fitted, await runs(withFactors(scenario, factors), 1)).map(({ mean }) => mean)
  const calibration = settings.check
    ? undefined
    : await calibrate(fitted, free, evaluate, settings.iterations, onBetter)
  const factors = calibration?.best.factors ?? free.map(() => 1)
  const result = withFactors(scenario, factors)
  const fresh = means(targets, await runs(result, settings.replications + 1))
  const before = calibration?.steps[0]?.values
  const rows = targets.map((target, i): TargetRow => {
    const summary = fresh[i] as TargetRow['summary']
    return { target, summary, before: before?.[fitted.indexOf(target)] }
  })
  const { replications } = settings
  return {
    scenario,
    result,
    factors,
    calibration,
    rows,
    replications,
    world: worldAtEnd(specOf(result)),
  }
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2))
  if (settings === 'help') {
    print(words.calibrateUsage.split('\n'))
    return EXIT.done
  }
  const scenario = readScenario(settings.file)
  if (settings.write) checkWritable(settings.file)
  const stop = stopOnSignals()
  let best: CalibrationStep | undefined
  let fit: Fit
  try {
    fit = await fitOf(settings, scenario, stop, (step) => {
      best = step
    })
  } catch (error) {
    if (error instanceof Failure && best !== undefined) printBest(scenario, best, settings.json)
    throw error
  }
  stop.release()
  const isWritten = !settings.write || writeFitted(settings.file, fit)
  if (settings.json) printJson(JSON.stringify(calibrationJson(fit), undefined, 2))
  else print(calibrationReport(fit))
  if (!isWritten) return EXIT.cannotWrite
  return fit.calibration === undefined || isMet(fit.calibration) ? EXIT.done : EXIT.notMet
}

/** The state of the fit when it is stopped early. */
function printBest(scenario: Scenario, { factors, misfit }: CalibrationStep, json: boolean): void {
  const { freeParameters } = scenario
  const found = freeParameters.map(({ id }, p) => ({ id, factor: factors[p] ?? 1 }))
  const values = Object.fromEntries(scaledValues(scenario, factors))
  if (json) printJson(JSON.stringify({ partial: true, misfit, freeParameters: found, values }, undefined, 2))
  else
    print([words.calibration.bestSoFar, ...found.map(({ id, factor }) => `  ${id} ${shortNumber(factor)}`)])
}

/** Whether the fitted values could be written. */
function writeFitted(file: string, { scenario, factors, rows }: Fit): boolean {
  const values = scaledValues(scenario, factors)
  const names = rows.filter(({ target }) => target.entry.use === 'fit').map(({ target }) => target.entry.id)
  const source = words.calibration.source(names.join(', '))
  const paths = scenario.freeParameters.flatMap((entry) => entry.paths)
  const evidence = Object.fromEntries(paths.map((path) => [path, { source, confidence: 'fitted' as const }]))
  try {
    replaceFile(file, rewrittenText(readText(file), values, evidence))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    printNote(...error.lines)
    return false
  }
  printNote(words.calibration.written(file, values.length))
  return true
}

runProgram(main)
