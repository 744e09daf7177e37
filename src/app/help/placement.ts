/** Placement: where a card stands beside what it is about. */

/** Pixels kept free around the card. */
const MARGIN = 10

interface Size {
  readonly width: number
  readonly height: number
}

/** Where a card stands: left of, above, below or right of an area where it fits, else in the area's lower corner; always within the window. */
export function placeBeside(area: DOMRectReadOnly, card: Size, window: Size): { left: number; top: number } {
  const within = (at: number, size: number, room: number) =>
    Math.max(MARGIN, Math.min(at, room - size - MARGIN))
  const left = within(area.left, card.width, window.width)
  const top = within(area.top, card.height, window.height)
  if (area.left >= card.width + 2 * MARGIN) return { left: area.left - card.width - MARGIN, top }
  if (area.top >= card.height + 2 * MARGIN) return { left, top: area.top - card.height - MARGIN }
  if (window.height - area.bottom >= card.height + 2 * MARGIN) return { left, top: area.bottom + MARGIN }
  if (window.width - area.right >= card.width + 2 * MARGIN) return { left: area.right + MARGIN, top }
  return { left, top: within(area.bottom - card.height - MARGIN, card.height, window.height) }
}
