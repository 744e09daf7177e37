/** No file, setting, variant or intervention ends in an error: each is taken and can be used, or refused with reasons. */
import { expect, it } from 'vitest'
import { failureText, session } from './session'

const FILES = 3_000
const SEED = 'contraflow'

it(`answers ${FILES} spoilt files of seed "${SEED}"`, () => {
  const { good, failed } = session(SEED, FILES)
  expect(failed.map(failureText)).toEqual([])
  // Were all refused, nothing would have been used.
  expect(good).toBeGreaterThan(FILES / 10)
  expect(good).toBeLessThan(FILES)
})
