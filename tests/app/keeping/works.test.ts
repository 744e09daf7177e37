/** Works on the shelf: however many lie there, each is found and forgotten without looking through all others. */
import { expect, it } from 'vitest'
import { forgetWorks, listWorks } from '../../../src/app/keeping/works'
import type { Shelf } from '../../../src/storage'

/** A shelf in memory that counts the keys it has handed out. */
function shelfOf(works: Map<string, string>) {
  const counted = { keys: 0 }
  const shelf: Shelf = {
    async keys(section, beginning = '') {
      const found = section === 'works' ? [...works.keys()].filter((key) => key.startsWith(beginning)) : []
      counted.keys += found.length
      return found
    },
    read: async (_, key) => works.get(key),
    async write({ works: changes = new Map() }) {
      for (const [key, value] of changes) {
        if (value === undefined) works.delete(key)
        else works.set(key, value)
      }
      return undefined
    },
  }
  return { shelf, counted }
}

it('a thousand works are listed and all but one forgotten by looking through their keys once for each', async () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `w${i}`)
  const works = new Map(ids.flatMap((id) => [`${id}/documents`, `${id}/stamp`].map((key) => [key, '{}'])))
  const { shelf, counted } = shelfOf(works)
  expect((await listWorks(shelf)).map(({ id }) => id)).toEqual(ids)
  await forgetWorks(shelf, ids.slice(1))
  expect([...works.keys()]).toEqual(['w0/documents', 'w0/stamp'])
  expect(counted.keys).toBe(4000)
})
