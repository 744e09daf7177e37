/** References: ids that name nothing, routes without legs, streams without routes or prices. */
import { describe, expect, it } from 'vitest'
import { type Draft, type drafted, entry, issueAt, issuesAfter } from '../../support/drafts'

describe('references', () => {
  it.each<[string, string, (file: ReturnType<typeof drafted>) => void]>([
    [
      'legs.field_pass.to',
      'There is no node "pas".',
      (file) => Object.assign(entry(file.legs, 'field_pass'), { to: 'pas' }),
    ],
    [
      'checkpoints.pass_guard.node',
      'There is no node "passs".',
      (file) => Object.assign(entry(file.checkpoints, 'pass_guard'), { node: 'passs' }),
    ],
    [
      'routes.flight.nodes.1',
      'There is no node "citty".',
      (file) => Object.assign(entry(file.routes, 'flight'), { nodes: ['depot', 'citty'] }),
    ],
    [
      'organisations.beta.routes.0',
      'There is no route "fligt".',
      (file) => Object.assign(entry(file.organisations, 'beta'), { routes: ['fligt', 'depot_port'] }),
    ],
    [
      'organisations.beta.supply.0.commodity',
      'There is no commodity "good".',
      (file) =>
        Object.assign((entry(file.organisations, 'beta').supply as Draft[])[0] ?? {}, { commodity: 'good' }),
    ],
    [
      'organisations.beta.supply.0.source',
      'There is no node "depott".',
      (file) =>
        Object.assign((entry(file.organisations, 'beta').supply as Draft[])[0] ?? {}, { source: 'depott' }),
    ],
    [
      'corridors.northern.legs.0',
      'There is no leg "junction_twn".',
      (file) => Object.assign(file, { corridors: [{ id: 'northern', name: 'N', legs: ['junction_twn'] }] }),
    ],
    [
      'commodities.goods.prices.node',
      'There is no node "citty".',
      (file) => Object.assign((entry(file.commodities, 'goods').prices as Draft).node as Draft, { citty: 1 }),
    ],
  ])('that lead nowhere, at %s, say so and suggest the nearest', (path, message, edit) => {
    const issue = issueAt(issuesAfter(edit), path)
    expect(issue.message).toBe(message)
    expect(issue.expected).toContain('did you mean')
    expect(issue.line).toBeGreaterThan(1)
  })

  it('between places of a route that no leg joins name the pair', () => {
    const issue = issueAt(
      issuesAfter((file) =>
        Object.assign(entry(file.routes, 'pass_port'), { nodes: ['field', 'pass', 'port', 'city'] }),
      ),
      'routes.pass_port.nodes.2',
    )
    expect(issue).toMatchObject({ message: 'No leg leads from "pass" to "port".', found: '"pass - port"' })
  })

  it('of a route have to end at a market', () => {
    const issue = issueAt(
      issuesAfter((file) =>
        Object.assign(entry(file.routes, 'pass_port'), { nodes: ['field', 'pass', 'junction'] }),
      ),
      'routes.pass_port.nodes.2',
    )
    expect(issue.message).toBe('The route ends at "junction", which is not a market.')
  })

  it('of a leg have to join two places', () => {
    const issue = issueAt(
      issuesAfter((file) => Object.assign(entry(file.legs, 'depot_city'), { to: 'depot' })),
      'legs.depot_city.to',
    )
    expect(issue.expected).toBe('two different places')
  })

  it('of a supply need a route that starts there', () => {
    const issue = issueAt(
      issuesAfter((file) => Object.assign(entry(file.organisations, 'beta'), { routes: ['pass_port'] })),
      'organisations.beta.supply.0.source',
    )
    expect(issue.message).toContain('None of the organisation\'s routes starts at its source "depot"')
  })

  it('to the same stream twice are refused', () => {
    const supply = { commodity: 'goods', source: 'depot', kgPerDay: 1 }
    const issues = issuesAfter((file) =>
      Object.assign(entry(file.organisations, 'beta'), { supply: [supply, supply] }),
    )
    expect(issueAt(issues, 'organisations.beta.supply.1').message).toContain('twice')
  })

  it('to one place twice by the same teams are refused, as at most one team stands at a place', () => {
    const teams = { id: 'teams', name: 'Teams', places: ['pass', 'port', 'pass'].map((node) => ({ node })) }
    const issues = issuesAfter((file) => Object.assign(file, { teams: [teams] }))
    expect(issues.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'teams.teams.places.2.node: The place "pass" is listed twice for these teams.',
    ])
  })

  it('to prices are complete: every source and every market on the way has one', () => {
    const issues = issuesAfter((file) =>
      Object.assign(entry(file.commodities, 'goods'), { prices: { node: { city: 22_000 } } }),
    )
    const messages = issues.map(({ message }) => message)
    for (const place of ['field', 'depot', 'town'])
      expect(messages).toContain(`"goods" has no price at "${place}".`)
    expect(messages).toHaveLength(3)
  })
})
