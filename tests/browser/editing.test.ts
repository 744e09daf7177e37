/** Editing on the map: a network built from nothing with the mouse, undone, done again, saved and run elsewhere. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { parseScenario, type Scenario } from '../../src/scenario'
import { digestAfter } from '../support/bundled'
import { findings } from './support/axe'
import { digestOf, type OpenPage, otherDigest, pause, seek, type } from './support/page'
import { editBar, entryChooser, historySteps, hoverLabel, openDialog, picker } from './support/parts'
import { it } from './support/visits'

const DAY = 40
type Spot = readonly [across: number, down: number]
/** Where a new scenario puts its first two places, as shares of the map. */
const SOURCE: Spot = [0.45, 0.55]
const MARKET: Spot = [0.75, 0.55]
const FARM: Spot = [0.35, 0.75]
const PASS: Spot = [0.6, 0.3]

let open: OpenPage
let page: Page
it.beforeAll(async ({ sharedVisit }) => {
  open = await sharedVisit()
  page = open.page
  await pause(page)
})

const form = () => page.getByRole('complementary', { name: 'Edit' })
/** Steps of the history, the last one first. */
const history = async () =>
  (await historySteps(page).getByRole('paragraph').allTextContents()).map((line) => line.replace(/Now$/, ''))

async function pointAt([across, down]: Spot): Promise<readonly [number, number]> {
  const box = await page.getByTestId('map').boundingBox()
  if (box === null) throw new Error('no map')
  return [box.x + box.width * across, box.y + box.height * down]
}

async function click(spot: Spot): Promise<void> {
  await page.mouse.click(...(await pointAt(spot)))
}

async function drag(from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(...(await pointAt(from)))
  await page.mouse.down()
  await page.mouse.move(...(await pointAt([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])))
  await page.mouse.move(...(await pointAt(to)))
  await page.mouse.up()
}

/** Does something and waits until the run of the changed network has arrived. */
async function changing(act: () => Promise<void>): Promise<string> {
  const before = await digestOf(page)
  await act()
  return otherDigest(page, before)
}

async function tool(title: string): Promise<void> {
  await editBar(page).getByTitle(title, { exact: true }).click()
}

/** Waits until the form says why something was refused. */
async function refusal(words: string): Promise<void> {
  await form().getByRole('alert').filter({ hasText: words }).waitFor()
}

/** Waits until what was done last is selected under this name. */
async function selected(title: string): Promise<void> {
  await form().getByRole('heading', { name: title, exact: true }).waitFor()
}

/** Waits until the map shows a thing of this name under the pointer. */
async function shownAt(spot: Spot, title: string): Promise<void> {
  const [x, y] = await pointAt(spot)
  await expect
    .poll(async () => {
      await page.mouse.move(x + 30, y + 30)
      await page.mouse.move(x, y)
      return (await hoverLabel(page).isVisible()) && hoverLabel(page).locator('strong').textContent()
    })
    .toBe(title)
}

/** Adds a place by a click and types its name. */
async function addPlace(spot: Spot, title: string): Promise<void> {
  await click(spot)
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'name')
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await selected(title)
  await shownAt(spot, title)
}

