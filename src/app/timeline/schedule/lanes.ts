/** Lanes: where each block lies in the strip, so that neither blocks nor their titles overlap. */
import type { Block, Span } from './blocks'

/** Least width of a block, so that it can be hit with a finger. */
const MIN_PIXELS = 24
const GAP_PIXELS = 3

export interface Place {
  readonly left: number
  readonly width: number
  /** It began before the run, or goes on beyond its end. */
  readonly before: boolean
  readonly beyond: boolean
}

export interface PlacedBlock extends Place {
  readonly block: Block
  readonly lane: number
  /** Where its title stands: inside, or beside it where it is too narrow. */
  readonly titleAt: 'inside' | 'right' | 'left'
}

/** Place of a span in a strip of `width` pixels over `horizon` days. */
export function placeOf({ from, until }: Span, horizon: number, width: number): Place {
  const pixels = (day: number) => (Math.max(0, Math.min(horizon, day)) / Math.max(1, horizon)) * width
  const wide = Math.min(width, Math.max(MIN_PIXELS, pixels(until) - pixels(from)))
  return {
    left: Math.min(pixels(from), width - wide),
    width: wide,
    before: from < 0,
    beyond: until > horizon,
  }
}

/**
 * Blocks in the first lanes that are free for them; `titleWidth` returns the width of a block's title in
 * pixels.
 */
export function inLanes(
  blocks: readonly Block[],
  horizon: number,
  width: number,
  titleWidth: (block: Block) => number,
): PlacedBlock[] {
  const lanes: { readonly from: number; readonly to: number }[][] = []
  return blocks.map((block) => {
    const place = placeOf(block, horizon, width)
    const title = titleWidth(block)
    const end = place.left + place.width
    const titleAt = title <= place.width ? 'inside' : sideFor(title, place.left, width - end)
    const from = place.left - (titleAt === 'left' ? title : 0)
    const extent = { from, to: end + (titleAt === 'right' ? title : 0) + GAP_PIXELS }
    const isFree = (taken: (typeof lanes)[number]) =>
      taken.every(({ from, to }) => extent.to <= from || extent.from >= to)
    const free = lanes.findIndex(isFree)
    const lane = free < 0 ? lanes.length : free
    lanes[lane] = [...(lanes[lane] ?? []), extent]
    return { ...place, block, lane, titleAt }
  })
}

/** The side of a block with room for its title; its inside where neither has any. */
function sideFor(title: number, leftRoom: number, rightRoom: number): PlacedBlock['titleAt'] {
  return title <= rightRoom ? 'right' : title <= leftRoom ? 'left' : 'inside'
}

/** The part of a block grabbed at `x` pixels from its left; `reach` is the width of its ends. */
export function gripAt(x: number, { width, before }: Place, reach: number): 'whole' | 'start' | 'end' {
  const end = Math.min(reach, width / 3)
  if (x < end && !before) return 'start'
  return x > width - end ? 'end' : 'whole'
}
