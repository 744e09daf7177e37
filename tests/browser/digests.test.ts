/** Digests: Node, Chromium and Firefox end every run in the same state, each with its own arithmetic and its own compiled scenario. */
import { describe, expect, inject, it } from 'vitest'
import { compileScenario, type Scenario, serialiseScenario } from '../../src/scenario'
import { BUNDLED, bundledScenario, digestAfter } from '../support/bundled'
import { randomScenario } from '../support/random'
import { scenarioOf } from '../support/scenarios'
import type { DigestsOf } from './support/digests/runner'
import { startFirefox } from './support/firefox'
import { startBrowser } from './support/page'

const DAYS = 120
const RANDOM = 60

declare const digestsOf: DigestsOf

const scenarios: readonly Scenario[] = [
  ...BUNDLED.map(bundledScenario),
  ...Array.from({ length: RANDOM }, (_, number) => scenarioOf(randomScenario(number))),
]

/** Digests of scenario and run by the id of the scenario, computed here; once for all browsers. */
let here: Record<string, string> | undefined
function digestsHere(): Record<string, string> {
  here ??= Object.fromEntries(
    scenarios.map((scenario) => {
      const { id, scenarioDigest } = compileScenario(scenario)
      return [id, `${scenarioDigest} ${digestAfter(scenario, DAYS)}`]
    }),
  )
  return here
}

const request = () => [inject('workerUrl'), scenarios.map((one) => serialiseScenario(one)), DAYS] as const

describe('the same scenario and seed', () => {
  it('give the same digest in Node and in Chromium', async () => {
    const browser = await startBrowser()
    const page = await browser.newPage()
    await page.goto(inject('digestsUrl'))
    await page.waitForFunction(() => 'digestsOf' in globalThis)
    const found = await page.evaluate(([worker, texts, days]) => digestsOf(worker, texts, days), request())
    await browser.close()
    expect(found).toEqual(digestsHere())
    expect(Object.keys(found)).toHaveLength(BUNDLED.length + RANDOM)
  })

  it.skipIf(inject('firefoxPath') === '')('give the same digest in Node and in Firefox', async () => {
    const browser = await startFirefox()
    const page = await browser.newPage()
    await page.goto(inject('digestsUrl'))
    await page.waitForFunction(() => 'digestsOf' in globalThis)
    const found = await page.evaluate((worker, texts, days) => digestsOf(worker, texts, days), ...request())
    await browser.close()
    expect(found).toEqual(digestsHere())
  })
})
