/** The map's whole face: `createMap` wires camera, base map, network, traffic and gestures to one host element. */
import { type Basemap, createBasemap, loadWorld } from './basemap'
import { between, type Camera, fitted, panned, resized, zoomedAt } from './camera'
import { addEvents, addShipments } from './feed'
import { listenToGestures } from './gestures'
import { legendOf } from './legend'
import { clearMarks, createMarks, marksAt } from './marks'
import { clearMovements, countAt, createMovements, dropEnded } from './movements'
import type { Typeface } from './names'
import { PALETTES } from './palette'
import { pick } from './picking'
import { coreBox, createProjection } from './projection'
import { createScene, drawScene, type Layout, layOut, type Scene, takeFlows } from './scene'
import { createTraffic, type TrafficLayer } from './traffic'
import type { ColourBy, CreateMap, MapTarget } from './types'

export type {
  CheckpointState,
  MapNetwork,
  MapTarget,
  TrafficMap,
} from './types'

const FLIGHT_MS = 320
const MOST_PIXEL_RATIO = 2
const HOURS_KEPT = 24 * 4
/** Names follow the flows, but not so often that they are restless. */
const NAMES_REST_MS = 4000

export const createMap: CreateMap = async (host, options) => {
  const world = await loadWorld()
  const movements = createMovements()
  const marks = createMarks()
  const baseCanvas = document.createElement('canvas')
  const sceneCanvas = document.createElement('canvas')
  const base = contextOf(baseCanvas)
  const above = contextOf(sceneCanvas)

  let theme = options.theme
  let colourBy: ColourBy = 'state'
  let camera: Camera = { x: 0, y: 0, scale: 1, width: 1, height: 1 }
  let home: readonly [number, number, number, number] = [-400, -300, 400, 300]
  let pixelRatio = 1
  let hour = 0
  let latestHour = 0
  let scene: Scene | undefined
  let basemap: Basemap | undefined
  let layout: Layout | undefined
  let selection: MapTarget | undefined
  let hover: MapTarget | undefined
  let highlighted: readonly MapTarget[] = []
  let cameraTouched = false
  let frames = 0
  let frame = 0
  let namedAt = 0
  let destroyed = false
  let flight: { readonly from: Camera; readonly to: Camera; readonly start: number } | undefined
  const stale = { base: true, layout: true, names: true, scene: true, traffic: true }

  let traffic: TrafficLayer = await createTraffic(movements, marks, rebuild)

  if (getComputedStyle(host).position === 'static') host.style.position = 'relative'
  host.style.overflow = 'hidden'
  host.style.touchAction = 'none'
  for (const canvas of [baseCanvas, sceneCanvas, traffic.canvas]) mount(host, canvas)

  /** After a lost context: a new renderer in place of the old one, as often as it takes. */
  function rebuild(): void {
    if (destroyed) return
    const lost = traffic
    void createTraffic(movements, marks, rebuild).then((next) => {
      if (destroyed) return next.destroy()
      const before = lost.canvas.nextSibling
      lost.destroy()
      traffic = next
      mount(host, next.canvas, before)
      next.resize(camera.width, camera.height, pixelRatio)
      request('traffic')
      options.onRebuild?.()
    })
  }

  function request(...layers: (keyof typeof stale)[]): void {
    for (const layer of layers) stale[layer] = true
    if (frame === 0 && !destroyed) frame = requestAnimationFrame(draw)
  }

  function lookAt(next: Camera): void {
    camera = next
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
    if (stale.base && basemap !== undefined) {
      base.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      basemap.draw(base, camera, palette)
    }
    if (scene !== undefined) {
      const type = typeface()
      if (stale.layout || layout === undefined) {
        const names = stale.names ? undefined : layout?.names
        if (names === undefined) namedAt = now
        layout = layOut(scene, camera, above, type, names)
      }
      if (stale.scene || stale.layout) {
        above.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
        const marked = hover === undefined ? highlighted : [hover]
        drawScene(above, scene, layout, palette, type, marked, selection)
      }
      if (stale.traffic) traffic.draw({ camera, hour, palette, colourBy, symbolScale: layout.symbolScale })
      frames++
      host.dataset.ready = 'true'
    }
    stale.base = stale.layout = stale.names = stale.scene = stale.traffic = false
    if (flight !== undefined) request('base')
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
    lookAt(cameraTouched ? next : fitted(next, home))
  }

  function hoverAt(x: number, y: number): void {
    const target = layout === undefined || flight !== undefined ? undefined : pick(camera, layout, x, y)
    const changed = !isSame(target, hover)
    hover = target
    host.style.cursor = target === undefined ? 'grab' : 'pointer'
    if (changed) request('scene')
    if (changed || target !== undefined) options.onHover(target, x, y)
  }

  function select(target: MapTarget | undefined): void {
    if (isSame(target, selection)) return
    selection = target
    request('scene')
  }

  const stopGestures = listenToGestures(host, {
    pan(dx, dy) {
      cameraTouched = true
      flight = undefined
      host.style.cursor = 'grabbing'
      lookAt(panned(camera, dx, dy))
    },
    zoom(factor, x, y, smooth) {
      if (smooth) return flyTo(zoomedAt(camera, factor, x, y))
      cameraTouched = true
      flight = undefined
      lookAt(zoomedAt(camera, factor, x, y))
    },
    hover: hoverAt,
    leave() {
      if (hover === undefined) return
      hover = undefined
      options.onHover(undefined, 0, 0)
      request('scene')
    },
    click(x, y) {
      const target = layout === undefined ? undefined : pick(camera, layout, x, y)
      select(target)
      options.onSelect(target)
    },
  })
  const observer = new ResizeObserver(takeSize)
  observer.observe(host)
  takeSize()

  return {
    setNetwork(network) {
      const projection = createProjection(network.nodes)
      basemap = createBasemap(world, projection)
      scene = createScene(network, projection, world.labels)
      home = coreBox(scene.plane)
      layout = selection = hover = flight = undefined
      highlighted = []
      cameraTouched = false
      clearMovements(movements)
      clearMarks(marks)
      traffic.refresh(true, true)
      lookAt(fitted(camera, home))
    },
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
      request('traffic')
    },
    setColourBy(next) {
      colourBy = next
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
    fit() {
      flyTo(fitted(camera, home))
      cameraTouched = false
    },
    zoomBy(factor) {
      flyTo(zoomedAt(flight?.to ?? camera, factor, camera.width / 2, camera.height / 2))
    },
    legend: () => legendOf(scene?.network, scene?.scaleEnd ?? 0, PALETTES[theme], colourBy),
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

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser has no 2D canvas')
  return context
}

function mount(host: HTMLElement, canvas: HTMLCanvasElement, before: Node | null = null): void {
  canvas.style.position = 'absolute'
  canvas.style.inset = '0'
  canvas.style.width = '100%'
  canvas.style.height = '100%'
  canvas.style.pointerEvents = 'none'
  canvas.setAttribute('aria-hidden', 'true')
  host.insertBefore(canvas, before)
}

const isSame = (a: MapTarget | undefined, b: MapTarget | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.kind === b.kind && a.index === b.index)
