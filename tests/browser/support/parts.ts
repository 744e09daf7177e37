/** Parts of the page by role and name, and the few hooks where a part has neither. */
import type { Locator, Page } from 'playwright-core'

export const picker = (page: Page): Locator => page.getByRole('button', { name: /^Scenario: / })
export const unsavedMark = (page: Page): Locator => page.getByRole('img', { name: 'Unsaved changes' })
export const timeline = (page: Page): Locator => page.getByRole('slider', { name: 'Day of the run' })
export const speedChoice = (page: Page): Locator => page.getByRole('combobox', { name: 'Speed' })
export const headline = (page: Page): Locator => page.getByLabel('Headline numbers')
export const dock = (page: Page): Locator => page.getByRole('contentinfo')
export const transport = (page: Page): Locator => page.getByRole('region', { name: 'Run controls' })
/** Interventions and operations, as blocks above the timeline. */
export const lanes = (page: Page): Locator =>
  page.getByRole('group', { name: 'Interventions and operations' })
export const tiles = (page: Page): Locator => headline(page).locator('[data-tile]')
export const editBar = (page: Page): Locator => page.getByRole('region', { name: 'Editing the network' })
export const legend = (page: Page): Locator => page.getByRole('region', { name: 'Legend' })
export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })
export const story = (page: Page): Locator => inspector(page).getByTestId('story')
export const tables = (page: Page): Locator => page.getByRole('region', { name: 'Tables of the map' })
export const openDialog = (page: Page): Locator => page.locator('dialog[open]')
export const whenChanged = (page: Page): Locator => page.getByLabel('After a change')

/** A row of the list of bundled scenarios. */
export function scenarioRow(page: Page, id: string): Locator {
  return openDialog(page).locator(`button[value="${id}"]`)
}

/** What the map says that it leaves out. */
export const mapNote = (page: Page): Locator => page.getByLabel('What the map leaves out')
/** The label beside the pointer. */
export const hoverLabel = (page: Page): Locator => page.getByTestId('hover')
/** What lies over the map. */
export const mapCovers = (page: Page): Locator =>
  page.locator(':has(> [data-testid="map"]) > :not([data-testid="map"])')
export const glossaryNote = (page: Page): Locator => page.locator('#term-note')

/** Messages that stay for a moment. */
export const notices = (page: Page): Locator => page.getByTestId('notices')
/** A note with these words that stays until it is closed. */
export function lastingNote(page: Page, words = ''): Locator {
  return page.getByTestId('lasting-note').filter({ hasText: words })
}
export const readingNote = (page: Page): Locator => page.getByTestId('reading')

/** Parameters, their help and the history of changes. */
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Parameters' })
export const panelHelp = (page: Page): Locator => page.locator('#panel-help')
/** Words with a note in the glossary. */
export const terms = (part: Locator): Locator => part.locator('[data-term]')

/** The panel of one tab of parameters. */
export function tabPanel(page: Page, name: string): Locator {
  return page.getByRole('tabpanel', { name, exact: true })
}

/** Chooses whose parameters a tab shows. */
export function entryChooser(page: Page, tab: 'Checkpoint' | 'Network'): Locator {
  const name = tab === 'Network' ? 'Place, leg, route or other part' : tab
  return tabPanel(page, tab).getByRole('combobox', { name, exact: true })
}

/** The row of a parameter, or of an intervention, by its path in the scenario. */
export function parameter(page: Page, path: string): Locator {
  return page.locator(`[data-path="${path}"]`).filter({ visible: true })
}

/** All rows of parameters on show. */
export const parameters = (page: Page): Locator =>
  panel(page).locator('[data-path]').filter({ visible: true })

export function parameterField(page: Page, path: string): Locator {
  return parameter(page, path).getByRole('textbox')
}

export function resetButton(page: Page, path: string): Locator {
  return parameter(page, path).getByRole('button', { name: /^Reset / })
}

/** Commands of the history, the last one first. */
export const historySteps = (page: Page): Locator =>
  page.getByRole('region', { name: 'History of changes' }).getByRole('listitem')

/** The drawer of charts. */
export const gallery = (page: Page): Locator => page.getByRole('region', { name: 'Charts', exact: true })

/** A chart by its title. */
export function figure(page: Page, title: string): Locator {
  return gallery(page)
    .getByRole('figure')
    .filter({ has: page.getByText(title, { exact: true }) })
}

/** Bars and bands of the charts on show. */
export const marks = (page: Page): Locator => gallery(page).getByRole('listbox').getByRole('option')

export function pointedMark(page: Page): Locator {
  return gallery(page).getByRole('listbox').getByRole('option', { selected: true })
}
/** What is said of the mark that is pointed at. */
export const markNote = (page: Page): Locator => page.getByTestId('mark-note').filter({ visible: true })
/** Where the pointer is over the lines of a chart. */
export const plotArea = (page: Page): Locator => gallery(page).locator('.u-over')
/** The line of a legend that is pointed at. */
export const pointedSeries = (page: Page): Locator => gallery(page).locator('.u-series.is-pointed')

/** Has a chart do one of the things of its menu. */
export async function fromMenu(chart: Locator, item: string): Promise<void> {
  await chart.getByRole('button', { name: /^Copy or save/ }).click()
  await chart.getByRole('button', { name: item, exact: true }).click()
}

/** Where charts are drawn. */
export const chartHost = (part: Page | Locator): Locator => part.getByTestId('chart')
/** The charts over time that are drawn. */
export const drawnCharts = (part: Page | Locator): Locator => chartHost(part).locator('canvas')
