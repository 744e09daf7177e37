/** The programs of the command line, started as a user would. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a program in the folder of the project until it ends. */
export function call(program: string, ...args: string[]): Finished {
  const done = spawnSync(process.execPath, ['src/cli/launch.js', program, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}
