/**
 * Limits of a scenario: the most that a file may have of anything; no other part of the program has one of
 * its own.
 */

/** All counts are inclusive; lengths of texts are in characters. */
export const LIMITS = {
  file: 20_000_000,
  depth: 64,
  nodes: 20_000,
  legs: 60_000,
  checkpoints: 20_000,
  commodities: 50,
  organisations: 500,
  supplies: 100,
  routes: 20_000,
  routesOfOrganisation: 5_000,
  placesOfRoute: 1_000,
  processingSites: 2_000,
  teams: 500,
  placesOfTeam: 5_000,
  operations: 2_000,
  interventions: 2_000,
  changes: 2_000,
  regimes: 2_000,
  changedValues: 1_000_000,
  corridors: 1_000,
  legsOfCorridor: 5_000,
  variants: 200,
  targets: 500,
  freeParameters: 100,
  pathsOfFreeParameter: 500,
  settings: 20_000,
  removals: 100_000,
  tags: 20,
  id: 64,
  name: 200,
  seed: 200,
  path: 300,
  value: 500,
  source: 500,
  reason: 500,
  note: 20_000,
} as const
export type Limit = keyof typeof LIMITS
