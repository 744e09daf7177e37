/** Small networks as the map takes them. */
import type { MapLeg, MapNetwork } from '../../src/map/types'

/** A road between two places by index; `back` is the index of its opposite direction. */
export const mapLeg = (from: number, to: number, back = -1): MapLeg => ({
  id: `${from}-${to}`,
  from,
  to,
  back,
  mode: 'road',
  openMonths: [1],
})

/** Places a, b and c in a row with a checkpoint at b, and one candidate route for each organisation given. */
export const threePlaces = (candidateOrganisation: readonly number[]): MapNetwork => ({
  nodes: ['a', 'b', 'c'].map((id) => ({ id, name: id, country: 'XX', kind: 'transit', lat: 0, lon: 0 })),
  legs: [mapLeg(0, 1), mapLeg(1, 2)],
  checkpoints: [{ id: 'post', name: 'post', node: 1 }],
  candidateOrganisation: Int32Array.from(candidateOrganisation),
  organisations: [],
})
