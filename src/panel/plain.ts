/** Rows that are not numbers with a slider: choices, texts, and numbers that may be absent. */
import type { FolderApi } from '@tweakpane/core'
import { text } from '../text'
import type { Field, Report } from './control'
import { spaced } from './rows'
import { shortNumber } from './scale'

const words = text.page.panel

export function addChoice(folder: FolderApi, options: readonly string[], report: Report): Field {
  const list = Object.fromEntries(options.map((option) => [spaced(option), option]))
  return addBound(folder, { options: list }, report)
}

export function addText(folder: FolderApi, report: Report): Field {
  return addBound(folder, {}, report)
}

/** A number that may be absent: an empty field means that it is not set. */
export function addOptional(folder: FolderApi, report: Report): Field {
  let present: unknown
  const field = addBound(folder, {}, (typed, final) => {
    const value = typed === '' ? undefined : Number(typed)
    if (value !== undefined && !Number.isFinite(value)) return field.show(present)
    report(value, final)
  })
  field.element.querySelector('input')?.setAttribute('placeholder', words.notSet)
  return {
    element: field.element,
    show(value) {
      present = value
      field.show(typeof value === 'number' ? shortNumber(value) : '')
    },
  }
}

function addBound(folder: FolderApi, options: { options?: Record<string, string> }, report: Report): Field {
  const bound = { value: '' }
  let showing = false
  const binding = folder.addBinding(bound, 'value', { label: ' ', ...options })
  binding.on('change', ({ value, last }) => {
    if (!showing) report(value, last ?? true)
  })
  return {
    element: binding.element,
    show(value) {
      showing = true
      bound.value = value === undefined ? '' : String(value)
      binding.refresh()
      showing = false
    },
  }
}
