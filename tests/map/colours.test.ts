/** Colours apart: what a colour says must be seen with any kind of colour vision, in both themes. */
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { type Palette, paletteFrom } from '../../src/map/scene/palette'
import { ORGANISATION_COLOURS } from '../../src/map/scene/symbols'
import { paletteIn, THEMES, tokensIn } from '../support/tokens'

type Vision = 'full colour vision' | 'protanopia' | 'deuteranopia' | 'tritanopia'
/** Colour vision after Machado, Oliveira and Fernandes (2009), each deficiency complete. */
const VISIONS: Readonly<Record<Vision, (colour: Color) => Color>> = {
  'full colour vision': (colour) => colour,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
}
const CASES = THEMES.flatMap((theme) =>
  (Object.keys(VISIONS) as Vision[]).map((vision) => [theme, vision] as const),
)
const difference = differenceCiede2000()

function parsed(hex: string): Color {
  const colour = parse(hex)
  if (colour === undefined) throw new Error(`"${hex}" is no colour`)
  return colour
}

/** Pairs that look more alike than `least` (CIEDE2000; 1 is just noticeable side by side). */
function alike(
  colours: readonly (readonly [name: string, colour: string])[],
  vision: Vision,
  least: number,
): string[] {
  const sees = VISIONS[vision]
  return colours.flatMap(([name, colour], i) =>
    colours.slice(i + 1).flatMap(([other, otherColour]) => {
      const distance = difference(sees(parsed(colour)), sees(parsed(otherColour)))
      return distance < least ? [`${name} and ${other}: ${distance.toFixed(1)}`] : []
    }),
  )
}

function named<K extends keyof Palette>(palette: Palette, names: readonly K[]) {
  return names.map((name) => [name, String(palette[name])] as const)
}

describe.each(CASES)('the %s theme, seen with %s,', (theme, vision) => {
  const palette = paletteIn(theme)
  const style = tokensIn(theme)
  const colour = (name: string) => [name, style.get(name) ?? ''] as const

  it('keeps the states of shipments apart on the map', () => {
    const states = named(palette, ['moving', 'waiting', 'seized', 'delivered'])
    expect(alike(states, vision, 12)).toEqual([])
  })

  it('keeps the organisations apart', () => {
    const organisations = palette.organisations.map((hex, i) => [`organisation ${i}`, hex] as const)
    expect(organisations).toHaveLength(ORGANISATION_COLOURS)
    expect(alike(organisations, vision, 15)).toEqual([])
  })

  it('keeps the organisations apart from what is seized and delivered', () => {
    const ends = named(palette, ['seized', 'delivered'])
    const near = palette.organisations.flatMap((hex, i) =>
      alike([[`organisation ${i}`, hex], ...ends], vision, 8.5),
    )
    expect(near).toEqual([])
  })

  it('keeps the states apart in the charts', () => {
    const states = ['--delivered', '--seized', '--moving', '--accent'].map(colour)
    expect(alike(states, vision, 7.5)).toEqual([])
  })

  it('keeps neighbours in a stack of routes apart', () => {
    const series = Array.from({ length: 8 }, (_, i) => colour(`--series-${i + 1}`))
    const neighbours = series.slice(1).flatMap((next, i) => alike([series[i] ?? next, next], vision, 10))
    expect(neighbours).toEqual([])
  })

  it('keeps policy levers, assumptions and unknown quantities apart', () => {
    expect(alike(['--policy', '--assumption', '--unknown'].map(colour), vision, 8.5)).toEqual([])
  })
})

describe.each(THEMES)('the %s theme', (theme) => {
  it('sets what every theme sets', () => {
    for (const other of THEMES) expect([...tokensIn(theme).keys()]).toEqual([...tokensIn(other).keys()])
  })

  it('lets dots of every meaning stand out from the land', () => {
    const { land, organisations, moving, waiting, seized, delivered } = paletteIn(theme)
    const faint = [moving, waiting, seized, delivered, ...organisations].filter(
      (hex) => wcagContrast(hex, land) < 3,
    )
    expect(faint).toEqual([])
  })
})

it('two colours that only red-green vision tells apart are found to be alike', () => {
  const pair = [
    ['red', '#b04a3a'],
    ['green', '#6b6a2f'],
  ] as const
  expect(alike(pair, 'full colour vision', 12)).toEqual([])
  expect(alike(pair, 'deuteranopia', 12)).toHaveLength(1)
})

it('a colour that the style sheets leave out is missed at once', () => {
  const tokens = new Map(tokensIn('dark'))
  tokens.delete('--seized')
  expect(() => paletteFrom((name) => tokens.get(name) ?? '')).toThrow('--seized')
})
