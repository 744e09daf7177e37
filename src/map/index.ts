/** The map's whole face: `createMap` wires camera, base map, network, traffic and gestures to one host element. */
import type { GeoProjection } from 'd3-geo'
import { type Basemap, createBasemap, loadWorld } from './basemap'
import {
  between,
  type Camera,
  fitted,
  panned,
  planeX,
  planeY,
  resized,
  screenX,
  screenY,
  zoomedAt,
} from './camera'
import { boxesOf, contextOf, createRing, mount } from './canvases'
import { signOf } from './checkpoints'
import { curveAt } from './curves'
import { DOT_TOLERANCE, dotAt, pickShipment } from './dots'
import { drawScene } from './drawing'
import { addEvents, addShipments } from './feed'
import { listenToGestures } from './gestures'
import { createHold } from './hold'
import { legendOf } from './legend'
import { clearMarks, createMarks, filterMarks, marksAt } from './marks'
import { clearMovements, countAt, createMovements, dropEnded, filterMovements, rowAt } from './movements'
import type { Typeface } from './names'
import { PALETTES } from './palette'
import { pick } from './picking'
import { boxAround, carriedOver, createProjection, placeOnPlane, suits } from './projection'
import { ALL_LAYERS, createScene, type Layout, layOut, type Scene, takeFlows } from './scene'
import { drawSketch } from './sketch'
import { createLastingTraffic } from './traffic'
import type { ColourBy, CreateMap, LonLat, MapSketch, MapTarget, MovingShipment, ShipmentKey } from './types'
import { firstView, wholeView } from './views'

export { fillSymbol, type SymbolShape } from './symbols'
export type {
  CheckpointState,
  LegendSymbol,
  LonLat,
  MapEditor,
  MapFilter,
  MapLayer,
  MapNetwork,
  MapSketch,
  MapTarget,
  MovingShipment,
  ShipmentKey,
  ShipmentPick,
  TrafficMap,
} from './types'

const FLIGHT_MS = 320
const MOST_PIXEL_RATIO = 2
const HOURS_KEPT = 24 * 4
/** Names follow the flows, but not so often that they are restless. */
const NAMES_REST_MS = 4000
/** A followed shipment is brought back to the middle when it is this near to the edge, as a share of the view. */
const EDGE_SHARE = 0.14

