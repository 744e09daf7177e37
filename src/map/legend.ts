/** Legend: the present scales and colours as plain rows. */
import { text } from '../text'
import type { Palette } from './palette'
import { widthRows } from './scales'
import type { ColourBy, MapLegend, MapNetwork } from './types'

/** `end` is the upper end of the width scale in kg per month. */
export function legendOf(
  network: MapNetwork | undefined,
  end: number,
  palette: Palette,
  colourBy: ColourBy,
): MapLegend {
  const widths = widthRows(end)
  const signs = [
    { label: text.page.map.seized, colour: palette.seized },
    { label: text.page.map.delivered, colour: palette.delivered },
  ]
  if (colourBy === 'state') {
    const moving = { label: text.page.map.moving, colour: palette.moving }
    const waiting = { label: text.page.map.waiting, colour: palette.waiting }
    return { widths, colours: [moving, waiting, ...signs] }
  }
  const organisations = (network?.organisations ?? []).map(({ name }, i) => ({
    label: name,
    colour: palette.organisations[i % palette.organisations.length] ?? palette.moving,
  }))
  return { widths, colours: [...organisations, ...signs] }
}
