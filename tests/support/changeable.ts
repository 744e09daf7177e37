/** Every parameter that may change during a run, each with a place and values in one scenario that has them all. */
import { entrySettings } from '../../src/panel'
import {
  changesInRun,
  type ParameterRow,
  parameterRows,
  type Scenario,
  type ScenarioFile,
  SECTIONS,
} from '../../src/scenario'
import { richest } from './rich'

/** Every part of the format that has a parameter, all in one scenario. */
export function everything(): ScenarioFile {
  const file = richest()
  const [alpha, ...others] = file.organisations
  if (alpha === undefined) throw new Error('no organisation')
  const loads = {
    road: { kind: 'fixed' as const, kg: 4 },
    rail: { kind: 'uniform' as const, minKg: 1, maxKg: 5 },
    sea: { kind: 'lognormal' as const, meanKg: 6, variation: 0.5 },
  }
  return {
    ...file,
    commodities: file.commodities.map((commodity) => ({
      ...commodity,
      purity: { kind: { market: 0.4 }, country: { XA: 0.7 }, node: { city: 0.3 } },
    })),
    organisations: [{ ...alpha, supply: alpha.supply.map((supply) => ({ ...supply, loads })) }, ...others],
    interventions: [],
  }
}

/** One place of every parameter that may change during a run, and values at the ends of what it may be. */
export function changeable(scenario: Scenario) {
  const found = new Map<string, { row: ParameterRow; target: string }>()
  for (const section of SECTIONS) {
    if (section === 'scenario') continue
    if (section === 'assumptions') {
      for (const row of parameterRows(section)) found.set(row.key, { row, target: `assumptions.${row.path}` })
      continue
    }
    for (const { id } of scenario[section])
      for (const { row, places } of entrySettings(scenario, { section, ids: [id] }))
        if (!found.has(row.key)) found.set(row.key, { row, target: places[0] ?? '' })
  }
  return [...found].filter(([, { row }]) => changesInRun(row))
}

/** Ends of a load's range that keep it a range. */
const LIMITED: Readonly<Record<string, readonly number[]>> = {
  'organisations.loads.minKg': [0.001, 1],
  'organisations.loads.maxKg': [5, 100_000],
}

export function valuesOf({
  key,
  type,
  options,
  min,
  max,
}: ParameterRow): readonly (number | string | number[])[] {
  switch (type) {
    case 'enum':
      return options ?? []
    case 'months':
      return [[], [1, 2, 11]]
    case 'text':
      throw new Error(`${key} is a text`)
    default:
      return LIMITED[key] ?? [min ?? Number.NaN, max ?? Number.NaN]
  }
}
