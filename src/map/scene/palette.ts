/** Palette: the colours of the map; the style sheets of the page hold them, as custom properties. */
import { contextOf } from '../canvases'
import { ORGANISATION_COLOURS } from './symbols'

const COLOURS = {
  space: '--map-space',
  water: '--map-water',
  land: '--map-land',
  coast: '--map-coast',
  border: '--map-border',
  river: '--map-river',
  graticule: '--map-graticule',
  countryLabel: '--map-country',
  label: '--text',
  minorLabel: '--muted',
  halo: '--map-halo',
  leg: '--flow',
  idleLeg: '--map-idle',
  chevron: '--map-chevron',
  node: '--map-node',
  nodeCore: '--map-node-core',
  source: '--map-source',
  market: '--map-market',
  checkpoint: '--policy',
  checkpointTrack: '--map-checkpoint-track',
  checkpointCore: '--map-checkpoint-core',
  corrupt: '--unknown',
  selection: '--map-selection',
  moving: '--moving',
  waiting: '--waiting',
  seized: '--seized',
  delivered: '--delivered',
} as const

type Colour = keyof typeof COLOURS

/** Colours as `#rrggbb`, those with an opacity as `rgba(...)`. */
export interface Palette extends Readonly<Record<Colour, string>> {
  /** `ORGANISATION_COLOURS` of them, none near to seized or delivered; a symbol adds the shape. */
  readonly organisations: readonly string[]
  /** Share of a dot's light that covers what is beneath; the rest is added to it. */
  readonly dotCover: number
}

/** `read` returns a custom property; throws where one is not defined. */
export function paletteFrom(read: (property: string) => string): Palette {
  const defined = (property: string) => {
    const value = read(property)
    if (value === '') throw new Error(`The style sheets do not define ${property}`)
    return value
  }
  const names = Object.keys(COLOURS) as Colour[]
  const colours = Object.fromEntries(names.map((name) => [name, defined(COLOURS[name])]))
  return {
    ...(colours as Record<Colour, string>),
    organisations: Array.from({ length: ORGANISATION_COLOURS }, (_, i) => defined(`--organisation-${i + 1}`)),
    dotCover: Number(defined('--map-dot-cover')),
  }
}

/** The palette in the current theme of an element. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const context = contextOf(document.createElement('canvas'))
  return paletteFrom((property) => {
    const value = style.getPropertyValue(property).trim()
    if (value === '' || !Number.isNaN(Number(value))) return value
    // A style sheet may write a colour in many ways; a canvas returns it in one.
    context.fillStyle = value
    return context.fillStyle
  })
}

/** Red, green and blue of `#rrggbb`, each in [0, 1]. */
export function rgbOf(hex: string): readonly [number, number, number] {
  const bits = Number.parseInt(hex.slice(1), 16)
  return [((bits >> 16) & 255) / 255, ((bits >> 8) & 255) / 255, (bits & 255) / 255]
}

/** The colour `share` of the way from `a` to `b`, both `#rrggbb`. */
export function mixed(a: string, b: string, share: number): string {
  const from = rgbOf(a)
  const to = rgbOf(b)
  const channel = (i: 0 | 1 | 2) => Math.round(255 * (from[i] + (to[i] - from[i]) * share))
  return `rgb(${channel(0)}, ${channel(1)}, ${channel(2)})`
}

/** `#rrggbb` with an opacity in [0, 1]. */
export function faded(hex: string, opacity: number): string {
  const [r, g, b] = rgbOf(hex)
  return `rgba(${Math.round(r * 255)}, ${Math.round(g * 255)}, ${Math.round(b * 255)}, ${opacity})`
}
