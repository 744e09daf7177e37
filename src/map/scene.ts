/** Scene: a network on the plane with its present flows, posts and month, and how it looks through a camera. */
import type { GeoProjection } from 'd3-geo'
import type { CountryName } from './basemap'
import { type Camera, screenX, screenY } from './camera'
import { drawGauge, GAUGE_RADIUS, type Gauge, layGauges } from './checkpoints'
import { CURVE_STRIDE, chordOf, createCurves, curveAt } from './curves'
import { type Obstacle, shortName } from './labels'
import { drawLeg, drawLegGlow, isInView, type LegLook } from './legs'
import {
  drawNames,
  type NamedCountry,
  type PlacedName,
  placeNames,
  projectCountries,
  type Typeface,
} from './names'
import { drawNode, nodeRadius, nodeRank } from './nodes'
import { faded, type Palette } from './palette'
import type { Pickable, Spot } from './picking'
import { KM_PER_UNIT, projectPlaces } from './projection'
import { scaleEnd, throughputs, widthOf } from './scales'
import type { CheckpointState, MapNetwork, MapTarget } from './types'

const IDLE_WIDTH = 0.9
/** Unused opposite directions are drawn apart from here on. */
const PARTING_PIXELS = 4
const OBSTACLE_SPACING = 14
/** At and below this symbol scale gauges keep a wide distance. */
const CROWDED_SCALE = 0.75
const NOWHERE: Spot = { x: 0, y: 0, radius: 0 }

export interface Scene {
  readonly network: MapNetwork
  readonly plane: Float64Array
  readonly curves: Float64Array
  states: readonly CheckpointState[]
  kgPerMonth: Float64Array
  /** Upper end of the width scale in kg per month; 0 before the first flows. */
  scaleEnd: number
  month: number
  readonly countries: readonly NamedCountry[]
  /** Number of posts on the same node before each one. */
  readonly postOrdinal: readonly number[]
}

/** The scene through one camera, in pixels. */
export interface Layout extends Pickable {
  readonly camera: Camera
  readonly symbolScale: number
  readonly looks: readonly LegLook[]
  readonly gauges: readonly Gauge[]
  readonly names: readonly PlacedName[]
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
    states: [],
    kgPerMonth: new Float64Array(network.legs.length),
    scaleEnd: 0,
    month: 1,
    countries: projectCountries(labels, projection),
    postOrdinal: network.checkpoints.map(({ node }) => {
      const ordinal = seen.get(node) ?? 0
      seen.set(node, ordinal + 1)
      return ordinal
    }),
  }
}

/** Takes new flows; answers whether the scale of the widths changed with them. */
export function takeFlows(scene: Scene, kgPerMonth: Float64Array): boolean {
  scene.kgPerMonth.set(kgPerMonth.subarray(0, scene.kgPerMonth.length))
  const end = scaleEnd(scene.kgPerMonth, scene.scaleEnd)
  const changed = end !== scene.scaleEnd
  scene.scaleEnd = end
  return changed
}

/** Size of symbols at this zoom: they grow far slower than the map. */
function symbolScaleAt(camera: Camera): number {
  const kmPerPixel = KM_PER_UNIT / camera.scale
  return Math.min(1.45, Math.max(0.7, 1.12 * kmPerPixel ** -0.2))
}

function looksOf(scene: Scene, camera: Camera): LegLook[] {
  const { network, kgPerMonth, curves, month } = scene
  return network.legs.map((leg, i): LegLook => {
    const kg = kgPerMonth[i] ?? 0
    const isUsed = kg > 0
    const isOpen = leg.openMonths.includes(month)
    const bow = leg.back < 0 ? 0 : chordOf(curves, i) * camera.scale * 0.1
    const backIsSeen = leg.back >= 0 && ((kgPerMonth[leg.back] ?? 0) > 0 || leg.back < i)
    const isHidden = !isUsed && ((backIsSeen && bow < PARTING_PIXELS) || !isInView(camera, curves, i))
    return { width: isHidden ? 0 : isUsed ? widthOf(kg, scene.scaleEnd) : IDLE_WIDTH, isUsed, isOpen }
  })
}

/** Where the gauges of the posts stand: on the node of a border, beside any other node. */
function postSpots(scene: Scene, nodes: readonly Spot[], symbolScale: number) {
  const { network, postOrdinal } = scene
  return network.checkpoints.map(({ node }, i) => {
    const { x, y, radius } = nodes[node] ?? NOWHERE
    const ordinal = (postOrdinal[i] ?? 0) + (network.nodes[node]?.kind === 'border' ? 0 : 1)
    if (ordinal === 0) return { x, y }
    const turn = -0.8 + (ordinal - 1) * 1.25
    const out = radius + (GAUGE_RADIUS + 2) * symbolScale
    return { x: x + Math.cos(turn) * out, y: y + Math.sin(turn) * out }
  })
}

/** Discs along the used legs that names avoid when they can. */
function legObstacles(scene: Scene, camera: Camera, looks: readonly LegLook[]): Obstacle[] {
  const obstacles: Obstacle[] = []
  looks.forEach(({ width, isUsed }, leg) => {
    if (!isUsed || !isInView(camera, scene.curves, leg)) return
    const steps = Math.min(120, Math.ceil((chordOf(scene.curves, leg) * camera.scale) / OBSTACLE_SPACING))
    for (let i = 1; i < steps; i++) {
      const x = screenX(camera, curveAt(scene.curves, leg, 0, i / steps))
      const y = screenY(camera, curveAt(scene.curves, leg, 1, i / steps))
      obstacles.push({ x, y, radius: width / 2 + 2, weight: 0.2 })
    }
  })
  return obstacles
}

