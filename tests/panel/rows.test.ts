/** The panel's rows and scales: every setting that an entry has, and sliders that reach every value. */
import { describe, expect, it } from 'vitest'
import { entrySettings, globalSettings } from '../../src/panel/rows'
import { roundedTo, sliderScaleOf } from '../../src/panel/scale'
import { allParameterRows, getAt, numberPaths, setAt } from '../../src/scenario'
import { bundledScenario } from '../support/bundled'

const scenario = bundledScenario('central-asia')

describe('rows of the panel', () => {
  it('lead to the values of the scenario', () => {
    for (const setting of entrySettings(scenario, { section: 'checkpoints', ids: ['ak_jol_x'] })) {
      if (!setting.row.optional) expect(getAt(scenario, setting.path), setting.path).not.toBeUndefined()
    }
  })

  it('cover every number of an organisation', () => {
    const id = scenario.organisations[0]?.id ?? ''
    const prefix = `organisations.${id}.`
    const shown = new Set(
      entrySettings(scenario, { section: 'organisations', ids: [id] }).map(({ path }) => path),
    )
    const numbers = numberPaths(scenario).filter((path) => path.startsWith(prefix))
    expect(numbers.filter((path) => !shown.has(path))).toEqual([])
  })

  it('can be written back unchanged', () => {
    for (const { path } of globalSettings(scenario)) {
      expect(setAt(scenario, path, getAt(scenario, path)).ok, path).toBe(true)
    }
  })
})

describe('scales of sliders', () => {
  it('reach both limits and come back to the value', () => {
    for (const { row } of allParameterRows()) {
      const scale = sliderScaleOf(row)
      if (scale === undefined || row.min === undefined || row.max === undefined) continue
      expect(scale.toValue(0), row.key).toBeCloseTo(row.min, 6)
      expect(scale.toValue(1), row.key).toBe(row.max)
      for (const position of [0.1, 0.5, 0.9]) {
        const value = scale.toValue(position)
        expect(roundedTo(row, scale.toValue(scale.toPosition(value))), row.key).toBe(value)
      }
    }
  })

  it('never go backwards', () => {
    for (const { row } of allParameterRows()) {
      const scale = sliderScaleOf(row)
      if (scale === undefined) continue
      const values = Array.from({ length: 101 }, (_, i) => scale.toValue(i / 100))
      expect(
        values.toSorted((a, b) => a - b),
        row.key,
      ).toEqual(values)
    }
  })
})
