/** Month rows: twelve buttons in the place of a value. */
import type { FolderApi } from '@tweakpane/core'
import { text } from '../text'
import type { Field, Report } from './control'
import { h } from './element'

const words = text.page.panel

export function addMonths(folder: FolderApi, report: Report): Field {
  const { element } = folder.addBinding({ value: '' }, 'value', { label: ' ' })
  const chosen = new Set<number>()
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
  function toggle(month: number): void {
    const next = new Set(chosen)
    if (!next.delete(month)) next.add(month)
    report(
      [...next].sort((a, b) => a - b),
      true,
    )
  }
  element
    .querySelector('.tp-lblv_v')
    ?.replaceChildren(h('div', { class: 'row-months', role: 'group' }, ...buttons))
  return {
    element,
    show(value) {
      chosen.clear()
      for (const month of Array.isArray(value) ? value : []) chosen.add(Number(month))
      for (const [i, button] of buttons.entries())
        button.setAttribute('aria-pressed', String(chosen.has(i + 1)))
    },
  }
}
