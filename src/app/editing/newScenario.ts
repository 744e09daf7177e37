/**
 * New scenario: a dialog that asks for its title and places a source and a market in the middle of the map.
 */
import type { TrafficMap } from '../../map'
import { blankScenario, freshId, type Place } from '../../scenario'
import type { Store } from '../../store'
import { text } from '../../text'
import { createDialog, h, render, submitForm, textField, write } from '../../ui'

const words = text.editing.blank
/** Where the first two places lie, as shares of the view: beside the edit form. */
const [SOURCE_ACROSS, MARKET_ACROSS, DOWN] = [0.45, 0.75, 0.55]
/** Used if the view does not show the earth there. */
const [SOURCE, MARKET]: readonly [Place, Place] = [
  { lat: 40, lon: 60 },
  { lat: 45, lon: 70 },
]

/** Shows the dialog; `onCreated` when the new scenario is in place. */
export function askNewScenario(store: Store, map: TrafficMap, onCreated: () => void): void {
  const problem = h('p', { class: 'edit-problem', role: 'alert' })
  const form = h('div', {})
  render(
    submitForm(
      words.create,
      (value) => create(value('new-title'), value('new-id')),
      textField('new-title', text.editing.fields.title, { value: words.firstTitle }),
      textField('new-id', text.editing.fields.id, { value: freshId(words.firstTitle, []) }),
    ),
    form,
  )
  const [titleInput, idInput] = form.querySelectorAll('input')
  titleInput?.addEventListener('input', () => {
    if (idInput?.value === idInput?.defaultValue) {
      const id = freshId(titleInput.value, [])
      if (idInput !== undefined) idInput.defaultValue = id
    }
  })
  const dialog = createDialog(words.title, h('p', {}, words.what), problem, form)
  dialog.addEventListener('close', () => dialog.remove())

  /** Returns whether the scenario was created. */
  function create(title: string, id: string): boolean {
    const source = map.placeAt(SOURCE_ACROSS, DOWN) ?? SOURCE
    const market = map.placeAt(MARKET_ACROSS, DOWN) ?? MARKET
    const edited = blankScenario({ id, title, source, market })
    if (!edited.ok) {
      const mistakes = edited.issues.map(
        ({ path, message, expected }) => `${path}: ${text.editing.refused(message, expected)}`,
      )
      write(problem, mistakes.join(' '))
      return false
    }
    dialog.close()
    store.open(edited.scenario, { kind: 'new', name: id }, words.opened(title))
    onCreated()
    return true
  }

  dialog.showModal()
  titleInput?.select()
}
