/** Picture: a chart as a PNG that explains itself, with title, unit, legend and where it comes from. */
import { type ChartLook, type ChartPicture, type ChartSeries, FONT_FAMILY, PICTURE_SCALE } from './look'

export interface PictureWords {
  readonly title: string
  readonly unit: string
  /** Scenario, day and digest. */
  readonly caption: string
}

const MARGIN = 20
const TITLE = 18
const SMALL = 12
const LINE = 20

/** The picture at twice its size in CSS pixels; undefined when the browser cannot draw it. */
export function drawPicture(
  { image, width, height, legend }: ChartPicture,
  words: PictureWords,
  look: ChartLook,
): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  context.font = `${SMALL}px ${FONT_FAMILY}`
  const placed = placeLegend(legend, width, (line) => context.measureText(line).width)
  const lines = (placed.at(-1)?.line ?? -1) + 1
  const head = MARGIN + TITLE + LINE + lines * LINE + 8
  const whole = { width: width + 2 * MARGIN, height: head + height + LINE + MARGIN }
  canvas.width = whole.width * PICTURE_SCALE
  canvas.height = whole.height * PICTURE_SCALE
  context.scale(PICTURE_SCALE, PICTURE_SCALE)
  context.fillStyle = look.surface
  context.fillRect(0, 0, whole.width, whole.height)
  const write = (text: string, y: number, size: number, colour: string, weight = '') => {
    context.font = `${weight} ${size}px ${FONT_FAMILY}`
    context.fillStyle = colour
    context.fillText(text, MARGIN, y, width)
  }
  write(words.title, MARGIN + TITLE, TITLE, look.text, '600')
  write(words.unit, MARGIN + TITLE + LINE, SMALL, look.muted)
  drawLegend(context, placed, MARGIN + TITLE + 2 * LINE, look)
  context.drawImage(image, MARGIN, head, width, height)
  write(words.caption, head + height + LINE, SMALL, look.muted)
  return canvas
}

/** A series of the legend in its line, with how far it stands from the left. */
export interface PlacedSeries extends ChartSeries {
  readonly line: number
  readonly left: number
}

const MARKER = 15
const BETWEEN = 18

/** The legend in lines of this width, one series on each at least. */
export function placeLegend(
  legend: readonly ChartSeries[],
  width: number,
  widthOf: (name: string) => number,
): PlacedSeries[] {
  let [line, left] = [0, 0]
  return legend.map((series) => {
    const needs = MARKER + widthOf(series.name)
    if (left > 0 && left + needs > width) [line, left] = [line + 1, 0]
    const placed = { ...series, line, left }
    left += needs + BETWEEN
    return placed
  })
}

function drawLegend(
  context: CanvasRenderingContext2D,
  legend: readonly PlacedSeries[],
  top: number,
  look: ChartLook,
): void {
  context.font = `${SMALL}px ${FONT_FAMILY}`
  for (const { name, colour, line, left } of legend) {
    const [x, y] = [MARGIN + left, top + line * LINE]
    context.fillStyle = colour
    context.fillRect(x, y - 9, 10, 10)
    context.fillStyle = look.text
    context.fillText(name, x + MARKER, y)
  }
}
