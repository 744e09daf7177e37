/** Streams from sources to where the loads ended. */
import { describe, expect, it } from 'vitest'
import { legsOf, mainCorridors, streamsOf, THROUGH } from '../../../src/analysis/record/streams'
import { compileScenario } from '../../../src/scenario'
import { bundledScenario } from '../../support/bundled'
import { recorded } from '../../support/frames'
import { richest } from '../../support/rich'
import { checkpoint, line, specOf } from '../../support/scenarios'
import { indexOf, sumOf } from '../../support/worlds'

const gramsOf = (rows: readonly { readonly grams: number }[]) => sumOf(rows.map(({ grams }) => grams))

describe('streams', () => {
  const { spec, last, record, frames } = recorded(specOf(richest()), 200)
  const delivered = sumOf(last.counters.deliveredGrams)
  const seized = sumOf(last.counters.seizedGrams)

  it.each(THROUGH)('through %ss lose nothing on the way', (through) => {
    const { nodes, links } = streamsOf(spec, last.counters, record.arrivals, last.day, through)
    const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]))
    const middles = nodes.filter(({ layer }) => layer === 1)
    expect(middles.length).toBeGreaterThan(0)
    for (const { id } of middles)
      expect(gramsOf(links.filter(({ to }) => to === id))).toBe(
        gramsOf(links.filter(({ from }) => from === id)),
      )
    expect(gramsOf(links.filter(({ from }) => layerOf.get(from) === 0))).toBe(delivered + seized)
    expect(gramsOf(links.filter(({ to }) => to === 'seized'))).toBe(seized)
  })

  it('show what the markets took', () => {
    const { links } = streamsOf(spec, last.counters, record.arrivals, last.day, 'route')
    const commodities = spec.commodities.ids.length
    for (const [n, id] of spec.nodes.ids.entries()) {
      const sold = sumOf(last.counters.marketGrams.subarray(n * commodities, (n + 1) * commodities))
      expect(gramsOf(links.filter(({ to }) => to === `2:${id}`))).toBe(sold)
    }
  })

  it('are empty on the first day', () => {
    const [start] = frames
    if (start === undefined) throw new Error('no first frame')
    expect(streamsOf(spec, start.counters, record.arrivals, 0, 'route').links).toEqual([])
  })

  it('pass the corridor that a route follows longest', () => {
    const asia = compileScenario(bundledScenario('central-asia'))
    const corridor = mainCorridors(asia)[indexOf(asia.routes, 'R6')] ?? -1
    expect(asia.corridors.ids[corridor]).toBe('dushanbe-moscow-rail')
    const plain = specOf(line([checkpoint('gate')]))
    expect(mainCorridors(plain)[0]).toBe(-1)
  })

  it('mark each leg of their routes once', () => {
    const legs = legsOf(spec, [0, 0, 1]).map(({ index }) => index)
    expect(new Set(legs).size).toBe(legs.length)
    expect(legs).toEqual(
      expect.arrayContaining([...spec.routes.legs.subarray(spec.routes.start[1], spec.routes.end[1])]),
    )
  })
})
