/** Schedule: interventions and operations with their dates, each with a switch. */
import { getAt, type LockIndex, lockOn, type Scenario } from '../scenario'
import { text } from '../text'
import { h, html, icon, live, nothing, render, repeat, type View } from '../ui'
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

export function createSchedule(host: ScheduleHost): ScheduleTab {
  const element = h('div', { class: 'schedule' })
  return {
    element,
    show(scenario, opened, locks) {
      const items = scheduleOf(scenario)
      const rowOf = (item: Scheduled) => {
        const isOn = getAt(scenario, item.path) === true
        const isChanged = isOn !== (getAt(opened, item.path) ?? true)
        return rowView({ item, isOn, isChanged, lock: lockOn(locks, item.path) }, host)
      }
      const groups = (['interventions', 'operations'] as const).map((section) => {
        const own = items.filter((item) => item.section === section)
        if (own.length === 0) return nothing
        return html`<h3>${words[section]}</h3><ul>${repeat(own, ({ path }) => path, rowOf)}</ul>`
      })
      const hint = items.length === 0 ? words.nothingScheduled : words.scheduleHint
      render(html`<p class="schedule-hint">${hint}</p>${groups}`, element)
    },
  }
}

interface Row {
  readonly item: Scheduled
  readonly isOn: boolean
  /** Differs from the file. */
  readonly isChanged: boolean
  /** Why it cannot be switched. */
  readonly lock: string | undefined
}

function rowView({ item, isOn, isChanged, lock }: Row, host: ScheduleHost): View {
  const reset = words.resetSwitch(item.title)
  return html`<li
    class="scheduled ${isOn ? '' : 'schedule-off'} ${isChanged ? 'row-changed' : ''}"
    data-path=${item.path}
  >
    <div class="scheduled-head">
      <label>
        <input
          type="checkbox"
          role="switch"
          class="switch"
          .checked=${live(isOn)}
          ?disabled=${lock !== undefined}
          @change=${() => host.switch(item, !isOn)}
        /><span class="row-title">${item.title}</span>
      </label>
      <button
        type="button"
        class="row-reset"
        aria-label=${reset}
        title=${reset}
        ?hidden=${!isChanged || lock !== undefined}
        @click=${() => host.switch(item, !isOn)}
      >${icon(RESET_PATH)}</button>
      ${lock === undefined ? nothing : lockView(item.title, lock)}
    </div>
    <p class="scheduled-dates">${item.dates}</p>
    <ul class="scheduled-changes">${item.lines.map((line) => html`<li>${line}</li>`)}</ul>
    ${item.note === '' ? nothing : html`<p class="scheduled-note">${item.note}</p>`}
    ${item.section === 'operations' ? parametersView(() => host.openParameters(item)) : nothing}
  </li>`
}

function lockView(title: string, reason: string): View {
  return html`<span
    class="row-lock"
    role="img"
    tabindex="0"
    aria-label=${words.locked(title, reason)}
    title=${words.lockedBecause(reason)}
  >${icon(LOCK_PATH)}</span>`
}

function parametersView(open: () => void): View {
  return html`<button type="button" class="link" @click=${open}>${words.operationParameters}</button>`
}
