/** Tool forms: what each tool adds, by typing and choosing from lists in place of clicking on the map. */

import { MODES, type Mode, NODE_KINDS, type NodeEntry, type Scenario } from '../../scenario'
import type { EntrySelection } from '../../store'
import { text } from '../../text'
import {
  checkField,
  choiceField,
  html,
  nothing,
  numberField,
  numberIn,
  submitForm,
  textField,
  type View,
} from '../../ui'
import { byName } from '../../words'
import { organisationFor, type Tool } from './editState'
import { entryName, LISTS } from './entries'
import type { NetworkEditor } from './networkEditor'
import { isEntrySelection } from './pointer'

const words = text.editing
const { fields } = words
const { nodeKinds, modes } = text.page.inspector

export type Choices = readonly (readonly [value: string, title: string])[]

export const KIND_CHOICES: Choices = NODE_KINDS.map((kind) => [kind, nodeKinds[kind]])
export const MODE_CHOICES: Choices = MODES.map((mode) => [mode, modes[mode]])
const NONE = ['', words.choose] as const

/** Places by name. */
export function placeChoices({ nodes }: Scenario): Choices {
  return nodes.map(({ id, name }) => [id, name] as const).sort(([, a], [, b]) => byName(a, b))
}

/** Organisations by name. */
export function organisationChoices({ organisations }: Scenario): Choices {
  return organisations.map(({ id, name }) => [id, name] as const).sort(([, a], [, b]) => byName(a, b))
}

/** Places along a route, in order. */
export function wayList(scenario: Scenario, ids: readonly string[]): View {
  const items = ids.map((id) => html`<li>${entryName(scenario, { kind: 'node', id })}</li>`)
  return html`<ol class="edit-way" aria-label=${words.onTheWay}>${items}</ol>`
}

type Build = (editor: NetworkEditor, scenario: Scenario) => View

/** The form of each tool; selecting has none. */
export const TOOL_FORMS: Readonly<Record<Tool, Build>> = {
  select: () => nothing,
  place: placeForm,
  leg: legForm,
  checkpoint: checkpointForm,
  route: routeForm,
  remove: removeForm,
}

function placeForm(editor: NetworkEditor): View {
  const { kind } = editor.state
  const onChange = (value: string) => editor.choose({ kind: value as NodeEntry['kind'] })
  const onSubmit = (value: (name: string) => string) => {
    const place = { lat: numberIn(value('new-lat')), lon: numberIn(value('new-lon')) }
    return editor.addPlace({ ...place, name: value('new-name') })
  }
  return html`
    ${choiceField('new-kind', fields.kind, KIND_CHOICES, { value: kind, onChange })}
    ${submitForm(
      words.add.place,
      onSubmit,
      textField('new-name', fields.name),
      numberField('new-lat', fields.lat, [-90, 90]),
      numberField('new-lon', fields.lon, [-180, 180]),
    )}
  `
}

function legForm(editor: NetworkEditor, scenario: Scenario): View {
  const { mode, bothWays, way } = editor.state
  const places = [NONE, ...placeChoices(scenario)]
  const [start] = way
  const from = start && words.legFrom(entryName(scenario, { kind: 'node', id: start }))
  return html`
    ${from === undefined ? nothing : html`<p>${from}</p>`}
    ${choiceField('new-mode', fields.mode, MODE_CHOICES, {
      value: mode,
      onChange: (value) => editor.choose({ mode: value as Mode }),
    })}
    ${checkField('new-both', fields.bothWays, bothWays, (both) => {
      editor.choose({ bothWays: both })
      return true
    })}
    ${submitForm(
      words.add.leg,
      (value) => editor.addLeg(value('new-from'), value('new-to')),
      choiceField('new-from', fields.from, places, { value: start ?? '' }),
      choiceField('new-to', fields.to, places),
    )}
  `
}

function checkpointForm(editor: NetworkEditor, scenario: Scenario): View {
  const places = [NONE, ...placeChoices(scenario)]
  return submitForm(
    words.add.checkpoint,
    (value) => editor.addCheckpoint(value('new-place'), value('new-checkpoint')),
    choiceField('new-place', fields.place, places),
    textField('new-checkpoint', fields.name),
  )
}

function routeForm(editor: NetworkEditor, scenario: Scenario): View {
  const { way } = editor.state
  const free = placeChoices(scenario).filter(([id]) => !way.includes(id))
  return html`
    ${choiceField('new-organisation', fields.organisation, organisationChoices(scenario), {
      value: organisationFor(scenario, editor.state),
      onChange: (organisation) => editor.choose({ organisation }),
    })}
    ${choiceField('new-next', fields.next, [NONE, ...free], {
      onChange: (id) => {
        if (id !== '') editor.goTo(id)
      },
    })}
    ${way.length === 0 ? nothing : html`${wayList(scenario, way)}${wayButtons(editor)}`}
  `
}

function wayButtons(editor: NetworkEditor): View {
  const back = () => editor.takeBack('one')
  return html`<div class="edit-actions">
    <button type="button" class="button main" @click=${editor.finishRoute}>${words.add.route}</button>
    <button type="button" class="quiet" @click=${back}>${words.backOne}</button>
  </div>`
}

function removeForm(editor: NetworkEditor, scenario: Scenario): View {
  const kinds = Object.keys(LISTS) as EntrySelection['kind'][]
  const choices = kinds.flatMap((kind) =>
    scenario[LISTS[kind]]
      .map(({ id }) => {
        const title = words.entryOf(words.kinds[kind], entryName(scenario, { kind, id }))
        return [`${kind} ${id}`, title] as const
      })
      .sort(([, a], [, b]) => byName(a, b)),
  )
  const onSubmit = (value: (name: string) => string) => {
    const [kind = '', id = ''] = value('entry').split(' ')
    const entry = { kind, id } as EntrySelection
    const isChosen = id !== '' && isEntrySelection(entry)
    if (isChosen) editor.askRemoval(entry)
    else editor.complain(words.nothingChosen)
    return isChosen
  }
  return submitForm(words.add.remove, onSubmit, choiceField('entry', fields.entry, [NONE, ...choices]))
}
