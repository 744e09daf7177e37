/**
 * The benchmark of the page: its size, its first load, and its frames beside raw WebGL and a flow-map peer.
 */
import type { Browser } from 'playwright-core'
import type { Scenario } from '../scenario'
import { firstLoads } from './firstload'
import { framesWhilePlaying } from './frames'
import { buildBenchPages, buildPage, type Site } from './site'
import type { Figure, Progress } from './suites'
import { trafficAlone } from './trafficalone'
import { launch } from './visits'

/**
 * Builds the pages, visits them, and returns their figures. `firstScenario` is the one that the page opens
 * with.
 */
export async function measurePage(
  chromiumPath: string,
  firstScenario: Scenario,
  progress: Progress,
): Promise<Figure[]> {
  progress('page: building')
  return onSite(buildPage, (site) =>
    onSite(buildBenchPages, async (benchSite) => {
      const loading = await inBrowser(chromiumPath, 'bound', (browser) => firstLoads(browser, site, progress))
      const frames = await inBrowser(chromiumPath, 'unbound', async (browser) => [
        ...(await framesWhilePlaying(browser, site, benchSite, firstScenario, progress)),
        ...(await trafficAlone(browser, benchSite, firstScenario, progress)),
      ])
      return [...loading, ...frames]
    }),
  )
}

async function onSite(
  build: () => Promise<Site>,
  measure: (site: Site) => Promise<Figure[]>,
): Promise<Figure[]> {
  const site = await build()
  try {
    return await measure(site)
  } finally {
    await site.close()
  }
}

async function inBrowser(
  path: string,
  frames: 'bound' | 'unbound',
  measure: (browser: Browser) => Promise<Figure[]>,
): Promise<Figure[]> {
  const browser = await launch(path, frames)
  try {
    return await measure(browser)
  } finally {
    await browser.close()
  }
}
