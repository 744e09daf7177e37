/** About: the notes of the open scenario and what it holds. */
import { parseIsoDate } from '../../engine'
import type { Scenario } from '../../scenario'
import { text } from '../../text'
import { createDialog, createProse, h } from '../../ui'
import { count, date } from '../../words'

const words = text.help.about

/** Shows what a scenario is about, until it is closed. */
export function showAbout(scenario: Scenario): void {
  const notes = createProse()
  const facts = factsOf(scenario).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))
  const dialog = createDialog(
    words.title(scenario.title),
    h('p', { class: 'about-description' }, scenario.description),
    h('dl', { class: 'about-facts' }, ...facts),
    scenario.notes === '' ? h('p', { class: 'dim' }, words.noNotes) : notes.element,
  )
  dialog.classList.add('about')
  dialog.addEventListener('close', () => dialog.remove())
  dialog.showModal()
  if (scenario.notes !== '') void notes.show(async () => scenario.notes)
}

function factsOf(scenario: Scenario): (readonly [name: string, value: string])[] {
  const { facts } = words
  const start = parseIsoDate(scenario.startDate)
  return [
    [facts.starts, start === undefined ? scenario.startDate : date(start)],
    [facts.days, count(scenario.days)],
    [facts.places, count(scenario.nodes.length)],
    [facts.legs, count(scenario.legs.length)],
    [facts.checkpoints, count(scenario.checkpoints.length)],
    [facts.routes, count(scenario.routes.length)],
    [facts.sources, count(Object.keys(scenario.evidence).length)],
    ...(scenario.extends === undefined ? [] : ([[facts.base, scenario.extends.id]] as const)),
  ]
}
