/** The program `schema`: its options. */
import { describe, expect, it } from 'vitest'
import { call } from '../support/programs'

describe('schema', () => {
  it('takes no other option than --help', () => {
    const { code, out, err } = call('schema', '--colour')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('--colour')
    expect(call('schema', '--help').out).toContain('Usage')
  })
})
