/** Map: wires camera, base map, network, traffic and gestures to one host element. */

import { createRing } from './canvases'
import { changedFields, type Display, redrawnBy } from './display'
import { createFrames, PARTS } from './frames'
import { createFinder } from './pointer/finding'
import { createFollowing } from './pointer/following'
import { createHold } from './pointer/hold'
import { createPointing } from './pointer/pointing'
import { createBasemap, loadWorld } from './scene/basemap'
import { signOf } from './scene/checkpoints'
import { legendOf } from './scene/legend'
import { paletteOf } from './scene/palette'
import { createPicture } from './scene/picture'
import { createScene } from './scene/scene'
import { clearTraffic, createStage, rescale, setScene } from './stage'
import { createLastingTraffic } from './traffic'
import { addEvents, addShipments } from './traffic/feed'
import { filterMarks, marksAt } from './traffic/marks'
import { countAt, dropEnded, filterMovements } from './traffic/movements'
import type { CreateMap } from './trafficMap'

import { panned, resized, zoomedAt } from './view/camera'
import { listenToGestures } from './view/gestures'
import { createOutlook } from './view/outlook'
import { carriedOver, createProjection, suits } from './view/projection'
import { createSight } from './view/sight'
import { firstView } from './view/views'

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
        const { hour, palette, display } = stage
        const { colourBy, pointed, layers } = display
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

  /** Shows what has changed, and draws the parts of the picture anew that depend on it. */
  function show(change: Partial<Display>): void {
    const fields = changedFields(stage.display, change)
    if (fields.length === 0) return
    stage.display = { ...stage.display, ...change }
    const has = (field: keyof Display) => fields.includes(field)
    if (has('layers') || has('filter')) pointing.forget()
    if (has('filter')) {
      filterMovements(movements, change.filter)
      filterMarks(marks, change.filter)
      traffic.refresh(true, true)
    }
    if (has('gramsPerMonth')) {
      const isRested = performance.now() - picture.namedAt > NAMES_REST_MS
      if (rescale(stage) || isRested) request('names')
    }
    request(...redrawnBy(fields))
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
      show({ selection: target })
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
      setScene(stage, scene, next)
      following.follow(undefined)
      traffic.refresh(true, true)
      sight.standAt(isKept ? kept : firstView(kept, scene.plane), isKept)
    },
    setEditor(next) {
      hold.give(next)
      show({ namesAll: next !== undefined, sketch: undefined })
      host.style.cursor = ''
    },
    placeAt: (across, down) => finder.groundAt(sight.camera.width * across, sight.camera.height * down),
    setShipments(shipments, at) {
      clearTraffic(stage)
      stage.hour = latestHour = at
      if (stage.scene !== undefined) addShipments(movements, stage.scene, stage.display.filter, shipments, at)
      pointing.keepUp()
      traffic.refresh(true, true)
      request('traffic')
    },
    addDay(events) {
      if (stage.scene === undefined) return
      const fed = addEvents(movements, marks, stage.scene, stage.display.filter, events)
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
    restyle() {
      stage.palette = paletteOf(host)
      request('base', 'scene', 'traffic')
    },
    show,
    follow(shipment) {
      following.follow(shipment)
      request('traffic')
    },
    spotOf: finder.spotOf,
    ...createOutlook(host, stage, sight),
    zoomBy,
    legend() {
      const { scene, palette, scaleEnd, display } = stage
      return legendOf(scene?.network, scaleEnd, palette, display.colourBy)
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
