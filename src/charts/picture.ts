/** Picture: a chart as a PNG that explains itself, with title, unit, legend and where it comes from. */
import { type ChartLook, type ChartPicture, FONT_FAMILY, PICTURE_SCALE } from './look'

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

/** PNG at twice the size in CSS pixels. Undefined when the browser cannot encode it. */
export async function pngOf(
  { image, width, height, legend }: ChartPicture,
  words: PictureWords,
  look: ChartLook,
): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  const head = MARGIN + TITLE + LINE + (legend.length > 0 ? LINE : 0) + 8
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
  drawLegend(context, legend, MARGIN + TITLE + 2 * LINE, look)
  context.drawImage(image, MARGIN, head, width, height)
  write(words.caption, head + height + LINE, SMALL, look.muted)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  return blob ?? undefined
}

function drawLegend(
  context: CanvasRenderingContext2D,
  legend: ChartPicture['legend'],
  y: number,
  look: ChartLook,
): void {
  let x = MARGIN
  context.font = `${SMALL}px ${FONT_FAMILY}`
  for (const { label, colour } of legend) {
    context.fillStyle = colour
    context.fillRect(x, y - 9, 10, 10)
    context.fillStyle = look.text
    context.fillText(label, x + 15, y)
    x += 15 + context.measureText(label).width + 18
  }
}
