/** The timeline: blocks of interventions that are dragged, resized, switched, added and deleted, by mouse and by key. */
import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { type Scenario, setAll } from '../../src/scenario'
import { bundledScenario, digestAfter } from '../support/bundled'
import { findings } from './support/axe'
import { digestOf, drop, openScenario, pause, seek, settled, shows, titled } from './support/page'
import { dock, lanes, openDialog, speedChoice, unsavedMark } from './support/parts'
import { strayControls } from './support/stray'
import { it } from './support/visits'

const DAY = 320
const central = bundledScenario('central-asia')
let page: Page
let problems: readonly string[]

it.beforeAll(async ({ sharedVisit }) => {
  ;({ page, problems } = await sharedVisit())
  await pause(page)
  await seek(page, DAY)
})

const titleOf = (id: string) => central.interventions.find((one) => one.id === id)?.title ?? id

const AGENCY = 'interventions.kyrgyz-agency'

function block(path: string): Locator {
  return lanes(page).locator(`[data-path="${path}"]`)
}

/** Waits until a block says this of itself. */
async function says(path: string, words: string): Promise<void> {
  await block(path)
    .and(page.getByRole('button', { name: words }))
    .waitFor()
}

function changed(...settings: Parameters<typeof setAll>[1]): Scenario {
  const edited = setAll(central, settings)
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  return edited.scenario
}

/** Drags from a point of a block, given as a share of its width, by some days. */
async function drag(path: string, share: number, days: number): Promise<void> {
  const box = await block(path).boundingBox()
  const strip = await page.getByTestId('lanes').boundingBox()
  if (box === null || strip === null) throw new Error(`${path} is not on show`)
  const x = box.x + Math.min(box.width - 2, Math.max(2, box.width * share))
  const y = box.y + box.height / 2
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + (days * strip.width) / central.days, y, { steps: 4 })
  await page.mouse.up()
}

/** Waits until the run on show is the one that the engine computes of a scenario. */
async function runs(scenario: Scenario, day = DAY): Promise<void> {
  await shows(page, digestAfter(scenario, day))
}

async function undo(): Promise<void> {
  await page.keyboard.press('Control+z')
}

