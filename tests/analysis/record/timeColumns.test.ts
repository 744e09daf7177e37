/** The columns of the charts over time. */
import { describe, expect, it } from 'vitest'
import { shareColumns, totalColumns, windowColumns } from '../../../src/analysis/record/timeColumns'
import { compileScenario } from '../../../src/scenario'
import { byName } from '../../../src/words'
import { bundledScenario } from '../../support/bundled'
import { recorded } from '../../support/frames'
import { richest } from '../../support/rich'
import { specOf } from '../../support/scenarios'
import { sumOf } from '../../support/worlds'

const DAYS = 120
const rich = recorded(specOf(richest()), DAYS)

describe('the columns over time', () => {
  const days = [0, 10, 50, DAYS]

  it('hold what the counters hold', () => {
    const [delivered, seized, inTransit] = totalColumns(rich.record, days)
    const { counters, inTransitGrams } = rich.last
    expect(delivered?.values.at(-1)).toBe(sumOf(counters.deliveredGrams))
    expect(seized?.values.at(-1)).toBe(sumOf(counters.seizedGrams))
    expect(inTransit?.values.at(-1)).toBe(inTransitGrams)
  })

  it('show thirty days at a time', () => {
    const [total] = totalColumns(rich.record, [DAYS - 30, DAYS])
    const [month] = windowColumns(rich.record, [DAYS])
    expect(month?.values[0]).toBe((total?.values[1] ?? 0) - (total?.values[0] ?? 0))
  })

  it('name the largest routes of the days on show, however far the record is ahead of them', () => {
    const spec = compileScenario(bundledScenario('central-asia'))
    const [now, later] = [recorded(spec, 26), recorded(spec, 90)]
    expect(shareColumns(later.record, [26], byName)).toEqual(shareColumns(now.record, [26], byName))
    const names = (day: number) => shareColumns(later.record, [day], byName).map(({ name }) => name)
    expect(names(26)).not.toEqual(names(90))
  })

  it('call a route by its code where there is little room, and by its name elsewhere', () => {
    const asia = recorded(compileScenario(bundledScenario('central-asia')), 40)
    const columns = shareColumns(asia.record, [40], byName).filter(({ routes }) => routes.length === 1)
    expect(columns).toHaveLength(7)
    for (const { label, name } of columns) expect(name).toMatch(new RegExp(`^${label} \\w+`))
    const plain = recorded(compileScenario(bundledScenario('two-routes')), 5)
    expect(shareColumns(plain.record, [5], byName).map(({ label }) => label)).toEqual([
      'Northern route',
      'Southern route',
    ])
  })

  it('share the dispatch of the window among the routes', () => {
    const columns = shareColumns(rich.record, days, byName)
    const sums = days.map((_, i) => sumOf(columns.map(({ values }) => values[i] ?? 0)))
    expect(sums[0]).toBe(0)
    for (const sum of sums.slice(1)) expect(sum).toBeCloseTo(1, 12)
    expect(columns.flatMap(({ routes }) => routes).sort((a, b) => a - b)).toEqual([
      ...rich.spec.routes.ids.keys(),
    ])
  })
})
