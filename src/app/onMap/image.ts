/** Map image: the map as it is on show with its legend, the moment and the run, as one PNG. */
import { fillSymbol, type SymbolShape, type TrafficMap } from '../../map'
import { plainText, text } from '../../text'
import { colourOf } from '../../ui'
import { mass } from '../../words'

export interface ImageWords {
  readonly title: string
  /** Day, date, seed and digest. */
  readonly run: string
  /** What is left out; empty when nothing is. */
  readonly note: string
}

const LINE = 20
const MARGIN = 14
const SWATCH = 10
const BAND = 26

/** Draws map and legend; the pixels of the map are read in the task that renders them. */
export function drawMapImage(map: TrafficMap, words: ImageWords): HTMLCanvasElement {
  const picture = map.picture()
  const ratio = Math.min(2, devicePixelRatio || 1)
  const width = picture.width / ratio
  const mapHeight = picture.height / ratio
  const image = document.createElement('canvas')
  const context = image.getContext('2d')
  if (context === null) return picture
  const rows = legendRows(context, map, width - 2 * MARGIN)
  const height = mapHeight + 2 * MARGIN + (rows.length + 2) * LINE
  image.width = picture.width
  image.height = Math.round(height * ratio)
  context.scale(ratio, ratio)
  context.fillStyle = colourOf('--surface')
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, mapHeight)
  context.textBaseline = 'middle'
  let y = mapHeight + MARGIN + LINE / 2
  const write = (words: string, x: number, weight: number, ink: string, align: CanvasTextAlign = 'left') => {
    context.font = fontOf(weight)
    context.fillStyle = colourOf(ink)
    context.textAlign = align
    context.fillText(plainText(words), x, y)
  }
  write([words.title, words.note].filter(Boolean).join(' · '), MARGIN, 600, '--text')
  write(words.run, width - MARGIN, 400, '--muted', 'right')
  for (const row of rows) {
    y += LINE
    for (const { x, label, colour: hue, pixels, shape } of row) {
      context.fillStyle = hue
      if (shape !== undefined) fillSymbol(context, shape, x + SWATCH / 2, y, 0.4 * SWATCH)
      else context.fillRect(x, y - pixels / 2, BAND, pixels)
      write(label, x + (pixels === 0 ? SWATCH : BAND) + 6, 400, '--text')
    }
  }
  y += LINE
  write(text.page.map.credit, MARGIN, 400, '--muted')
  return image
}

const fontOf = (weight: number): string => `${weight} 12px ${getComputedStyle(document.body).fontFamily}`

interface Item {
  readonly x: number
  readonly label: string
  readonly colour: string
  /** Height of a band; 0 for a symbol. */
  readonly pixels: number
  /** Undefined for a band. */
  readonly shape: SymbolShape | undefined
}

/** Legend entries in lines of this width. */
function legendRows(context: CanvasRenderingContext2D, map: TrafficMap, width: number): Item[][] {
  const { flow, colours, widths } = map.legend()
  const entries = [
    ...colours.map(({ label, colour, shape }) => ({ label, colour, shape, pixels: 0 })),
    ...widths.map(({ gramsPerMonth, pixels }) => ({
      label: `${mass(gramsPerMonth)} ${text.page.map.perMonth}`,
      colour: flow,
      shape: undefined,
      pixels,
    })),
  ]
  context.font = fontOf(400)
  const rows: Item[][] = [[]]
  let x = 0
  for (const entry of entries) {
    const room = (entry.pixels === 0 ? SWATCH : BAND) + 24 + context.measureText(entry.label).width
    if (x + room > width && x > 0) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ ...entry, x: x + MARGIN })
    x += room
  }
  return rows
}
