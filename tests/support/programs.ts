/** The programs of the command line, started as a user would. */
import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
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

/** A program that is still at work, and how it ends. */
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Finished>
}

/** Starts a program without waiting for it. */
export function start(program: string, args: readonly string[], stdio: StdioOptions = 'pipe'): Running {
  const child = spawn(process.execPath, ['src/cli/launch.js', program, ...args], { cwd: ROOT, stdio })
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const ended = new Promise<Finished>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }))
  })
  return { child, ended }
}

/** Waits until something holds, for as long as a test may take. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** The pool of worker threads, bundled beside a worker as in the programs: a thread cannot run TypeScript. */
export async function bundledPool(
  worker = 'src/cli/run.worker.ts',
): Promise<typeof import('../../src/cli/pool')> {
  const cache = join(ROOT, 'node_modules/.cache/contraflow')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'pool-'))
  afterAll(() => rmSync(outDir, { recursive: true }))
  const input = { pool: join(ROOT, 'src/cli/pool.ts'), 'run.worker': join(ROOT, worker) }
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
