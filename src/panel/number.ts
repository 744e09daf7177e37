/** Number rows: Tweakpane's number field beside a slider with logarithmic ranges and modifier keys. */
import type { FolderApi } from '@tweakpane/core'
import type { ParameterRow } from '../scenario'
import { text } from '../text'
import { h } from '../ui'
import { editableNumber, valuesText } from '../words'
import type { Field, Report } from './field'
import { enteredNumber } from './reading'
import { roundedTo, type SliderScale, sliderScaleOf } from './scale'

const POSITIONS = 1000
const BIG = 10
const SMALL = 0.1

export function addNumber(folder: FolderApi, row: ParameterRow, report: Report): Field {
  const bound = { value: row.min ?? 0 }
  let showing = false
  const format = (value: number) => (Number.isNaN(value) ? text.history.mixed : editableNumber(value))
  const binding = folder.addBinding(bound, 'value', { label: row.title, format, keyScale: row.step ?? 1 })
  const input = binding.element.querySelector('input')
  binding.on('change', ({ value, last }) => {
    if (!showing && !Number.isNaN(value)) report({ to: limited(row, value) }, last ?? true)
  })
  const scale = sliderScaleOf(row)
  const slider = scale && sliderOf(row, scale, report)
  if (slider !== undefined) binding.element.querySelector('.tp-lblv_v')?.prepend(slider)
  return {
    element: binding.element,
    read: (typed) => enteredNumber(typed, row),
    show(values) {
      const numbers = values.filter((value) => typeof value === 'number')
      const [first] = numbers
      if (first === undefined) return
      const isMixed = numbers.some((value) => value !== first)
      showing = true
      bound.value = isMixed ? Number.NaN : first
      binding.refresh()
      showing = false
      if (input !== null) input.value = format(bound.value)
      if (slider === undefined || scale === undefined) return
      const middle = (Math.min(...numbers) + Math.max(...numbers)) / 2
      const position = scale.toPosition(isMixed ? middle : first)
      slider.valueAsNumber = position * POSITIONS
      slider.style.setProperty('--filled', isMixed ? '0%' : `${position * 100}%`)
      slider.setAttribute('aria-valuetext', valuesText(row, values))
    },
  }
}

function limited(row: ParameterRow, value: number): number {
  const whole = row.type === 'integer' ? Math.round(value) : value
  return Math.max(row.min ?? whole, Math.min(row.max ?? whole, whole))
}

function sliderOf(row: ParameterRow, scale: SliderScale, report: Report): HTMLInputElement {
  const slider = h('input', { type: 'range', class: 'row-slider', min: 0, max: POSITIONS, step: 'any' })
  const move = (final: boolean) => report({ to: scale.toValue(slider.valueAsNumber / POSITIONS) }, final)
  slider.addEventListener('input', () => move(false))
  slider.addEventListener('change', () => move(true))
  slider.addEventListener('keydown', (event) => {
    const direction = KEY_DIRECTIONS[event.key]
    if (direction === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const factor = event.shiftKey || event.key.startsWith('Page') ? BIG : event.altKey ? SMALL : 1
    report({ by: (before) => stepped(row, scale, Number(before), direction * factor) }, false)
  })
  slider.addEventListener('keyup', ({ key }) => {
    if (KEY_DIRECTIONS[key] !== undefined) report({ by: (before) => before }, true)
  })
  return slider
}

const KEY_DIRECTIONS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
}

/** The value some steps away: by the parameter's own step if it has one, else by hundredths of the slider. */
function stepped(row: ParameterRow, scale: SliderScale, now: number, steps: number): number {
  if (row.step !== undefined) return limited(row, Number((now + steps * row.step).toPrecision(12)))
  const next = scale.toValue(Math.max(0, Math.min(1, scale.toPosition(now) + steps / 100)))
  if (next !== now || row.type !== 'integer') return next
  return limited(row, roundedTo(row, now + Math.sign(steps)))
}
