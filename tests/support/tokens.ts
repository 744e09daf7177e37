/** The tokens of the style sheets, where no browser reads them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Palette, paletteFrom } from '../../src/map/scene/palette'

export const THEMES = ['dark', 'light'] as const
export type Theme = (typeof THEMES)[number]

const sheet = readFileSync(join(import.meta.dirname, '../../src/ui/tokens.css'), 'utf8')

/** What one theme sets, by the names of the custom properties. */
export function tokensIn(theme: Theme): ReadonlyMap<string, string> {
  const rules = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(sheet)?.[1] ?? ''
  return new Map(
    [...rules.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

export function paletteIn(theme: Theme): Palette {
  const tokens = tokensIn(theme)
  return paletteFrom((name) => tokens.get(name) ?? '')
}
