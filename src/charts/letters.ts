/** Letters: how wide texts are drawn. */
import { FONT_FAMILY } from './look'

/** Mean width of a letter as a share of its size, where nothing can be measured. */
const MEAN_LETTER = 0.6
let context: CanvasRenderingContext2D | null | undefined

/** Width of a line in CSS pixels at a size of letters. */
export function widthOf(line: string, fontPixels: number): number {
  if (context === undefined) context = document.createElement('canvas').getContext('2d')
  if (context === null) return line.length * fontPixels * MEAN_LETTER
  const font = `${fontPixels}px ${FONT_FAMILY}`
  if (context.font !== font) context.font = font
  return context.measureText(line).width
}
