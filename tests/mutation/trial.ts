/** The trial of one mutant: its tests in a process of their own, until the first of them fails. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Mutant } from './mutants'
import type { Task } from './vitest.config'

const ROOT = join(import.meta.dirname, '../..')
const CONFIG = 'tests/mutation/vitest.config.ts'

export interface Verdict {
  readonly outcome: 'killed' | 'survived'
  /** The test that failed, or the limit that was passed; empty for a survivor. */
  readonly by: string
  readonly seconds: number
}

/**
 * Runs tests on a mutant, or on the sources as they are, until the first fails. A run that takes more than so many seconds of processor
 * time in one process has lost its end, which counts as noticed.
 */
export async function tried(
  mutant: Mutant | undefined,
  files: readonly string[],
  limitSeconds: number,
): Promise<Verdict> {
  const task: Task = mutant === undefined ? { files } : { mutant, files }
  const started = process.hrtime.bigint()
  const { code, out } = await vitest(task, limitSeconds)
  const seconds = Math.round(Number(process.hrtime.bigint() - started) / 1e8) / 10
  if (code === 0) return { outcome: 'survived', by: '', seconds }
  return { outcome: 'killed', by: failureIn(out) ?? 'the run broke off', seconds }
}

function vitest(task: Task, limitSeconds: number): Promise<{ code: number | null; out: string }> {
  const program = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', CONFIG]
  const limited = ['-c', 'ulimit -t "$0" && exec "$@"', `${limitSeconds}`, process.execPath, ...program]
  const child = spawn('sh', limited, {
    cwd: ROOT,
    env: { ...process.env, CONTRAFLOW_MUTATION: JSON.stringify(task) },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  })
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  process.once('exit', end)
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', end)
      resolve({ code, out })
    })
  })
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** The first failed test in Vitest's report, or the file that could not be loaded; undefined where there is no report. */
function failureIn(report: string): string | undefined {
  const start = report.indexOf('{')
  if (start < 0) return undefined
  const { testResults } = JSON.parse(report.slice(start)) as VitestReport
  const file = testResults.find(({ status }) => status === 'failed')
  if (file === undefined) return undefined
  const test = file.assertionResults.find(({ status }) => status === 'failed')
  return `${file.name.split('/').at(-1)}: ${test?.fullName ?? file.message.split('\n')[0]}`
}
