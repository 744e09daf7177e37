/**
 * The page of the peer: the same network, flows and shipments by flowmap.gl and a scatter plot of deck.gl.
 */
import { Deck, MapView, WebMercatorViewport } from '@deck.gl/core'
import { ScatterplotLayer } from '@deck.gl/layers'
import { FlowmapLayer } from '@flowmap.gl/layers'
import { coreBox } from '../../map/view/projection'
import type { DrawLoad } from '../drawload'

interface Location {
  readonly id: number
  readonly lat: number
  readonly lon: number
}
interface Flow {
  readonly from: number
  readonly to: number
  readonly kg: number
}

/** Milliseconds in which a dot goes along its leg. */
const JOURNEY_MS = 4_000

function flowsOf(load: DrawLoad) {
  const locations: Location[] = load.nodes.map((node, id) => ({ id, ...node }))
  const flows: Flow[] = load.legs.map(({ from, to }, i) => ({ from, to, kg: load.kgPerMonth[i] ?? 0 }))
  return new FlowmapLayer<Location, Flow>({
    id: 'flows',
    data: { locations, flows: flows.filter(({ kg }) => kg > 0) },
    getLocationId: ({ id }) => id,
    getLocationLat: ({ lat }) => lat,
    getLocationLon: ({ lon }) => lon,
    getFlowOriginId: ({ from }) => from,
    getFlowDestId: ({ to }) => to,
    getFlowMagnitude: ({ kg }) => kg,
    flowLinesRenderingMode: 'curved',
    darkMode: true,
    clusteringEnabled: false,
    maxTopFlowsDisplayNum: flows.length,
  })
}

/** Writes longitude and latitude of every shipment at a moment. */
function movePoints(points: Float32Array, { nodes, legs, shipmentLegs }: DrawLoad, now: number): void {
  shipmentLegs.forEach((leg, i) => {
    const { from = 0, to = 0 } = legs[leg] ?? {}
    const share = (now / JOURNEY_MS + i * 0.618034) % 1
    const [start, end] = [nodes[from] ?? { lat: 0, lon: 0 }, nodes[to] ?? { lat: 0, lon: 0 }]
    points[i * 2] = start.lon + (end.lon - start.lon) * share
    points[i * 2 + 1] = start.lat + (end.lat - start.lat) * share
  })
}

function dotsOf(points: Float32Array) {
  return new ScatterplotLayer({
    id: 'shipments',
    data: { length: points.length / 2, attributes: { getPosition: { value: points, size: 2 } } },
    getRadius: 2.6,
    radiusUnits: 'pixels',
    getFillColor: [255, 210, 122],
  })
}

/** The view of the same core of the network that the map opens with. */
function viewOf({ nodes }: DrawLoad) {
  const [west, south, east, north] = coreBox(Float64Array.from(nodes.flatMap(({ lon, lat }) => [lon, lat])))
  const viewport = new WebMercatorViewport({ width: innerWidth, height: innerHeight })
  const bounds: [[number, number], [number, number]] = [
    [west, south],
    [east, north],
  ]
  const { longitude, latitude, zoom } = viewport.fitBounds(bounds, { padding: 40 })
  return { longitude, latitude, zoom }
}

window.peerPage = {
  play: (load) =>
    new Promise((resolve, reject) => {
      const flows = flowsOf(load)
      const deck = new Deck({
        parent: document.body as HTMLDivElement,
        views: new MapView({}),
        initialViewState: viewOf(load),
        useDevicePixels: false,
        onAfterRender: () => resolve(),
        onError: reject,
      })
      const frame = (now: number) => {
        // A new array tells deck.gl that the places have changed.
        const points = new Float32Array(load.shipmentLegs.length * 2)
        movePoints(points, load, now)
        deck.setProps({ layers: [flows, dotsOf(points)] })
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    }),
}
