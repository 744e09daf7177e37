/** Help without a page: terms in texts, families of scenarios, where a card stands, the spoken summary. */
import { describe, expect, it } from 'vitest'
import { bundledScenarios, familiesOf } from '../../../src/app/documents/bundled'
import { familiesWith } from '../../../src/app/documents/library'
import { summaryOf } from '../../../src/app/headline/summary'
import { compileScenario } from '../../../src/scenario'
import { piecesOf, type TermId } from '../../../src/ui/terms'
import { bundledScenario } from '../../support/bundled'
import { recorded } from '../../support/frames'

const terms = (source: string, known = new Set<TermId>()) =>
  piecesOf(source, known).flatMap(({ term }) => term ?? [])

describe('terms in a text', () => {
  it('are found at their first mention, in any form, the longest first', () => {
    expect(terms('Seizures and the interdiction rate; a seizure again, and the Interdiction rate.')).toEqual([
      'seized',
      'interdictionRate',
    ])
  })

  it('are whole words only', () => {
    expect(terms('Allegation, running, unseized, routed')).toEqual([])
  })

  it('leave the text as it was', () => {
    const source = 'A leg, two legs, a route: what a run shows.'
    expect(
      piecesOf(source, new Set())
        .map(({ text }) => text)
        .join(''),
    ).toBe(source)
  })

  it('that are known already are not marked again', () => {
    const known = new Set<TermId>(['leg'])
    expect(terms('a leg of a route', known)).toEqual(['route'])
    expect(known).toContain('route')
  })
})

describe('families of scenarios', () => {
  const card = (id: string, base?: string) => ({
    id,
    title: id,
    description: '',
    ...(base === undefined ? {} : { base }),
  })

  it('put the case first, each scenario after its base, and all others in a family of their own', () => {
    const all = ['case', 'line', 'pair'].map((id) => card(id))
    const families = familiesOf(
      [...all, card('leaked', 'operation'), card('operation', 'case'), card('pair-2', 'pair')],
      'case',
    )
    expect(families.map(({ members }) => members.map(({ id }) => id))).toEqual([
      ['case', 'operation', 'leaked'],
      ['line', 'pair', 'pair-2'],
    ])
  })

  it('are found by their title, description or id, and empty families go', () => {
    const families = familiesOf(bundledScenarios(), 'central-asia')
    expect(familiesWith(families, '')).toEqual(families)
    const found = familiesWith(families, ' LINE ').flatMap(({ members }) => members)
    const about = found.map(({ id, title, description }) => `${id} ${title} ${description}`.toLowerCase())
    expect(found.map(({ id }) => id)).toContain('line')
    expect(about.filter((words) => !words.includes('line'))).toEqual([])
    expect(familiesWith(families, 'no such scenario')).toEqual([])
  })

  it('hold every bundled scenario once, each with a title and a line about it', () => {
    const bundled = bundledScenarios()
    const families = familiesOf(bundled, 'central-asia')
    const members = families.flatMap((family) => family.members)
    expect(members.map(({ id }) => id).sort()).toEqual(bundled.map(({ id }) => id).sort())
    expect(families[0]?.members[0]?.id).toBe('central-asia')
    expect(members.filter(({ title, description }) => title === '' || description === '')).toEqual([])
  })
})

describe('the spoken summary', () => {
  const spec = compileScenario(bundledScenario('central-asia'))

  it('says day, date, totals, the route that carries most and the checkpoint that seized most', () => {
    const { record, last } = recorded(spec, 60)
    const words = summaryOf(spec, record, last)
    expect(words).toMatch(
      /^Paused on day 60, 2 Mar 2009: [\d.]+ t delivered, [\d.]+ (?:kg|t) seized, interdiction rate [\d.]+.%\. /,
    )
    expect(words).toMatch(/The busiest route is [RX]\d+ .*% of the last 30 days\. Most was seized at .+\.$/)
  })

  it('says only what there is on the first day', () => {
    const { record, last } = recorded(spec, 0)
    expect(summaryOf(spec, record, last)).toBe(
      'Paused on day 0, 1 Jan 2009: 0 kg delivered, 0 kg seized, interdiction rate –.',
    )
  })
})
