/** Words of the command line. */
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
  --workers N         threads (default: as many as the machine has, at most R)
  --json              one JSON document on standard output
  --csv FILE          measures of every run: replication, group, entity, measure, value
  --series FILE       daily series of every run as CSV
  --help              this text

Exit code: 0 done, 1 failed, 2 wrong input, 130 interrupted (what is finished is printed, marked partial).`,
  drawsUsage: `Usage: npm run --silent draws -- --count N [--seed S]

Writes N random words of the engine as little-endian 32-bit integers to standard output, for outside test batteries.`,
  benchUsage: `Usage: npm run --silent bench -- [options]

  --size S|M|L|all   about 2,000, 20,000 or 1,000,000 shipments in flight (default all)
  --rounds N         rounds in which the programs take turns (default 5)
  --plain            run the plain-object program at the largest size too (minutes)
  --json             figures as one JSON document

All times are processor time of this process, medians over the rounds.`,
  sizeExpected: (found: string) => `--size: expected S, M, L or all; found "${found}".`,
  noFile: 'Name one scenario file.',
  oneFile: (count: number) => `Name one scenario file; found ${count}.`,
  cannotRead: (file: string, reason: string) => `Cannot read ${file}: ${reason}`,
  cannotWrite: (file: string, reason: string) => `Cannot write ${file}: ${reason}`,
  wholeNumber: (flag: string, low: number, high: number, found: string) =>
    `${flag}: expected a whole number from ${low} to ${high}; found "${found}".`,
  settingForm: (found: string) => `--set: expected path=value; found "${found}".`,
  issuesIn: (file: string, count: number) => `${file} has ${count} ${count === 1 ? 'mistake' : 'mistakes'}:`,
  settingsWrong: 'The settings do not fit the scenario:',
  progress: (done: number, total: number, perSecond: string, left: string) =>
    `${done} of ${total} runs, ${perSecond} runs/s, ${left} left`,
  partial: (done: number, total: number) => `PARTIAL: interrupted after ${done} of ${total} runs.`,
  nothingFinished: 'Interrupted before the first run was finished.',
  heading: (title: string, id: string) => `${title} (${id})`,
  facts: (seed: string, runs: number, days: number, from: string, to: string) =>
    `seed ${seed}, ${runs} ${runs === 1 ? 'run' : 'runs'}, ${days} days (${from} to ${to})`,
  versions: (engine: string, scenario: string) => `engine ${engine}, scenario ${scenario}`,
  digests: (digest: string) => `digest ${digest}`,
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
    byMode: 'By mode of carriage',
    byCountryAndCommodity: 'By country and commodity',
    byMarketAndCommodity: 'By market and commodity',
    byPlaceAndCommodity: 'By place and commodity',
  },
} as const
