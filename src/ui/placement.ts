/** Placement: where a card stands beside what it is about. */

/** Pixels kept free around the card. */
const MARGIN = 10

interface Size {
  readonly width: number
  readonly height: number
}

/** Where a card stands: in the lower corner of a large area; left of, above, below or right of a smaller one, where it fits. Always within the window. */
export function placeBeside(area: DOMRectReadOnly, card: Size, window: Size): { left: number; top: number } {
  const within = (at: number, size: number, room: number) =>
    Math.max(MARGIN, Math.min(at, room - size - MARGIN))
  const left = within(area.left, card.width, window.width)
  const top = within(area.top, card.height, window.height)
  const isLarge = area.width >= 2 * card.width && area.height >= 2 * card.height
  const corner = {
    left: left + MARGIN,
    top: within(area.bottom - card.height - MARGIN, card.height, window.height),
  }
  if (isLarge) return corner
  if (area.left >= card.width + 2 * MARGIN) return { left: area.left - card.width - MARGIN, top }
  if (area.top >= card.height + 2 * MARGIN) return { left, top: area.top - card.height - MARGIN }
  if (window.height - area.bottom >= card.height + 2 * MARGIN) return { left, top: area.bottom + MARGIN }
  if (window.width - area.right >= card.width + 2 * MARGIN) return { left: area.right + MARGIN, top }
  return corner
}
