/** Scenario files of the command line: reading one over its base, and the message that lists its mistakes. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isoDateOf, type ModelSpec, parseIsoDate } from '../engine'
import type { Window } from '../experiment'
import {
  type Bases,
  type Edited,
  parseScenario,
  type Scenario,
  setAll,
  settingNotices,
  typedValue,
  withEvent,
  withVariant,
} from '../scenario'
import { text } from '../text'
import { EXIT, Failure } from './failure'
import { mistakes, mistakesOf, readText } from './input'
import type { Settings } from './settings'
import { printNote } from './terminal'

const words = text.commandLine
/** Where the bundled scenarios are, from the folder of the project. */
const BUNDLED = 'scenarios'
const ENDINGS = ['.json', '.scenario.json']

function foldersFor(file: string): string[] {
  return [...new Set([resolve(dirname(file)), resolve(BUNDLED)])].filter((folder) => existsSync(folder))
}

/** Names of what is in a folder; none where it may not be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Path of the scenario of an id that a file extends: beside it, else bundled; undefined where there is none.
 */
function baseFile(file: string, id: string): string | undefined {
  return foldersFor(file)
    .flatMap((folder) => ENDINGS.map((ending) => join(folder, `${id}${ending}`)))
    .find((path) => existsSync(path))
}

/** Bases of a file: the scenarios beside it, then the bundled ones. */
export function basesFor(file: string): Bases {
  const folders = foldersFor(file)
  return {
    known: folders.flatMap((folder) =>
      namesIn(folder)
        .filter((name) => name.endsWith('.json') && name !== 'schema.json')
        .map((name) => name.replace(/(\.scenario)?\.json$/, '')),
    ),
    textOf(id) {
      const found = baseFile(file, id)
      return found === undefined ? undefined : readText(found)
    },
  }
}

/** The scenario of a file; notices go to standard error. Throws a Failure that lists every mistake. */
export function readScenario(file: string): Scenario {
  const parsed = parseScenario(readText(file), basesFor(file))
  if (!parsed.ok) throw mistakesOf(file, parsed)
  printNote(...parsed.notices)
  return parsed.scenario
}

/**
 * The scenario of a command line: its file with variants, switched-on events and settings applied, in that
 * order.
 */
export function scenarioFor({
  file,
  variants,
  enable,
  set,
}: Pick<Settings, 'file' | 'variants' | 'enable' | 'set'>): Scenario {
  const read = readScenario(file)
  let scenario = read
  const apply = (edited: Edited) => {
    if (!edited.ok) throw mistakes(words.settingsWrong, edited.issues, edited.unlisted)
    scenario = edited.scenario
  }
  for (const variant of variants) apply(withVariant(scenario, variant))
  for (const event of enable) apply(withEvent(scenario, event))
  apply(
    setAll(
      scenario,
      set.map(([path, typed]) => [path, typedValue(scenario, path, typed)]),
    ),
  )
  const known = new Set(settingNotices(read))
  printNote(...settingNotices(scenario).filter((notice) => !known.has(notice)))
  return scenario
}

/** The scenario to compare with: named, extended, or the file as it stands. */
export function baselineFor(
  { baseline, file }: Pick<Settings, 'baseline' | 'file'>,
  current: Scenario,
): Scenario {
  if (baseline !== undefined) return readScenario(baseline)
  const base = current.extends === undefined ? undefined : baseFile(file, current.extends.id)
  return readScenario(base ?? file)
}

/** Days of a run that count: from a date of the command line on, or all. */
export function windowOf(spec: ModelSpec, days: number, from: string | undefined): Window | undefined {
  if (from === undefined) return undefined
  const day = (parseIsoDate(from) ?? Number.NaN) - spec.startEpochDay
  if (day >= 0 && day < days) return [day, days]
  const [first, last] = [isoDateOf(spec.startEpochDay), isoDateOf(spec.startEpochDay + days - 1)]
  throw new Failure(words.fromExpected(first, last, from), EXIT.wrongInput)
}
