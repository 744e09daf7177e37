/** The schedule in words: dates, places and changes of interventions and operations. */
import { describe, expect, it } from 'vitest'
import { scheduleOf } from '../../src/words/schedule'
import { richest } from '../support/rich'
import { checkpoint, line, scenarioOf } from '../support/scenarios'

describe('the schedule', () => {
  it('lists what each intervention changes, and what each operation does', () => {
    const [staffing, surge, ...others] = scheduleOf(scenarioOf(richest()))
    expect(others).toEqual([])
    expect(staffing).toMatchObject({
      path: 'interventions.staffing.enabled',
      title: 'Staffing',
      dates: 'From 20 Nov 2009',
      lines: [
        'From 20 Nov 2009: 2 checkpoints (node pass): Officers present set to 45 officers; costs 10\u202f000 USD',
        'From 5 Dec 2009, until 15 Jan 2010: 3 organisations: Choice noise multiplied by 0.5',
      ],
    })
    expect(surge).toMatchObject({ path: 'operations.surge.enabled', dates: 'From 20 Dec 2009, for 9 days' })
    expect(surge?.lines[0]).toContain('Junction')
  })

  it('puts the earliest first, and gives dates once where all changes share them', () => {
    const target = 'checkpoints.a.staff'
    const interventions = [
      { id: 'x', title: 'Later', changes: [{ target, from: '2009-05-01', add: -2 }] },
      { id: 'y', title: 'Sooner', changes: [{ target, from: '2009-03-01', until: '2009-04-01', add: 3 }] },
    ]
    const found = scheduleOf(scenarioOf({ ...line([checkpoint('a', { staff: 5 })]), interventions }))
    expect(found.map(({ title, dates, lines }) => [title, dates, ...lines])).toEqual([
      ['Sooner', 'From 1 Mar 2009, until 1 Apr 2009', 'a: Officers present raised by 3 officers'],
      ['Later', 'From 1 May 2009', 'a: Officers present lowered by 2 officers'],
    ])
  })
})
