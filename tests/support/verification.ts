/** Cases with a known answer: each is asserted, and what was obtained is kept for the table in the ODD document. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, type RunnerTask, type RunnerTestFile } from 'vitest'
import { IS_RECORDING, RECORD_HINT } from './recorded'
import { expectWithin, meanOf, meanTolerance, shareTolerance } from './statistics'

const FOLDER = join(import.meta.dirname, '../golden/verification')

/** One row of the table. Numbers are rounded to six digits, tolerances to two. */
export interface VerifiedCase {
  readonly case: string
  readonly expected: number
  readonly obtained: number
  readonly within: number
  /** Suite and title of the test, joined by " > ". */
  readonly test: string
}

export interface Answer {
  readonly expected: number
  readonly obtained: number
  /** How far the two may be apart. */
  readonly within: number
}

/** Rows so far by the path of their test file: files of one project run in one place. */
const rowsByFile = new Map<string, Map<string, VerifiedCase>>()

function rowsOf(testPath: string): Map<string, VerifiedCase> {
  const rows = rowsByFile.get(testPath) ?? new Map<string, VerifiedCase>()
  rowsByFile.set(testPath, rows)
  return rows
}

function recordOf(testPath: string): string {
  return join(FOLDER, `${basename(testPath).replace(/(\.model)?\.test\.ts$/, '')}.json`)
}

function currentPath(): string {
  const { testPath } = expect.getState()
  if (testPath === undefined) throw new Error('a case is verified within a test')
  return testPath
}

function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

/** Fails unless the answer is as close as it should be, and the same as the one on record. A case is named once in a file. */
export function verified(name: string, { expected, obtained, within }: Answer): void {
  expectWithin(obtained, expected, within, name)
  const testPath = currentPath()
  const rows = rowsOf(testPath)
  if (rows.has(name)) throw new Error(`the case "${name}" is verified twice in this file`)
  const row: VerifiedCase = {
    case: name,
    expected: rounded(expected, 6),
    obtained: rounded(obtained, 6),
    within: rounded(within, 2),
    test: expect.getState().currentTestName ?? '',
  }
  rows.set(name, row)
  if (IS_RECORDING) return
  const recorded = readCases(recordOf(testPath))
  expect(row, `the record of "${name}"; ${RECORD_HINT}`).toEqual(
    recorded.find((other) => other.case === name),
  )
}

/** The same for a share of independent trials, within four standard errors. */
export function verifiedShare(name: string, part: number, trials: number, expected: number): void {
  verified(name, { expected, obtained: part / trials, within: shareTolerance(expected, trials) })
}

/** The same for the mean of independent values, within four standard errors; the record holds these too, so they cannot grow unseen. */
export function verifiedMean(name: string, values: ArrayLike<number>, expected: number): void {
  verified(name, { expected, obtained: meanOf(values), within: meanTolerance(values) })
}

function readCases(path: string): readonly VerifiedCase[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as VerifiedCase[]) : []
}

/** All recorded cases, by the name of their test file without its ending. */
export function verificationRecord(): ReadonlyMap<string, readonly VerifiedCase[]> {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
  return new Map(files.map((name) => [basename(name, '.json'), readCases(join(FOLDER, name))]))
}

/** Whether nothing of a test file was left out, as with a name filter. */
function ranWhole(task: RunnerTask): boolean {
  return task.mode !== 'skip' && (task.type === 'test' || task.tasks.every(ranWhole))
}

/** Compares the names of the cases of a test file that ran whole with those on record, or keeps them. */
export function settleRecord({ filepath, tasks }: RunnerTestFile): void {
  const rows = rowsOf(filepath)
  if (rows.size === 0 || !tasks.every(ranWhole)) return
  const path = recordOf(filepath)
  if (IS_RECORDING) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(path, `${JSON.stringify([...rows.values()], undefined, 2)}\n`)
  }
  expect([...rows.keys()], RECORD_HINT).toEqual(readCases(path).map((row) => row.case))
}