describe('the timeline', () => {
  it('shows one block for each intervention and operation, and what the one under the pointer does', async () => {
    const blocks = central.interventions.length + central.operations.length
    expect(await lanes(page).getByRole('button').count()).toBe(blocks)
    await says(AGENCY, 'off, 1 Oct 2009 – 15 Aug 2010')
    await block(AGENCY).hover()
    expect(await page.getByRole('tooltip').textContent()).toContain(
      'Inspections per officer multiplied by 0.6',
    )
    expect(await page.getByTestId('date').textContent()).toContain('autumn')
    expect(await findings(page, dock(page))).toEqual([])
  })

  it('switches a block on by Space, and the run is the one that the engine computes', async () => {
    await block(AGENCY).focus()
    await page.keyboard.press(' ')
    await says(AGENCY, 'agency, on')
    await runs(changed([`${AGENCY}.enabled`, true]))
  })

  it('moves a dragged block by whole days as one step, which undo takes back', async () => {
    await drag(AGENCY, 0.5, -60)
    await says(AGENCY, 'on, 2 Aug 2009 – 16 Jun 2010')
    const change = { ...central.interventions.find(({ id }) => id === 'kyrgyz-agency')?.changes[0] }
    const moved = changed(
      [`${AGENCY}.enabled`, true],
      [`${AGENCY}.changes`, [{ ...change, from: '2009-08-02', until: '2010-06-16' }]],
    )
    await runs(moved)
    await undo()
    await says(AGENCY, 'on, 1 Oct 2009 – 15 Aug 2010')
  })

  it('resizes a block by its ends, and lets a drag be given up', async () => {
    await drag(AGENCY, 0, -31)
    await says(AGENCY, '31 Aug 2009 – 15 Aug 2010')
    await drag(AGENCY, 1, 17)
    await says(AGENCY, '31 Aug 2009 – 1 Sep 2010')
    await undo()
    await undo()
    await says(AGENCY, '1 Oct 2009 – 15 Aug 2010')
    const box = await block(AGENCY).boundingBox()
    await page.mouse.move((box?.x ?? 0) + 80, (box?.y ?? 0) + 12)
    await page.mouse.down()
    await page.mouse.move((box?.x ?? 0) + 160, (box?.y ?? 0) + 12, { steps: 3 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await block(AGENCY).boundingBox()).toEqual(box)
    await says(AGENCY, '1 Oct 2009 – 15 Aug 2010')
  })

  it('moves and resizes by keys, deletes, and undoes each as one step', async () => {
    await block(AGENCY).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await says(AGENCY, '10 Oct 2009 – 22 Aug 2010')
    const blocks = await lanes(page).getByRole('button').count()
    await page.keyboard.press('Delete')
    await block(AGENCY).waitFor({ state: 'detached' })
    expect(await page.getByText('was removed').textContent()).toContain('Undo brings it back')
    expect(await lanes(page).getByRole('button').count()).toBe(blocks - 1)
    expect(await lanes(page).locator(':focus').count()).toBe(1)
    await undo()
    await says(AGENCY, '10 Oct 2009 – 22 Aug 2010')
    for (let i = 0; i < 4; i++) await undo()
    await says(AGENCY, 'on, 1 Oct 2009 – 15 Aug 2010')
    await undo()
    await says(AGENCY, 'agency, off')
    expect(await unsavedMark(page).isVisible()).toBe(false)
  })

  it('adds a block in the editor, which says what is wrong and puts nothing in place until it is right', async () => {
    await page.getByRole('button', { name: 'Add an intervention or operation' }).click()
    const dialog = page.getByRole('dialog')
    expect(await findings(page, openDialog(page))).toEqual([])
    expect(await strayControls(dialog)).toEqual([])
    await dialog.getByLabel('Title').fill('More officers')
    await dialog.getByLabel('Where').selectOption('checkpoints[country=KZ]')
    await dialog.getByRole('textbox', { name: 'Value' }).fill('-3')
    await dialog.getByLabel('From').fill('2009-03-01')
    await dialog.getByText('from 0 to', { exact: false }).first().waitFor()
    await dialog.getByRole('button', { name: 'Save' }).click()
    expect(await dialog.getByRole('textbox', { name: 'Value' }).getAttribute('aria-invalid')).toBe('true')
    await dialog.getByRole('textbox', { name: 'Value' }).fill('120')
    await dialog.getByText('Officers present set to 120 officers').waitFor()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await says('interventions.more-officers', 'on, from 1 Mar 2009 on')
    const change = { target: 'checkpoints[country=KZ].staff', from: '2009-03-01', set: 120 }
    const entry = { id: 'more-officers', title: 'More officers', enabled: true, changes: [change] }
    const added = changed(['interventions', [...central.interventions, entry]])
    await runs(added)
  })

  it('edits a block after a double click, and deletes it there', async () => {
    await block('interventions.more-officers').dblclick({ position: { x: 90, y: 12 } })
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title').fill('Officers for a while')
    await dialog.getByLabel('Until').fill('2009-06-01')
    await dialog.getByLabel('Title').press('Enter')
    await says('interventions.more-officers', 'Officers for a while, on, 1 Mar 2009 – 1 Jun 2009')
    await block('interventions.more-officers').focus()
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await block('interventions.more-officers').waitFor({ state: 'detached' })
    await undo()
    await undo()
    await undo()
    expect(await unsavedMark(page).isVisible()).toBe(false)
  })

  it('adds an operation at the selected day and place', async () => {
    await page.getByRole('button', { name: 'Add an intervention or operation' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Kind').selectOption('operations')
    await dialog.getByRole('combobox', { name: 'Place' }).selectOption('osh')
    await dialog.getByLabel('Days').fill('14')
    await dialog.getByText('Osh: probability of detection 0.5').waitFor()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await says('operations.new-operation', 'on, 17 Nov 2009 – 1 Dec 2009')
    await undo()
    await block('operations.new-operation').waitFor({ state: 'detached' })
  })

  it('shows why a block is locked, and lets nobody drag it', async () => {
    const locks = { [AGENCY]: 'Given by the lesson.' }
    await drop(page, 'lesson.json', JSON.stringify({ ...central, title: 'Lesson', locks, days: 500 }))
    await titled(page, 'Lesson')
    await pause(page)
    await says(AGENCY, 'Locked: Given by the lesson.')
    await block(AGENCY).hover()
    expect(await page.getByRole('tooltip').textContent()).toContain('Locked: Given by the lesson.')
    expect(await block(AGENCY).getByTestId('lock').isVisible()).toBe(true)
    const box = await block(AGENCY).boundingBox()
    await drag(AGENCY, 0.5, -60)
    expect(await block(AGENCY).boundingBox()).toEqual(box)
    await says(AGENCY, '1 Oct 2009 – 15 Aug 2010')
    expect(await unsavedMark(page).isVisible()).toBe(false)
    const late = block('interventions.tajik-mobile-units')
    const [title, stub] = [
      await late.getByText(titleOf('tajik-mobile-units')).boundingBox(),
      await late.boundingBox(),
    ]
    if (title === null || stub === null) throw new Error('the block has no place')
    expect(title.width).toBeGreaterThan(2 * stub.width)
    expect(title.x + title.width / 2).toBeLessThan(stub.x)
    expect(await findings(page, dock(page))).toEqual([])
  })

  it('passes a whole run at the fastest speed, and ends where the engine ends', async () => {
    await openScenario(page, 'two-routes')
    await titled(page, 'Two equal routes')
    expect(await lanes(page).isVisible()).toBe(false)
    const { days } = bundledScenario('two-routes')
    await speedChoice(page).selectOption('Infinity')
    await settled(page, days)
    expect(await digestOf(page)).toBe(digestAfter(bundledScenario('two-routes'), days))
    expect(problems).toEqual([])
  })
})
