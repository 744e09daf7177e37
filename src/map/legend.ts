/** Legend: the present scales and colours as plain rows. */
import type { Palette } from './palette'
import { widthRows } from './scales'
import type { ColourBy, MapLegend, MapNetwork } from './types'
import { WORDS } from './words'

/** `end` is the upper end of the width scale in kg per month. */
export function legendOf(
  network: MapNetwork | undefined,
  end: number,
  palette: Palette,
  colourBy: ColourBy,
): MapLegend {
  const widths = widthRows(end)
  const signs = [
    { label: WORDS.seized, colour: palette.seized },
    { label: WORDS.delivered, colour: palette.delivered },
  ]
  if (colourBy === 'state') {
    const moving = { label: WORDS.moving, colour: palette.moving }
    const waiting = { label: WORDS.waiting, colour: palette.waiting }
    return { widths, colours: [moving, waiting, ...signs] }
  }
  const organisations = (network?.organisations ?? []).map(({ name }, i) => ({
    label: name,
    colour: palette.organisations[i % palette.organisations.length] ?? palette.moving,
  }))
  return { widths, colours: [...organisations, ...signs] }
}
