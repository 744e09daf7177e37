/**
 * A point cloud in raw WebGL: one buffer, one program, one draw call; the rows are those of the map's
 * movements.
 */

import { createCurves } from '../../map/scene/curves'
import { paletteOf, rgbOf } from '../../map/scene/palette'
import { addMovement, createMovements, type Movements, ROW_FLOATS } from '../../map/traffic/movements'
import { DOT_SHADER } from '../../map/traffic/shaders'
import { type Camera, fitted } from '../../map/view/camera'
import { coreBox, createProjection, projectPlaces } from '../../map/view/projection'
import type { DrawLoad } from '../drawload'

/** Every shipment travels along its leg from a moment before hour 0 to one after this. */
export const JOURNEY_HOURS = 1000
const BYTES = 4

export interface Shaders {
  readonly vertex: string
  readonly fragment: string
}

/** The map's own dots. */
export const SAME_LOOK: Shaders = DOT_SHADER

/** The least that moves: squares of one colour on straight lines, as large as the map's dots. */
export const SQUARES: Shaders = {
  vertex: `#version 300 es
in vec2 aFrom;
in vec2 aTo;
in vec4 aTimes;
uniform vec4 uCamera;
uniform vec4 uView;
void main() {
  float t = (uView.z - aTimes.y) / (aTimes.z - aTimes.y);
  vec2 pixels = (mix(aFrom, aTo, t) - uCamera.xy) * uCamera.z;
  gl_Position = vec4(pixels.x * 2.0 / uView.x, -pixels.y * 2.0 / uView.y, 0.0, 1.0);
  gl_PointSize = 10.5 * uCamera.w;
}
`,
  fragment: `#version 300 es
precision highp float;
out vec4 finalColor;
void main() {
  finalColor = vec4(0.9, 0.7, 0.3, 1.0);
}
`,
}

/** `count` shipments on the legs of a load, all under way, and the camera that sees its network. */
export function sceneOf(
  load: DrawLoad,
  count: number,
  width: number,
  height: number,
): { readonly movements: Movements; readonly camera: Camera } {
  const plane = projectPlaces(createProjection(load.nodes), load.nodes)
  const curves = createCurves(load.legs, plane)
  const movements = createMovements()
  for (let i = 0; i < count; i++) {
    const leg = load.shipmentLegs[i % load.shipmentLegs.length] ?? 0
    const departAt = -JOURNEY_HOURS * ((i * 0.618034) % 1)
    const times = { waitFrom: departAt, departAt, arriveAt: departAt + 2 * JOURNEY_HOURS }
    const who = { shipment: { a: i, b: 0 }, candidate: 0, organisation: 0, grams: 0 }
    addMovement(movements, curves, undefined, { leg, ...times, ...who })
  }
  const blank: Camera = { x: 0, y: 0, scale: 1, width, height }
  return { movements, camera: fitted(blank, coreBox(plane)) }
}

function programOf(gl: WebGL2RenderingContext, { vertex, fragment }: Shaders): WebGLProgram {
  const program = gl.createProgram()
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind)
    if (shader === null) throw new Error('No shader can be made')
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? '')
  return program
}

function bindRows(gl: WebGL2RenderingContext, program: WebGLProgram, movements: Movements): void {
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
  gl.bufferData(gl.ARRAY_BUFFER, movements.data, gl.STATIC_DRAW)
  const columns = [
    ['aFrom', 2, 0],
    ['aVia', 2, 2],
    ['aTo', 2, 4],
    ['aTimes', 4, 6],
    ['aLook', 2, 10],
  ] as const
  for (const [name, floats, offset] of columns) {
    const at = gl.getAttribLocation(program, name)
    if (at < 0) continue
    gl.enableVertexAttribArray(at)
    gl.vertexAttribPointer(at, floats, gl.FLOAT, false, ROW_FLOATS * BYTES, offset * BYTES)
  }
}

export interface Cloud {
  readonly canvas: HTMLCanvasElement
  draw(hour: number): void
}

/** Draws the used rows of the movements by the given shaders; throws where WebGL 2 is missing. */
export function createCloud(shaders: Shaders, movements: Movements, camera: Camera): Cloud {
  const canvas = document.createElement('canvas')
  canvas.width = camera.width
  canvas.height = camera.height
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false })
  if (gl === null) throw new Error('WebGL 2 is missing')
  const program = programOf(gl, shaders)
  bindRows(gl, program, movements)
  gl.useProgram(program)
  gl.viewport(0, 0, camera.width, camera.height)
  gl.enable(gl.BLEND)
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  const palette = paletteOf(document.documentElement)
  const at = (name: string) => gl.getUniformLocation(program, name)
  gl.uniform4f(at('uCamera'), camera.x, camera.y, camera.scale, 1)
  gl.uniform3f(at('uMoving'), ...rgbOf(palette.moving))
  gl.uniform1f(at('uCover'), palette.dotCover)
  const view = at('uView')
  return {
    canvas,
    draw(hour) {
      gl.clear(gl.COLOR_BUFFER_BIT)
      gl.uniform4f(view, camera.width, camera.height, hour, 1)
      gl.drawArrays(gl.POINTS, 0, movements.used)
    },
  }
}
