/** Schedule: interventions and operations with their dates, each with a switch. */
import { getAt, type LockIndex, lockOn, type Scenario } from '../scenario'
import { text } from '../text'
import { h, icon, label } from '../ui'
import { type Scheduled, scheduleOf } from '../words'
import { LOCK_PATH, RESET_PATH } from './control'

const words = text.panel

export interface ScheduleHost {
  switch(item: Scheduled, on: boolean): void
  /** Shows the parameters of an operation. */
  openParameters(item: Scheduled): void
}

export interface ScheduleTab {
  readonly element: HTMLElement
  show(scenario: Scenario, opened: Scenario, locks: LockIndex): void
}

interface Row {
  readonly item: Scheduled
  readonly element: HTMLElement
  readonly box: HTMLInputElement
  readonly reset: HTMLButtonElement
  readonly lock: HTMLElement
}

export function createSchedule(host: ScheduleHost): ScheduleTab {
  const element = h('div', { class: 'tab-body schedule' })
  let rows: readonly Row[] = []
  let built = ''

  function build(items: readonly Scheduled[]): void {
    rows = items.map((item) => rowOf(item, host))
    const groups = (['interventions', 'operations'] as const).flatMap((section) => {
      const own = rows.filter(({ item }) => item.section === section)
      if (own.length === 0) return []
      return [h('h3', {}, words[section]), h('ul', {}, ...own.map((row) => row.element))]
    })
    const hint = rows.length === 0 ? words.nothingScheduled : words.scheduleHint
    element.replaceChildren(h('p', { class: 'schedule-hint' }, hint), ...groups)
  }

  return {
    element,
    show(scenario, opened, locks) {
      const items = scheduleOf(scenario)
      const key = JSON.stringify(items)
      if (key !== built) {
        built = key
        build(items)
      }
      for (const { item, box, reset, lock, element: row } of rows) {
        const isOn = getAt(scenario, item.path) === true
        const reason = lockOn(locks, item.path)
        const changed = isOn !== (getAt(opened, item.path) ?? true)
        box.checked = isOn
        box.disabled = reason !== undefined
        reset.hidden = !changed || reason !== undefined
        lock.hidden = reason === undefined
        label(lock, words.locked(item.title, reason ?? ''), words.lockedBecause(reason ?? ''))
        row.classList.toggle('schedule-off', !isOn)
        row.classList.toggle('row-changed', changed)
      }
    },
  }
}

function rowOf(item: Scheduled, host: ScheduleHost): Row {
  const box = h('input', { type: 'checkbox', role: 'switch', class: 'switch' })
  box.addEventListener('change', () => host.switch(item, box.checked))
  const reset = h(
    'button',
    {
      type: 'button',
      class: 'row-reset',
      'aria-label': words.resetSwitch(item.title),
      title: words.resetSwitch(item.title),
      onclick: () => host.switch(item, !box.checked),
    },
    icon(RESET_PATH),
  )
  const lock = h('span', { class: 'row-lock', role: 'img', tabindex: 0 }, icon(LOCK_PATH))
  const parameters = h(
    'button',
    { type: 'button', class: 'link', onclick: () => host.openParameters(item) },
    words.operationParameters,
  )
  const element = h(
    'li',
    { class: 'scheduled', 'data-path': item.path },
    h(
      'div',
      { class: 'scheduled-head' },
      h('label', {}, box, h('span', { class: 'row-title' }, item.title)),
      reset,
      lock,
    ),
    h('p', { class: 'scheduled-dates' }, item.dates),
    h('ul', { class: 'scheduled-changes' }, ...item.lines.map((line) => h('li', {}, line))),
    item.note === '' ? undefined : h('p', { class: 'scheduled-note' }, item.note),
    item.section === 'operations' ? parameters : undefined,
  )
  return { item, element, box, reset, lock }
}
