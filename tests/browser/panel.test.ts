/** The panel at work: several entries at once, locks, the schedule, the history, and values that follow while typing. */
import type { Page } from 'playwright-core'
import { afterAll, describe, expect } from 'vitest'
import { blankScenario, parseScenario, type Scenario, setAt } from '../../src/scenario'
import { bundledText, digestAfter } from '../support/bundled'
import { findings } from './support/axe'
import {
  chooseCheckpoint,
  digestOf,
  drop,
  otherDigest,
  pause,
  ready,
  seek,
  shows,
  titled,
  type,
} from './support/page'
import {
  entryChooser,
  historySteps,
  panel,
  panelHelp,
  parameter,
  parameterField,
  resetButton,
  tabPanel,
  unsavedMark,
} from './support/parts'
import { it } from './support/visits'

const CHECKPOINT = 'ak_jol_x'
const STAFF = `checkpoints.${CHECKPOINT}.staff`
const CORRUPTION = `checkpoints.${CHECKPOINT}.corruptionRate`
const KAZAKH_STAFF = 'checkpoints[country=KZ].staff'
const DAY = 40
const REASON = 'The lesson gives this value.'

const original = JSON.parse(bundledText('central-asia'))
const sources = Object.entries(original.evidence).filter(([path]) => !path.startsWith('interventions.'))
const lesson = JSON.stringify({
  ...original,
  title: 'Lesson',
  evidence: Object.fromEntries(sources),
  locks: { [CORRUPTION]: REASON },
  interventions: [
    {
      id: 'staffing',
      title: 'Full staff',
      changes: [{ target: KAZAKH_STAFF, from: '2009-01-25', set: 100 }],
    },
  ],
})

function lessonWith(path?: string, value?: unknown): Scenario {
  const parsed = parseScenario(lesson)
  const edited = parsed.ok && path !== undefined ? setAt(parsed.scenario, path, value) : parsed
  if (!edited.ok) throw new Error('the lesson has mistakes')
  return edited.scenario
}

let page: Page
let problems: readonly string[]
let digest = ''

it.beforeAll(async ({ sharedVisit }) => {
  ;({ page, problems } = await sharedVisit())
  await drop(page, 'lesson.json', lesson)
  await titled(page, 'Lesson')
  await pause(page)
  await seek(page, DAY)
  digest = await digestOf(page)
})
afterAll(() => {
  expect(problems).toEqual([])
})

const tab = () => tabPanel(page, 'Checkpoint')
const group = () => tab().getByRole('combobox', { name: 'All with the same' })
const historyRows = () => historySteps(page).getByRole('paragraph')

