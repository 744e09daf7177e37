/** Arguments of the programs that run scenarios, checked. */
import { parseArgs } from 'node:util'
import { issueText, seedIssue } from '../scenario'
import { text } from '../text'
import { EXIT, Failure, messageOf, misused } from './failure'

const words = text.commandLine

export interface Settings {
  readonly file: string
  readonly seed: string | undefined
  readonly replications: number | undefined
  readonly days: number | undefined
  /** Values as they were typed. */
  readonly set: readonly (readonly [path: string, typed: string])[]
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
  if (values[foreign] !== undefined) throw misused(words.foreignOption(`--${foreign}`), usage)
  if (values.help) return 'help'
  const [file, ...others] = positionals
  if (file === undefined) throw misused(words.noFile, usage)
  if (others.length > 0) throw new Failure(words.oneFile(positionals.length), EXIT.wrongInput)
  return {
    file,
    seed: seedOf(values.seed),
    replications: wholeNumber('--replications', values.replications, 1, 1_000_000),
    days: wholeNumber('--days', values.days, 1, 73_000),
    set: (values.set ?? []).map(settingOf),
    variants: values.variant ?? [],
    enable: values.enable ?? [],
    from: values.from,
    baseline: values.baseline,
    workers: wholeNumber('--workers', values.workers, 1, 256),
    json: values.json ?? false,
    csv: fileOf('--csv', values.csv),
    series: fileOf('--series', values.series),
  }
}

function parsed(args: readonly string[], usage: string) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw misused(messageOf(error), usage)
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
    throw new Failure(words.wholeNumber(flag, low, high, found), EXIT.wrongInput)
  return value
}

/** A seed by the rule of scenario files. */
export function seedOf(found: string | undefined): string | undefined {
  const issue = found === undefined ? undefined : seedIssue(found)
  if (issue !== undefined) throw new Failure(issueText({ ...issue, path: '--seed' }), EXIT.wrongInput)
  return found
}

function fileOf(flag: string, found: string | undefined): string | undefined {
  if (found === '') throw new Failure(words.fileExpected(flag), EXIT.wrongInput)
  return found
}

/** `path=value`; the path may hold a selector with an equals sign of its own. */
export function settingOf(found: string): readonly [path: string, typed: string] {
  const match = /^((?:[^=[]|\[[^\]]*\])+)=(.*)$/s.exec(found)
  if (match === null) throw new Failure(words.settingForm(found), EXIT.wrongInput)
  const [, path = '', typed = ''] = match
  return [path, typed]
}
