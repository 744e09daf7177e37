/** Placement: where a note or a card stands beside what it is about, always within its room. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Spot {
  readonly left: number
  readonly top: number
}

type Side = 'above' | 'below' | 'left' | 'right'

interface PlacementOptions {
  /** Sides to try; the last one is taken where none has room. */
  readonly sides: readonly Side[]
  /** Which of the edges, or the middles, line up. */
  readonly align?: 'start' | 'middle' | 'end'
  /** Pixels between anchor and note. */
  readonly gap?: number
  /** Pixels kept free along the edges of the room. */
  readonly margin?: number
}

/** The spot of a note beside an anchor; both in pixels of the room. */
export function placeBeside(
  anchor: Box,
  note: Size,
  room: Size,
  { sides, align = 'start', gap = 4, margin = 4 }: PlacementOptions,
): Spot {
  const side = sideWithRoom(sides, anchor, note, room, gap + margin) ?? sides.at(-1)
  const left = aligned(anchor.left, anchor.right, note.width, align)
  const top = aligned(anchor.top, anchor.bottom, note.height, align)
  const spots: Readonly<Record<Side, Spot>> = {
    above: { left, top: anchor.top - gap - note.height },
    below: { left, top: anchor.bottom + gap },
    left: { left: anchor.left - gap - note.width, top },
    right: { left: anchor.right + gap, top },
  }
  return within(side === undefined ? anchor : spots[side], note, room, margin)
}

/** The first side of an anchor where a note and so many pixels more have room. */
function sideWithRoom(sides: readonly Side[], anchor: Box, note: Size, room: Size, more: number) {
  const space: Readonly<Record<Side, number>> = {
    above: anchor.top - note.height,
    below: room.height - anchor.bottom - note.height,
    left: anchor.left - note.width,
    right: room.width - anchor.right - note.width,
  }
  return sides.find((side) => space[side] >= more)
}

function aligned(start: number, end: number, size: number, align: PlacementOptions['align']): number {
  if (align === 'middle') return (start + end - size) / 2
  return align === 'end' ? end - size : start
}

function within({ left, top }: Spot, { width, height }: Size, room: Size, margin: number): Spot {
  return {
    left: Math.max(margin, Math.min(left, room.width - width - margin)),
    top: Math.max(margin, Math.min(top, room.height - height - margin)),
  }
}

const CARD_SIDES = ['left', 'above', 'below', 'right'] as const
/** Pixels kept free around a card. */
const CARD_MARGIN = 10

/** The spot of a card: beside a small area where it fits, else in the lower corner inside. */
export function placeCard(area: Box, card: Size, room: Size): Spot {
  const isLarge = area.right - area.left >= 2 * card.width && area.bottom - area.top >= 2 * card.height
  const [gap, margin] = [CARD_MARGIN, CARD_MARGIN]
  if (!isLarge && sideWithRoom(CARD_SIDES, area, card, room, gap + margin) !== undefined)
    return placeBeside(area, card, room, { sides: CARD_SIDES, gap, margin })
  const corner = { left: area.left, top: area.bottom - card.height - margin }
  const { left, top } = within(corner, card, room, margin)
  return { left: left + margin, top }
}

/** Moves an element of fixed position beside an anchor in the window. */
export function moveBeside(note: HTMLElement, anchor: Box, options: PlacementOptions): void {
  moveTo(note, placeBeside(anchor, sizeOf(note), windowSize(), options))
}

/** Moves an element without making it narrower at the right edge, as `left` would. */
export function moveTo({ style }: HTMLElement, { left, top }: Spot): void {
  style.inset = '0 auto auto 0'
  style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
}

export function sizeOf({ offsetWidth: width, offsetHeight: height }: HTMLElement): Size {
  return { width, height }
}

export function windowSize(): Size {
  return { width: innerWidth, height: innerHeight }
}
