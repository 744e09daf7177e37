/** Failures in the page: a run that cannot be computed says so for as long as that lasts, and can be started again. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { setAt } from '../../src/scenario'
import { bundledScenario, digestAfter } from '../support/bundled'
import { findings } from './support/axe'
import {
  dayOf,
  digestOf,
  drop,
  openScenario,
  pause,
  prepend,
  reach,
  seek,
  settled,
  type,
} from './support/page'
import { dock, inspector, parameterField, timeline, unsavedMark, whenChanged } from './support/parts'
import { it } from './support/visits'

const RUN_SCRIPT = /run\.worker/
const CONVICTION = 'assumptions.convictionProbability'
const central = bundledScenario('central-asia')

const card = (page: Page) => page.getByTestId('stopped')
const again = (page: Page) => page.getByRole('button', { name: 'Start again' })
const play = (page: Page) => page.getByRole('button', { name: 'Play', exact: true })

/** Ends the worker of the run as the browser does that needs its memory: nobody is told. */
async function kill(page: Page): Promise<void> {
  const worker = page.workers().find((one) => RUN_SCRIPT.test(one.url()))
  if (worker === undefined) throw new Error('the page has no worker for the run')
  await worker.evaluate('self.close()')
}

describe('a run whose program does not load', () => {
  it('says so for good, offers no pause, keeps the scenario, and starts when it can be had', async ({
    visit,
  }) => {
    let refused = 0
    const { page } = await visit({
      async before(next) {
        await next.route(RUN_SCRIPT, (route) => {
          refused++
          return route.abort()
        })
      },
    })
    await card(page).waitFor()
    expect(await card(page).textContent()).toContain('program could not be loaded')
    expect(await play(page).isVisible()).toBe(true)
    expect(await page.getByTestId('dispatched').textContent()).toBe('–')
    expect(await page.locator('html').getAttribute('data-busy')).toBeNull()
    expect(await findings(page)).toEqual([])
    const before = refused
    await type(page, CONVICTION, '0.9')
    await expect.poll(() => refused, { timeout: 120_000 }).toBeGreaterThan(before)
    await card(page).waitFor()
    await page.unroute(RUN_SCRIPT)
    await again(page).click()
    await card(page).waitFor({ state: 'hidden' })
    await pause(page)
    await seek(page, 30)
    const edited = setAt(central, CONVICTION, 0.9)
    expect(edited.ok && digestAfter(edited.scenario, 30)).toBe(await digestOf(page))
    expect(await unsavedMark(page).isVisible()).toBe(true)
  })
})

describe('a run whose worker breaks at once', () => {
  it('says what the browser says of it', async ({ visit }) => {
    const { page } = await visit({
      before: (next) => prepend(next, RUN_SCRIPT, 'throw new Error("no such luck")'),
    })
    await card(page).waitFor()
    expect(await card(page).textContent()).toContain('no such luck')
    expect(await play(page).isVisible()).toBe(true)
    await page.unroute(RUN_SCRIPT)
    await openScenario(page, 'two-routes')
    await reach(page, 2)
    expect(await card(page).isVisible()).toBe(false)
  })
})

