/** Map: wires camera, base map, network, traffic and gestures to one host element. */

import { createRing } from './canvases'
import { changedFields, type Display, redrawnBy } from './display'
import { createFrames, PARTS } from './frames'
import { clearTraffic, createMapState, rescale, setScene } from './mapState'
import { createEditorPort } from './pointer/editorPort'
import { createFinder } from './pointer/finding'
import { createFollowing } from './pointer/following'
import { createPointing } from './pointer/pointing'
import { createBasemap, loadWorld } from './scene/basemap'
import { signOf } from './scene/checkpoints'
import { legendOf } from './scene/legend'
import { paletteOf } from './scene/palette'
import { createPicture } from './scene/picture'
import { createScene } from './scene/scene'
import { createLastingTraffic } from './traffic'
import { addEvents, addShipments } from './traffic/feed'
import { filterMarks, marksAt } from './traffic/marks'
import { countAt, dropEnded, filterMovements } from './traffic/movements'
import type { CreateMap } from './trafficMap'

import { panned, resized, zoomedAt } from './view/camera'
import { listenToGestures } from './view/gestures'
import { createOutlook } from './view/outlook'
import { carriedOver, createProjection, suits } from './view/projection'
import { createViewpoint } from './view/viewpoint'
import { firstView } from './view/views'

const HOURS_KEPT = 24 * 4
/** Names follow the flows, but not so often that they are restless. */
const NAMES_REST_MS = 4000

