/** Number rows: Tweakpane's number text beside a slider that understands logarithmic ranges and modifier keys. */
import type { FolderApi } from '@tweakpane/core'
import type { ParameterRow } from '../scenario'
import type { Field, Report } from './control'
import { h } from './element'
import { roundedTo, type SliderScale, shortNumber, sliderScaleOf } from './scale'
import { valueText } from './words'

const POSITIONS = 1000
const BIG = 10
const SMALL = 0.1

export function addNumber(folder: FolderApi, row: ParameterRow, report: Report): Field {
  const bound = { value: row.min ?? 0 }
  let showing = false
  const binding = folder.addBinding(bound, 'value', {
    label: row.title,
    format: shortNumber,
    keyScale: row.step ?? 1,
  })
  binding.on('change', ({ value, last }) => {
    if (!showing) report(limited(row, value), last ?? true)
  })
  const scale = sliderScaleOf(row)
  const slider = scale && sliderOf(row, scale, report)
  if (slider !== undefined) binding.element.querySelector('.tp-lblv_v')?.prepend(slider)
  return {
    element: binding.element,
    show(value) {
      if (typeof value !== 'number') return
      showing = true
      bound.value = value
      binding.refresh()
      showing = false
      if (slider === undefined || scale === undefined) return
      slider.valueAsNumber = scale.toPosition(value) * POSITIONS
      slider.style.setProperty('--filled', `${scale.toPosition(value) * 100}%`)
      slider.setAttribute('aria-valuetext', valueText(row, value))
      slider.dataset.value = String(value)
    },
  }
}

function limited(row: ParameterRow, value: number): number {
  const whole = row.type === 'integer' ? Math.round(value) : value
  return Math.max(row.min ?? whole, Math.min(row.max ?? whole, whole))
}

function sliderOf(row: ParameterRow, scale: SliderScale, report: Report): HTMLInputElement {
  const slider = h('input', { type: 'range', class: 'row-slider', min: 0, max: POSITIONS, step: 'any' })
  const move = (final: boolean) => report(scale.toValue(slider.valueAsNumber / POSITIONS), final)
  slider.addEventListener('input', () => move(false))
  slider.addEventListener('change', () => move(true))
  slider.addEventListener('keydown', (event) => {
    const direction = KEY_DIRECTIONS[event.key]
    if (direction === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const factor = event.shiftKey || event.key.startsWith('Page') ? BIG : event.altKey ? SMALL : 1
    const now = Number(slider.dataset.value)
    report(stepped(row, scale, now, direction * factor), true)
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

/** The value some steps on: by the parameter's own step where it has one, else by hundredths of the slider. */
function stepped(row: ParameterRow, scale: SliderScale, now: number, steps: number): number {
  if (row.step !== undefined) return limited(row, Number((now + steps * row.step).toPrecision(12)))
  const next = scale.toValue(Math.max(0, Math.min(1, scale.toPosition(now) + steps / 100)))
  if (next !== now || row.type !== 'integer') return next
  return limited(row, roundedTo(row, now + Math.sign(steps)))
}
