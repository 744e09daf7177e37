/** Value fields: how a change alters a parameter, and by what; as the kind of parameter asks for it. */

import { getAt, type ParameterRow, placesAt, type Scenario } from '../../../scenario'
import { text } from '../../../text'
import { h } from '../../../ui'
import { editableNumber, exactNumber, sentenceCase, valuesText } from '../../../words'
import { type FormField, field, offer, typedNumber } from './form'

const words = text.scheduleEditor

/** What a change does: exactly one of the three. */
export type Alteration = { readonly set: unknown } | { readonly scale: number } | { readonly add: number }
type Way = keyof typeof words.ways
const WAYS = ['set', 'scale', 'add'] as const satisfies readonly Way[]
/** Values that change nothing. */
const NEUTRAL = { scale: 1, add: 0 } as const

export interface ValueFields {
  readonly elements: readonly HTMLElement[]
  readonly value: FormField
  /** Offers what fits a parameter; without an alteration, its current value. */
  fit(
    scenario: Scenario,
    path: string,
    row: ParameterRow | undefined,
    alteration?: Partial<Record<Way, unknown>>,
  ): void
  read(): Alteration
}

export function createValueFields(onInput: () => void): ValueFields {
  const way = h('select', {})
  const number = h('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
  })
  const choice = h('select', {})
  const boxes = text.page.panel.months.map((name) =>
    h('input', { type: 'checkbox', 'aria-label': name, title: name }),
  )
  const months = h(
    'div',
    { class: 'month-boxes' },
    ...boxes.map((box, i) => {
      return h('label', {}, box, h('span', { 'aria-hidden': 'true' }, text.page.panel.months[i]?.slice(0, 3)))
    }),
  )
  const numberField = field(words.value, number, 'wide')
  const choiceField = field(words.value, choice, 'wide')
  const monthsField = field(words.months, months, 'wide')
  let row: ParameterRow | undefined
  let present: unknown

  function wayNow(): Way {
    return WAYS.find((name) => name === way.value) ?? 'set'
  }

  way.addEventListener('change', () => {
    const now = wayNow()
    number.value = now === 'set' ? String(present ?? '') : String(NEUTRAL[now])
    showRange()
    onInput()
  })

  function showRange(): void {
    const { min, max, unit } = row ?? {}
    const range =
      wayNow() === 'set' && min !== undefined && max !== undefined
        ? words.valueRange(text.page.panel.range(exactNumber(min), exactNumber(max), unit ?? ''))
        : ''
    numberField.hint([nowText, range].filter((part) => part !== '').join('; '))
  }
  let nowText = ''

  return {
    elements: [field(words.how, way).element, numberField.element, choiceField.element, monthsField.element],
    get value() {
      return row?.options !== undefined ? choiceField : row?.type === 'months' ? monthsField : numberField
    },
    fit(scenario, path, nextRow, alteration) {
      row = nextRow
      const values = placesAt(scenario, path).map((place) => getAt(scenario, place))
      present = values[0]
      nowText = values.length === 0 ? '' : words.valueNow(valuesText(row, values))
      const isNumber = row === undefined || row.type === 'number' || row.type === 'integer'
      const ways = isNumber ? WAYS : (['set'] as const)
      const wanted = WAYS.find((name) => alteration?.[name] !== undefined)
      const chosen = wanted ?? (ways.some((name) => name === way.value) ? wayNow() : 'set')
      offer(
        way,
        ways.map((name) => ({ value: name, label: words.ways[name], heading: '' })),
        chosen,
      )
      const value =
        wanted === undefined ? (chosen === 'set' ? present : NEUTRAL[chosen]) : alteration?.[wanted]
      numberField.element.hidden = row?.options !== undefined || row?.type === 'months'
      choiceField.element.hidden = row?.options === undefined
      monthsField.element.hidden = row?.type !== 'months'
      number.value =
        typeof value === 'number' ? editableNumber(value) : typeof value === 'string' ? value : ''
      const options = (row?.options ?? []).map((option) => ({
        value: option,
        label: sentenceCase(option),
        heading: '',
      }))
      offer(choice, options, String(value))
      choiceField.hint(nowText)
      for (const [i, box] of boxes.entries()) box.checked = Array.isArray(value) && value.includes(i + 1)
      showRange()
    },
    read() {
      const now = wayNow()
      if (now === 'scale') return { scale: typedNumber(number) }
      if (now === 'add') return { add: typedNumber(number) }
      if (row?.options !== undefined) return { set: choice.value }
      if (row?.type === 'months') return { set: boxes.flatMap((box, i) => (box.checked ? [i + 1] : [])) }
      const typed = typedNumber(number)
      return { set: Number.isNaN(typed) ? number.value : typed }
    },
  }
}
