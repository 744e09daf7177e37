/** Target fields: part, places and parameter of a change, each a list that follows from the one before. */

import type { ParameterRow, Scenario } from '../../../scenario'
import { text } from '../../../text'
import { h } from '../../../ui'
import { type Choice, type FormField, field, offer } from './form'
import {
  type Parameter,
  parametersOf,
  pathOfTarget,
  placesOf,
  sectionsOf,
  type TargetSection,
  targetOf,
} from './targets'

const words = text.scheduleEditor

export interface TargetFields {
  readonly elements: readonly HTMLElement[]
  readonly path: string
  /** Undefined where the path is none that a list offers. */
  readonly row: ParameterRow | undefined
  readonly parameter: FormField
}

/** `onChoose` when another parameter has been chosen. */
export function createTargetFields(scenario: Scenario, path: string, onChoose: () => void): TargetFields {
  const section = h('select', {})
  const where = h('select', {})
  const parameter = h('select', {})
  const sections = sectionsOf(scenario)
  let parameters: readonly Parameter[] = []

  function sectionNow(): TargetSection {
    return sections.find((name) => name === section.value) ?? 'assumptions'
  }

  function offerPlaces(wanted?: string): void {
    const places = placesOf(scenario, sectionNow())
    const choices = places.map(({ prefix, label, heading }) => ({ value: prefix, label, heading }))
    offer(where, withWritten(choices, wanted), wanted ?? choices[0]?.value ?? '')
    where.disabled = where.options.length < 2
  }

  function offerParameters(wanted?: string): void {
    const places = placesOf(scenario, sectionNow()).find(({ prefix }) => prefix === where.value)
    parameters = places === undefined ? [] : parametersOf(scenario, sectionNow(), places)
    const choices = parameters.map(({ inner, label, heading }) => ({ value: inner, label, heading }))
    const known = choices.some(({ value }) => value === parameter.value) ? parameter.value : choices[0]?.value
    offer(parameter, withWritten(choices, wanted), wanted ?? known ?? '')
  }

  function pathNow(): string {
    return pathOfTarget({ section: sectionNow(), prefix: where.value, inner: parameter.value })
  }

  const start = targetOf(scenario, path)
  offer(
    section,
    sections.map((name) => ({ value: name, label: words.sections[name], heading: '' })),
    start.section,
  )
  offerPlaces(start.prefix)
  offerParameters(start.inner)
  section.addEventListener('change', () => {
    offerPlaces()
    offerParameters()
    onChoose()
  })
  where.addEventListener('change', () => {
    offerParameters()
    onChoose()
  })
  parameter.addEventListener('change', onChoose)
  const parameterField = field(words.parameter, parameter)
  return {
    elements: [
      field(words.section, section).element,
      field(words.where, where).element,
      parameterField.element,
    ],
    parameter: parameterField,
    get path() {
      return pathNow()
    },
    get row() {
      return parameters.find(({ inner }) => inner === parameter.value)?.row
    },
  }
}

/** The choices, with what the file has written among them. */
function withWritten(choices: readonly Choice[], wanted: string | undefined): readonly Choice[] {
  if (wanted === undefined || choices.some(({ value }) => value === wanted)) return choices
  return [{ value: wanted, label: wanted, heading: words.asWritten }, ...choices]
}
