/** Arguments of the programs that run scenarios, checked. */
import { parseArgs } from 'node:util'
import { text } from '../text'
import { Failure } from './failure'

const words = text.commandLine

export interface Settings {
  readonly file: string
  readonly seed: string | undefined
  readonly replications: number | undefined
  readonly days: number | undefined
  readonly set: readonly (readonly [path: string, value: unknown])[]
  readonly variants: readonly string[]
  /** Ids of interventions and operations to switch on. */
  readonly enable: readonly string[]
  /** First date that measures count. */
  readonly from: string | undefined
  readonly workers: number | undefined
  readonly json: boolean
  readonly csv: string | undefined
  readonly series: string | undefined
  /** File to compare with, in `compare`. */
  readonly baseline: string | undefined
}

const OPTIONS = {
  seed: { type: 'string' },
  replications: { type: 'string' },
  days: { type: 'string' },
  set: { type: 'string', multiple: true },
  variant: { type: 'string', multiple: true },
  enable: { type: 'string', multiple: true },
  from: { type: 'string' },
  workers: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'string' },
  series: { type: 'string' },
  baseline: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** Usage of each program, and the option that it does not take. */
const PROGRAMS = {
  simulate: { usage: words.simulateUsage, foreign: 'baseline' },
  compare: { usage: words.compareUsage, foreign: 'series' },
} as const

/** The settings of a program's command line, or `help` when that was asked for. */
export function settingsOf(args: readonly string[], program: keyof typeof PROGRAMS): Settings | 'help' {
  const { usage, foreign } = PROGRAMS[program]
  const { values, positionals } = parsed(args, usage)
  if (values[foreign] !== undefined)
    throw new Failure(`${words.foreignOption(`--${foreign}`)}\n\n${usage}`, 2)
  if (values.help) return 'help'
  const [file, ...others] = positionals
  if (file === undefined) throw new Failure(`${words.noFile}\n\n${usage}`, 2)
  if (others.length > 0) throw new Failure(words.oneFile(positionals.length), 2)
  return {
    file,
    seed: values.seed,
    replications: wholeNumber('--replications', values.replications, 1, 1_000_000),
    days: wholeNumber('--days', values.days, 1, 73_000),
    set: (values.set ?? []).map(settingOf),
    variants: values.variant ?? [],
    enable: values.enable ?? [],
    from: values.from,
    baseline: values.baseline,
    workers: wholeNumber('--workers', values.workers, 1, 256),
    json: values.json ?? false,
    csv: values.csv,
    series: values.series,
  }
}

function parsed(args: readonly string[], usage: string) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`, 2)
  }
}

export function wholeNumber(
  flag: string,
  found: string | undefined,
  low: number,
  high: number,
): number | undefined {
  if (found === undefined) return undefined
  const value = Number(found)
  if (!/^\d+$/.test(found) || value < low || value > high)
    throw new Failure(words.wholeNumber(flag, low, high, found), 2)
  return value
}

/** `path=value`; the path may hold a selector with an equals sign of its own. The value is JSON where it can be, else text. */
export function settingOf(found: string): readonly [string, unknown] {
  const match = /^((?:[^=[]|\[[^\]]*\])+)=(.*)$/.exec(found)
  if (match === null) throw new Failure(words.settingForm(found), 2)
  const [, path = '', value = ''] = match
  try {
    return [path, JSON.parse(value)]
  } catch {
    return [path, value]
  }
}
