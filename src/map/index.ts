/** The map's whole face: `createMap` wires camera, base map, network, traffic and gestures to one host element. */

import { boxesOf, createRing } from './canvases'
import { createFrames, PARTS } from './frames'
import { createFinder } from './pointer/finding'
import { createFollowing } from './pointer/following'
import { createHold } from './pointer/hold'
import { createPointing } from './pointer/pointing'
import { createBasemap, loadWorld } from './scene/basemap'
import { signOf } from './scene/checkpoints'
import { createScene, takeFlows } from './scene/layout'
import { legendOf } from './scene/legend'
import { paletteOf } from './scene/palette'
import { createPicture } from './scene/picture'
import { clearTraffic, createStage, isSame, setScene } from './stage'
import { createLastingTraffic } from './traffic'
import { addEvents, addShipments } from './traffic/feed'
import { filterMarks, marksAt } from './traffic/marks'
import { countAt, dropEnded, filterMovements } from './traffic/movements'
import type { CreateMap, MapTarget } from './types'
import { fitted, panned, resized, standing, zoomedAt } from './view/camera'
import { listenToGestures } from './view/gestures'
import { boxAround, carriedOver, createProjection, placeOnPlane, suits } from './view/projection'
import { createSight } from './view/sight'
import { firstView, wholeView } from './view/views'

export { fillSymbol, type SymbolShape } from './scene/symbols'
export type {
  CheckpointState,
  LegendSymbol,
  LonLat,
  MapEditor,
  MapFilter,
  MapLayer,
  MapLook,
  MapNetwork,
  MapSketch,
  MapTarget,
  MovingShipment,
  ShipmentKey,
  ShipmentPick,
  TrafficMap,
} from './types'

const HOURS_KEPT = 24 * 4
/** Names follow the flows, but not so often that they are restless. */
const NAMES_REST_MS = 4000

