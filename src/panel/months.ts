/** Month rows: twelve toggle buttons. */
import type { FolderApi } from '@tweakpane/core'
import { text } from '../text'
import { h } from '../ui'
import type { Field, Report } from './field'

const words = text.page.panel

export function addMonths(folder: FolderApi, report: Report): Field {
  const { element } = folder.addBinding({ value: '' }, 'value', { label: ' ' })
  const buttons = words.months.map((name, i) =>
    h(
      'button',
      {
        type: 'button',
        'aria-label': name,
        title: name,
        'aria-pressed': 'false',
        onclick: () => toggle(i + 1),
      },
      name.charAt(0),
    ),
  )
  /** Sets a month in all places, or clears it if all have it; other months stay as they are. */
  function toggle(month: number): void {
    const isOn = buttons[month - 1]?.getAttribute('aria-pressed') !== 'true'
    report({ by: (before) => withMonth(monthsOf(before), month, isOn) }, true)
  }
  element
    .querySelector('.tp-lblv_v')
    ?.replaceChildren(h('div', { class: 'row-months', role: 'group' }, ...buttons))
  return {
    element,
    show(values) {
      for (const [i, button] of buttons.entries()) {
        const count = values.filter((value) => monthsOf(value).includes(i + 1)).length
        const pressed = count === 0 ? 'false' : count === values.length ? 'true' : 'mixed'
        button.setAttribute('aria-pressed', pressed)
      }
    },
  }
}

function monthsOf(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((month) => typeof month === 'number') : []
}

/** The months in order, with one more or one less. */
export function withMonth(months: readonly number[], month: number, isOn: boolean): number[] {
  const others = months.filter((other) => other !== month)
  return isOn ? [...others, month].sort((a, b) => a - b) : others
}
