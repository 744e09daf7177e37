/** Legend: the current scales, colours and symbols as plain rows. */
import { text } from '../../text'
import type { ColourBy, MapLegend, MapNetwork } from '../types'
import type { Palette } from './palette'
import { widthRows } from './scales'
import { SYMBOLS, symbolOf } from './symbols'

/** `end` is the upper end of the width scale in grams per month. */
export function legendOf(
  network: MapNetwork | undefined,
  end: number,
  palette: Palette,
  colourBy: ColourBy,
): MapLegend {
  const widths = widthRows(end)
  const { leg: flow } = palette
  const words = text.page.map
  const disc = (label: string, colour: string) => ({ label, colour, shape: 'disc' as const })
  const ends = [disc(words.seized, palette.seized), disc(words.delivered, palette.delivered)]
  if (colourBy === 'state') {
    const states = [disc(words.moving, palette.moving), disc(words.waiting, palette.waiting)]
    return { flow, widths, colours: [...states, ...ends] }
  }
  const names = (network?.organisations ?? []).map(({ name }) => name)
  const sharing = names.length - (SYMBOLS - 1)
  const labels = sharing > 1 ? [...names.slice(0, SYMBOLS - 1), words.otherOrganisations(sharing)] : names
  const organisations = labels.map((label, symbol) => {
    const { colour, shape } = symbolOf(symbol)
    return { label, shape, symbol, colour: palette.organisations[colour] ?? palette.moving }
  })
  return { flow, widths, colours: [...ends, ...organisations] }
}
