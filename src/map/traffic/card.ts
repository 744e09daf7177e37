/**
 * Traffic on the graphics card: two Pixi meshes of points over the rows of movements and marks; a frame sets
 * uniforms only.
 */
import 'pixi.js/unsafe-eval'
import {
  Buffer,
  BufferUsage,
  Container,
  Geometry,
  Mesh,
  Shader,
  Ticker,
  UniformGroup,
  WebGLRenderer,
} from 'pixi.js'
import { type Palette, rgbOf } from '../scene/palette'
import { ORGANISATION_COLOURS } from '../scene/symbols'
import type { TrafficLayer } from './layer'
import { MARK_FLOATS, type Marks } from './marks'
import { type Movements, ROW_FLOATS } from './movements'
import { DOT_SHADER, MARK_SHADER } from './shaders'

const BYTES = 4

/** A vertex buffer over rows of floats that the simulation's side writes. */
const rowBuffer = (data: Float32Array) =>
  new Buffer({ data, usage: BufferUsage.VERTEX | BufferUsage.COPY_DST, shrinkToFit: false })

/** Point geometry over interleaved rows: attribute name to number of floats, in order. */
function pointGeometry(
  buffer: Buffer,
  floatsPerRow: number,
  columns: readonly (readonly [string, 2 | 4])[],
): Geometry {
  let offset = 0
  const attributes = Object.fromEntries(
    columns.map(([name, floats]) => {
      const format = floats === 2 ? ('float32x2' as const) : ('float32x4' as const)
      const attribute = { buffer, format, stride: floatsPerRow * BYTES, offset: offset * BYTES }
      offset += floats
      return [name, attribute]
    }),
  )
  return new Geometry({ attributes, topology: 'point-list' })
}

const vec3 = (hex: string) => new Float32Array(rgbOf(hex))

function createUniforms() {
  return new UniformGroup({
    uCamera: { value: new Float32Array(4), type: 'vec4<f32>' },
    uView: { value: new Float32Array(4), type: 'vec4<f32>' },
    uMoving: { value: new Float32Array(3), type: 'vec3<f32>' },
    uWaiting: { value: new Float32Array(3), type: 'vec3<f32>' },
    uSeized: { value: new Float32Array(3), type: 'vec3<f32>' },
    uDelivered: { value: new Float32Array(3), type: 'vec3<f32>' },
    uOrganisations: {
      value: new Float32Array(3 * ORGANISATION_COLOURS),
      type: 'vec3<f32>',
      size: ORGANISATION_COLOURS,
    },
    uByOrganisation: { value: 0, type: 'f32' },
    uPointed: { value: -1, type: 'f32' },
    uCover: { value: 0, type: 'f32' },
  })
}

function paint(uniforms: ReturnType<typeof createUniforms>['uniforms'], palette: Palette): void {
  uniforms.uMoving = vec3(palette.moving)
  uniforms.uWaiting = vec3(palette.waiting)
  uniforms.uSeized = vec3(palette.seized)
  uniforms.uDelivered = vec3(palette.delivered)
  uniforms.uOrganisations = Float32Array.from(palette.organisations.flatMap((hex) => [...rgbOf(hex)]))
  uniforms.uCover = palette.dotCover
}

/** Rejects where WebGL 2 is missing. */
export async function createCardTraffic(
  movements: Movements,
  marks: Marks,
  onLost: () => void,
): Promise<TrafficLayer> {
  const canvas = document.createElement('canvas')
  const renderer = new WebGLRenderer()
  await renderer.init({
    canvas,
    width: 8,
    height: 8,
    backgroundColor: 0x000000,
    backgroundAlpha: 0,
    antialias: false,
    preferWebGLVersion: 2,
  })
  // The shared ticker serves only Pixi's garbage collection: without it an idle map costs nothing.
  Ticker.system.autoStart = false
  Ticker.system.stop()
  renderer.limits.maxBatchableTextures = Math.min(2, renderer.limits.maxBatchableTextures)
  if (renderer.context.webGLVersion !== 2) throw new Error('WebGL 2 is missing')

  const group = createUniforms()
  const { uniforms } = group
  const dotRows = rowBuffer(movements.data)
  const markRows = rowBuffer(marks.data)
  const dots = new Mesh({
    geometry: pointGeometry(dotRows, ROW_FLOATS, [
      ['aFrom', 2],
      ['aVia', 2],
      ['aTo', 2],
      ['aTimes', 4],
      ['aLook', 2],
    ]),
    shader: Shader.from({ gl: DOT_SHADER, resources: { group } }),
  })
  const signs = new Mesh({
    geometry: pointGeometry(markRows, MARK_FLOATS, [
      ['aPlace', 2],
      ['aTime', 2],
      ['aKind', 2],
    ]),
    shader: Shader.from({ gl: MARK_SHADER, resources: { group } }),
  })
  const stage = new Container()
  stage.addChild(dots, signs)

  let pixelRatio = 1
  let painted: Palette | undefined
  let gone = false
  canvas.addEventListener('webglcontextlost', () => {
    if (gone) return
    gone = true
    onLost()
  })

  return {
    canvas,
    resize(width, height, ratio) {
      pixelRatio = ratio
      renderer.resize(width, height, ratio)
    },
    refresh(movementsChanged, marksChanged) {
      if (movementsChanged && dotRows.data !== movements.data) dotRows.data = movements.data
      else if (movementsChanged) dotRows.update()
      if (marksChanged) markRows.update()
    },
    draw({ camera, hour, palette, colourBy, pointed, symbolScale, layers }) {
      if (gone) return
      if (painted !== palette) paint(uniforms, palette)
      painted = palette
      uniforms.uCamera.set([camera.x, camera.y, camera.scale, pixelRatio])
      uniforms.uView.set([camera.width, camera.height, hour, symbolScale])
      uniforms.uByOrganisation = colourBy === 'organisation' ? 1 : 0
      uniforms.uPointed = pointed ?? -1
      dots.visible = layers.has('shipments')
      signs.visible = layers.has('marks')
      group.update()
      renderer.render(stage)
    },
    destroy() {
      gone = true
      stage.destroy({ children: true })
      renderer.destroy()
      canvas.remove()
    },
  }
}