export const createMap: CreateMap = async (host, options) => {
  if (getComputedStyle(host).position === 'static') host.style.position = 'relative'
  host.style.overflow = 'hidden'
  host.style.touchAction = 'none'

  const stage = createStage(paletteOf(host))
  const { movements, marks } = stage
  const picture = createPicture(host, stage)
  const frames = createFrames(draw)
  const { request } = frames
  const sight = createSight(
    () => {
      pointing.forget()
      request(...PARTS)
    },
    () => request('base'),
  )
  const [world, traffic] = await Promise.all([
    loadWorld(),
    createLastingTraffic(host, movements, marks, () => request('traffic')),
  ])
  const finder = createFinder(stage, sight, picture)
  const hold = createHold(finder.targetAt, finder.groundAt)
  const { onHover } = options
  const onMark = () => request('scene')
  const pointing = createPointing({ host, stage, sight, finder, hold, onHover, onMark })
  const ring = createRing(host)
  const following = createFollowing(ring, stage, sight)
  let latestHour = 0
  let strongest = 0
  let framesDrawn = 0

  function draw(now: number): void {
    if (sight.camera.width < 2 || sight.camera.height < 2) return
    sight.flyOn(now)
    const { camera } = sight
    const due = frames.take()
    if (due.base) picture.drawBase(camera)
    if (stage.scene !== undefined) {
      const { symbolScale } = picture.drawScene(stage.scene, camera, due, now)
      if (due.traffic) {
        const { hour, palette, colourBy, pointed, layers } = stage
        traffic.draw({ camera, hour, palette, colourBy, pointed, layers, symbolScale })
        following.show(symbolScale)
      }
      framesDrawn++
      host.dataset.ready = 'true'
    }
    if (sight.isFlying) request('base')
  }

  function takeSize(): void {
    const { clientWidth: width, clientHeight: height } = host
    picture.resize()
    if (width < 2 || height < 2) return
    traffic.resize(width, height, picture.pixelRatio)
    const next = resized(sight.camera, width, height)
    const { scene } = stage
    sight.lookFrom(sight.isTouched || scene === undefined ? next : firstView(next, scene.plane))
  }

  function select(target: MapTarget | undefined): void {
    if (isSame(target, stage.selection)) return
    stage.selection = target
    request('scene')
  }

  function zoomBy(factor: number): void {
    const { width, height } = sight.camera
    sight.flyTo(zoomedAt(sight.goal, factor, width / 2, height / 2))
  }

  const stopGestures = listenToGestures(host, {
    pan(dx, dy) {
      following.letGo()
      host.style.cursor = 'grabbing'
      sight.standAt(panned(sight.camera, dx, dy))
    },
    zoom(factor, x, y, smooth) {
      // While the network is edited a double click is two clicks.
      if (smooth && hold.editor !== undefined) return
      const next = zoomedAt(sight.camera, factor, x, y)
      if (smooth) sight.flyTo(next)
      else sight.standAt(next)
    },
    hover: pointing.hover,
    zoomBy,
    step(dx, dy) {
      following.letGo()
      sight.flyTo(panned(sight.goal, dx, dy))
    },
    leave: pointing.forget,
    click(x, y) {
      if (hold.click(x, y)) return
      const target = finder.targetAt(x, y)
      const shipment = finder.shipmentAt(x, y, target)
      if (shipment !== undefined) return options.onShipment(shipment)
      select(target)
      options.onSelect(target)
    },
    grab: hold.grab,
    drag: pointing.drag,
    drop: hold.drop,
  })
  const observer = new ResizeObserver(takeSize)
  observer.observe(host)
  takeSize()

  return {
    setNetwork(network, view = 'fit') {
      const former = stage.projection
      const isKept = view === 'keep' && former !== undefined
      const stays = isKept && suits(former, network.nodes)
      const next = stays ? former : createProjection(network.nodes)
      if (next !== former) stage.basemap = createBasemap(world, next)
      const kept = isKept && !stays ? carriedOver(sight.camera, former, next) : sight.camera
      const scene = createScene(network, next, world.labels)
      Object.assign(scene, { layers: stage.layers, strongest, namesAll: hold.editor !== undefined })
      setScene(stage, scene, next)
      following.follow(undefined)
      traffic.refresh(true, true)
      sight.standAt(isKept ? kept : firstView(kept, scene.plane), isKept)
    },
    setEditor(next) {
      hold.give(next)
      if (stage.scene !== undefined) stage.scene.namesAll = next !== undefined
      request('layout', 'names', 'scene')
      host.style.cursor = ''
    },
    setSketch(next) {
      if (next === stage.sketch) return
      stage.sketch = next
      request('scene')
    },
    setCovers(next) {
      stage.covers = next
      request('layout', 'names', 'scene')
    },
    placeAt: (across, down) => finder.groundAt(sight.camera.width * across, sight.camera.height * down),
    setCheckpoints(states) {
      if (stage.scene !== undefined) stage.scene.states = states.map((state) => ({ ...state }))
      request('scene')
    },
    setFlows(gramsPerMonth) {
      if (stage.scene === undefined) return
      const isRested = performance.now() - picture.namedAt > NAMES_REST_MS
      if (takeFlows(stage.scene, gramsPerMonth) || isRested) request('names')
      request('layout', 'scene')
    },
    setMonth(month) {
      if (stage.scene === undefined || stage.scene.month === month) return
      stage.scene.month = month
      request('layout', 'scene')
    },
    setShipments(shipments, at) {
      clearTraffic(stage)
      stage.hour = latestHour = at
      if (stage.scene !== undefined) addShipments(movements, stage.scene, shipments, at)
      pointing.keepUp()
      traffic.refresh(true, true)
      request('traffic')
    },
    addDay(events) {
      if (stage.scene === undefined) return
      const fed = addEvents(movements, marks, stage.scene, events)
      latestHour = Math.max(latestHour, fed.latestHour)
      dropEnded(movements, Math.max(stage.hour, latestHour - HOURS_KEPT))
      traffic.refresh(true, fed.marked)
      request('traffic')
    },
    setTime(next) {
      if (next === stage.hour) return
      stage.hour = next
      pointing.keepUp()
      request('traffic')
    },
    setColourBy(next) {
      stage.colourBy = next
      stage.pointed = undefined
      request('traffic')
    },
    pointOut(symbol) {
      if (symbol === stage.pointed) return
      stage.pointed = symbol
      request('traffic')
    },
    restyle() {
      stage.palette = paletteOf(host)
      request('base', 'scene', 'traffic')
    },
    select,
    highlight(targets) {
      if (targets.length === 0 && stage.highlighted.length === 0) return
      stage.highlighted = targets
      request('scene')
    },
    setTrail(legs) {
      if (stage.scene === undefined || legs.join() === stage.scene.trail.join()) return
      stage.scene.trail = legs
      request('scene')
    },
    follow(shipment) {
      following.follow(shipment)
      request('traffic')
    },
    setLayers(next) {
      pointing.forget()
      stage.layers = next
      if (stage.scene !== undefined) stage.scene.layers = next
      request(...PARTS)
    },
    setFilter(next) {
      pointing.forget()
      if (stage.scene !== undefined) stage.scene.filter = next
      filterMovements(movements, next)
      filterMarks(marks, next)
      traffic.refresh(true, true)
      request('layout', 'names', 'scene', 'traffic')
    },
    setStrongest(count) {
      strongest = count
      if (stage.scene !== undefined) stage.scene.strongest = count
      request('layout', 'scene')
    },
    spotOf: finder.spotOf,
    look() {
      const { x, y, scale } = sight.goal
      const place = stage.projection && sight.isTouched && placeOnPlane(stage.projection, x, y)
      return place ? { ...place, scale } : undefined
    },
    lookAt({ lat, lon, scale }) {
      const [x, y] = stage.projection?.([lon, lat]) ?? [Number.NaN, Number.NaN]
      if (Number.isFinite(x + y)) sight.standAt(standing(sight.camera, x, y, scale))
    },
    showNodes(nodes) {
      if (stage.scene === undefined || nodes.length === 0) return
      sight.flyTo(fitted(sight.camera, boxAround(stage.scene.plane, nodes), 0.12))
    },
    fit() {
      if (stage.scene === undefined) return
      sight.flyTo(firstView(sight.camera, stage.scene.plane), false)
    },
    showAll() {
      if (stage.scene !== undefined)
        sight.flyTo(wholeView(sight.camera, stage.scene.plane, boxesOf(stage.covers, host)))
    },
    zoomBy,
    legend() {
      const { scene, palette, colourBy } = stage
      return legendOf(scene?.network, scene?.scaleEnd ?? 0, palette, colourBy)
    },
    sign: (state) => signOf(state, stage.palette, picture.pixelRatio),
    picture() {
      frames.drawNow()
      const context = picture.copied(traffic.canvas)
      ring.drawOn(context)
      return context.canvas
    },
    stats: () => ({
      frames: framesDrawn,
      shipmentsDrawn: countAt(movements, stage.hour),
      marksDrawn: marksAt(marks, stage.hour),
    }),
    destroy() {
      frames.stop()
      observer.disconnect()
      stopGestures()
      traffic.destroy()
      picture.remove()
      delete host.dataset.ready
    },
  }
}
export { createCurves } from './scene/curves'
export { ALL_LAYERS } from './scene/layout'
export { rgbOf } from './scene/palette'
export { createCardTraffic } from './traffic/card'
export { createMarks } from './traffic/marks'
export { addMovement, createMovements, type Movements, ROW_FLOATS } from './traffic/movements'
export { DOT_SHADER } from './traffic/shaders'
export type { Camera } from './view/camera'
export { coreBox, projectPlaces } from './view/projection'
