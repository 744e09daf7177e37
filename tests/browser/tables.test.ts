/** The tables of the map by keyboard: they lead to places, routes and moving shipments, by names and in their order. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { type OpenPage, pause, seek, settled } from './support/page'
import { hoverLabel, inspector, story, tables } from './support/parts'
import { it } from './support/visits'

const DAY = 60

let open: OpenPage
let page: Page
it.beforeAll(async ({ sharedVisit }) => {
  open = await sharedVisit({ reducedMotion: 'reduce' })
  page = open.page
  await pause(page)
  await seek(page, DAY)
  await page.keyboard.press('t')
})

const rows = () => tables(page).locator('tbody tr:visible th button')
const title = () => inspector(page).getByRole('heading', { level: 2 }).innerText()

async function turnTo(tab: string): Promise<void> {
  await tables(page).getByRole('tab', { name: tab }).click()
}

/** What the label beside the pointer says in the middle of the map; nothing where it is hidden. */
async function inTheMiddle(): Promise<string | null> {
  const box = await page.getByTestId('map').boundingBox()
  if (box === null) throw new Error('no map')
  await page.mouse.move(box.x + 5, box.y + 5)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const label = hoverLabel(page)
  return (await label.isVisible()) ? label.locator('strong').textContent() : null
}

describe('the tables of the map', () => {
  it('list places by name, whatever their ids', async () => {
    const names = await rows().allInnerTexts()
    expect(names.length).toBeGreaterThan(50)
    expect(names).toEqual([...names].sort(new Intl.Collator('en', { numeric: true }).compare))
  })

  it('bring a place that is out of sight to the middle, and leave the view where it is in sight', async () => {
    await rows().getByText('Almaty', { exact: true }).press('Enter')
    await expect.poll(title).toBe('Almaty')
    expect(await inTheMiddle()).not.toBe('Almaty')
    await rows().getByText('United States (New York as gateway)').press('Enter')
    await expect.poll(inTheMiddle).toBe('United States (New York as gateway)')
    await page.getByRole('button', { name: 'Back to the first view' }).click()
  })

  it('lead from a row under way to that shipment: its card, its ring and its story', async () => {
    await turnTo('In transit')
    // The last of those listed is still on its way on the next day.
    const row = tables(page).locator('tbody tr:visible').last()
    const cells = await row.locator('td').allInnerTexts()
    await row.getByRole('button').press('Enter')
    await story(page).getByRole('listitem').first().waitFor()
    expect(await title()).toMatch(/^Shipment [0-9a-f]{8}$/)
    expect(await inspector(page).innerText()).toContain(cells[0])
    expect(
      await inspector(page)
        .getByRole('button', { name: cells[2] ?? '', exact: true })
        .count(),
    ).toBe(1)
    expect(await story(page).getByRole('listitem').first().innerText()).toMatch(/Left .+ for .+ with/)
    expect(await page.getByTestId('ring').isVisible()).toBe(true)
    expect(await row.getByRole('button').getAttribute('aria-current')).toBe('true')
  })

  it('mark the same shipment on the next day', async () => {
    const shipment = await title()
    await page.keyboard.press('.')
    await settled(page, DAY + 1)
    expect(await title()).toBe(shipment)
    await expect.poll(() => tables(page).locator('tbody tr:visible [aria-current="true"]').count()).toBe(1)
  })

  it('lead from a row of the routes to the card of that route, listed or found, by its name', async () => {
    await turnTo('Routes')
    const names = await rows().allInnerTexts()
    expect(names.filter((name) => name.includes('generated:'))).toEqual([])
    expect(names.filter((name) => /^R\d/.test(name)).map((name) => name.split(' ')[0])).toEqual(
      Array.from({ length: 10 }, (_, i) => `R${i + 1}`),
    )
    for (const name of ['Found by ', 'R10 ', 'X1 ']) {
      const row = rows().getByText(name).first()
      const whole = await row.innerText()
      await row.press('Enter')
      await expect.poll(title).toBe(whole)
      expect(await row.getAttribute('aria-current')).toBe('true')
    }
  })

  it('offer routes under the same names as a filter', async () => {
    const offered = await page.getByLabel('Route', { exact: true }).locator('option').allTextContents()
    expect(offered.filter((name) => name.includes('/'))).toEqual([])
    expect(open.problems).toEqual([])
  })
})
