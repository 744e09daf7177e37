/** Clicks on the map: entries, and the routes over a leg that is clicked again. */
import { describe, expect, it } from 'vitest'
import { clickedOn } from '../../../src/app/onMap/targets'
import { compileScenario } from '../../../src/scenario'
import { bundledScenario } from '../../support/bundled'

const spec = compileScenario(bundledScenario('central-asia'))
const leg = spec.legs.ids.indexOf('khorog--murghab:back')
const grams = Float64Array.from(spec.routes.ids, (id) => (id === 'R3' ? 9 : id === 'R1' ? 5 : 0))

describe('a click', () => {
  it('on a leg selects it, and again the routes over it, the largest first, until the leg comes back', () => {
    const target = { kind: 'leg', index: leg } as const
    const seen = [clickedOn(spec, target, undefined, grams)]
    while (seen.length < 40) {
      const next = clickedOn(spec, target, seen.at(-1), grams)
      if (next?.kind === 'leg') break
      seen.push(next)
    }
    expect(seen[0]).toEqual({ kind: 'leg', id: 'khorog--murghab' })
    const routes = seen.slice(1).map((selection) => selection?.id)
    expect(routes.slice(0, 2)).toEqual(['R3', 'R1'])
    const over = bundledScenario('central-asia').routes.filter(({ nodes }) =>
      nodes.some((node, i) => node === 'khorog' && nodes[i + 1] === 'murghab'),
    )
    expect([...routes].sort()).toEqual(over.map(({ id }) => id).sort())
  })

  it('on a place selects the place, and on nothing nothing', () => {
    const index = spec.nodes.ids.indexOf('osh')
    const selected = { kind: 'leg', id: 'khorog--murghab' } as const
    expect(clickedOn(spec, { kind: 'node', index }, selected, grams)).toEqual({ kind: 'node', id: 'osh' })
    expect(clickedOn(spec, undefined, selected, grams)).toBeUndefined()
  })
})
