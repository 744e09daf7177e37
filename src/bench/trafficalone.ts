/** The map's traffic layer by itself, in turns with raw WebGL. */
import type { Browser } from 'playwright-core'
import { type Scenario, specOf } from '../scenario'
import { drawLoadOf } from './drawload'
import { LOAD_DAY } from './frames'
import { medianOf } from './measure'
import { LIMIT_PAGE, type Site } from './site'
import type { Figure, Progress } from './suites'
import { newVisitor } from './visits'

const TRAFFIC_COUNTS = [5_000, 50_000]
const TRAFFIC_ROUNDS = 15

/** Time of one drawing, each awaited, and what raw WebGL takes for as many points. */
export async function trafficAlone(
  browser: Browser,
  { url }: Site,
  scenario: Scenario,
  progress: Progress,
): Promise<Figure[]> {
  const drawLoad = drawLoadOf(scenario, specOf(scenario), LOAD_DAY)
  const visitor = await newVisitor(browser)
  const figures: Figure[] = []
  for (const count of TRAFFIC_COUNTS) {
    progress(`page: traffic layer, ${count} points`)
    const page = await visitor.newPage()
    await page.goto(url + LIMIT_PAGE)
    const times = await page.evaluate(
      async ([given, points, rounds]) => window.limitPage.takeTurns(given, points, rounds),
      [drawLoad, count, TRAFFIC_ROUNDS] as const,
    )
    await page.close()
    const { traffic, sameLook, squares } = times
    const ratio = (limit: readonly number[]) =>
      medianOf(limit.map((ms, round) => ms / (traffic[round] ?? Number.NaN)))
    const name = `traffic layer, ${count} points`
    figures.push(
      { what: `${name}: one drawing`, value: medianOf(traffic), unit: 'ms' },
      {
        what: `${name}: raw WebGL of the same look / layer`,
        value: ratio(sameLook),
        unit: '×',
        goal: '>= 0.9',
      },
      { what: `${name}: raw WebGL squares / layer`, value: ratio(squares), unit: '×' },
    )
  }
  await visitor.close()
  return figures
}
