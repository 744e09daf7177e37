/** The draft of an entry: its id, its name, its mistakes, or what it would do. */
import { describe, expect, it } from 'vitest'
import { draftOf, isOfTitle, judge, type Written } from '../../../../src/app/timeline/schedule/entryDraft'
import { bundledScenario } from '../../../support/bundled'

const scenario = bundledScenario('central-asia')
const change = { target: 'checkpoints[country=KZ].staff', from: '2009-03-01', set: 120 }
const written: Written = {
  section: 'interventions',
  title: 'More officers',
  enabled: true,
  content: { changes: [change] },
}

describe('a new entry', () => {
  it('gets its id from its title, or from its kind where the title gives none', () => {
    expect(draftOf(scenario, undefined, written).id).toBe('more-officers')
    expect(draftOf(scenario, undefined, { ...written, title: '…' }).id).toBe('interventions')
  })

  it('gets an id that no intervention and no operation has', () => {
    const [known] = scenario.interventions
    const { id } = draftOf(scenario, undefined, { ...written, title: known?.id ?? '' })
    expect(scenario.interventions.map((one) => one.id)).not.toContain(id)
  })

  it('is named by a title as an intervention, and by a name as an operation', () => {
    expect(draftOf(scenario, undefined, written).entry).toMatchObject({ title: 'More officers' })
    const operation = draftOf(scenario, undefined, { ...written, section: 'operations', content: {} })
    expect(operation.entry).toEqual({ id: 'more-officers', name: 'More officers', enabled: true })
  })
})

it('an entry that is edited keeps its id and what the form does not show', () => {
  const [first] = scenario.interventions
  if (first === undefined) throw new Error('no intervention')
  const { id, entry } = draftOf(
    scenario,
    { section: 'interventions', id: first.id },
    { ...written, title: 'New' },
  )
  expect(id).toBe(first.id)
  expect(entry).toEqual({ ...first, title: 'New', enabled: true, changes: [change] })
})

describe('a draft', () => {
  it('that is right says its dates and what it changes', () => {
    const { issues, summary } = judge(scenario, draftOf(scenario, undefined, written))
    expect(issues).toEqual([])
    expect(summary[0]).toContain('1 Mar 2009')
    expect(summary.slice(1).join()).toContain('Officers present set to 120 officers')
  })

  it('that is wrong says where, and does nothing', () => {
    const draft = draftOf(scenario, undefined, { ...written, content: { changes: [{ ...change, set: -3 }] } })
    const { issues, summary } = judge(scenario, draft)
    expect(issues.map(({ path }) => path)).toEqual(['interventions.more-officers.changes.0.set'])
    expect(issues.some((issue) => isOfTitle(issue, draft))).toBe(false)
    expect(summary).toEqual([])
  })

  it.each(['interventions', 'operations'] as const)(
    'without a title is wrong in its title (%s)',
    (section) => {
      const content =
        section === 'operations' ? { node: 'osh', from: '2009-03-01', days: 7 } : written.content
      const draft = draftOf(scenario, undefined, { ...written, section, content, title: '' })
      const { issues } = judge(scenario, draft)
      expect(issues).not.toEqual([])
      expect(issues.filter((issue) => !isOfTitle(issue, draft))).toEqual([])
    },
  )
})