describe('a run whose worker ends without a word', () => {
  it('is noticed, and starts again on its day with the course of its changes', async ({ visit }) => {
    const { page } = await visit()
    await pause(page)
    await whenChanged(page).selectOption('continue')
    await seek(page, 60)
    await type(page, CONVICTION, '0.9')
    await page.getByText('changed on day 60', { exact: true }).waitFor()
    const edited = setAt(central, CONVICTION, 0.9)
    if (!edited.ok) throw new Error('the change is refused')
    await seek(page, 80)
    const before = await digestOf(page)
    await kill(page)
    await page.keyboard.press('End')
    await card(page).waitFor()
    expect(await card(page).textContent()).toContain('No word from')
    expect(await digestOf(page)).toBe(before)
    expect(await dayOf(page)).toBe(80)
    expect(await findings(page, page.getByRole('main'))).toEqual([])
    expect(await findings(page, dock(page))).toEqual([])
    await timeline(page).fill('90')
    await settled(page, 90)
    expect(await digestOf(page)).toBe(digestAfter(central, 90, [60, edited.scenario]))
    expect(await card(page).isVisible()).toBe(false)
  })

  it('does not play on the same day in silence: it says so, and plays on when started again', async ({
    visit,
  }) => {
    const { page } = await visit()
    await reach(page, 3)
    await kill(page)
    await card(page).waitFor()
    const day = await dayOf(page)
    await again(page).click()
    await reach(page, day + 2)
    await pause(page)
  })

  it('leaves what it has computed within reach: what is selected then is shown as it was last', async ({
    visit,
  }) => {
    const { page } = await visit()
    await pause(page)
    await seek(page, 40)
    const find = page.getByPlaceholder('Find on the map')
    const chosen = async (name: string) => {
      await find.fill(name)
      await find.press('Enter')
      await inspector(page).getByRole('heading', { name }).waitFor()
      return inspector(page).textContent()
    }
    const before = await chosen('Almaty')
    await chosen('Bishkek')
    await kill(page)
    await page.keyboard.press('Escape')
    await timeline(page).fill('300')
    await card(page).waitFor()
    expect(await chosen('Almaty')).toBe(before)
  })

  it('is over when another scenario is opened or a value is changed', async ({ visit }) => {
    const { page } = await visit()
    await pause(page)
    await seek(page, 40)
    await kill(page)
    await openScenario(page, 'line')
    await card(page).waitFor()
    await openScenario(page, 'two-routes')
    await reach(page, 1)
    await pause(page)
    await seek(page, 40)
    expect(await digestOf(page)).toBe(digestAfter(bundledScenario('two-routes'), 40))
    await kill(page)
    await page.keyboard.press('.')
    await card(page).waitFor()
    await type(page, CONVICTION, '0.9')
    await settled(page, 41)
    const edited = setAt(bundledScenario('two-routes'), CONVICTION, 0.9)
    expect(edited.ok && digestAfter(edited.scenario, 41)).toBe(await digestOf(page))
    expect(await parameterField(page, CONVICTION).inputValue()).toBe('0.9')
  })
})

describe('a run that the model refuses to compute further', () => {
  it('says why and after which day; the days before stay within reach', async ({ visit }) => {
    // Nothing that a scenario may hold fails on a known day, so one of the columns is taken away from the worker.
    const { page } = await visit({
      before: (next) =>
        prepend(
          next,
          RUN_SCRIPT,
          `let days = 0
           const post = self.postMessage.bind(self)
           self.postMessage = (message, options) => {
             if (message.type === 'frame' && (days = message.frame.day) > 50) throw new Error('Too many shipments.')
             post(message, options)
           }`,
        ),
    })
    await pause(page)
    await timeline(page).fill('90')
    await card(page).waitFor()
    expect(await card(page).textContent()).toContain('Too many shipments.')
    expect(await card(page).textContent()).toContain('The run stopped after day 5')
    await timeline(page).fill('45')
    await settled(page, 45)
    expect(await card(page).isVisible()).toBe(false)
    expect(await digestOf(page)).toBe(digestAfter(central, 45))
  })
})

describe('a run of more shipments than can be shown', () => {
  it('says which organisation sends them, and where it can be run', async ({ visit }) => {
    const { page } = await visit()
    const crowd = {
      type: 'contraflow-scenario',
      formatVersion: 1,
      extends: { id: 'two-routes' },
      id: 'crowd',
      title: 'Crowd',
      set: {
        'organisations.*.crews': 1_000_000,
        'organisations.*.loads.road.kg': 0.01,
        'organisations.*.supply.*.kgPerDay': 10_000,
        'legs.*.hours': 1_000,
      },
    }
    await drop(page, 'crowd.json', JSON.stringify(crowd))
    await card(page).waitFor()
    expect(await card(page).textContent()).toContain('more than can be shown one by one')
    expect(await card(page).textContent()).toContain('command line')
    expect(await play(page).isVisible()).toBe(true)
    await openScenario(page, 'two-routes')
    await card(page).waitFor({ state: 'hidden' })
    await reach(page, 3)
  })
})
