/** Help and access in the page: dialogs, glossary, tour, tables, spoken summary, small windows and touch. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { bundledText } from '../support/bundled'
import { findings } from './support/axe'
import { dayOf, drop, type OpenPage, pause, reach, ready, seek, titled } from './support/page'
import {
  gallery,
  glossaryNote,
  headline,
  inspector,
  openDialog,
  panelHelp,
  parameters,
  picker,
  scenarioRow,
  story,
  tables,
  terms,
} from './support/parts'
import { it } from './support/visits'

const card = (page: Page) => page.getByRole('dialog', { name: 'Tour' })

async function closed(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await openDialog(page).waitFor({ state: 'detached' })
}

describe('help', () => {
  let shared: OpenPage
  it.beforeAll(async ({ sharedVisit }) => {
    shared = await sharedVisit()
  })

  it('speaks the state when the run comes to rest, and not while it plays', async () => {
    const { page } = shared
    const spoken = page.getByTestId('spoken')
    await reach(page, 3)
    expect(await spoken.textContent()).toBe('')
    await pause(page)
    const day = await dayOf(page)
    await spoken.getByText(`Paused on day ${day},`).waitFor({ state: 'attached' })
    await page.keyboard.press('.')
    await spoken.getByText(`Paused on day ${day + 1},`).waitFor({ state: 'attached' })
  })

  it('shows keys, the model and the other pages with links between them, the glossary and the notes of a scenario', async () => {
    const { page, problems } = shared
    await page.keyboard.press('?')
    await page.getByRole('tab', { name: 'Keys' }).click()
    await page.getByRole('row', { name: 'T Show or hide the map as tables' }).waitFor()
    await page.keyboard.press('ArrowRight')
    const model = page.getByRole('tabpanel', { name: 'The model' })
    await model.getByRole('button', { name: '7. Submodels' }).click()
    const heading = model.getByRole('heading', { name: '7. Submodels' })
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await model.locator('table').first().locator('th').count()).toBeGreaterThan(1)
    expect(await findings(page)).toEqual([])
    await page.getByRole('tab', { name: 'Batches' }).click()
    const batches = page.getByRole('tabpanel', { name: 'Batches' })
    await batches.getByRole('button', { name: 'scenario files' }).first().click()
    const files = page.getByRole('tabpanel', { name: 'Scenario files' })
    const paths = files.getByRole('heading', { name: 'Paths' })
    await paths.and(page.locator(':focus')).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('tab', { name: 'Decisions' }).click()
    await page.getByRole('button', { name: 'D12. The history describes itself' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('tab', { name: 'Glossary' }).click()
    await page.getByRole('tabpanel', { name: 'Glossary' }).getByText('Displacement').waitFor()
    expect(await findings(page)).toEqual([])
    await closed(page)
    await page.keyboard.press('i')
    await openDialog(page).getByText('Read the numbers with care.').waitFor()
    expect(await findings(page)).toEqual([])
    await closed(page)
    expect(problems).toEqual([])
  })

  it('finds a scenario by typing and opens it by keyboard; undo brings the former one back', async ({
    visit,
  }) => {
    const { page, problems } = await visit({ theme: 'light' })
    await pause(page)
    await page.keyboard.press('o')
    expect(await openDialog(page).locator('[aria-current="true"]').getAttribute('value')).toBe('central-asia')
    expect(await findings(page)).toEqual([])
    await page.keyboard.type('no such scenario')
    await page.getByText('No scenario matches.').waitFor()
    await page.getByRole('searchbox', { name: 'Search scenarios' }).fill('parallel routes')
    await page.getByText('1 scenario', { exact: true }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await titled(page, 'Two equal routes')
    await page.keyboard.press('Control+z')
    await titled(page, 'Central Asia')
    expect(problems).toEqual([])
  })

  it('explains a marked word on hover and on focus until Esc puts the note away', async () => {
    const { page } = shared
    const note = glossaryNote(page)
    const word = headline(page).getByRole('button', { name: 'Interdiction rate' })
    await word.hover()
    await note.getByText('seized divided by').waitFor()
    await note.hover()
    await note.getByText('seized divided by').waitFor()
    await page.mouse.move(5, 200)
    await note.waitFor({ state: 'hidden' })
    await page.keyboard.press('?')
    await page.getByRole('tab', { name: 'Start' }).click()
    await terms(openDialog(page)).first().focus()
    await note.getByText('One load on its way').waitFor()
    const described = await terms(openDialog(page)).first().getAttribute('aria-describedby')
    expect(await page.locator(`#${described}`).textContent()).toContain('One load on its way')
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await note.waitFor({ state: 'hidden' })
    expect(await openDialog(page).count()).toBe(1)
    await closed(page)
    await parameters(page).first().hover()
    await terms(panelHelp(page)).first().hover()
    await note.waitFor()
  })

  it('shows notes of a file as text, whatever they hold', async () => {
    const { page, problems } = shared
    const notes =
      '# Ours\n\nA <img src="x" onerror="document.title = 1"> [bad](javascript:alert(1)) [good](https://example.org/).\n\n<b>raw</b>\n'
    const file = { ...JSON.parse(bundledText('two-routes')), id: 'notes', title: 'With notes', notes }
    await drop(page, 'notes.json', JSON.stringify(file))
    await titled(page, 'With notes')
    await page.getByRole('button', { name: 'About this scenario' }).click()
    await openDialog(page).getByText('<b>raw</b>').waitFor()
    expect(await openDialog(page).locator('img, b').count()).toBe(0)
    expect(await openDialog(page).getByRole('link').allTextContents()).toEqual(['good'])
    expect(problems).toEqual([])
    await closed(page)
  })
})

describe('the tour', () => {
  it('waits to be asked, leaves the page usable, and is resumed after a reload', async ({ visit }) => {
    const { page, problems } = await visit()
    await reach(page, 1)
    expect(await card(page).count()).toBe(0)
    await page.getByRole('button', { name: 'New here? Take the tour' }).click()
    await card(page).getByText('Step 1 of 6').waitFor()
    await pause(page)
    await card(page).getByRole('button', { name: 'Next' }).click()
    await card(page).getByRole('button', { name: 'Next' }).click()
    await card(page).getByText('Every number can be changed').waitFor()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await card(page).waitFor({ state: 'detached' })
    await page.reload()
    await ready(page)
    expect(await card(page).count()).toBe(0)
    await page.keyboard.press('?')
    await openDialog(page).getByRole('button', { name: 'Resume the tour at step 3 of 6' }).click()
    await card(page).getByText('Step 3 of 6').waitFor()
    for (let step = 3; step < 6; step++) await card(page).getByRole('button', { name: 'Next' }).click()
    await card(page).getByRole('button', { name: 'Finish' }).click()
    await card(page).waitFor({ state: 'detached' })
    await page.reload()
    await ready(page)
    expect(await page.getByRole('button', { name: 'Do not offer the tour again' }).count()).toBe(0)
    expect(problems).toEqual([])
  })
})

describe('the tables of the map', () => {
  for (const theme of ['dark', 'light'] as const) {
    it(`sort, select on the map and follow the day by keyboard, in the ${theme} theme`, async ({ visit }) => {
      const { page, problems } = await visit({ theme })
      await pause(page)
      await seek(page, 40)
      await page.keyboard.press('t')
      const focused = () => page.evaluate(() => document.activeElement?.textContent)
      expect(await focused()).toBe('Places')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      expect(await focused()).toBe('Checkpoints')
      const head = tables(page).getByRole('button', { name: 'Seized, kg' })
      await head.focus()
      await page.keyboard.press('Enter')
      const column = tables(page).getByRole('columnheader', { name: 'Seized, kg' })
      expect(await column.getAttribute('aria-sort')).toBe('descending')
      const cells = await tables(page).locator('tbody tr:visible td:last-child').allTextContents()
      const amounts = cells.map((cell) => Number(cell.replace(/\s/g, '')))
      expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
      const first = tables(page).locator('tbody tr:visible button').first()
      const name = (await first.textContent()) ?? ''
      await first.focus()
      await page.keyboard.press('Enter')
      await inspector(page).getByRole('heading', { name }).waitFor()
      expect(await first.getAttribute('aria-current')).toBe('true')
      expect(await findings(page)).toEqual([])
      await tables(page).getByRole('tab', { name: 'In transit' }).click()
      const inTransit = await page
        .locator('[data-tile="inTransit"]')
        .getByText(/ shipments$/)
        .textContent()
      const state = await tables(page).getByText('to arrive, end of day').textContent()
      expect(state).toContain(`of ${inTransit?.replace(' shipments', '')} to arrive, end of day 40`)
      await tables(page).locator('tbody tr:visible button').first().press('Enter')
      await inspector(page)
        .getByRole('heading', { name: /^Shipment / })
        .waitFor()
      await story(page).getByRole('listitem').first().waitFor()
      await tables(page).getByRole('tab', { name: 'Routes' }).click()
      const names = await tables(page).locator('tbody tr:visible th').allTextContents()
      expect(names.findIndex((route) => route.startsWith('R2 '))).toBeLessThan(
        names.findIndex((route) => route.startsWith('R10 ')),
      )
      const route = tables(page).getByRole('button', { name: /^R3 / })
      const title = (await route.textContent()) ?? ''
      await route.press('Enter')
      await inspector(page).getByRole('heading', { name: title }).waitFor()
      await page.keyboard.press('c')
      await gallery(page).waitFor()
      expect(await tables(page).count()).toBe(0)
      expect(problems).toEqual([])
    })
  }
})

describe('a small window', () => {
  it('at 200 % zoom, with less motion, starts at rest and loses nothing: variants, help and tour are within reach', async ({
    visit,
  }) => {
    const { page, problems } = await visit({
      width: 683,
      height: 384,
      reducedMotion: 'reduce',
    })
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await reach(page, 1)
    await pause(page)
    expect(await page.getByLabel('Variant').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'New here? Take the tour' }).click()
    for (let step = 1; step < 6; step++) {
      const box = await card(page).boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(683)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(384)
      await card(page).getByRole('button', { name: 'Next' }).click()
    }
    await card(page).getByRole('button', { name: 'Leave the tour' }).click()
    for (const key of ['?', 'o', 'i']) {
      await page.keyboard.press(key)
      const box = await openDialog(page).boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(384)
      expect(await openDialog(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      await closed(page)
    }
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    expect(await findings(page)).toEqual([])
    expect(problems).toEqual([])
  })
})

describe('a tablet', () => {
  it('works by touch: a word is explained, a table row selects, a scenario opens', async ({ visit }) => {
    const { page, problems } = await visit({ width: 820, height: 1180, hasTouch: true })
    await page.getByRole('button', { name: 'Pause', exact: true }).tap()
    await headline(page).getByRole('button', { name: 'In transit' }).tap()
    await glossaryNote(page).getByText('neither delivered nor seized').waitFor()
    await page.getByRole('button', { name: 'Show the map as tables' }).tap()
    await tables(page).getByRole('button', { name: 'Almaty', exact: true }).tap()
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('heading', { name: 'Almaty' })
      .waitFor()
    expect(await findings(page, tables(page))).toEqual([])
    await picker(page).tap()
    await scenarioRow(page, 'line').tap()
    await titled(page, 'Five checkpoints')
    expect(problems).toEqual([])
  })
})
