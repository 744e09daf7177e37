/** Pointing: what is under the pointer, as the map marks it and as the page hears of it. */

import { isSame, type MapState } from '../mapState'
import { DOT_TOLERANCE } from '../traffic/dots'
import type { MapOptions } from '../trafficMap'
import type { MapTarget, MovingShipment } from '../types'
import type { Viewpoint } from '../view/viewpoint'
import type { EditorPort } from './editorPort'
import type { Finder } from './finding'

export interface Pointing {
  hover(x: number, y: number): void
  /** Something that an editor holds is dragged over this place. */
  drag(x: number, y: number): void
  /** Clears the mark: the picture has changed, and with it what is under the pointer. */
  forget(): void
  /** Looks under the pointer again once the shipment there has moved on. */
  refresh(): void
}

interface Surroundings {
  readonly host: HTMLElement
  readonly mapState: MapState
  readonly viewpoint: Viewpoint
  readonly finder: Finder
  readonly editorPort: EditorPort
  readonly onHover: MapOptions['onHover']
  /** Other things are marked than were drawn. */
  readonly onMark: () => void
}

export function createPointing(surroundings: Surroundings): Pointing {
  const { host, mapState, viewpoint, finder, editorPort, onHover, onMark } = surroundings
  /** What was last reported to be under the pointer, and where the pointer was. */
  let reported: MapTarget | MovingShipment | undefined
  let pointer = { x: 0, y: 0 }

  function report(found: MapTarget | MovingShipment | undefined): void {
    if (found === undefined && reported === undefined) return
    reported = found
    onHover(found, pointer.x, pointer.y)
  }

  function hover(x: number, y: number): void {
    const below = viewpoint.isFlying ? undefined : finder.targetAt(x, y)
    const isFree = editorPort.editor === undefined && !viewpoint.isFlying
    const shipment = isFree ? finder.shipmentAt(x, y, below) : undefined
    const target = shipment === undefined ? below : undefined
    if (!isSame(target, mapState.hover)) onMark()
    mapState.hover = target
    const onGround = editorPort.editor?.aims === true ? 'crosshair' : 'grab'
    host.style.cursor = target === undefined && shipment === undefined ? onGround : 'pointer'
    pointer = { x, y }
    report(shipment?.kind === 'shipment' ? shipment : target)
    editorPort.hover(target, x, y)
  }

  return {
    hover,
    drag(x, y) {
      host.style.cursor = 'grabbing'
      report(undefined)
      mapState.hover = finder.targetAt(x, y)
      onMark()
      editorPort.drag(x, y)
    },
    forget() {
      if (mapState.hover !== undefined) onMark()
      mapState.hover = undefined
      report(undefined)
    },
    refresh() {
      if (reported?.kind !== 'shipment') return
      const spot = finder.spotOf(reported.shipment)
      if (spot !== undefined && Math.hypot(spot.x - pointer.x, spot.y - pointer.y) <= DOT_TOLERANCE) return
      hover(pointer.x, pointer.y)
    },
  }
}
