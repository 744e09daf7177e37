/** Where every load is lost: a price that would cover the loss does not exist, and no table shows one. */
import { describe, expect, it } from 'vitest'
import { measureLayout, measuresCsv, measuresOf, referencePrices, rowName } from '../../../src/analysis'
import { checkpoint, line, specOf } from '../../support/scenarios'
import { worldAfter } from '../../support/worlds'

describe('a checkpoint that seizes everything', () => {
  const spec = specOf(line([checkpoint('open'), checkpoint('wall', { interdictionOdds: 1 })]))
  const world = worldAfter(spec, 20)

  it('leaves no reference price from there on', () => {
    const [source, open, ...beyond] = referencePrices(world, 0)
    expect(source).toBe(100)
    expect(open).toBeGreaterThanOrEqual(100)
    expect(beyond).toEqual([Number.NaN, Number.NaN])
  })

  it('gives finite measures or none, and empty cells', () => {
    const values = measuresOf(world)
    for (const [i, row] of measureLayout(spec).entries())
      expect(Math.abs(values[i] ?? 0), rowName(row)).not.toBe(Number.POSITIVE_INFINITY)
    const table = [...measuresCsv(spec).rowsOf({ replication: 1, values })].join('')
    expect(table).toMatch(/byRoute,only,referencePrice\w*,\n/)
    expect(table).not.toContain('Infinity')
  })
})
