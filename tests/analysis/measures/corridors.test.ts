/** The flow of a corridor: against networks counted by hand, and against random ways whose entries are known. */
import { describe, expect, it } from 'vitest'
import { measureLayout, measuresOf, rowName } from '../../../src/analysis'
import { enteredCorridor } from '../../../src/analysis/measures/corridors'
import { bundledScenario } from '../../support/bundled'
import { checkpoint, parallel, specOf } from '../../support/scenarios'
import { worldAfter } from '../../support/worlds'

type Flow = readonly [from: number, to: number, amount: number]

/** What enters a corridor of just these legs. */
function entered(flows: readonly Flow[]): number {
  const legs = {
    from: Int32Array.from(flows, ([from]) => from),
    to: Int32Array.from(flows, ([, to]) => to),
  }
  const corridors = { start: Int32Array.of(0, flows.length), legs: Int32Array.from(flows.keys()) }
  const spec = { corridors, legs } as unknown as Parameters<typeof enteredCorridor>[0]
  return enteredCorridor(
    spec,
    flows.map(([, , amount]) => amount),
    0,
  )
}

const CASES: readonly (readonly [string, readonly Flow[], number])[] = [
  ['of a single leg is what sets out over it', [[0, 1, 5]], 5],
  ['of legs in a row counts a load once', [[0, 1, 5], [1, 2, 5], [2, 3, 5]], 5],
  ['counts what is lost on the way', [[0, 1, 5], [1, 2, 3]], 5],
  ['counts what joins on the way', [[0, 1, 5], [1, 2, 7]], 7],
  ['of alternatives is their sum', [[0, 1, 6], [0, 2, 4]], 10],
  ['of a fork counts each branch once', [[0, 1, 10], [1, 2, 6], [1, 3, 4], [2, 4, 6], [3, 4, 4]], 10],
  ['of two legs that have no place in common is their sum', [[0, 1, 6], [2, 3, 4]], 10],
  ['counts both directions', [[0, 1, 5], [1, 2, 5], [2, 1, 3], [1, 0, 3]], 8],
  ['counts loads that meet at a junction from either end', [[0, 1, 5], [1, 0, 3], [2, 1, 3], [1, 3, 5]], 8],
  ['is a lower bound where a load leaves and another joins', [[0, 1, 5], [1, 2, 5]], 5],
] // biome-ignore format: one case a line

describe('the flow of a corridor', () => {
  it.each(CASES)('%s', (_, flows, expected) => {
    expect(entered(flows)).toBe(expected)
  })

  it('is never more than the number of times that random ways enter it', () => {
    let state = 1
    const random = (count: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * count)
    }
    for (let trial = 0; trial < 200; trial++) {
      const places = 6
      const isOwn = Array.from({ length: places * places }, () => random(3) > 0)
      const amounts = new Float64Array(places * places)
      let entries = 0
      for (let way = 0; way < 8; way++) {
        const visited = [random(places)]
        let wasOwn = false
        for (let step = 0; step < 4; step++) {
          const [from = 0, to] = [visited.at(-1), random(places)]
          if (visited.includes(to)) continue
          const leg = from * places + to
          if (isOwn[leg]) amounts[leg] = (amounts[leg] ?? 0) + 1
          if (isOwn[leg] && !wasOwn) entries++
          wasOwn = isOwn[leg] ?? false
          visited.push(to)
        }
      }
      const flows = [...amounts].flatMap((amount, leg) =>
        isOwn[leg] ? [[Math.floor(leg / places), leg % places, amount] as const] : [],
      )
      expect(entered(flows)).toBeLessThanOrEqual(entries)
    }
  })

  it('over both of two routes is all that is dispatched, and over one of them that of the route', () => {
    const file = parallel([checkpoint('north', { interdictionOdds: 0.3 }), checkpoint('south')])
    const legs = (place: string) => [`source-${place}`, `${place}-market`]
    const spec = specOf({
      ...file,
      corridors: [
        { id: 'both', name: 'Both', legs: [...legs('north'), ...legs('south')] },
        { id: 'north', name: 'North', legs: legs('north') },
      ],
    })
    const world = worldAfter(spec, 50)
    const values = measuresOf(world)
    const rows = measureLayout(spec).map(rowName)
    const measure = (name: string) => values[rows.indexOf(name)] ?? Number.NaN
    expect(measure('byCorridor.both.kg')).toBe(measure('total.dispatchedKg'))
    expect(measure('byCorridor.both.shareOfDispatched')).toBe(1)
    expect(measure('byCorridor.north.kg')).toBe(measure('byRoute.r0.dispatchedKg'))
    expect(measure('byCorridor.north.shipments')).toBe(measure('byRoute.r0.shipments'))
    expect(measure('byCorridor.north.kg')).toBeGreaterThan(0)
  })
})

describe('the corridors of Central Asia', () => {
  const { corridors } = bundledScenario('central-asia')
  const legsOf = (id: string) => corridors.find((corridor) => corridor.id === id)?.legs ?? []

  it.each([
    [['khorog-osh', 'khujand-osh', 'jirgatal-osh', 'summer-paths']],
    [['north-talas', 'north-chui', 'osh-north']],
  ])('%j share no leg', (ids) => {
    const legs = ids.flatMap(legsOf)
    expect(new Set(legs).size).toBe(legs.length)
    for (const id of ids) expect(legsOf(id).length).toBeGreaterThan(0)
  })
})
