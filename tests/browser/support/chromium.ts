/** Finds a Chromium: named by CHROMIUM_PATH, on the system, Playwright's own, or freshly installed. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const HELP =
  'No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program file.'

function present(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names "${named}", which does not exist.`)
  }
  return [...SYSTEM_PATHS, chromium.executablePath()].find((path) => path !== '' && existsSync(path))
}

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
  const found = present()
  if (found !== undefined) return found
  process.stderr.write('No Chromium here: installing one for the browser tests.\n')
  install()
  const installed = present()
  if (installed === undefined) throw new Error(HELP)
  return installed
}
