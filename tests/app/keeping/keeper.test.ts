/** The keeper: what is changed while an earlier writing is under way is written before the page goes. */
import { describe, expect, it } from 'vitest'
import { createKeeper } from '../../../src/app/keeping/keeper'
import type { Shelf } from '../../../src/storage'

describe('a change made while an earlier one is still being written', () => {
  it('is written at once when the page is about to go, without waiting for the earlier one', () => {
    let now = 'first'
    const written: (string | undefined)[] = []
    const shelf: Shelf = {
      keys: async () => [],
      read: async () => undefined,
      write({ works }) {
        written.push(new Map(works).get('work/document'))
        return new Promise(() => undefined)
      },
    }
    const keeper = createKeeper({
      shelf,
      id: 'work',
      known: [],
      texts: () => new Map([['document', now]]),
      stamp: () => '{}',
      onWritten: () => undefined,
    })
    void keeper.flush()
    now = 'second'
    void keeper.flush()
    expect(written).toEqual(['first', 'second'])
  })
})
