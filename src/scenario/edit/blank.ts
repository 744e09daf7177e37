/**
 * Blank scenario: the least that runs, a source and a market with one leg, one route and one organisation
 * between them.
 */
import { text } from '../../text'
import { validateScenario } from '../check/validate'
import { FORMAT_VERSION, type ScenarioFile } from '../schema'
import type { Place } from './distance'
import type { Edited } from './edited'
import { estimatedLeg } from './network'

const words = text.editing.blank
/** Codes that stand for no country. */
const [SOURCE_COUNTRY, MARKET_COUNTRY] = ['XA', 'XB']
const START_DATE = '2025-01-01'

export interface BlankOptions {
  readonly id: string
  readonly title: string
  readonly source: Place
  readonly market: Place
}

/** A scenario to build on; every number is an invented one to be replaced. */
export function blankScenario({ id, title, source, market }: BlankOptions): Edited {
  const file: ScenarioFile = {
    type: 'contraflow-scenario',
    formatVersion: FORMAT_VERSION,
    id,
    title,
    startDate: START_DATE,
    days: 365,
    nodes: [
      { id: 'source', name: words.source, country: SOURCE_COUNTRY, ...source, kind: 'source' },
      { id: 'market', name: words.market, country: MARKET_COUNTRY, ...market, kind: 'market' },
    ],
    legs: [
      {
        id: 'source--market',
        from: 'source',
        to: 'market',
        mode: 'road',
        ...estimatedLeg(source, market, 'road'),
      },
    ],
    checkpoints: [],
    commodities: [
      {
        id: 'goods',
        name: words.commodity,
        prices: { kind: { source: 1_000, hub: 2_000, transit: 3_000, border: 4_000, market: 10_000 } },
      },
    ],
    organisations: [
      {
        id: 'organisation',
        name: words.organisation,
        supply: [{ commodity: 'goods', source: 'source', kgPerDay: 10 }],
        routes: ['direct'],
      },
    ],
    routes: [{ id: 'direct', name: words.route, nodes: ['source', 'market'] }],
  }
  const parsed = validateScenario(file)
  return parsed.ok ? { ok: true, scenario: parsed.scenario, changes: [] } : parsed
}
