/** Finds a Chromium on this machine: named by CHROMIUM_PATH, on the system, or Playwright's own. */
import { existsSync } from 'node:fs'
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

/** Software drawing where there is no graphics card, and no traffic of the browser's own. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
]

/**
 * Path of a Chromium that is here, or undefined. Throws where CHROMIUM_PATH names a file that does not exist.
 */
export function presentChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names "${named}", which does not exist.`)
  }
  return [...SYSTEM_PATHS, chromium.executablePath()].find((path) => path !== '' && existsSync(path))
}
