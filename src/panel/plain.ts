/** Rows without a slider: choices, texts, and numbers that may be absent. */
import type { FolderApi } from '@tweakpane/core'
import type { ParameterRow } from '../scenario'
import { text } from '../text'
import { editableNumber, sentenceCase } from '../words'
import { type Field, isMixture, type Report } from './field'
import { enteredNumber } from './reading'

const words = text.page.panel

/**
 * A choice from a list. Tweakpane only provides the appearance: its list has no state without a choice, which
 * places with different values need.
 */
export function addChoice(folder: FolderApi, options: readonly string[], report: Report): Field {
  const list = Object.fromEntries(options.map((option) => [sentenceCase(option), option]))
  const { element } = folder.addBinding({ value: options[0] ?? '' }, 'value', { label: ' ', options: list })
  element.querySelector<HTMLElement>('.tp-lstv')?.setAttribute('data-mixed', text.history.mixed)
  const select = element.querySelector('select')
  select?.addEventListener('change', () => report({ to: options[select.selectedIndex] }, true))
  return {
    element,
    show(values) {
      if (select !== null) select.selectedIndex = isMixture(values) ? -1 : options.indexOf(textOf(values[0]))
    },
  }
}

export function addText(folder: FolderApi): Field {
  const { element, show } = addTyped(folder)
  return {
    element,
    read: (typed) => ({ to: typed }),
    show: (values) => show(isMixture(values) ? '' : textOf(values[0])),
  }
}

/** A number that may be absent: an empty field means that it is not set. */
export function addOptional(folder: FolderApi, row: ParameterRow): Field {
  const { element, input, show } = addTyped(folder)
  return {
    element,
    read: (typed) => (typed === '' ? { to: undefined } : enteredNumber(typed, row)),
    show(values) {
      const [first] = values
      const isMixed = isMixture(values)
      input?.setAttribute('placeholder', isMixed ? text.history.mixed : words.notSet)
      show(isMixed || typeof first !== 'number' ? '' : editableNumber(first))
    },
  }
}

function textOf(value: unknown): string {
  return value === undefined ? '' : String(value)
}

/** A text field in Tweakpane's style; the control around it parses what is typed. */
function addTyped(folder: FolderApi) {
  const { element } = folder.addBinding({ value: '' }, 'value', { label: ' ' })
  const input = element.querySelector('input')
  return {
    element,
    input,
    show(value: string) {
      if (input !== null) input.value = value
    },
  }
}
