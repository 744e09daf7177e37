/** Look: what all charts share, their colours and the pictures they give away. */

/** Colours of the current theme. */
export interface ChartLook {
  readonly text: string
  readonly muted: string
  readonly grid: string
  readonly surface: string
  /** Style that embeds the page's typeface in a standalone picture. */
  readonly letters: () => Promise<string>
}

/** A name beside a colour. */
export interface ChartSeries {
  /** Name where there is little room. */
  readonly label: string
  readonly name: string
  readonly colour: string
}

/** A chart as an image, in CSS pixels, with the legend that belongs to it. */
export interface ChartPicture {
  readonly image: CanvasImageSource
  readonly width: number
  readonly height: number
  readonly legend: readonly ChartSeries[]
}

export const PICTURE_WIDTH = 960
export const PICTURE_HEIGHT = 440
/** Pixels of a saved picture per CSS pixel. */
export const PICTURE_SCALE = 2
/** The page's own letters, as its style sheets name them. */
export const FONT_FAMILY = '"Inter Variable", system-ui, sans-serif'