async function savedScenario(): Promise<Scenario> {
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const parsed = parseScenario(await readFile(await (await download).path(), 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.scenario
}

const counts = ({ nodes, legs, checkpoints, routes }: Scenario) =>
  [nodes, legs, checkpoints, routes].map(({ length }) => length)

describe('a network from nothing', () => {
  it('begins with a dialog that refuses nonsense in words', async () => {
    await page.getByRole('button', { name: 'New scenario' }).click()
    const dialog = page.getByRole('dialog', { name: 'New scenario' })
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Two valleys')
    expect(await dialog.getByRole('textbox', { name: 'Id' }).inputValue()).toBe('two_valleys')
    await dialog.getByRole('textbox', { name: 'Id' }).fill('two valleys!')
    await page.keyboard.press('Enter')
    expect(await dialog.getByRole('alert').innerText()).toContain(
      'id: This value does not have the right form',
    )
    expect(await findings(page, openDialog(page))).toEqual([])
    await dialog.getByRole('textbox', { name: 'Id' }).fill('two_valleys')
    await changing(() => page.keyboard.press('Enter'))
    expect(await picker(page).innerText()).toContain('Two valleys')
    await pause(page)
    await seek(page, DAY)
  })

  it('grows by clicks and drags, each one step of the history, and runs at once', async () => {
    await form().getByRole('combobox', { name: 'Kind' }).first().selectOption('source')
    await addPlace(FARM, 'Farm')
    await form().getByRole('combobox', { name: 'Kind' }).first().selectOption('border')
    await addPlace(PASS, 'Pass')
    await tool('Leg')
    await click(FARM)
    await click(SOURCE)
    await selected('Farm – Source')
    await drag(SOURCE, PASS)
    await selected('Source – Pass')
    await click(PASS)
    await click(MARKET)
    await selected('Pass – Market')
    await tool('Checkpoint')
    await click(PASS)
    await form().getByRole('combobox', { name: 'Place' }).last().waitFor()
    await shownAt(PASS, 'Pass')
    await tool('Route')
    await click(FARM)
    await click(PASS)
    await expect.poll(() => form().getByRole('listitem').allInnerTexts()).toEqual(['Farm', 'Source', 'Pass'])
    expect(await findings(page)).toEqual([])
    await click(MARKET)
    const digest = await changing(() => click(MARKET))
    await selected('Farm to Market')
    await page.keyboard.press('h')
    expect((await history()).slice(0, 9)).toEqual([
      'Added route Farm to Market',
      'Added checkpoint Pass',
      'Added leg Pass – Market',
      'Added leg Source – Pass',
      'Added leg Farm – Source',
      'Named place Pass (was Place 4)',
      'Added place Place 4',
      'Named place Farm (was Place 3)',
      'Added place Place 3',
    ])
    await page.keyboard.press('h')
    const saved = await savedScenario()
    expect(counts(saved)).toEqual([4, 4, 1, 2])
    expect(saved.organisations[0]?.supply.map(({ source }) => source)).toEqual(['source', 'farm'])
    expect(digest).toBe(digestAfter(saved, DAY))
  })

  it('moves a place by one drag, and its estimated legs with it', async () => {
    const before = await savedScenario()
    await tool('Select')
    const digest = await digestOf(page)
    await changing(() => drag(FARM, [0.35, 0.9]))
    const after = await savedScenario()
    expect(after.nodes[2]?.lat).toBeLessThan(before.nodes[2]?.lat ?? 0)
    expect(after.legs[1]?.km).toBeGreaterThan(before.legs[1]?.km ?? 0)
    expect(after.legs[0]).toEqual(before.legs[0])
    await page.keyboard.press('Control+z')
    expect(await otherDigest(page, digestAfter(after, DAY))).toBe(digest)
  })

  it('says which legs keep their length when a place moves, and estimates them again when asked', async () => {
    const before = await savedScenario()
    await drag(FARM, [0.35, 0.8])
    await page.getByText('Moved place Farm', { exact: true }).waitFor()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Network' }).click()
    await entryChooser(page, 'Network').selectOption('legs/farm--source')
    await type(page, 'legs.farm--source.km', '777')
    await drag(FARM, [0.35, 0.8])
    await page.getByText('Farm – Source keeps its length and time').waitFor()
    expect((await savedScenario()).legs[1]?.km).toBe(777)
    await page.keyboard.press('Control+z')
    await entryChooser(page, 'Network').selectOption('legs/source--market')
    await entryChooser(page, 'Network').selectOption('legs/farm--source')
    await form().getByRole('button', { name: 'Estimate length and time again' }).click()
    await page.getByText('Estimated leg Farm – Source again').waitFor()
    expect((await savedScenario()).legs).toEqual(before.legs)
  })

  it('lets a route be used by other organisations, or refuses in words', async () => {
    const whole = await savedScenario()
    await entryChooser(page, 'Network').selectOption('routes/R1')
    await selected('Farm to Market')
    const box = form().getByRole('checkbox', { name: 'Organisation' })
    await changing(() => box.uncheck())
    expect((await savedScenario()).organisations[0]?.supply.map(({ source }) => source)).toEqual(['source'])
    await entryChooser(page, 'Network').selectOption('routes/direct')
    await selected('Direct route')
    await box.click()
    await refusal('This would leave Organisation with nothing to carry.')
    expect(await box.isChecked()).toBe(true)
    await changing(() => page.keyboard.press('Control+z'))
    expect(await savedScenario()).toEqual(whole)
  })

  it('refuses nonsense in words and changes nothing', async () => {
    const before = await savedScenario()
    await tool('Leg')
    await click([0.9, 0.9])
    await refusal('Click a place')
    await click(FARM)
    await click(FARM)
    await refusal('two different places')
    await click(SOURCE)
    await refusal('already joins these places')
    await tool('Route')
    await click(PASS)
    await click(SOURCE)
    await form().getByRole('button', { name: 'Finish route' }).click()
    await refusal('The route ends at "Source", which is not a market.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await click(FARM)
    await form().getByRole('spinbutton', { name: 'Latitude' }).fill('95')
    await page.keyboard.press('Enter')
    await refusal('out of range')
    await form().getByRole('textbox', { name: 'Country code' }).fill('Nowhere')
    await page.keyboard.press('Enter')
    await refusal('two-letter country code')
    await tool('Remove')
    await click(SOURCE)
    await refusal('without a route')
    expect(await savedScenario()).toEqual(before)
  })

  it('says what goes with a place before it goes', async () => {
    const whole = await digestOf(page)
    await form().getByRole('combobox', { name: 'What' }).selectOption('node pass')
    await form().getByRole('button', { name: 'Remove …' }).click()
    const question = form().getByRole('group', { name: 'Remove place Pass?' })
    const summary = question.getByText('Also removes 2 legs, 1 checkpoint, 1 route, 1 supply.')
    await summary.click()
    expect(await question.getByRole('listitem').allInnerTexts()).toEqual([
      'Pass – Market',
      'Source – Pass',
      'Pass',
      'Farm to Market',
      'Organisation: Goods from Farm',
    ])
    expect(await findings(page, question)).toEqual([])
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'hidden' })
    expect(await digestOf(page)).toBe(whole)
    await changing(() => click(PASS))
    expect(counts(await savedScenario())).toEqual([4, 4, 0, 2])
    await changing(() => page.keyboard.press('Control+z'))
    expect(await digestOf(page)).toBe(whole)
    await form().getByRole('combobox', { name: 'What' }).selectOption('node pass')
    await form().getByRole('button', { name: 'Remove …' }).click()
    await changing(() => question.getByRole('button', { name: 'Remove' }).click())
    expect(counts(await savedScenario())).toEqual([3, 2, 0, 1])
    await changing(() => page.keyboard.press('Control+z'))
    expect(await digestOf(page)).toBe(whole)
  })

  it('is undone to the scenario before it, and done again to the last step', async () => {
    const built = await savedScenario()
    const [undo, redo] = ['Undo', 'Redo'].map((title) =>
      page.getByRole('button', { name: title, exact: true }),
    )
    while (await undo?.isEnabled()) await undo?.click()
    expect(await picker(page).getAttribute('value')).toBe('central-asia')
    while (await redo?.isEnabled()) await redo?.click()
    await pause(page)
    await seek(page, DAY)
    // The last step to be done again is the removal of the place.
    await page.keyboard.press('Control+z')
    await expect.poll(() => digestOf(page)).toBe(digestAfter(built, DAY))
    expect(await savedScenario()).toEqual(built)
  })

  it('keeps what is half typed, with focus and caret, while the network changes under it', async () => {
    await tool('Place')
    const name = form().getByLabel('Name').first()
    await name.fill('Half a name')
    await name.press('Home')
    for (const act of ['Undo', 'Redo']) {
      // A press that leaves the focus where it is, and the frame in which the form follows.
      await page.evaluate(async (label) => {
        document.querySelector<HTMLElement>(`header [aria-label="${label}"]`)?.click()
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      }, act)
    }
    expect(await name.inputValue()).toBe('Half a name')
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await name.evaluate((field: HTMLInputElement) => field.selectionStart)).toBe(0)
    await name.fill('')
  })

  it('is edited by keyboard alone: a place far away, and the leg that leads there', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    while (await editBar(page).isVisible()) await page.keyboard.press('Escape')
    await page.keyboard.press('e')
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'edit-tool')
    await page.keyboard.press('ArrowRight')
    await form().getByRole('heading', { name: 'Add a place' }).waitFor()
    const fields: readonly (readonly [string, string])[] = [
      ['Name', 'New York'],
      ['Latitude', '40.7'],
      ['Longitude', '-74'],
    ]
    for (const [label, value] of fields) await form().getByLabel(label).first().fill(value)
    await form().getByLabel('Longitude').first().press('Enter')
    await selected('New York')
    await page.keyboard.press('Escape')
    await tool('Leg')
    await form().getByRole('combobox', { name: 'Mode' }).first().selectOption('air')
    await form().getByRole('combobox', { name: 'From' }).selectOption({ label: 'Market' })
    await form().getByRole('combobox', { name: 'To', exact: true }).selectOption({ label: 'New York' })
    await form().getByRole('button', { name: 'Add leg' }).press('Enter')
    await selected('Market – New York')
    const leg = (await savedScenario()).legs.at(-1)
    expect(leg).toMatchObject({ from: 'market', to: 'new_york', mode: 'air' })
    expect(leg?.km).toBeGreaterThan(9_000)
    expect(open.problems).toEqual([])
  })
})
