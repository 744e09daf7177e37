/** Frames: the page while it plays, beside a raw point cloud and a flow-map peer with the same shipments. */
import type { Browser, Page } from 'playwright-core'
import { type Scenario, specOf, validateScenario } from '../scenario'
import { type DrawLoad, drawLoadOf } from './drawload'
import { LIMIT_PAGE, PEER_PAGE, type Site } from './site'
import { standardScenario } from './standard'
import type { Figure, Progress } from './suites'
import { type FrameFigures, newVisitor, watchFrames } from './visits'

const WATCH_SECONDS = 3
/** Day of the network and shipments that the pages beside ours draw. */
export const LOAD_DAY = 60
/** About 4,000 shipments in flight. */
const CROWDED = { shipmentsPerDay: 312, days: 365 }

/** Frames of the page under two loads, beside a raw point cloud and the peer with the same shipments. */
export async function framesWhilePlaying(
  browser: Browser,
  site: Site,
  benchSite: Site,
  first: Scenario,
  progress: Progress,
): Promise<Figure[]> {
  const crowded = crowdedScenario()
  const loads = [
    { name: 'Central Asia, 50 days/s', scenario: first, drop: false, daysPerSecond: 50 },
    { name: 'crowded, 5 days/s', scenario: crowded, drop: true, daysPerSecond: 5 },
  ]
  const figures: Figure[] = []
  for (const { name, scenario, drop, daysPerSecond } of loads) {
    progress(`page: ${name}`)
    const drawLoad = drawLoadOf(scenario, specOf(scenario), LOAD_DAY)
    const ours = await framesOf(browser, site.url, (page) =>
      startPlaying(page, drop ? scenario : undefined, daysPerSecond),
    )
    const raw = await framesOf(browser, benchSite.url + LIMIT_PAGE, (page) =>
      page.evaluate((given) => window.limitPage.play(given), drawLoad),
    )
    const peer = await framesOf(browser, benchSite.url + PEER_PAGE, (page) =>
      page.evaluate((given) => window.peerPage.play(given), drawLoad),
    )
    figures.push(...comparison(name, drawLoad, ours, raw, peer))
  }
  return figures
}

function crowdedScenario(): Scenario {
  const parsed = validateScenario(standardScenario(CROWDED))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 2))
  return parsed.scenario
}

function comparison(
  name: string,
  drawLoad: DrawLoad,
  ours: FrameFigures,
  raw: FrameFigures,
  peer: FrameFigures,
): Figure[] {
  const row = (what: string, value: number, unit: string): Figure => ({
    what: `${name}: ${what}`,
    value,
    unit,
  })
  return [
    row('shipments in flight', drawLoad.shipmentLegs.length, ''),
    row('frames per second, unbound', ours.perSecond, '1/s'),
    row('scripts per frame', ours.scriptMs, 'ms'),
    row('95th percentile / median between frames', ours.unevenness, '×'),
    row('raw point cloud, frames per second', raw.perSecond, '1/s'),
    row('flowmap.gl, frames per second', peer.perSecond, '1/s'),
    row('flowmap.gl, scripts per frame', peer.scriptMs, 'ms'),
    row('page / raw point cloud, frame rate', ours.perSecond / raw.perSecond, '×'),
    row('page / flowmap.gl, frame rate', ours.perSecond / peer.perSecond, '×'),
  ]
}

/** Opens a page, starts it, and watches its frames. */
async function framesOf(
  browser: Browser,
  url: string,
  start: (page: Page) => Promise<void>,
): Promise<FrameFigures> {
  const visitor = await newVisitor(browser)
  const page = await visitor.newPage()
  await page.goto(url)
  await start(page)
  const figures = await watchFrames(page, WATCH_SECONDS)
  await visitor.close()
  return figures
}

/** Opens a scenario, if one is given, by dropping it as a file, and plays it at a speed. */
async function startPlaying(
  page: Page,
  scenario: Scenario | undefined,
  daysPerSecond: number,
): Promise<void> {
  await page.locator('body[data-ready="true"]').waitFor()
  if (scenario !== undefined) {
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer()
      data.items.add(new File([content], 'crowded.scenario.json', { type: 'application/json' }))
      return data
    }, JSON.stringify(scenario))
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
    await page.locator('.picker', { hasText: scenario.title }).waitFor()
    await page.locator('.timeline input').fill(String(LOAD_DAY))
  }
  await page.locator('select.speed').selectOption(String(daysPerSecond))
  await page.waitForFunction(
    (day) => Number(document.querySelector('[data-testid="day"]')?.textContent) > day,
    LOAD_DAY,
  )
}
