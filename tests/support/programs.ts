/** The programs of the command line, started as a user would. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll } from 'vitest'

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

/** The pool of worker threads, bundled beside its worker as in the programs: a thread cannot run TypeScript. */
export async function bundledPool(): Promise<typeof import('../../src/cli/pool')> {
  const cache = join(ROOT, 'node_modules/.cache/contraflow')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'pool-'))
  afterAll(() => rmSync(outDir, { recursive: true }))
  const input = { pool: join(ROOT, 'src/cli/pool.ts'), 'run.worker': join(ROOT, 'src/cli/run.worker.ts') }
  const output = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', format: 'esm' } as const
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: true, target: 'node20', outDir, rollupOptions: { input, output } },
  })
  return import(/* @vite-ignore */ pathToFileURL(join(outDir, 'pool.js')).href)
}
