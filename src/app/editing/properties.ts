/** Properties: what the parameter panel does not show of a place, leg, checkpoint, route or of the scenario itself. */

import type { Mode, RouteEntry, Scenario } from '../../scenario'
import { estimateLeg, isEstimated, setLegMode, setNodeCountry, setRouteUser } from '../../scenario'
import type { Store } from '../../store'
import { text } from '../../text'
import { checkField, choiceField, h, longField, numberField, numberIn, textField } from '../../ui'
import type { Desk } from './desk'
import { entryName, LISTS, type NetworkEntry } from './entries'
import { KIND_CHOICES, MODE_CHOICES, organisationChoices, placeChoices } from './toolForms'

const words = text.editing
const { fields } = words

type Fields = readonly (HTMLElement | undefined)[]

/** Writes one value by path, as the panel does; answers whether it was taken. */
type Write = (path: string, value: unknown) => boolean

/** Fields of the scenario as a whole. */
export function scenarioFields(desk: Desk, store: Store, scenario: Scenario): Fields {
  const write = writerOf(desk, store)
  const on = (path: string) => (value: string) => write(path, value)
  return [
    textField('scenario-title', fields.title, { value: scenario.title, onChange: on('title') }),
    textField('scenario-id', fields.id, { value: scenario.id, onChange: on('id') }),
    longField('description', fields.description, {
      value: scenario.description,
      onChange: on('description'),
    }),
    longField('notes', fields.notes, { value: scenario.notes, onChange: on('notes') }),
  ]
}

/** Fields of one entry with the button that removes it; none where the scenario has no such entry. */
export function entryFields(desk: Desk, store: Store, scenario: Scenario, entry: NetworkEntry): Fields {
  const path = `${LISTS[entry.kind]}.${entry.id}`
  const write = writerOf(desk, store)
  const own = FIELDS[entry.kind](desk, scenario, entry.id, (name, value) => write(`${path}.${name}`, value))
  if (own.length === 0) return []
  const remove = h(
    'button',
    { type: 'button', class: 'quiet', onclick: () => desk.askRemoval(entry) },
    words.removeThis(words.kinds[entry.kind]),
  )
  return [...own, remove]
}

function writerOf(desk: Desk, store: Store): Write {
  return (path, value) => desk.report(store.edit(path, value))
}

type Build = (desk: Desk, scenario: Scenario, id: string, write: Write) => Fields

const FIELDS: Readonly<Record<NetworkEntry['kind'], Build>> = {
  node: nodeFields,
  leg: legFields,
  checkpoint: checkpointFields,
  route: routeFields,
}

function noteField(note: string | undefined, write: Write): HTMLElement {
  return longField('note', fields.note, {
    value: note ?? '',
    onChange: (value) => write('note', value === '' ? undefined : value),
  })
}

function nameField(name: string, onName: (name: string) => void): HTMLElement {
  return textField('name', fields.name, { value: name, onChange: (value) => onName(value.trim()) })
}

function nodeFields(desk: Desk, scenario: Scenario, id: string, write: Write): Fields {
  const node = scenario.nodes.find((entry) => entry.id === id)
  if (node === undefined) return []
  const { name, kind, country, lat, lon, note } = node
  return [
    nameField(name, (value) => desk.name(id, value)),
    choiceField('kind', fields.kind, KIND_CHOICES, {
      value: kind,
      onChange: (value) => write('kind', value),
    }),
    textField('country', fields.country, {
      value: country,
      onChange: (value) => desk.edit(setNodeCountry(scenario, id, value.trim().toUpperCase())),
    }),
    numberField('lat', fields.lat, [-90, 90], {
      value: String(lat),
      onChange: (value) => desk.move(id, { lat: numberIn(value), lon }),
    }),
    numberField('lon', fields.lon, [-180, 180], {
      value: String(lon),
      onChange: (value) => desk.move(id, { lat, lon: numberIn(value) }),
    }),
    noteField(note, write),
  ]
}

function legFields(desk: Desk, scenario: Scenario, id: string, write: Write): Fields {
  const leg = scenario.legs.find((entry) => entry.id === id)
  if (leg === undefined) return []
  return [
    choiceField('mode', fields.mode, MODE_CHOICES, {
      value: leg.mode,
      onChange: (value) => desk.edit(setLegMode(scenario, id, value as Mode)),
    }),
    checkField('both', fields.bothWays, leg.bidirectional, (both) => write('bidirectional', both)),
    isEstimated(scenario, leg) ? undefined : estimateButton(desk, scenario, id),
    noteField(leg.note, write),
  ]
}

/** Offers the estimate in place of a given length. */
function estimateButton(desk: Desk, scenario: Scenario, id: string): HTMLElement {
  const label = words.estimated(entryName(scenario, { kind: 'leg', id }))
  const onclick = () => void desk.edit(estimateLeg(scenario, id), label)
  return h('button', { type: 'button', class: 'quiet', onclick }, words.estimate)
}

function checkpointFields(_: Desk, scenario: Scenario, id: string, write: Write): Fields {
  const post = scenario.checkpoints.find((entry) => entry.id === id)
  if (post === undefined) return []
  return [
    nameField(post.name, (value) => write('name', value)),
    choiceField('place', fields.place, placeChoices(scenario), {
      value: post.node,
      onChange: (value) => write('node', value),
    }),
    textField('country', fields.country, {
      value: post.country ?? '',
      onChange: (value) => write('country', value.trim().toUpperCase()),
    }),
    noteField(post.note, write),
  ]
}

function routeFields(desk: Desk, scenario: Scenario, id: string, write: Write): Fields {
  const route = scenario.routes.find((entry) => entry.id === id)
  if (route === undefined) return []
  const places = route.nodes.map((node) => h('li', {}, entryName(scenario, { kind: 'node', id: node })))
  return [
    nameField(route.name, (value) => write('name', value)),
    choiceField('route-mode', fields.mode, [['', words.mainMode], ...MODE_CHOICES], {
      value: route.mode ?? '',
      onChange: (value) => write('mode', value === '' ? undefined : value),
    }),
    userFields(desk, scenario, route),
    h('ol', { class: 'edit-way', 'aria-label': words.onTheWay }, ...places),
    noteField(route.note, write),
  ]
}

/** A box for each organisation that may use a route. */
function userFields(desk: Desk, scenario: Scenario, { id, name }: RouteEntry): HTMLElement {
  const boxes = organisationChoices(scenario).map(([organisation, title]) => {
    const own = scenario.organisations.find((entry) => entry.id === organisation)
    const isUser = own?.routes.includes(id) ?? false
    return checkField(`user-${organisation}`, title, isUser, (uses) => {
      const label = uses ? words.uses(title, name) : words.usesNoMore(title, name)
      return desk.edit(setRouteUser(scenario, id, organisation, uses), label)
    })
  })
  return h('fieldset', { class: 'edit-users' }, h('legend', {}, words.users), ...boxes)
}
