/** Palette: every colour of the map in both themes. Warm is flow, blue is the state; Okabe-Ito hues, safe for colour blindness. */
import type { Theme } from '../types'

export interface Palette {
  readonly space: string
  readonly water: string
  readonly land: string
  readonly coast: string
  readonly border: string
  readonly river: string
  readonly graticule: string
  readonly countryLabel: string
  readonly label: string
  readonly minorLabel: string
  readonly halo: string
  /** Legs with flow, legs without, and the chevrons on wide legs. */
  readonly leg: string
  readonly idleLeg: string
  readonly chevron: string
  readonly node: string
  readonly nodeCore: string
  readonly source: string
  readonly market: string
  readonly post: string
  readonly postTrack: string
  readonly postCore: string
  readonly corrupt: string
  readonly selection: string
  readonly moving: string
  readonly waiting: string
  readonly seized: string
  readonly delivered: string
  /** `ORGANISATION_COLOURS` of them, none near to seized or delivered; a symbol adds the shape. */
  readonly organisations: readonly string[]
  /** Share of a dot's light that covers what is beneath; the rest is added to it. */
  readonly dotCover: number
}

const DARK: Palette = {
  space: '#0a0e13',
  water: '#0e151d',
  land: '#1e2832',
  coast: '#3a4957',
  border: '#3d4a58',
  river: '#111b26',
  graticule: 'rgba(160, 190, 220, 0.05)',
  countryLabel: '#6a7988',
  label: '#e4eaf0',
  minorLabel: '#aab6c2',
  halo: '#151d26',
  leg: '#b98c4c',
  idleLeg: '#71808f',
  chevron: '#fff1d6',
  node: '#dfe6ed',
  nodeCore: '#141b23',
  source: '#2bc49b',
  market: '#f2e86b',
  post: '#62bdf2',
  postTrack: '#3b4c5d',
  postCore: '#12191f',
  corrupt: '#e08fbb',
  selection: '#ffffff',
  moving: '#ffd27a',
  waiting: '#f290dc',
  seized: '#ff6b35',
  delivered: '#2bd6a6',
  organisations: ['#fff12f', '#8475f9', '#e24d87', '#ebebeb', '#918f64', '#e6b5fc'],
  dotCover: 0.45,
}

const LIGHT: Palette = {
  space: '#d4dde4',
  water: '#e1e9ee',
  land: '#f8f6f1',
  coast: '#9fb0bc',
  border: '#c3bcae',
  river: '#cfdce4',
  graticule: 'rgba(60, 90, 120, 0.07)',
  countryLabel: '#8b8779',
  label: '#20262c',
  minorLabel: '#4c555d',
  halo: '#faf9f5',
  leg: '#cf9a3e',
  idleLeg: '#8f98a0',
  chevron: '#fffaf0',
  node: '#2b333b',
  nodeCore: '#faf9f5',
  source: '#00805d',
  market: '#5a4a00',
  post: '#0068a6',
  postTrack: '#b9c4cc',
  postCore: '#ffffff',
  corrupt: '#a2306f',
  selection: '#000000',
  moving: '#5f3d00',
  waiting: '#a72b7f',
  seized: '#df5822',
  delivered: '#00805d',
  organisations: ['#4076f5', '#7f2407', '#964885', '#001676', '#808080', '#292929'],
  dotCover: 1,
}

export const PALETTES: { readonly [theme in Theme]: Palette } = { dark: DARK, light: LIGHT }

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
