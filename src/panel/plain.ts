/** Rows that are not numbers with a slider: choices, texts, and numbers that may be absent. */
import type { FolderApi } from '@tweakpane/core'
import { shortNumber, spaced } from '../store'
import { text } from '../text'
import { type Field, isMixture, type Report } from './field'

const words = text.page.panel

/**
 * A choice from a list. Tweakpane gives the list its looks only: it knows no state without a choice, which is what
 * places with different values show.
 */
export function addChoice(folder: FolderApi, options: readonly string[], report: Report): Field {
  const list = Object.fromEntries(options.map((option) => [spaced(option), option]))
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

export function addText(folder: FolderApi, report: Report): Field {
  const { element, show } = addBound(folder, report)
  return { element, show: (values) => show(isMixture(values) ? '' : textOf(values[0])) }
}

/** A number that may be absent: an empty field means that it is not set. */
export function addOptional(folder: FolderApi, report: Report): Field {
  let present: readonly unknown[] = []
  const { element, show } = addBound(folder, ({ to: typed }, final) => {
    const value = typed === '' ? undefined : Number(typed)
    if (value !== undefined && !Number.isFinite(value)) return field.show(present)
    report({ to: value }, final)
  })
  const input = element.querySelector('input')
  const field: Field = {
    element,
    show(values) {
      present = values
      const [first] = values
      const isMixed = isMixture(values)
      input?.setAttribute('placeholder', isMixed ? text.history.mixed : words.notSet)
      show(isMixed || typeof first !== 'number' ? '' : shortNumber(first))
    },
  }
  return field
}

function textOf(value: unknown): string {
  return value === undefined ? '' : String(value)
}

interface Bound {
  readonly element: HTMLElement
  show(value: string): void
}

function addBound(
  folder: FolderApi,
  report: (change: { readonly to: string }, final: boolean) => void,
): Bound {
  const bound = { value: '' }
  let showing = false
  const binding = folder.addBinding(bound, 'value', { label: ' ' })
  binding.on('change', ({ value, last }) => {
    if (!showing) report({ to: value }, last ?? true)
  })
  return {
    element: binding.element,
    show(value) {
      showing = true
      bound.value = value
      binding.refresh()
      showing = false
    },
  }
}
