/** Scenario files of the command line: reading one over its base, and the message that lists its mistakes. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  type Bases,
  issueText,
  parseScenario,
  type Scenario,
  type ScenarioIssue,
  SIZE_LIMIT,
} from '../scenario'
import { text } from '../text'
import { Failure } from './failure'

const words = text.commandLine
/** Where the bundled scenarios are, from the folder of the project. */
const BUNDLED = 'scenarios'
const ENDINGS = ['.json', '.scenario.json']

function readText(file: string): string {
  try {
    // A file past the limit is not read: parseScenario would refuse it all the same.
    return statSync(file).size > 4 * SIZE_LIMIT ? ' '.repeat(SIZE_LIMIT + 1) : readFileSync(file, 'utf8')
  } catch (error) {
    throw new Failure(words.cannotRead(file, (error as Error).message), 2)
  }
}

/** Bases of a file: the scenarios beside it, then the bundled ones. */
export function basesFor(file: string): Bases {
  const folders = [...new Set([resolve(dirname(file)), resolve(BUNDLED)])].filter((folder) =>
    existsSync(folder),
  )
  return {
    known: folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json') && name !== 'schema.json')
        .map((name) => name.replace(/(\.scenario)?\.json$/, '')),
    ),
    textOf(id) {
      const paths = folders.flatMap((folder) => ENDINGS.map((ending) => join(folder, `${id}${ending}`)))
      const found = paths.find((path) => existsSync(path))
      return found === undefined ? undefined : readText(found)
    },
  }
}

/** A failure that lists mistakes under a heading. */
export function mistakes(heading: string, issues: readonly ScenarioIssue[]): Failure {
  return new Failure([heading, ...issues.map((issue) => `  ${issueText(issue)}`)].join('\n'), 2)
}

/** The scenario of a file; notices go to standard error. Throws a Failure that lists every mistake. */
export function readScenario(file: string): Scenario {
  const parsed = parseScenario(readText(file), basesFor(file))
  if (!parsed.ok) throw mistakes(words.issuesIn(file, parsed.issues.length), parsed.issues)
  for (const notice of parsed.notices) process.stderr.write(`${notice}\n`)
  return parsed.scenario
}
