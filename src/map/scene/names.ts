/** Names: the labels of places and countries for one view, chosen by importance and drawn with a halo. */

import { type Camera, screenX, screenY } from '../view/camera'
import { KM_PER_UNIT } from '../view/projection'
import type { CountryName } from './basemap'
import { type Box, type LabelItem, type Obstacle, placeLabels, spotsAround } from './labels'
import type { Palette } from './palette'

export interface NamedPlace {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly radius: number
  /** About 0.2 to 4.6. */
  readonly rank: number
}

/** A country's name and its places on the plane: x, y and half the room in km. */
export interface NamedCountry {
  readonly text: string
  readonly places: readonly (readonly [number, number, number])[]
}

export interface PlacedName {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly style: NameStyle
}

type NameStyle = 'major' | 'minor' | 'country'

const STYLES: { readonly [style in NameStyle]: { readonly weight: number; readonly pixels: number } } = {
  major: { weight: 600, pixels: 12.5 },
  minor: { weight: 400, pixels: 11 },
  country: { weight: 500, pixels: 11 },
}
const COUNTRY_SPACING = 2.5
const MAJOR_RANK = 2.05
const GAP = 6

/** Type of the page around the map. */
export interface Typeface {
  readonly family: string
  /** 1 for a page set in 16 pixels. */
  readonly scale: number
}

function setStyle(context: CanvasRenderingContext2D, style: NameStyle, type: Typeface): void {
  const { weight, pixels } = STYLES[style]
  context.font = `${weight} ${pixels * type.scale}px ${type.family}`
  context.letterSpacing = style === 'country' ? `${COUNTRY_SPACING * type.scale}px` : '0px'
}

export function projectCountries(
  names: readonly CountryName[],
  project: (place: [number, number]) => [number, number] | null,
): NamedCountry[] {
  return names.map(({ name, places }) => ({
    text: name.toUpperCase(),
    places: places.flatMap(([lon, lat, room]) => {
      const point = project([lon, lat])
      return point === null ? [] : [[point[0], point[1], room] as const]
    }),
  }))
}

/** Rank from which on a place is named at every zoom. */
export const WIDEST_RANK = 1.2

/** So many places compete for no room, and from so many on importance counts in full. */
const FEW_PLACES = 12
const MANY_PLACES = 36

/**
 * Least rank of a place that is named at this zoom among so many in view, so that a wide view of many places
 * stays quiet.
 */
export function minRank(camera: Camera, placesInView: number): number {
  const kmPerPixel = KM_PER_UNIT / camera.scale
  const crowd = Math.max(0, Math.min(1, (placesInView - FEW_PLACES) / (MANY_PLACES - FEW_PLACES)))
  return crowd * Math.max(0, Math.min(WIDEST_RANK, 0.55 * Math.log2(kmPerPixel / 0.7)))
}

/** Names for this view outside the covered boxes, countries first. */
export function placeNames(
  context: CanvasRenderingContext2D,
  camera: Camera,
  places: readonly NamedPlace[],
  countries: readonly NamedCountry[],
  obstacles: readonly Obstacle[],
  covered: readonly Box[],
  type: Typeface,
): PlacedName[] {
  const inView = places.filter(
    ({ x, y }) => x > -40 && y > -20 && x < camera.width + 40 && y < camera.height + 20,
  )
  const min = minRank(camera, inView.length)
  const shown = inView
    .filter(({ rank }) => rank >= min)
    .sort((a, b) => b.rank - a.rank || (a.text < b.text ? -1 : 1))
  const styled = shown.map((place) => ({
    place,
    style: place.rank >= MAJOR_RANK ? ('major' as const) : ('minor' as const),
  }))
  const items: LabelItem[] = styled.map(({ place, style }) => {
    setStyle(context, style, type)
    const width = context.measureText(place.text).width
    const height = STYLES[style].pixels * type.scale * 1.1
    return {
      width,
      height,
      mayCover: 1.3,
      spots: spotsAround(place.x, place.y, place.radius + GAP, width, height),
    }
  })
  setStyle(context, 'country', type)
  const lands = countries.flatMap((country) => {
    const width = context.measureText(country.text).width
    const spots = countrySpots(country, camera, width)
    return spots.length === 0
      ? []
      : [{ country, item: { width, height: 13 * type.scale, mayCover: 0.45, spots } }]
  })
  const all = [...items, ...lands.map(({ item }) => item)]
  const placed = placeLabels(all, obstacles, camera.width, camera.height, covered).map(
    ({ item, x, y }): PlacedName => {
      const entry = styled[item]
      if (entry !== undefined) return { text: entry.place.text, x, y, style: entry.style }
      return { text: lands[item - styled.length]?.country.text ?? '', x, y, style: 'country' }
    },
  )
  return placed.sort((a, b) => Number(b.style === 'country') - Number(a.style === 'country'))
}

/** Places in view with room for the name, the nearest to the middle first. */
function countrySpots({ places }: NamedCountry, camera: Camera, width: number) {
  const kmPerPixel = KM_PER_UNIT / camera.scale
  return places
    .filter(([, , room]) => room / kmPerPixel > width * 0.42)
    .map(([x, y]) => ({ x: screenX(camera, x), y: screenY(camera, y) }))
    .filter(({ x, y }) => x > 0 && y > 0 && x < camera.width && y < camera.height)
    .sort(
      (a, b) =>
        Math.hypot(a.x - camera.width / 2, a.y - camera.height / 2) -
        Math.hypot(b.x - camera.width / 2, b.y - camera.height / 2),
    )
}

export function drawNames(
  context: CanvasRenderingContext2D,
  names: readonly PlacedName[],
  style: 'countries' | 'places',
  palette: Palette,
  type: Typeface,
): void {
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  for (const name of names) {
    if ((name.style === 'country') !== (style === 'countries')) continue
    setStyle(context, name.style, type)
    if (name.style === 'country') {
      context.fillStyle = palette.countryLabel
      context.fillText(name.text, name.x, name.y)
      continue
    }
    context.strokeStyle = palette.halo
    context.lineWidth = 3.2
    context.strokeText(name.text, name.x, name.y)
    context.fillStyle = name.style === 'major' ? palette.label : palette.minorLabel
    context.fillText(name.text, name.x, name.y)
  }
  context.letterSpacing = '0px'
}