export const createMap: CreateMap = async (host, options) => {
  const movements = createMovements()
  const marks = createMarks()
  const baseCanvas = document.createElement('canvas')
  const sceneCanvas = document.createElement('canvas')
  const base = contextOf(baseCanvas)
  const above = contextOf(sceneCanvas)

  let theme = options.theme
  let colourBy: ColourBy = 'state'
  let pointed: number | undefined
  let camera: Camera = { x: 0, y: 0, scale: 1, width: 1, height: 1 }
  let pixelRatio = 1
  let hour = 0
  let latestHour = 0
  let scene: Scene | undefined
  let basemap: Basemap | undefined
  let projection: GeoProjection | undefined
  let layout: Layout | undefined
  let selection: MapTarget | undefined
  let hover: MapTarget | undefined
  /** What the page was last told to be under the pointer, and where the pointer was. */
  let told: MapTarget | MovingShipment | undefined
  let pointer = { x: 0, y: 0 }
  let highlighted: readonly MapTarget[] = []
  let sketch: MapSketch | undefined
  let covers: readonly Element[] = []
  let layers = ALL_LAYERS
  let strongest = 0
  let followed: ShipmentKey | undefined
  let keepsInView = false
  let cameraTouched = false
  let frames = 0
  let frame = 0
  let namedAt = 0
  let destroyed = false
  let flight: { readonly from: Camera; readonly to: Camera; readonly start: number } | undefined
  const stale = { base: true, layout: true, names: true, scene: true, traffic: true }

  if (getComputedStyle(host).position === 'static') host.style.position = 'relative'
  host.style.overflow = 'hidden'
  host.style.touchAction = 'none'
  for (const canvas of [baseCanvas, sceneCanvas]) mount(host, canvas)
  const [world, traffic] = await Promise.all([
    loadWorld(),
    createLastingTraffic(host, movements, marks, () => {
      request('traffic')
    }),
  ])
  const ring = createRing(host)

  function request(...layers: (keyof typeof stale)[]): void {
    for (const layer of layers) stale[layer] = true
    if (frame === 0 && !destroyed) frame = requestAnimationFrame(draw)
  }

  function lookAt(next: Camera): void {
    camera = next
    forgetPointer()
    request('base', 'layout', 'names', 'scene', 'traffic')
  }

  function flyTo(to: Camera): void {
    cameraTouched = true
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      lookAt(to)
      return
    }
    flight = { from: camera, to, start: performance.now() }
    request('base')
  }

  function typeface(): Typeface {
    const style = getComputedStyle(host)
    return { family: style.fontFamily, scale: Math.max(0.75, Number.parseFloat(style.fontSize) / 16 || 1) }
  }

  function draw(now: number): void {
    frame = 0
    if (destroyed || camera.width < 2 || camera.height < 2) return
    if (flight !== undefined) {
      const share = Math.min(1, Math.max(0, (now - flight.start) / FLIGHT_MS))
      const { from, to } = flight
      if (share === 1) flight = undefined
      lookAt(share === 1 ? { ...to, width: camera.width, height: camera.height } : between(from, to, share))
    }
    const palette = PALETTES[theme]
    const due = { ...stale }
    stale.base = stale.layout = stale.names = stale.scene = stale.traffic = false
    if (due.base && basemap !== undefined) {
      base.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      basemap.draw(base, camera, palette, layers)
    }
    if (scene !== undefined) {
      const type = typeface()
      if (due.layout || layout === undefined) {
        const names = due.names ? undefined : layout?.names
        if (names === undefined) {
          namedAt = now
          scene.covered = boxesOf(covers, host)
        }
        layout = layOut(scene, camera, above, type, names)
      }
      if (due.scene || due.layout) {
        above.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
        const marked = hover === undefined ? highlighted : [hover]
        drawScene(above, scene, layout, palette, type, marked, selection)
        if (sketch !== undefined && projection !== undefined)
          drawSketch(above, sketch, projection, camera, palette)
      }
      if (due.traffic) {
        traffic.draw({ camera, hour, palette, colourBy, pointed, layers, symbolScale: layout.symbolScale })
        showFollowed(layout.symbolScale)
      }
      frames++
      host.dataset.ready = 'true'
    }
    if (flight !== undefined) request('base')
  }

  /** Rings the followed shipment and, while the person has not panned away, keeps it in view. */
  function showFollowed(symbolScale: number): void {
    const row = followed === undefined ? -1 : rowAt(movements, followed, hour)
    const dot = row < 0 ? undefined : dotAt(movements, row, hour, camera, symbolScale)
    ring.show(dot, PALETTES[theme].selection)
    if (dot === undefined || !keepsInView || flight !== undefined) return
    const { width, height } = camera
    const edge = Math.min(width, height) * EDGE_SHARE
    if (dot.x > edge && dot.y > edge && dot.x < width - edge && dot.y < height - edge) return
    flyTo({ ...camera, x: planeX(camera, dot.x), y: planeY(camera, dot.y) })
  }

  /** Draws at once whatever is due. */
  function drawNow(): void {
    cancelAnimationFrame(frame)
    stale.traffic = true
    draw(performance.now())
  }

  function takeSize(): void {
    const width = host.clientWidth
    const height = host.clientHeight
    pixelRatio = Math.min(MOST_PIXEL_RATIO, devicePixelRatio || 1)
    for (const canvas of [baseCanvas, sceneCanvas]) {
      canvas.width = Math.round(width * pixelRatio)
      canvas.height = Math.round(height * pixelRatio)
    }
    if (width < 2 || height < 2) return
    traffic.resize(width, height, pixelRatio)
    const next = resized(camera, width, height)
    lookAt(cameraTouched || scene === undefined ? next : firstView(next, scene.plane))
  }

  function hoverAt(x: number, y: number): void {
    const below = flight === undefined ? targetAt(x, y) : undefined
    const isFree = hold.editor === undefined && flight === undefined
    const shipment = isFree ? shipmentAt(x, y, below) : undefined
    const target = shipment === undefined ? below : undefined
    if (!isSame(target, hover)) request('scene')
    hover = target
    const onGround = hold.editor?.aims === true ? 'crosshair' : 'grab'
    host.style.cursor = target === undefined && shipment === undefined ? onGround : 'pointer'
    pointer = { x, y }
    tell(shipment?.kind === 'shipment' ? shipment : target)
    hold.hover(target, x, y)
  }

  function tell(found: MapTarget | MovingShipment | undefined): void {
    if (found === undefined && told === undefined) return
    told = found
    options.onHover(found, pointer.x, pointer.y)
  }

  /** The picture is another one: what was under the pointer is so no longer. */
  function forgetPointer(): void {
    if (hover !== undefined) request('scene')
    hover = undefined
    tell(undefined)
  }

  /** Looks anew under the pointer once the shipment there has moved on. */
  function keepUp(): void {
    if (told?.kind !== 'shipment') return
    const spot = spotOf(told)
    if (spot !== undefined && Math.hypot(spot.x - pointer.x, spot.y - pointer.y) <= DOT_TOLERANCE) return
    hoverAt(pointer.x, pointer.y)
  }

  function spotOf(what: MapTarget | ShipmentKey) {
    if (layout === undefined || scene === undefined) return undefined
    if (!('kind' in what) || !('index' in what)) {
      const row = rowAt(movements, what, hour)
      return row < 0 ? undefined : dotAt(movements, row, hour, camera, layout.symbolScale)
    }
    if (what.kind === 'node') return layout.places[what.index]
    if (what.kind === 'checkpoint') return layout.gauges[what.index]
    return {
      x: screenX(camera, curveAt(scene.curves, what.index, 0, 0.5)),
      y: screenY(camera, curveAt(scene.curves, what.index, 1, 0.5)),
    }
  }

  function targetAt(x: number, y: number): MapTarget | undefined {
    // Between a new network and its first picture a click still finds what will be there.
    if (scene !== undefined) layout ??= layOut(scene, camera, above, typeface())
    return layout === undefined ? undefined : pick(camera, layout, x, y)
  }

  function groundAt(x: number, y: number): LonLat | undefined {
    return projection && placeOnPlane(projection, planeX(camera, x), planeY(camera, y))
  }

  function shipmentAt(x: number, y: number, target: MapTarget | undefined) {
    if (layout === undefined) return undefined
    return pickShipment({ movements, marks, hour, camera, layout, layers }, target, x, y)
  }

  function select(target: MapTarget | undefined): void {
    if (isSame(target, selection)) return
    selection = target
    request('scene')
  }

  function zoomBy(factor: number): void {
    flyTo(zoomedAt(flight?.to ?? camera, factor, camera.width / 2, camera.height / 2))
  }

  const hold = createHold(targetAt, groundAt)
  const stopGestures = listenToGestures(host, {
    pan(dx, dy) {
      cameraTouched = true
      keepsInView = false
      flight = undefined
      host.style.cursor = 'grabbing'
      lookAt(panned(camera, dx, dy))
    },
    zoom(factor, x, y, smooth) {
      // While the network is edited a double click is two clicks.
      if (smooth && hold.editor !== undefined) return
      if (smooth) return flyTo(zoomedAt(camera, factor, x, y))
      cameraTouched = true
      flight = undefined
      lookAt(zoomedAt(camera, factor, x, y))
    },
    hover: hoverAt,
    zoomBy,
    step(dx, dy) {
      keepsInView = false
      flyTo(panned(flight?.to ?? camera, dx, dy))
    },
    leave: forgetPointer,
    click(x, y) {
      if (hold.click(x, y)) return
      const target = targetAt(x, y)
      const shipment = shipmentAt(x, y, target)
      if (shipment !== undefined) return options.onShipment(shipment)
      select(target)
      options.onSelect(target)
    },
    grab: hold.grab,
    drag(x, y) {
      host.style.cursor = 'grabbing'
      tell(undefined)
      hover = targetAt(x, y)
      request('scene')
      hold.drag(x, y)
    },
    drop: hold.drop,
  })
  const observer = new ResizeObserver(takeSize)
  observer.observe(host)
  takeSize()

  return {
    setNetwork(network, view = 'fit') {
      const former = projection
      const isKept = view === 'keep' && former !== undefined
      const stays = isKept && suits(former, network.nodes)
      const next = stays ? former : createProjection(network.nodes)
      if (next !== former) basemap = createBasemap(world, next)
      if (isKept && !stays) camera = carriedOver(camera, former, next)
      projection = next
      scene = createScene(network, next, world.labels)
      Object.assign(scene, { layers, strongest, namesAll: hold.editor !== undefined })
      layout = selection = hover = flight = followed = undefined
      highlighted = []
      cameraTouched = isKept
      clearMovements(movements)
      clearMarks(marks)
      traffic.refresh(true, true)
      lookAt(isKept ? camera : firstView(camera, scene.plane))
    },
    setEditor(next) {
      hold.give(next)
      if (scene !== undefined) scene.namesAll = next !== undefined
      request('layout', 'names', 'scene')
      host.style.cursor = ''
    },
    setSketch(next) {
      if (next === sketch) return
      sketch = next
      request('scene')
    },
    setCovers(next) {
      covers = next
      request('layout', 'names', 'scene')
    },
    placeAt: (across, down) => groundAt(camera.width * across, camera.height * down),
    setCheckpoints(states) {
      if (scene !== undefined) scene.states = states.map((state) => ({ ...state }))
      request('scene')
    },
    setFlows(kgPerMonth) {
      if (scene === undefined) return
      const isRested = performance.now() - namedAt > NAMES_REST_MS
      if (takeFlows(scene, kgPerMonth) || isRested) request('names')
      request('layout', 'scene')
    },
    setMonth(month) {
      if (scene === undefined || scene.month === month) return
      scene.month = month
      request('layout', 'scene')
    },
    setShipments(shipments, at) {
      clearMovements(movements)
      clearMarks(marks)
      hour = latestHour = at
      if (scene !== undefined) addShipments(movements, scene, shipments, at)
      keepUp()
      traffic.refresh(true, true)
      request('traffic')
    },
    addDay(events) {
      if (scene === undefined) return
      const fed = addEvents(movements, marks, scene, events)
      latestHour = Math.max(latestHour, fed.latestHour)
      dropEnded(movements, Math.max(hour, latestHour - HOURS_KEPT))
      traffic.refresh(true, fed.marked)
      request('traffic')
    },
    setTime(next) {
      if (next === hour) return
      hour = next
      keepUp()
      request('traffic')
    },
    setColourBy(next) {
      colourBy = next
      pointed = undefined
      request('traffic')
    },
    pointOut(symbol) {
      if (symbol === pointed) return
      pointed = symbol
      request('traffic')
    },
    setTheme(next) {
      theme = next
      request('base', 'scene', 'traffic')
    },
    select,
    highlight(targets) {
      if (targets.length === 0 && highlighted.length === 0) return
      highlighted = targets
      request('scene')
    },
    setTrail(legs) {
      if (scene === undefined || legs.join() === scene.trail.join()) return
      scene.trail = legs
      request('scene')
    },
    follow(shipment) {
      followed = shipment
      keepsInView = shipment !== undefined
      request('traffic')
    },
    setLayers(next) {
      forgetPointer()
      layers = next
      if (scene !== undefined) scene.layers = next
      request('base', 'layout', 'names', 'scene', 'traffic')
    },
    setFilter(next) {
      forgetPointer()
      if (scene !== undefined) scene.filter = next
      filterMovements(movements, next)
      filterMarks(marks, next)
      traffic.refresh(true, true)
      request('layout', 'names', 'scene', 'traffic')
    },
    setStrongest(count) {
      strongest = count
      if (scene !== undefined) scene.strongest = count
      request('layout', 'scene')
    },
    spotOf,
    showNodes(nodes) {
      if (scene === undefined || nodes.length === 0) return
      flyTo(fitted(camera, boxAround(scene.plane, nodes), 0.12))
    },
    fit() {
      if (scene === undefined) return
      flyTo(firstView(camera, scene.plane))
      cameraTouched = false
    },
    showAll() {
      if (scene !== undefined) flyTo(wholeView(camera, scene.plane, boxesOf(covers, host)))
    },
    zoomBy,
    legend: () => legendOf(scene?.network, scene?.scaleEnd ?? 0, PALETTES[theme], colourBy),
    sign: (state) => signOf(state, PALETTES[theme], pixelRatio),
    picture() {
      drawNow()
      const picture = document.createElement('canvas')
      picture.width = baseCanvas.width
      picture.height = baseCanvas.height
      const context = contextOf(picture)
      for (const canvas of [baseCanvas, sceneCanvas, traffic.canvas]) context.drawImage(canvas, 0, 0)
      context.scale(pixelRatio, pixelRatio)
      ring.drawOn(context)
      return picture
    },
    stats: () => ({
      frames,
      shipmentsDrawn: countAt(movements, hour),
      marksDrawn: marksAt(marks, hour),
    }),
    destroy() {
      destroyed = true
      cancelAnimationFrame(frame)
      observer.disconnect()
      stopGestures()
      traffic.destroy()
      baseCanvas.remove()
      sceneCanvas.remove()
      delete host.dataset.ready
    },
  }
}

const isSame = (a: MapTarget | undefined, b: MapTarget | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.kind === b.kind && a.index === b.index)
