/** The first load: what a browser asks for until the page plays, and how long that takes. */
import type { Browser } from 'playwright-core'
import { medianOf } from './measure'
import type { Site } from './site'
import type { Figure, Progress } from './suites'
import { type LoadTimes, load } from './visits'

const LOADS = 5
const LARGEST = 5

/** Times of cold loads, and the bytes of what the first of them asked for until it played. */
export async function firstLoads(browser: Browser, site: Site, progress: Progress): Promise<Figure[]> {
  const times: LoadTimes[] = []
  let requested: ReadonlySet<string> = new Set()
  for (let round = 0; round < LOADS; round++) {
    progress(`page: first load ${round + 1} of ${LOADS}`)
    times.push(await load(browser, site.url))
    if (round === 0) requested = site.takeRequests()
  }
  const median = (name: keyof LoadTimes) => medianOf(times.map((time) => time[name]))
  return [
    ...sizes(site, requested),
    { what: 'page: first contentful paint', value: median('firstPaint'), unit: 'ms' },
    { what: 'page: map drawn', value: median('mapDrawn'), unit: 'ms', goal: '< 1000' },
    { what: 'page: playing day 1', value: median('playing'), unit: 'ms', goal: '< 3000' },
  ]
}

function sizes({ files }: Site, requested: ReadonlySet<string>): Figure[] {
  const isScript = ({ path }: Site['files'][number]) => path.endsWith('.js')
  const first = files.filter(({ path }) => requested.has(path === 'index.html' ? '' : path))
  const kb = (some: Site['files']) => some.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1_000
  const largest = files.filter(isScript).sort((a, b) => b.gzipBytes - a.gzipBytes)
  return [
    { what: 'page: first load, scripts, gzip', value: kb(first.filter(isScript)), unit: 'kB', goal: '< 600' },
    { what: 'page: first load, everything, gzip', value: kb(first), unit: 'kB' },
    { what: 'page: all scripts, gzip', value: kb(files.filter(isScript)), unit: 'kB' },
    ...largest.slice(0, LARGEST).map((file) => ({
      what: `page: ${file.name}${first.includes(file) ? '' : ', later'}, gzip`,
      value: kb([file]),
      unit: 'kB',
    })),
  ]
}
