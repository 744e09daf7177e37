/** The program `scenario`: files that are not there. */
import { describe, expect, it } from 'vitest'
import { call } from '../support/programs'

describe('scenario', () => {
  it('refuses to rebase a file that is not there, with exit code 2', () => {
    const { code, err } = call('scenario', '--rebase', 'no-such-file.json')
    expect(code).toBe(2)
    expect(err).toMatch(/^Cannot read no-such-file\.json: .*\n$/)
  })
})
