/** Visits: what a browser reports of a page while it loads and plays. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS } from './chromium'
import { medianOf } from './measure'

const VIEWPORT = { width: 1366, height: 768 }
/** Seldom enough that asking does not slow the page. */
const POLL_MS = 100
/** Frames as fast as they can be drawn, so that their rate shows their cost. */
const UNBOUND = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

export function launch(executablePath: string, frames: 'bound' | 'unbound'): Promise<Browser> {
  const args = frames === 'unbound' ? [...CHROMIUM_FLAGS, ...UNBOUND] : [...CHROMIUM_FLAGS]
  return chromium.launch({ executablePath, args })
}

/** A visit with an empty cache. */
export function newVisitor(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: VIEWPORT, colorScheme: 'dark', serviceWorkers: 'block' })
}

/** Milliseconds from the start of navigation. */
export interface LoadTimes {
  readonly firstPaint: number
  /** The frame after the one that drew the map. */
  readonly mapDrawn: number
  /** Day 1 is on show. */
  readonly playing: number
}

/** Runs in the page before its own scripts: marks the moments of a load. */
function markMoments(): void {
  const pending = new Map([
    ['map-drawn', () => document.querySelector('[data-testid="map"][data-ready="true"]') !== null],
    ['playing', () => Number(document.querySelector('[data-testid="day"]')?.textContent) >= 1],
  ])
  const observer = new MutationObserver(() => {
    for (const [name, hasCome] of pending) {
      if (!hasCome()) continue
      pending.delete(name)
      requestAnimationFrame(() => performance.mark(name))
    }
    if (pending.size === 0) observer.disconnect()
  })
  const attributeFilter = ['data-ready']
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter })
}

/** Opens a page that nothing is kept of, and waits until it plays. */
export async function load(browser: Browser, url: string): Promise<LoadTimes> {
  const visitor = await newVisitor(browser)
  const page = await visitor.newPage()
  await page.addInitScript(markMoments)
  await page.goto(url, { waitUntil: 'commit' })
  const isPlaying = () => performance.getEntriesByName('playing').length > 0
  await page.waitForFunction(isPlaying, undefined, { polling: POLL_MS })
  const times = await page.evaluate(() => {
    const startOf = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN
    return {
      firstPaint: startOf('first-contentful-paint'),
      mapDrawn: startOf('map-drawn'),
      playing: startOf('playing'),
    }
  })
  await visitor.close()
  return times
}

/** How a page draws while it plays. */
export interface FrameFigures {
  readonly perSecond: number
  /** Milliseconds of scripts on the main thread per frame, all of the page's work included. */
  readonly scriptMs: number
  /** Milliseconds between two frames: the 95th percentile over their median. */
  readonly unevenness: number
}

/** Watches the frames of a page for some time. */
export async function watchFrames(page: Page, seconds: number): Promise<FrameFigures> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const scriptSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN
  }
  const before = await scriptSeconds()
  const gaps = await page.evaluate(gapsDuring, seconds * 1_000)
  const script = (await scriptSeconds()) - before
  await session.detach()
  const sorted = [...gaps].sort((a, b) => a - b)
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
  return {
    perSecond: gaps.length / (gaps.reduce((sum, gap) => sum + gap, 0) / 1_000),
    scriptMs: (script * 1_000) / gaps.length,
    unevenness: p95 / medianOf(gaps),
  }
}

/** Runs in the page: milliseconds between its frames. */
function gapsDuring(ms: number): Promise<number[]> {
  return new Promise((resolve) => {
    const start = performance.now()
    const gaps: number[] = []
    let last = start
    const frame = () => {
      const now = performance.now()
      gaps.push(now - last)
      last = now
      if (now - start < ms) requestAnimationFrame(frame)
      else resolve(gaps)
    }
    requestAnimationFrame(frame)
  })
}
