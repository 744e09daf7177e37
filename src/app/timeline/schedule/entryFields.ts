/** Entry fields: the changes of an intervention, or the place, days and odds of an operation. */
import { entriesOf } from '../../../panel'
import type { Scenario, ScenarioIssue } from '../../../scenario'
import { text } from '../../../text'
import { h } from '../../../ui'
import { editableNumber } from '../../../words'
import type { OperationEntry } from './blocks'
import { type ChangeEntry, type ChangeFields, createChangeFields } from './changeFields'
import { field, offer, typedNumber } from './form'

const words = text.scheduleEditor

export interface EntryFields {
  readonly element: HTMLElement
  /** The part of the entry that these fields hold, right or wrong. */
  read(): object
  /** Shows mistakes beside their fields; returns those that belong to none. */
  fault(issues: readonly ScenarioIssue[], path: string): readonly ScenarioIssue[]
}

export function createInterventionFields(
  scenario: Scenario,
  entries: readonly ChangeEntry[],
  onInput: () => void,
): EntryFields {
  const list = h('div', { class: 'changes' })
  const more = h('button', { type: 'button', class: 'link', onclick: () => addLike() }, words.addChange)
  let changes: readonly ChangeFields[] = []

  function number(): void {
    for (const [i, change] of changes.entries()) change.name(i + 1, changes.length === 1)
  }

  function add(entry: ChangeEntry): ChangeFields {
    const fields = createChangeFields(scenario, entry, {
      onInput,
      remove() {
        changes = changes.filter((other) => other !== fields)
        fields.element.remove()
        number()
        more.focus()
        onInput()
      },
    })
    changes = [...changes, fields]
    list.append(fields.element)
    number()
    return fields
  }

  /** Another change that begins as a copy of the last one. */
  function addLike(): void {
    const last = changes.at(-1)?.read() as ChangeEntry | undefined
    if (last === undefined) return
    const fields = add(last)
    fields.element.scrollIntoView({ block: 'nearest' })
    fields.element.querySelector('select')?.focus()
    onInput()
  }

  for (const entry of entries) add(entry)
  return {
    element: h('div', {}, list, more),
    read: () => ({ changes: changes.map((change) => change.read()) }),
    fault: (issues, path) =>
      changes.reduce((rest, change, i) => change.fault(rest, `${path}.changes.${i}`), issues),
  }
}

const NUMBERS = {
  days: words.days,
  detection: words.detection,
  leak: words.leak,
  costUsd: words.cost,
} as const

export function createOperationFields(scenario: Scenario, entry: OperationEntry): EntryFields {
  const node = h('select', {})
  const places = entriesOf(scenario, 'nodes').map(({ id, name }) => ({ value: id, label: name, heading: '' }))
  offer(node, places, entry.node)
  const from = h('input', { type: 'date', value: entry.from, required: true })
  const names = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]
  const numbers = names.map((name) => {
    const value = editableNumber(entry[name])
    const input = h('input', { type: 'text', inputmode: 'decimal', value, autocomplete: 'off' })
    return { name, input, field: field(NUMBERS[name], input, 'half') }
  })
  const fields = [
    { name: 'node', field: field(words.place, node, 'half') },
    { name: 'from', field: field(words.from, from, 'half') },
    ...numbers,
  ]
  return {
    element: h('div', { class: 'operation-fields' }, ...fields.map((one) => one.field.element)),
    read: () => ({
      node: node.value,
      from: from.value,
      ...Object.fromEntries(numbers.map(({ name, input }) => [name, typedNumber(input)])),
    }),
    fault(issues, path) {
      for (const { name, field: one } of fields)
        one.fault(issues.filter((issue) => issue.path === `${path}.${name}`))
      return issues.filter((issue) => fields.every(({ name }) => issue.path !== `${path}.${name}`))
    },
  }
}
