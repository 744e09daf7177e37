/** Distance: great circles in plain arithmetic, so that an estimated length is the same on every machine. */

/** A position in degrees. */
export interface Place {
  readonly lat: number
  readonly lon: number
}

const EARTH_KM = 6371
const DOUBLINGS = 8
const PARTS = 256

/** Cosine and sine of an angle of at most 360 degrees, within 1e-10: the series of a small part, doubled. */
function turn(degrees: number): readonly [cosine: number, sine: number] {
  const t = (degrees * Math.PI) / 180 / PARTS
  const square = t * t
  let cosine = 1 - (square / 2) * (1 - (square / 12) * (1 - square / 30))
  let sine = t * (1 - (square / 6) * (1 - square / 20))
  for (let i = 0; i < DOUBLINGS; i++) [cosine, sine] = [cosine * cosine - sine * sine, 2 * cosine * sine]
  return [cosine, sine]
}

/**
 * Length of the arc over a chord of the unit circle (0 to 2): halved until arc and chord are all but equal.
 */
function arcOver(chord: number): number {
  let part = chord
  for (let i = 0; i < DOUBLINGS; i++) part /= Math.sqrt(2 + Math.sqrt(Math.max(0, 4 - part * part)))
  return PARTS * part * (1 + (part * part) / 24)
}

/** Kilometres between two places along the surface of a round earth. */
export function greatCircleKm(a: Place, b: Place): number {
  const [aEast, aNorth] = [turn(a.lon), turn(a.lat)]
  const [bEast, bNorth] = [turn(b.lon), turn(b.lat)]
  const x = aNorth[0] * aEast[0] - bNorth[0] * bEast[0]
  const y = aNorth[0] * aEast[1] - bNorth[0] * bEast[1]
  const z = aNorth[1] - bNorth[1]
  return EARTH_KM * arcOver(Math.sqrt(x * x + y * y + z * z))
}

/** The nearest of some places; undefined where there are none. */
export function nearestTo<T extends Place>(places: readonly T[], place: Place): T | undefined {
  let best: T | undefined
  let min = Number.POSITIVE_INFINITY
  for (const candidate of places) {
    const km = greatCircleKm(candidate, place)
    if (km < min) [best, min] = [candidate, km]
  }
  return best
}
