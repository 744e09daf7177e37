/**
 * The page of the limit: the map's traffic layer and raw point clouds in turns, and a raw cloud that keeps
 * moving.
 */

import { paletteOf } from '../../map/scene/palette'
import { createCardTraffic } from '../../map/traffic/card'
import { createMarks } from '../../map/traffic/marks'
import { MAP_LAYERS } from '../../map/types'
import type { DrawLoad } from '../drawload'
import { type Cloud, createCloud, JOURNEY_HOURS, SAME_LOOK, SQUARES, sceneOf } from './cloud'

/** Milliseconds of one finished drawing, per round. */
export type DrawTimes = Readonly<Record<'traffic' | 'sameLook' | 'squares', readonly number[]>>

export interface LimitPage {
  /** Draws `count` moving shipments by each program in turns, waiting until the pixels are there. */
  takeTurns(load: DrawLoad, count: number, rounds: number): Promise<DrawTimes>
  /** Draws the map's dots in raw WebGL from now on, in every frame. */
  play(load: DrawLoad): void
}

declare global {
  interface Window {
    limitPage: LimitPage
  }
}

/** Drawings in one round, of which the mean counts. */
const DRAWINGS = 4

async function createTraffic({ movements, camera }: ReturnType<typeof sceneOf>): Promise<Cloud> {
  const traffic = await createCardTraffic(movements, createMarks(), () => undefined)
  traffic.resize(camera.width, camera.height, 1)
  traffic.refresh(true, true)
  const layers = new Set(MAP_LAYERS.filter((layer) => layer !== 'marks'))
  const palette = paletteOf(document.documentElement)
  const frame = { camera, palette, colourBy: 'state' as const, layers, symbolScale: 1 }
  return { canvas: traffic.canvas, draw: (hour) => traffic.draw({ ...frame, hour }) }
}

/** Milliseconds until some drawings are in the picture. */
function timeOf({ canvas, draw }: Cloud, round: number): number {
  const gl = canvas.getContext('webgl2')
  const pixel = new Uint8Array(4)
  const start = performance.now()
  for (let i = 0; i < DRAWINGS; i++) {
    draw((round * DRAWINGS + i) % JOURNEY_HOURS)
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
  }
  return (performance.now() - start) / DRAWINGS
}

window.limitPage = {
  async takeTurns(load, count, rounds) {
    const scene = sceneOf(load, count, innerWidth, innerHeight)
    const clouds = {
      traffic: await createTraffic(scene),
      sameLook: createCloud(SAME_LOOK, scene.movements, scene.camera),
      squares: createCloud(SQUARES, scene.movements, scene.camera),
    }
    const names = ['traffic', 'sameLook', 'squares'] as const
    const times = { traffic: [] as number[], sameLook: [] as number[], squares: [] as number[] }
    for (let round = -1; round < rounds; round++) {
      for (const name of names) {
        const ms = timeOf(clouds[name], Math.max(0, round))
        if (round >= 0) times[name].push(ms)
      }
      await new Promise(requestAnimationFrame)
    }
    return times
  },
  play(load) {
    const { movements, camera } = sceneOf(load, load.shipmentLegs.length, innerWidth, innerHeight)
    const cloud = createCloud(SAME_LOOK, movements, camera)
    document.body.replaceChildren(cloud.canvas)
    const frame = (now: number) => {
      cloud.draw((now / 10) % JOURNEY_HOURS)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  },
}
