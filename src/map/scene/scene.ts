/** Scene: a network on the plane. */
import type { GeoProjection } from 'd3-geo'
import type { MapNetwork } from '../types'
import { projectPlaces } from '../view/projection'
import type { CountryName } from './basemap'
import { createCurves } from './curves'
import { type NamedCountry, projectCountries } from './names'

export interface Scene {
  readonly network: MapNetwork
  /** Two coordinates a node. */
  readonly plane: Float64Array
  readonly curves: Float64Array
  readonly countries: readonly NamedCountry[]
  /** Number of checkpoints on the same node before each one. */
  readonly checkpointOrdinal: readonly number[]
}

export function createScene(
  network: MapNetwork,
  projection: GeoProjection,
  labels: readonly CountryName[],
): Scene {
  const plane = projectPlaces(projection, network.nodes)
  const seen = new Map<number, number>()
  return {
    network,
    plane,
    curves: createCurves(network.legs, plane),
    countries: projectCountries(labels, projection),
    checkpointOrdinal: network.checkpoints.map(({ node }) => {
      const ordinal = seen.get(node) ?? 0
      seen.set(node, ordinal + 1)
      return ordinal
    }),
  }
}
