/** Firefox, driven as people have it. */
import puppeteer, { type Browser } from 'puppeteer-core'
import { inject } from 'vitest'

export function startFirefox(): Promise<Browser> {
  return puppeteer.launch({ browser: 'firefox', executablePath: inject('firefoxPath'), headless: true })
}
