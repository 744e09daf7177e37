/** Symbols: how shipments of different organisations are distinguished, by colour and shape. */

export const SHAPES = ['disc', 'triangle', 'ring'] as const
export type SymbolShape = (typeof SHAPES)[number]
export const ORGANISATION_COLOURS = 6
/** Number of symbols; the last one stands for all organisations that have none of their own. */
export const SYMBOLS = ORGANISATION_COLOURS * SHAPES.length

/** How much larger dots are drawn while their shape has a meaning. */
export const SYMBOL_GROWTH = { moving: 1.25, waiting: 1.7 } as const
/** Strength of all other shipments while one organisation is pointed at, in [0, 1]. */
export const DIMMED_ALPHA = 0.12

export interface OrganisationSymbol {
  /** Index among the colours of organisations. */
  readonly colour: number
  readonly shape: SymbolShape
}

/**
 * Symbol of an organisation by its number: first all colours as discs, then the other shapes. As in the dot
 * shader.
 */
export function symbolOf(organisation: number): OrganisationSymbol {
  const symbol = Math.min(organisation, SYMBOLS - 1)
  return {
    colour: symbol % ORGANISATION_COLOURS,
    shape: SHAPES[Math.floor(symbol / ORGANISATION_COLOURS)] ?? 'disc',
  }
}

/**
 * Half the side of a triangle of the same area as a disc of radius 1, and how far its base lies below the
 * middle.
 */
const TRIANGLE_HALF = 1.35
const TRIANGLE_BASE = 0.78

/** Fills a symbol with the current fill colour; all shapes have about the same weight. */
export function fillSymbol(
  context: CanvasRenderingContext2D,
  shape: SymbolShape,
  x: number,
  y: number,
  radius: number,
): void {
  context.beginPath()
  if (shape === 'triangle') {
    context.moveTo(x, y - 2 * TRIANGLE_BASE * radius)
    context.lineTo(x + TRIANGLE_HALF * radius, y + TRIANGLE_BASE * radius)
    context.lineTo(x - TRIANGLE_HALF * radius, y + TRIANGLE_BASE * radius)
  } else context.arc(x, y, shape === 'ring' ? 1.2 * radius : radius, 0, 2 * Math.PI)
  // The second circle runs the other way round, so that it is a hole.
  if (shape === 'ring') context.arc(x, y, 0.65 * radius, 0, 2 * Math.PI, true)
  context.fill()
}