/** `names` are kept when given (a day passed, the camera did not move). */
export function layOut(
  scene: Scene,
  camera: Camera,
  context: CanvasRenderingContext2D,
  type: Typeface,
  names?: readonly PlacedName[],
): Layout {
  const { network, plane, kgPerMonth } = scene
  const symbolScale = symbolScaleAt(camera)
  const through = throughputs(kgPerMonth, network.legs, network.nodes.length)
  const most = through.reduce((a, b) => Math.max(a, b), 0)
  const shareOf = (node: number) => (most > 0 ? (through[node] ?? 0) / most : 0)
  const nodes = network.nodes.map(({ kind }, i) => ({
    x: screenX(camera, plane[i * 2] ?? 0),
    y: screenY(camera, plane[i * 2 + 1] ?? 0),
    radius: nodeRadius(kind, shareOf(i)) * symbolScale,
  }))
  const order = network.checkpoints
    .map(({ node }, i) => ({ i, share: shareOf(node) }))
    .sort((a, b) => b.share - a.share || a.i - b.i)
    .map(({ i }) => i)
  const apart = symbolScale <= CROWDED_SCALE ? 3.6 : 1.9
  const gauges = layGauges(postSpots(scene, nodes, symbolScale), order, symbolScale, apart)
  const looks = looksOf(scene, camera)
  const layout = {
    camera,
    symbolScale,
    looks,
    gauges,
    nodes,
    checkpoints: gauges,
    curves: scene.curves,
    legWidth: Float64Array.from(looks, ({ width }) => width),
  }
  if (names !== undefined) return { ...layout, names }
  const obstacles: Obstacle[] = legObstacles(scene, camera, looks)
  for (const { x, y, radius } of nodes)
    obstacles.push({ x, y, radius: radius + 1, weight: radius > 2.6 ? 3 : 1 })
  for (const { x, y, radius, isFull } of gauges)
    obstacles.push({ x, y, radius: radius + 1, weight: isFull ? 3 : 1 })
  const gaugeAt = new Map(network.checkpoints.map(({ node }, i) => [node, gauges[i]?.radius ?? 0] as const))
  const places = network.nodes.map(({ kind, name }, i) => ({
    text: shortName(name),
    x: nodes[i]?.x ?? 0,
    y: nodes[i]?.y ?? 0,
    radius: Math.max(nodes[i]?.radius ?? 0, kind === 'border' ? (gaugeAt.get(i) ?? 0) : 0),
    rank: nodeRank(kind, shareOf(i)),
  }))
  return { ...layout, names: placeNames(context, camera, places, scene.countries, obstacles, type) }
}

function highlight(
  context: CanvasRenderingContext2D,
  scene: Scene,
  layout: Layout,
  target: MapTarget,
  palette: Palette,
  opacity: number,
): void {
  if (target.kind === 'leg') {
    const width = Math.max(IDLE_WIDTH, layout.looks[target.index]?.width ?? 0)
    drawLegGlow(context, layout.camera, scene.curves, target.index, width, palette, opacity * 0.5)
    return
  }
  const spot = target.kind === 'node' ? layout.nodes[target.index] : layout.gauges[target.index]
  if (spot === undefined) return
  context.beginPath()
  context.arc(spot.x, spot.y, spot.radius + 5, 0, 2 * Math.PI)
  context.strokeStyle = faded(palette.selection, opacity)
  context.lineWidth = 2
  context.stroke()
}

/** Draws everything above the base map and below the traffic. */
export function drawScene(
  context: CanvasRenderingContext2D,
  scene: Scene,
  layout: Layout,
  palette: Palette,
  type: Typeface,
  marked: readonly MapTarget[],
  selection: MapTarget | undefined,
): void {
  const { network, curves, kgPerMonth } = scene
  const { camera, looks, nodes, gauges, names } = layout
  context.clearRect(0, 0, camera.width, camera.height)
  drawNames(context, names, 'countries', palette, type)
  for (const target of marked)
    if (target.kind === 'leg') highlight(context, scene, layout, target, palette, 0.75)
  if (selection?.kind === 'leg') highlight(context, scene, layout, selection, palette, 1)
  const order = [...looks.keys()]
    .filter((i) => (looks[i]?.width ?? 0) > 0 && i * CURVE_STRIDE < curves.length)
    .sort((a, b) => (kgPerMonth[a] ?? 0) - (kgPerMonth[b] ?? 0))
  for (const i of order) {
    const look = looks[i]
    const leg = network.legs[i]
    if (look !== undefined && leg !== undefined && isInView(camera, curves, i))
      drawLeg(context, camera, curves, i, leg.mode, look, palette)
  }
  const posted = new Set(network.checkpoints.map(({ node }) => node))
  network.nodes.forEach(({ kind }, i) => {
    const spot = nodes[i]
    if (spot === undefined || (kind === 'border' && posted.has(i))) return
    if (spot.x < -20 || spot.y < -20 || spot.x > camera.width + 20 || spot.y > camera.height + 20) return
    drawNode(context, kind, spot.x, spot.y, spot.radius, palette)
  })
  const draw = (isFull: boolean) => {
    gauges.forEach((gauge, i) => {
      if (gauge.isFull !== isFull) return
      if (gauge.x < -20 || gauge.y < -20 || gauge.x > camera.width + 20 || gauge.y > camera.height + 20)
        return
      drawGauge(context, gauge, scene.states[i], palette)
    })
  }
  draw(false)
  draw(true)
  drawNames(context, names, 'places', palette, type)
  for (const target of marked)
    if (target.kind !== 'leg') highlight(context, scene, layout, target, palette, 0.6)
  if (selection !== undefined && selection.kind !== 'leg')
    highlight(context, scene, layout, selection, palette, 1)
}
