/** The Chromium of the browser tests: one that is here, or one that is installed now. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { presentChromium } from '../../../src/bench/chromium'

const HELP =
  'No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program file.'

function run(program: string, ...parameters: string[]): boolean {
  try {
    execFileSync(program, parameters, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return true
  } catch {
    return false
  }
}

function install(): void {
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update')
    const packages = ['chromium', 'fonts-dejavu-core']
    if (run('apt-get', 'install', '-y', '--no-install-recommends', ...packages)) return
  }
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  run(process.execPath, join(playwright, 'cli.js'), 'install', 'chromium')
}

/** Path of a Chromium to run the tests in. */
export function findChromium(): string {
  const found = presentChromium()
  if (found !== undefined) return found
  process.stderr.write('No Chromium here: installing one for the browser tests.\n')
  install()
  const installed = presentChromium()
  if (installed === undefined) throw new Error(HELP)
  return installed
}
