/** The browsers of the tests: those that are here, or that can be installed now. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { presentChromium } from '../../../src/bench/chromium'

const FIREFOX_PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

function presentFirefox(): string | undefined {
  const named = process.env.FIREFOX_PATH
  if (named === undefined || named === '') return FIREFOX_PATHS.find((path) => existsSync(path))
  if (existsSync(named)) return named
  throw new Error(`FIREFOX_PATH names "${named}", which does not exist.`)
}

function ran(program: string, ...parameters: string[]): boolean {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync(program, parameters, { stdio: ['ignore', 'ignore', 'inherit'], env })
    return true
  } catch {
    return false
  }
}

interface Wanted {
  readonly name: string
  /** Names the program by its path. */
  readonly variable: string
  /** The package of Debian. */
  readonly debian: string
  readonly present: () => string | undefined
  /** Another way to install it, where nobody is root. */
  readonly installElsewhere: () => void
}

/** Path of a browser; none where nobody may install it, after a line that says so. Throws where root and apt could not install it. */
function found({ name, variable, debian, present, installElsewhere }: Wanted): string {
  const here = present()
  if (here !== undefined) return here
  const isRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  process.stderr.write(`No ${name} here: installing one for the browser tests.\n`)
  if (isRoot) {
    ran('apt-get', 'update', '-qq')
    ran('apt-get', 'install', '-y', '-qq', '--no-install-recommends', debian)
  } else installElsewhere()
  const installed = present()
  if (installed !== undefined) return installed
  const advice = `Install ${name}, or set ${variable} to its program file.`
  if (isRoot) throw new Error(`No ${name} was found, and apt could not install "${debian}". ${advice}`)
  process.stderr.write(
    `No ${name} was found, and none could be installed: its tests are skipped. ${advice}\n`,
  )
  return ''
}

/** Path of a Chromium, or nothing where its tests have to be skipped. */
export function findChromium(): string {
  return found({
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    debian: 'chromium',
    present: presentChromium,
    installElsewhere() {
      const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
      ran(process.execPath, join(playwright, 'cli.js'), 'install', 'chromium')
    },
  })
}

/** Path of a Firefox, or nothing where its tests have to be skipped. */
export function findFirefox(): string {
  return found({
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    debian: 'firefox-esr',
    present: presentFirefox,
    installElsewhere: () => undefined,
  })
}
