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

test('filters add up until they are cleared; only showing all brings the layers back', () => {
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
  expect(view.get()).toMatchObject({ filter: { route: '', mode: '' }, strongest: 10 })
  expect(view.get().layers.has('waters')).toBe(false)
  view.showAll()
  expect(view.get().strongest).toBe(0)
  expect(view.get().layers.size).toBe(LAYERS.length)
})
