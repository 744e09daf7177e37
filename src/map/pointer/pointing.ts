/** Pointing: what is under the pointer, as the map marks it and as the page is told. */

import { isSame, type Stage } from '../stage'
import { DOT_TOLERANCE } from '../traffic/dots'
import type { MapOptions } from '../trafficMap'
import type { MapTarget, MovingShipment } from '../types'
import type { Sight } from '../view/sight'
import type { Finder } from './finding'
import type { EditorHold } from './hold'

export interface Pointing {
  hover(x: number, y: number): void
  /** Something that an editor holds is dragged over this place. */
  drag(x: number, y: number): void
  /** The picture is another one: what was under the pointer is so no longer. */
  forget(): void
  /** Looks anew under the pointer once the shipment there has moved on. */
  keepUp(): void
}

interface Surroundings {
  readonly host: HTMLElement
  readonly stage: Stage
  readonly sight: Sight
  readonly finder: Finder
  readonly hold: EditorHold
  readonly onHover: MapOptions['onHover']
  /** Other things are marked than were drawn. */
  readonly onMark: () => void
}

export function createPointing(surroundings: Surroundings): Pointing {
  const { host, stage, sight, finder, hold, onHover, onMark } = surroundings
  /** What the page was last told to be under the pointer, and where the pointer was. */
  let told: MapTarget | MovingShipment | undefined
  let pointer = { x: 0, y: 0 }

  function tell(found: MapTarget | MovingShipment | undefined): void {
    if (found === undefined && told === undefined) return
    told = found
    onHover(found, pointer.x, pointer.y)
  }

  function hover(x: number, y: number): void {
    const below = sight.isFlying ? undefined : finder.targetAt(x, y)
    const isFree = hold.editor === undefined && !sight.isFlying
    const shipment = isFree ? finder.shipmentAt(x, y, below) : undefined
    const target = shipment === undefined ? below : undefined
    if (!isSame(target, stage.hover)) onMark()
    stage.hover = target
    const onGround = hold.editor?.aims === true ? 'crosshair' : 'grab'
    host.style.cursor = target === undefined && shipment === undefined ? onGround : 'pointer'
    pointer = { x, y }
    tell(shipment?.kind === 'shipment' ? shipment : target)
    hold.hover(target, x, y)
  }

  return {
    hover,
    drag(x, y) {
      host.style.cursor = 'grabbing'
      tell(undefined)
      stage.hover = finder.targetAt(x, y)
      onMark()
      hold.drag(x, y)
    },
    forget() {
      if (stage.hover !== undefined) onMark()
      stage.hover = undefined
      tell(undefined)
    },
    keepUp() {
      if (told?.kind !== 'shipment') return
      const spot = finder.spotOf(told.shipment)
      if (spot !== undefined && Math.hypot(spot.x - pointer.x, spot.y - pointer.y) <= DOT_TOLERANCE) return
      hover(pointer.x, pointer.y)
    },
  }
}