export const createMap: CreateMap = async (host, options) => {
  if (getComputedStyle(host).position === 'static') host.style.position = 'relative'
  host.style.overflow = 'hidden'
  host.style.touchAction = 'none'

  const mapState = createMapState(paletteOf(host))
  const { movements, marks } = mapState
  const picture = createPicture(host, mapState)
  const frames = createFrames(draw)
  const { request } = frames
  const viewpoint = createViewpoint(
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
  const finder = createFinder(mapState, viewpoint, picture)
  const editorPort = createEditorPort(finder.targetAt, finder.groundAt)
  const { onHover } = options
  const onMark = () => request('scene')
  const pointing = createPointing({ host, mapState, viewpoint, finder, editorPort, onHover, onMark })
  const ring = createRing(host)
  const following = createFollowing(ring, mapState, viewpoint)
  let latestHour = 0
  let framesDrawn = 0

  function draw(now: number): void {
    if (viewpoint.camera.width < 2 || viewpoint.camera.height < 2) return
    viewpoint.flyOn(now)
    const { camera } = viewpoint
    const due = frames.take()
    if (due.base) picture.drawBase(camera)
    if (mapState.scene !== undefined) {
      const { symbolScale } = picture.drawScene(mapState.scene, camera, due, now)
      if (due.traffic) {
        const { hour, palette, display } = mapState
        const { colourBy, pointed, layers } = display
        traffic.draw({ camera, hour, palette, colourBy, pointed, layers, symbolScale })
        following.show(symbolScale)
      }
      framesDrawn++
      host.dataset.ready = 'true'
    }
    if (viewpoint.isFlying) request('base')
  }

  function takeSize(): void {
    const { clientWidth: width, clientHeight: height } = host
    picture.resize()
    if (width < 2 || height < 2) return
    traffic.resize(width, height, picture.pixelRatio)
    const next = resized(viewpoint.camera, width, height)
    const { scene } = mapState
    viewpoint.lookFrom(viewpoint.isTouched || scene === undefined ? next : firstView(next, scene.plane))
  }

  /** Shows what has changed, and redraws the parts of the picture that depend on it. */
  function show(change: Partial<Display>): void {
    const fields = changedFields(mapState.display, change)
    if (fields.length === 0) return
    mapState.display = { ...mapState.display, ...change }
    const has = (field: keyof Display) => fields.includes(field)
    if (has('layers') || has('filter')) pointing.forget()
    if (has('filter')) {
      filterMovements(movements, change.filter)
      filterMarks(marks, change.filter)
      traffic.refresh(true, true)
    }
    if (has('gramsPerMonth')) {
      const isRested = performance.now() - picture.namedAt > NAMES_REST_MS
      if (rescale(mapState) || isRested) request('names')
    }
    request(...redrawnBy(fields))
  }

  function zoomBy(factor: number): void {
    const { width, height } = viewpoint.camera
    viewpoint.flyTo(zoomedAt(viewpoint.goal, factor, width / 2, height / 2))
  }

  const stopGestures = listenToGestures(host, {
    pan(dx, dy) {
      following.release()
      host.style.cursor = 'grabbing'
      viewpoint.standAt(panned(viewpoint.camera, dx, dy))
    },
    zoom(factor, x, y, smooth) {
      // While the network is edited a double click is two clicks.
      if (smooth && editorPort.editor !== undefined) return
      const next = zoomedAt(viewpoint.camera, factor, x, y)
      if (smooth) viewpoint.flyTo(next)
      else viewpoint.standAt(next)
    },
    hover: pointing.hover,
    zoomBy,
    step(dx, dy) {
      following.release()
      viewpoint.flyTo(panned(viewpoint.goal, dx, dy))
    },
    leave: pointing.forget,
    click(x, y) {
      if (editorPort.click(x, y)) return
      const target = finder.targetAt(x, y)
      const shipment = finder.shipmentAt(x, y, target)
      if (shipment !== undefined) return options.onShipment(shipment)
      show({ selection: target })
      options.onSelect(target)
    },
    grab: editorPort.grab,
    drag: pointing.drag,
    drop: editorPort.drop,
  })
  const observer = new ResizeObserver(takeSize)
  observer.observe(host)
  takeSize()

  return {
    setNetwork(network, view = 'fit') {
      const former = mapState.projection
      const isKept = view === 'keep' && former !== undefined
      const stays = isKept && suits(former, network.nodes)
      const next = stays ? former : createProjection(network.nodes)
      if (next !== former) mapState.basemap = createBasemap(world, next)
      const kept = isKept && !stays ? carriedOver(viewpoint.camera, former, next) : viewpoint.camera
      const scene = createScene(network, next, world.labels)
      setScene(mapState, scene, next)
      following.follow(undefined)
      traffic.refresh(true, true)
      viewpoint.standAt(isKept ? kept : firstView(kept, scene.plane), isKept)
    },
    setEditor(next) {
      editorPort.setEditor(next)
      show({ namesAll: next !== undefined, sketch: undefined })
      host.style.cursor = ''
    },
    placeAt: (across, down) =>
      finder.groundAt(viewpoint.camera.width * across, viewpoint.camera.height * down),
    setShipments(shipments, at) {
      clearTraffic(mapState)
      mapState.hour = latestHour = at
      if (mapState.scene !== undefined)
        addShipments(movements, mapState.scene, mapState.display.filter, shipments, at)
      pointing.refresh()
      traffic.refresh(true, true)
      request('traffic')
    },
    addDay(events) {
      if (mapState.scene === undefined) return
      const fed = addEvents(movements, marks, mapState.scene, mapState.display.filter, events)
      latestHour = Math.max(latestHour, fed.latestHour)
      dropEnded(movements, Math.max(mapState.hour, latestHour - HOURS_KEPT))
      traffic.refresh(true, fed.marked)
      request('traffic')
    },
    setTime(next) {
      if (next === mapState.hour) return
      mapState.hour = next
      pointing.refresh()
      request('traffic')
    },
    restyle() {
      mapState.palette = paletteOf(host)
      request('base', 'scene', 'traffic')
    },
    show,
    follow(shipment) {
      following.follow(shipment)
      request('traffic')
    },
    spotOf: finder.spotOf,
    ...createOutlook(host, mapState, viewpoint),
    zoomBy,
    legend() {
      const { scene, palette, scaleEnd, display } = mapState
      return legendOf(scene?.network, scaleEnd, palette, display.colourBy)
    },
    sign: (state) => signOf(state, mapState.palette, picture.pixelRatio),
    picture() {
      frames.drawNow()
      const context = picture.copied(traffic.canvas)
      ring.drawOn(context)
      return context.canvas
    },
    stats: () => ({
      frames: framesDrawn,
      shipmentsDrawn: countAt(movements, mapState.hour),
      marksDrawn: marksAt(marks, mapState.hour),
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
