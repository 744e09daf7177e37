/** Change fields: one dated change of an intervention in the editor. */

import type { InterventionEntry, Scenario, ScenarioIssue } from '../../../scenario'
import { text } from '../../../text'
import { h, iconButton } from '../../../ui'
import { editableNumber } from '../../../words'
import { field, typedNumber } from './form'
import { createTargetFields } from './targetFields'
import { createValueFields } from './valueFields'

const words = text.scheduleEditor

export type ChangeEntry = InterventionEntry['changes'][number]

export interface ChangeFields {
  readonly element: HTMLElement
  /** The change as typed, valid or not. */
  read(): unknown
  /** Shows mistakes beside their fields; returns those that belong to none. */
  fault(issues: readonly ScenarioIssue[], path: string): readonly ScenarioIssue[]
  /** Its number among the changes, from 1; only one of several can be removed. */
  name(number: number, isOnly: boolean): void
}

export interface ChangeHost {
  onInput(): void
  remove(): void
}

export function createChangeFields(scenario: Scenario, change: ChangeEntry, host: ChangeHost): ChangeFields {
  const value = createValueFields(host.onInput)
  const target = createTargetFields(scenario, change.target, () => {
    value.fit(scenario, target.path, target.row)
    host.onInput()
  })
  value.fit(scenario, change.target, target.row, change)
  const from = h('input', { type: 'date', value: change.from, required: true })
  const until = h('input', { type: 'date', value: change.until ?? '' })
  const cost = h('input', {
    type: 'text',
    inputmode: 'decimal',
    value: editableNumber(change.costUsd),
    autocomplete: 'off',
  })
  const fields = {
    from: field(words.from, from),
    until: field(words.until, until),
    costUsd: field(words.cost, cost),
  }
  const legend = h('span', {})
  const removal = iconButton(words.removeChange(1), 'close', host.remove)
  const element = h(
    'fieldset',
    { class: 'change' },
    h('legend', {}, legend, removal),
    ...target.elements,
    ...value.elements,
    ...Object.values(fields).map((one) => one.element),
  )
  return {
    element,
    read() {
      const { target: _, from: __, until: ___, set, scale, add, costUsd, ...rest } = change
      const typedCost = cost.value.trim() === '' ? 0 : typedNumber(cost)
      return {
        ...rest,
        target: target.path,
        from: from.value,
        ...(until.value === '' ? {} : { until: until.value }),
        ...value.read(),
        costUsd: typedCost,
      }
    },
    fault(issues, path) {
      const of = (names: readonly string[]) =>
        issues.filter((issue) => names.some((name) => issue.path === `${path}.${name}`))
      target.parameter.fault(of(['target']))
      const valueIssues = of(['set', 'scale', 'add'])
      value.value.fault(valueIssues)
      for (const [name, one] of Object.entries(fields)) one.fault(of([name]))
      const shown = new Set(of(['target', 'set', 'scale', 'add', ...Object.keys(fields)]))
      return issues.filter((issue) => !shown.has(issue))
    },
    name(number, isOnly) {
      legend.textContent = words.change(number)
      removal.hidden = isOnly
      removal.setAttribute('aria-label', words.removeChange(number))
      removal.title = words.removeChange(number)
    },
  }
}