describe('the panel', () => {
  it('shows odds and pay of a number while it is typed, and forgets them on Escape', async () => {
    expect(digest).toBe(digestAfter(lessonWith(), DAY))
    await chooseCheckpoint(page, CHECKPOINT)
    const derived = tab().getByTestId('derived').locator('dl')
    await derived.waitFor()
    const before = await derived.textContent()
    const field = parameterField(page, STAFF)
    await field.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('90')
    await tab().getByText('while typing').waitFor()
    expect(await derived.textContent()).not.toBe(before)
    await page.keyboard.press('Escape')
    await tab().getByText('while typing').waitFor({ state: 'detached' })
    await derived.waitFor()
    expect(await derived.textContent()).toBe(before)
    expect(await field.inputValue()).toBe('12')
    expect(await unsavedMark(page).isVisible()).toBe(false)
  })

  it('keeps a locked row as it is and says why', async () => {
    const row = parameter(page, CORRUPTION)
    expect(await row.getByRole('textbox').isDisabled()).toBe(true)
    expect(await row.getByRole('slider').isDisabled()).toBe(true)
    await row.getByRole('img', { name: REASON }).focus()
    await panelHelp(page).getByText(REASON).waitFor()
  })

  it('edits all Kazakh checkpoints at once, in one step', async () => {
    await tab().getByRole('button', { name: 'Several' }).click()
    const kazakh = group().locator('option', { hasText: 'Kazakhstan' })
    await group().selectOption(await kazakh.getAttribute('value'))
    const count = lessonWith().checkpoints.filter(({ country }) => country === 'KZ').length
    await tab().getByText(`${count} of 47 edited together`).waitFor()
    await tab()
      .getByRole('textbox', { name: /^Vehicles.*, mixed: / })
      .waitFor()
    expect(await findings(page)).toEqual([])
    await type(page, KAZAKH_STAFF, '55')
    const changed = await otherDigest(page, digest)
    expect(changed).toBe(digestAfter(lessonWith(KAZAKH_STAFF, 55), DAY))
    await panel(page).getByText(`${count} values changed`, { exact: true }).waitFor()
    await tab()
      .getByRole('checkbox', { name: /^Ak-Jol/ })
      .uncheck()
    await group().and(page.locator('[data-choice="own"]')).waitFor()
    await page.getByRole('tab', { name: 'Checkpoint' }).focus()
    await page.keyboard.press('Control+z')
    expect(await otherDigest(page, changed)).toBe(digest)
    await tab().getByRole('button', { name: 'Several' }).click()
  })

  it('resets one group, and keeps headings closed over a reload', async () => {
    await chooseCheckpoint(page, CHECKPOINT)
    await type(page, STAFF, '20')
    await type(page, `checkpoints.${CHECKPOINT}.targeting`, '3')
    await type(page, `checkpoints.${CHECKPOINT}.vehiclesPerDay`, '700')
    await tab().getByRole('button', { name: 'Reset 2 changes in Policy levers' }).click()
    await panel(page).getByText('1 value changed', { exact: true }).waitFor()
    await resetButton(page, `checkpoints.${CHECKPOINT}.vehiclesPerDay`).click()
    const heading = tab().getByRole('button', { name: 'Policy levers', expanded: true })
    await heading.focus()
    await page.keyboard.press('Enter')
    await tab().getByRole('button', { name: 'Policy levers', expanded: false }).waitFor()
    await page.reload()
    await ready(page)
    await pause(page)
    await seek(page, DAY)
    await chooseCheckpoint(page, CHECKPOINT)
    await tab().getByRole('button', { name: 'Policy levers', expanded: false }).click()
    await parameter(page, STAFF).waitFor()
  })

  it('switches an intervention off and on by keyboard', async () => {
    await page.getByRole('tab', { name: 'Checkpoint' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const toggle = page.getByRole('switch', { name: 'Full staff' })
    const item = page.getByRole('listitem').filter({ has: toggle })
    expect(await item.textContent()).toContain('set to 100 officers')
    await toggle.press(' ')
    const off = await otherDigest(page, digest)
    expect(off).toBe(digestAfter(lessonWith('interventions.staffing.enabled', false), DAY))
    expect(await findings(page)).toEqual([])
    await toggle.press(' ')
    expect(await otherDigest(page, off)).toBe(digest)
  })

  it('lists changes in words, puts one back, and goes to any point, by keyboard', async () => {
    await chooseCheckpoint(page, CHECKPOINT)
    await type(page, STAFF, '300')
    const first = await otherDigest(page, digest)
    await type(page, `checkpoints.${CHECKPOINT}.officerSalary`, '900')
    await page.getByRole('tab', { name: 'Checkpoint' }).focus()
    await page.keyboard.press('h')
    expect((await historyRows().allTextContents()).slice(0, 2)).toEqual([
      'Ak-Jol (KG) - Korday (KZ): Officer pay 300 → 900 USD/monthNow',
      'Ak-Jol (KG) - Korday (KZ): Officers present 12 → 300 officers',
    ])
    expect(await findings(page)).toEqual([])
    const revert = page.getByRole('button', { name: /^Revert: .*Officers present 12 → 300/ })
    await revert.press('Enter')
    await historyRows().filter({ hasText: 'Officers present 300 → 12 officers' }).waitFor()
    expect(await revert.getAttribute('aria-disabled')).toBe('true')
    await page
      .getByRole('button', { name: /^Go to the state after: .*Officers present 12 → 300/ })
      .press('Enter')
    await historySteps(page).filter({ hasText: 'undone' }).nth(1).waitFor()
    await shows(page, first)
    await page.getByRole('button', { name: 'Go to the state after: Opened Lesson' }).press('Enter')
    await shows(page, digest)
    await page.keyboard.press('Escape')
    await parameter(page, STAFF).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('History')
  })

  it('finds settings of tabs not opened yet, and entries by name, and goes to them', async () => {
    await page.reload()
    await ready(page)
    await page.keyboard.press('/')
    await page.keyboard.type('targeting')
    await panel(page)
      .getByRole('textbox', { name: /^Targeting/ })
      .waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('korday')
    await panel(page)
      .getByRole('button', { name: /Ak-Jol.*Checkpoint/ })
      .first()
      .click()
    await parameter(page, STAFF).waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
  })

  it('finds what several words are part of, in entries that are not on show', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('dostuk officers')
    await parameter(page, 'checkpoints.dostuk_x.staff').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('karaganda balkhash')
    await panel(page)
      .getByRole('button', { name: /Balkhash – Karaganda/ })
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
  })

  it('says that a scenario has no checkpoint, and how to add one', async () => {
    const blank = blankScenario({
      id: 'blank',
      title: 'Blank',
      source: { lat: 40, lon: 60 },
      market: { lat: 42, lon: 64 },
    })
    await drop(page, 'blank.json', JSON.stringify(blank.ok && blank.scenario))
    await titled(page, 'Blank')
    await page.getByRole('tab', { name: 'Checkpoint' }).click()
    await tab().getByText('This scenario has no checkpoint. To add one, press E').waitFor()
    expect(await entryChooser(page, 'Checkpoint').isVisible()).toBe(false)
  })
})
