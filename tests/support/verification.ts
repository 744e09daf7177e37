/** Cases with a known answer: each is asserted, and what was obtained is kept for the table in the ODD document. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, expect, type RunnerTask } from 'vitest'
import { expectWithin, meanOf, meanTolerance, shareTolerance } from './statistics'

const FOLDER = join(import.meta.dirname, '../golden/verification')
const UPDATE = process.env.UPDATE_GOLDEN === '1'
const HINT =
  'if this is meant, say so in the commit and run twice: UPDATE_GOLDEN=1 npx vitest run --project unit tests/engine tests/analysis'

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

/** Rows of this test file so far, and the recorded ones. */
const rows = new Map<string, VerifiedCase>()
let recorded: readonly VerifiedCase[] | undefined

function recordOf(testPath: string): string {
  return join(FOLDER, `${basename(testPath, '.test.ts')}.json`)
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
  if (rows.has(name)) throw new Error(`the case "${name}" is verified twice in this file`)
  const row: VerifiedCase = {
    case: name,
    expected: rounded(expected, 6),
    obtained: rounded(obtained, 6),
    within: rounded(within, 2),
    test: expect.getState().currentTestName ?? '',
  }
  rows.set(name, row)
  if (UPDATE) return
  recorded ??= readCases(recordOf(currentPath()))
  expect(row, `the record of "${name}"; ${HINT}`).toEqual(recorded.find((other) => other.case === name))
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

// biome-ignore lint/correctness/noEmptyPattern: Vitest wants a pattern before the suite
afterAll(({}, suite) => {
  if (rows.size === 0 || !suite.tasks.every(ranWhole)) return
  const path = recordOf(suite.file.filepath)
  if (UPDATE) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(path, `${JSON.stringify([...rows.values()], undefined, 2)}\n`)
  }
  expect([...rows.keys()], HINT).toEqual(readCases(path).map((row) => row.case))
})
