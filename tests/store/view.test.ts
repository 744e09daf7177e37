/** View choices: layers and filters of the map. */
import { expect, test } from 'vitest'
import { createViewStore, LAYERS } from '../../src/store'

test('a layer that is toggled twice is back where it was', () => {
  const view = createViewStore()
  const { layers } = view.get()
  view.toggle('names')
  expect(view.get().layers.has('names')).toBe(false)
  expect(layers.has('names')).toBe(true)
  view.toggle('names')
  expect([...view.get().layers].sort()).toEqual([...LAYERS].sort())
})

test('filters add up until they are cleared; layers stay as they are', () => {
  const view = createViewStore()
  view.toggle('waters')
  view.filterBy({ route: 'R3' })
  view.filterBy({ mode: 'rail' })
  view.setStrongest(10)
  expect(view.get()).toMatchObject({
    filter: { organisation: '', commodity: '', route: 'R3', mode: 'rail' },
    strongest: 10,
  })
  view.clearFilter()
  expect(view.get()).toMatchObject({ filter: { route: '', mode: '' }, strongest: 0 })
  expect(view.get().layers.has('waters')).toBe(false)
})
