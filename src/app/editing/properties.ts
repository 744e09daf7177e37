/** Properties: fields of an entry, or of the scenario itself, that the parameter panel does not show. */

import type { Mode, RouteEntry, Scenario } from '../../scenario'
import { estimateLeg, isEstimated, setLegMode, setNodeCountry, setRouteUser } from '../../scenario'
import type { EntrySelection, Store } from '../../store'
import { text } from '../../text'
import {
  checkField,
  choiceField,
  html,
  keyed,
  longField,
  nothing,
  numberField,
  numberIn,
  textField,
  type View,
} from '../../ui'
import { entryName, LISTS } from './entries'
import type { NetworkEditor } from './networkEditor'
import { KIND_CHOICES, MODE_CHOICES, organisationChoices, placeChoices, wayList } from './toolForms'

const words = text.editing
const { fields } = words

/** Writes one value by path, as the panel does; returns whether it was accepted. */
type Write = (path: string, value: unknown) => boolean

/** Fields of the scenario as a whole. */
export function scenarioFields(editor: NetworkEditor, store: Store, scenario: Scenario): View {
  const write = writerOf(editor, store)
  const { title, id, description, notes } = scenario
  const field = (name: string, path: string, label: string, value: string, make = textField) =>
    make(name, label, { value, onChange: (next) => write(path, next) })
  return html`
    ${field('scenario-title', 'title', fields.title, title)}
    ${field('scenario-id', 'id', fields.id, id)}
    ${field('description', 'description', fields.description, description, longField)}
    ${field('notes', 'notes', fields.notes, notes, longField)}
  `
}

/** Fields of one entry with the button that removes it; undefined where the scenario has no such entry. */
export function entryFields(
  editor: NetworkEditor,
  store: Store,
  scenario: Scenario,
  entry: EntrySelection,
): View | undefined {
  const path = `${LISTS[entry.kind]}.${entry.id}`
  const write = writerOf(editor, store)
  const own = FIELDS[entry.kind](editor, scenario, entry.id, (name, value) => write(`${path}.${name}`, value))
  if (own === undefined) return undefined
  const remove = () => editor.askRemoval(entry)
  return keyed(
    path,
    html`${own}<button type="button" class="quiet" @click=${remove}>${words.removeThis(words.kinds[entry.kind])}</button>`,
  )
}

function writerOf(editor: NetworkEditor, store: Store): Write {
  return (path, value) => editor.report(store.edit(path, value))
}

type Build = (editor: NetworkEditor, scenario: Scenario, id: string, write: Write) => View | undefined

const FIELDS: Readonly<Record<EntrySelection['kind'], Build>> = {
  node: nodeFields,
  leg: legFields,
  checkpoint: checkpointFields,
  route: routeFields,
}

function noteField(note: string | undefined, write: Write): View {
  return longField('note', fields.note, {
    value: note ?? '',
    onChange: (value) => write('note', value === '' ? undefined : value),
  })
}

function nameField(name: string, onName: (name: string) => void): View {
  return textField('name', fields.name, { value: name, onChange: (value) => onName(value.trim()) })
}

function nodeFields(editor: NetworkEditor, scenario: Scenario, id: string, write: Write): View | undefined {
  const node = scenario.nodes.find((entry) => entry.id === id)
  if (node === undefined) return undefined
  const { name, kind, country, lat, lon, note } = node
  return html`
    ${nameField(name, (value) => editor.name(id, value))}
    ${choiceField('kind', fields.kind, KIND_CHOICES, {
      value: kind,
      onChange: (value) => write('kind', value),
    })}
    ${textField('country', fields.country, {
      value: country,
      onChange: (value) => editor.edit(setNodeCountry(scenario, id, value.trim().toUpperCase())),
    })}
    ${numberField('lat', fields.lat, [-90, 90], {
      value: String(lat),
      onChange: (value) => editor.move(id, { lat: numberIn(value), lon }),
    })}
    ${numberField('lon', fields.lon, [-180, 180], {
      value: String(lon),
      onChange: (value) => editor.move(id, { lat, lon: numberIn(value) }),
    })}
    ${noteField(note, write)}
  `
}

function legFields(editor: NetworkEditor, scenario: Scenario, id: string, write: Write): View | undefined {
  const leg = scenario.legs.find((entry) => entry.id === id)
  if (leg === undefined) return undefined
  return html`
    ${choiceField('mode', fields.mode, MODE_CHOICES, {
      value: leg.mode,
      onChange: (value) => editor.edit(setLegMode(scenario, id, value as Mode)),
    })}
    ${checkField('both', fields.bothWays, leg.bidirectional, (both) => write('bidirectional', both))}
    ${isEstimated(scenario, leg) ? nothing : estimateButton(editor, scenario, id)}
    ${noteField(leg.note, write)}
  `
}

/** Offers the estimate in place of a given length. */
function estimateButton(editor: NetworkEditor, scenario: Scenario, id: string): View {
  const label = words.estimated(entryName(scenario, { kind: 'leg', id }))
  const estimate = () => void editor.edit(estimateLeg(scenario, id), label)
  return html`<button type="button" class="quiet" @click=${estimate}>${words.estimate}</button>`
}

function checkpointFields(_: NetworkEditor, scenario: Scenario, id: string, write: Write): View | undefined {
  const checkpoint = scenario.checkpoints.find((entry) => entry.id === id)
  if (checkpoint === undefined) return undefined
  return html`
    ${nameField(checkpoint.name, (value) => write('name', value))}
    ${choiceField('place', fields.place, placeChoices(scenario), {
      value: checkpoint.node,
      onChange: (value) => write('node', value),
    })}
    ${textField('country', fields.country, {
      value: checkpoint.country ?? '',
      onChange: (value) => write('country', value.trim().toUpperCase()),
    })}
    ${noteField(checkpoint.note, write)}
  `
}

function routeFields(editor: NetworkEditor, scenario: Scenario, id: string, write: Write): View | undefined {
  const route = scenario.routes.find((entry) => entry.id === id)
  if (route === undefined) return undefined
  return html`
    ${nameField(route.name, (value) => write('name', value))}
    ${choiceField('route-mode', fields.mode, [['', words.mainMode], ...MODE_CHOICES], {
      value: route.mode ?? '',
      onChange: (value) => write('mode', value === '' ? undefined : value),
    })}
    ${userFields(editor, scenario, route)}
    ${wayList(scenario, route.nodes)}
    ${noteField(route.note, write)}
  `
}

/** A box for each organisation that may use a route. */
function userFields(editor: NetworkEditor, scenario: Scenario, { id, name }: RouteEntry): View {
  const boxes = organisationChoices(scenario).map(([organisation, title]) => {
    const own = scenario.organisations.find((entry) => entry.id === organisation)
    const isUser = own?.routes.includes(id) ?? false
    return checkField(`user-${organisation}`, title, isUser, (uses) => {
      const label = uses ? words.uses(title, name) : words.usesNoMore(title, name)
      return editor.edit(setRouteUser(scenario, id, organisation, uses), label)
    })
  })
  return html`<fieldset class="edit-users"><legend>${words.users}</legend>${boxes}</fieldset>`
}
