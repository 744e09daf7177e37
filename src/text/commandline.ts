/** Words of the command line. */
import { counted } from './plural'

/** Exit codes of all programs. */
const exitCodes = `Exit codes:
    0  done
    1  done, but a target is not met
    2  wrong input
   70  a fault of this program; what is finished is printed and kept, marked partial
   74  output could not be written; everything else is printed and kept
  129, 130, 143  stopped by hang-up, interrupt or termination; what is finished is printed and kept, marked partial`

export const commandLine = {
  simulateUsage: `Usage: npm run --silent simulate -- FILE [options]

Runs a scenario file and prints what came of it.

  --seed S            seed text (default: the scenario's own)
  --replications R    number of independent runs (default 1)
  --days D            days to simulate (default: the scenario's own)
  --set path=value    change a parameter; may be repeated. Examples:
                        --set checkpoints.ak_jol_x.staff=100
                        --set 'checkpoints[country=KZ].staff=100'
  --variant ID        apply one of the scenario's variants; may be repeated
  --enable ID         switch on an intervention or operation of the scenario; may be repeated
  --from DATE         measures count from this date on (default: all days)
  --workers N         threads (default: as many as the machine has, at most R)
  --json              one JSON document on standard output
  --csv FILE          measures of every run: replication, group, entity, measure, value
  --series FILE       daily series of every run as CSV
  --help              this text

Files are first written as FILE.partial, and renamed once they are complete.

${exitCodes}`,
  compareUsage: `Usage: npm run --silent compare -- FILE [options]

Runs a scenario beside its baseline in the same worlds (common random numbers), and prints what differs, how far flow has moved,
and what a kilogram kept from the market costs.
The baseline is the scenario that the file extends; for a file that extends none, the file itself without the settings below.

  --baseline FILE     another scenario to compare with
  --seed S            seed text of both (default: the baseline's own)
  --replications R    number of pairs of worlds (default 20)
  --days D            days to simulate (default: the shorter of both)
  --set path=value, --variant ID, --enable ID, --from DATE, --workers N: as in simulate; the first three change the scenario only
  --json              one JSON document on standard output
  --csv FILE          differences: group, entity, measure, baseline, current, difference, lower95, upper95, fell, rose, pairs
  --help              this text

${exitCodes}`,
  calibrateUsage: `Usage: npm run --silent calibrate -- [FILE] [options]

Fits the free parameters of a scenario to its targets and prints targets, method, result and residuals; then what the model says of
everything that was not fitted. FILE is scenarios/central-asia.json unless another is named.

  --check             fit nothing: compare the scenario as it stands with its targets
  --write             write the fitted values into the file, marked as fitted in its evidence
  --replications R    worlds per evaluation (default 10); the result is shown on as many fresh ones
  --iterations N      at most (default 6)
  --workers N         threads
  --json              one JSON document on standard output
  --help              this text

${exitCodes}`,
  calibration: {
    heading: (title: string, id: string) => `Calibration of ${title} (${id})`,
    method: (free: number, targets: number, replications: number, iterations: number) =>
      `Levenberg-Marquardt on the logarithms of ${counted(free, 'factor')}, ${counted(targets, 'target')} weighted by their ranges, ${counted(replications, 'world')} with common random numbers; ${counted(iterations, 'step')} tried`,
    checked: (replications: number) => `Nothing fitted; ${counted(replications, 'world')}`,
    endings: {
      'small-step': 'converged: the next step would be too small to matter',
      'no-better-step': 'no step improves the fit any more',
      'out-of-iterations': 'stopped after the last iteration',
    },
    notMet: 'NOT MET: a target is missed by more than its range',
    stopped: 'Stopped before the end.',
    runsMissing: 'Some runs failed, so the targets cannot be judged.',
    bestSoFar: 'PARTIAL: factors of the best step so far',
    checkOrWrite: '--check fits nothing, so --write has nothing to write; give only one of them.',
    misfit: (before: string, after: string) =>
      `root mean square of the weighted residuals: ${before} before, ${after} after`,
    targets: 'Targets',
    targetColumns: ['aim', 'range', 'before', 'model', '95 % interval', 'off', 'in range'],
    parameters: 'Free parameters',
    parameterColumns: ['factor', 'allowed', 'values'],
    reported: 'Reported, not fitted',
    reportedColumns: ['model', '95 % interval', 'known', 'range'],
    chain: (commodity: string, route: string) => `Prices of ${commodity} along ${route}, USD/kg`,
    chainColumns: ['price', 'zero-profit price', 'purity'],
    noTargets: (file: string) => `${file} has no targets to fit to.`,
    source: (targets: string) => `npm run calibrate, fitted to ${targets}`,
    written: (file: string, count: number) => `${counted(count, 'value')} written to ${file}`,
    yes: 'yes',
    no: 'NO',
  },
  scenarioUsage: `Usage: npm run --silent scenario -- FILE [options]

Prints the scenario of a file as it stands after settings: a file that extends another as differences, any other one whole.

  --set path=value, --variant ID, --enable ID: as in simulate
  --whole             write a scenario that extends another as a whole one
  --rebase            write the current digest of its base into each named file, to confirm that the base is as intended
  --help              this text

${exitCodes}`,
  noBaseToRenew: (file: string) => `${file} extends no other scenario.`,
  baseNotFound: (file: string, base: string) =>
    `${file} extends "${base}", which is not here or has mistakes.`,
  foreignOption: (option: string) => `Unknown option '${option}'.`,
  schemaUsage: `Usage: npm run --silent schema

Writes the JSON Schema of scenario files (draft 2020-12) to standard output.

  --help              this text

${exitCodes}`,
  drawsUsage: `Usage: npm run --silent draws -- --count N [--seed S]

Writes N random words of the engine as little-endian 32-bit integers to standard output, for external test batteries.

${exitCodes}`,
  benchUsage: `Usage: npm run --silent bench -- [options]

  --size S|M|L|all   about 2,000, 20,000 or 1,000,000 shipments in flight (default all)
  --rounds N         rounds in which the programs take turns (default 5)
  --plain            run the plain-object program at the largest size too (minutes)
  --page             measure the page alone: bundle sizes, first load, frames (part of the default too)
  --json             figures as one JSON document

Times of the engine are processor time of this process, medians over the rounds. Those of the page are times of the clock,
in a headless Chromium; without a graphics card only their ratios mean much. The first measurement installs the packages
that the page is measured against.

${exitCodes}`,
  noChromium:
    'The page is not measured: no Chromium was found. Install Chromium or Chrome, or set CHROMIUM_PATH to its program file.',
  installingPeer: (folder: string) =>
    `Installing the packages that the page is measured against in ${folder} (about 70 MB, once).`,
  noPeer: (reason: string) =>
    `The page is not measured: the packages that it is measured against could not be installed. ${reason}`,
  sizeExpected: (found: string) => `--size: expected S, M, L or all; found "${found}".`,
  noFile: 'Name one scenario file.',
  oneFile: (count: number) => `Name one scenario file; found ${count}.`,
  cannotRead: (file: string, reason: string) => `Cannot read ${file}: ${reason}`,
  standardOutput: 'standard output',
  cannotPrint: (reason: string) => `Cannot write standard output: ${reason}`,
  silentPipe: 'nothing came through this pipe',
  overInput: (flag: string, file: string) =>
    `${flag} would overwrite ${file}, which is read; name another file.`,
  sameFile: (one: string, other: string, file: string) =>
    `${one} and ${other} are the same file, ${file}; name two.`,
  fileExpected: (flag: string) => `${flag}: expected the name of a file; found "".`,
  keptAside: (file: string, aside: string) => `What is finished is in ${aside}, not in ${file}.`,
  fault: 'This is a fault of the program. Please report it with what follows.',
  threadEnded: (code: number) => `its thread ended with code ${code}`,
  lostRun: (replication: number, reason: string) => `Run ${replication} failed: ${reason}`,
  moreLost: (count: number) => `... and ${counted(count, 'more run')} failed.`,
  noPairFinished: 'No pair of worlds was finished.',
  partialPairs: (done: number, total: number) =>
    `PARTIAL: ${done} of ${counted(total, 'pair')} of worlds finished.`,
  noCostKnown:
    'Enforcement cost per kg kept from the market: unknown, because the scenario books no enforcement cost',
  cannotWrite: (file: string, reason: string) => `Cannot write ${file}: ${reason}`,
  isFolder: 'it is a folder',
  wholeNumber: (flag: string, low: number, high: number, found: string) =>
    `${flag}: expected a whole number from ${low} to ${high}; found "${found}".`,
  fromExpected: (first: string, last: string, found: string) =>
    `--from: expected a date from ${first} to ${last}; found "${found}".`,
  countedFrom: (date: string) => `measures from ${date} on`,
  settingForm: (found: string) => `--set: expected path=value; found "${found}".`,
  issuesIn: (file: string, count: number) => `${file} has ${counted(count, 'mistake')}:`,
  settingsWrong: 'The settings do not fit the scenario:',
  progress: (done: number, total: number, perSecond: string, left: string) =>
    `${done} of ${counted(total, 'run')}, ${perSecond} runs/s, ${left} left`,
  partial: (done: number, total: number) => `PARTIAL: ${done} of ${counted(total, 'run')} finished.`,
  nothingFinished: 'No run was finished.',
  heading: (title: string, id: string) => `${title} (${id})`,
  facts: (seed: string, runs: number, days: number, from: string, to: string) =>
    `seed ${seed}, ${counted(runs, 'run')}, ${counted(days, 'day')} (${from} to ${to})`,
  versions: (engine: string, scenario: string) => `engine ${engine}, scenario ${scenario}`,
  digests: (digest: string) => `digest ${digest}`,
  compared: (current: string, baseline: string) => `${current}, compared with ${baseline}`,
  comparedWithItself: (title: string) => `${title} under other settings, compared with itself`,
  comparedFacts: (seed: string, pairs: number, days: number) =>
    `seed ${seed}, ${counted(pairs, 'pair')} of worlds, ${counted(days, 'day')}`,
  identicalWorlds: (same: number, pairs: number) =>
    `${same} of ${counted(pairs, 'world')} ${same === 1 ? 'has' : 'have'} the same flows in both`,
  displacement: 'Displacement: share of the flow that goes another way (total variation), 95 % interval',
  usdPerKgKept: (usd: string, interval: string) =>
    `Enforcement cost per kg kept from the market: ${usd} USD, 95 % interval ${interval}`,
  nothingKept: 'Enforcement cost per kg kept from the market: none was kept, because deliveries did not fall',
  comparisonColumns: ['baseline', 'current', 'difference', '95 % interval', 'relative', 'fell', 'rose'],
  interval: '95 % interval',
  more: (count: number) => `... and ${count} more, in --json and --csv`,
  tables: {
    total: 'Outcome',
    byRoute: 'By route',
    byCheckpoint: 'By checkpoint (with seizures or inspections)',
    byCountry: 'By country',
    byMarket: 'By market',
    byOrganisation: 'By organisation',
    byCommodity: 'By commodity',
    byCorridor: 'By corridor',
    byMode: 'By mode of transport',
    byCountryAndCommodity: 'By country and commodity',
    byMarketAndCommodity: 'By market and commodity',
    byPlaceAndCommodity: 'By place and commodity',
  },
} as const
