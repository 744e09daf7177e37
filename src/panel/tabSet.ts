/** Tab set: the tabs of settings and the schedule; only what is on show is kept up to date. */
import { lockIndexOf, type Scenario } from '../scenario'
import { text } from '../text'
import { createTabList, h } from '../ui'
import type { ControlHost } from './control'
import type { DerivedRow } from './derived'
import type { Headings } from './headings'
import type { PlacedSetting } from './matching'
import type { Values } from './pane'
import { createSchedule, type ScheduleHost } from './schedule'
import { readerOf, type Scope } from './scope'
import { placedSettings } from './searchable'
import { createTab } from './tab'
import { markedTabs, SCHEDULE, TAB_SECTIONS, TABS, tabOf } from './tabs'

const words = text.page.panel

export interface TabSet {
  /** The row of tabs. */
  readonly list: HTMLElement
  readonly panels: HTMLElement
  /** Id of the tab on show. */
  readonly selected: string
  /** What is chosen in the tab on show; undefined for the global settings. */
  readonly scope: Scope | undefined
  /** Shows a tab; an unknown id is ignored. */
  select(id: string): void
  /** Chooses entries in every tab that can hold them. */
  choose(scope: Scope): void
  /** Shows the tab of these entries. */
  open(scope: Scope): void
  /** Shows values, and marks the tabs in which something differs from the file. */
  show(scenario: Scenario, opened: Scenario, changed: readonly string[]): void
  showDerived(rows: readonly DerivedRow[], isPreview: boolean): void
  /** The settings that all tabs would show. */
  settings(scenario: Scenario, opened: Scenario, changed: readonly string[]): PlacedSetting[]
}

export interface TabSetOptions {
  readonly controlHost: ControlHost
  readonly headings: Headings
  readonly scheduleHost: ScheduleHost
  readonly onChoose: (scope: Scope) => void
  /** Another tab is on show. */
  readonly onSelect: () => void
}

export function createTabSet({
  controlHost,
  headings,
  scheduleHost,
  onChoose,
  onSelect,
}: TabSetOptions): TabSet {
  const tabs = TABS.map((id) => {
    const tab = createTab({ sections: TAB_SECTIONS[id], controlHost, headings, onChoose })
    return { id, title: words.tabs[id], element: tab.element, tab }
  })
  const schedule = createSchedule(scheduleHost)
  const last = { id: SCHEDULE, title: text.panel.schedule, element: schedule.element }
  const list = createTabList(words.tabsName, [...tabs, last], onSelect)
  const panels = h('div', {}, ...tabs.map(({ element }) => element), schedule.element)
  const tabNow = () => tabs.find(({ id }) => id === list.selected)?.tab

  function choose(scope: Scope): void {
    for (const { tab } of tabs) tab.choose(scope)
  }

  return {
    list: list.element,
    panels,
    get selected() {
      return list.selected
    },
    get scope() {
      return tabNow()?.scope
    },
    select(id) {
      if (id === SCHEDULE || TABS.some((tab) => tab === id)) list.select(id)
    },
    choose,
    open(scope) {
      choose(scope)
      list.select(tabOf(scope.section))
    },
    show(scenario, opened, changed) {
      tabNow()?.show(scenario, valuesOf(scenario, opened), changed)
      if (list.selected === SCHEDULE) schedule.show(scenario, opened, lockIndexOf(scenario))
      list.mark(markedTabs(changed), text.panel.hasChanges)
    },
    showDerived(rows, isPreview) {
      tabNow()?.showDerived(rows, isPreview)
    },
    settings(scenario, opened, changed) {
      const values = valuesOf(scenario, opened)
      for (const { tab } of tabs) tab.show(scenario, values, changed)
      return tabs.flatMap(({ title, tab }) => placedSettings(title, tab, scenario))
    },
  }
}

/** Values of now and of the file; what was added since has no former value to go back to. */
export function valuesOf(scenario: Scenario, opened: Scenario): Values {
  const now = readerOf(scenario)
  return { now, opened: readerOf(opened, now), locks: lockIndexOf(scenario) }
}
