/** Blocks in words. */
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../src/app/timeline/schedule/blocks'
import { datesOf, tipLines } from '../../../../src/app/timeline/schedule/blockWords'

/** 1 Jan 2009. */
const startDay = 14_245
const run = { startDay, horizon: 365 }
const block: Block = {
  section: 'interventions',
  id: 'more-officers',
  title: 'More officers',
  enabled: true,
  from: 31,
  until: 59,
  steps: [40],
  lock: undefined,
  isFixed: false,
}

describe('the dates of a block', () => {
  it('are its first day and the one on which it ends', () => {
    expect(datesOf(block, startDay)).toBe('1 Feb 2009 – 1 Mar 2009')
  })

  it('say so where it stays for good', () => {
    const dates = datesOf({ from: 31, until: Number.POSITIVE_INFINITY }, startDay)
    expect(dates).toContain('1 Feb 2009')
    expect(dates).not.toContain('Infinity')
  })
})

describe('the tip of a block', () => {
  it('says what the block does, and on which days it changes', () => {
    const lines = tipLines(block, ['Officers set to 45'], run)
    expect(lines[0]).toBe('Officers set to 45')
    expect(lines[1]).toContain('10 Feb 2009')
  })

  it('says first why it is locked, and that it lies outside the run', () => {
    const late = { ...block, from: 400, until: 430, lock: 'set by the teacher' }
    const [held, outside, does] = tipLines(late, ['Officers set to 45'], run)
    expect(held).toContain('set by the teacher')
    expect(outside).not.toBe('Officers set to 45')
    expect(does).toBe('Officers set to 45')
    expect(tipLines({ ...block, from: -60, until: -20 }, [], run)).toHaveLength(2)
  })
})
