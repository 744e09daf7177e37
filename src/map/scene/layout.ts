/** Layout: how the scene and what is shown of it look through a camera, in pixels. */

import type { Display } from '../display'
import type { Pickable, Spot } from '../pointer/picking'
import { type Camera, screenX, screenY } from '../view/camera'
import { KM_PER_UNIT } from '../view/projection'
import { GAUGE_RADIUS, type Gauge, layGauges } from './checkpoints'
import { chordOf, curveAt } from './curves'
import { type Box, type Obstacle, shortName } from './labels'
import { isInView, type LegLook } from './legs'
import { type PlacedName, placeNames, type Typeface, WIDEST_RANK } from './names'
import { nodeRadius, nodeRank } from './nodes'
import { throughputs, widthOf } from './scales'
import type { Scene } from './scene'

const IDLE_WIDTH = 0.9
/** Unused opposite directions are drawn apart from here on. */
const PARTING_PIXELS = 4
const OBSTACLE_SPACING = 14
/** At and below this symbol scale gauges keep a wide distance. */
const CROWDED_SCALE = 0.75
const NOWHERE: Spot = { x: 0, y: 0, radius: 0 }

/** The scene through one camera, in pixels. */
export interface Layout extends Pickable {
  readonly checkpoints: readonly Gauge[]
  readonly camera: Camera
  readonly symbolScale: number
  readonly looks: readonly LegLook[]
  readonly gauges: readonly Gauge[]
  /** All nodes, also those of a layer that is off. */
  readonly places: readonly Spot[]
  readonly names: readonly PlacedName[]
}

/** Size of symbols at this zoom: they grow far slower than the map. */
function symbolScaleAt(camera: Camera): number {
  const kmPerPixel = KM_PER_UNIT / camera.scale
  return Math.min(1.45, Math.max(0.7, 1.12 * kmPerPixel ** -0.2))
}

/** Flow from which on a leg is among the strongest. */
function strongFrom({ gramsPerMonth, strongest }: Display): number {
  if (strongest <= 0) return 0
  return (
    gramsPerMonth
      .filter((grams) => grams > 0)
      .sort()
      .at(-strongest) ?? 0
  )
}

function looksOf({ network, curves }: Scene, display: Display, scaleEnd: number, camera: Camera): LegLook[] {
  const { gramsPerMonth, month, layers } = display
  const strong = strongFrom(display)
  return network.legs.map((leg, i): LegLook => {
    const grams = gramsPerMonth[i] ?? 0
    const isUsed = grams > 0
    const isOpen = leg.openMonths.includes(month)
    const bow = leg.back < 0 ? 0 : chordOf(curves, i) * camera.scale * 0.1
    const backIsSeen = leg.back >= 0 && ((gramsPerMonth[leg.back] ?? 0) > 0 || leg.back < i)
    const isDoubled = backIsSeen && bow < PARTING_PIXELS
    const isHidden = isUsed
      ? !layers.has('flows')
      : !layers.has('idleLegs') || isDoubled || !isInView(camera, curves, i)
    const width = isHidden ? 0 : isUsed ? widthOf(grams, scaleEnd) : IDLE_WIDTH
    return { width, isUsed, isOpen, isWeak: grams < strong }
  })
}

/** Where the gauges of the checkpoints stand: on the node of a border, beside any other node. */
function checkpointSpots(scene: Scene, nodes: readonly Spot[], symbolScale: number) {
  const { network, checkpointOrdinal } = scene
  return network.checkpoints.map(({ node }, i) => {
    const { x, y, radius } = nodes[node] ?? NOWHERE
    const ordinal = checkpointOrdinal[i] + (network.nodes[node]?.kind === 'border' ? 0 : 1)
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

/** What is laid out. */
export interface Shown {
  readonly scene: Scene
  readonly display: Display
  /** Upper end of the width scale in grams per month. */
  readonly scaleEnd: number
  /** Parts of the view that something lies over, in pixels. */
  readonly covered: readonly Box[]
}

/** `names` are kept when given (a day passed, the camera did not move). */
export function layOut(
  { scene, display, scaleEnd, covered }: Shown,
  camera: Camera,
  context: CanvasRenderingContext2D,
  type: Typeface,
  names?: readonly PlacedName[],
): Layout {
  const { network, plane } = scene
  const { gramsPerMonth, layers } = display
  const symbolScale = symbolScaleAt(camera)
  const through = throughputs(gramsPerMonth, network.legs, network.nodes.length)
  const max = through.reduce((a, b) => Math.max(a, b), 0)
  const shareOf = (node: number) => (max > 0 ? through[node] / max : 0)
  const nodes = network.nodes.map(({ kind }, i) => ({
    x: screenX(camera, plane[i * 2]),
    y: screenY(camera, plane[i * 2 + 1]),
    radius: nodeRadius(kind, shareOf(i)) * symbolScale,
  }))
  const order = network.checkpoints
    .map(({ node }, i) => ({ i, share: shareOf(node) }))
    .sort((a, b) => b.share - a.share || a.i - b.i)
    .map(({ i }) => i)
  const apart = symbolScale <= CROWDED_SCALE ? 3.6 : 1.9
  const gauges = layGauges(checkpointSpots(scene, nodes, symbolScale), order, symbolScale, apart)
  const looks = looksOf(scene, display, scaleEnd, camera)
  const layout = {
    camera,
    symbolScale,
    looks,
    gauges,
    places: nodes,
    nodes: layers.has('places') ? nodes : [],
    checkpoints: layers.has('checkpoints') ? gauges : [],
    curves: scene.curves,
    legWidth: Float64Array.from(looks, ({ width }) => width),
  }
  if (names !== undefined) return { ...layout, names }
  const obstacles: Obstacle[] = legObstacles(scene, camera, looks)
  for (const { x, y, radius } of layout.nodes)
    obstacles.push({ x, y, radius: radius + 1, weight: radius > 2.6 ? 3 : 1 })
  for (const { x, y, radius, isFull } of layout.checkpoints)
    obstacles.push({ x, y, radius: radius + 1, weight: isFull ? 3 : 1 })
  const gaugeAt = new Map(network.checkpoints.map(({ node }, i) => [node, gauges[i]?.radius ?? 0] as const))
  const named = network.nodes.map(({ kind, name }, i) => ({
    text: shortName(name),
    x: nodes[i]?.x ?? 0,
    y: nodes[i]?.y ?? 0,
    radius: Math.max(nodes[i]?.radius ?? 0, kind === 'border' ? (gaugeAt.get(i) ?? 0) : 0),
    rank: Math.max(nodeRank(kind, shareOf(i)), display.namesAll ? WIDEST_RANK : 0),
  }))
  const places = layers.has('names') ? named : []
  const countries = layers.has('borders') ? scene.countries : []
  return { ...layout, names: placeNames(context, camera, places, countries, obstacles, covered, type) }
}
