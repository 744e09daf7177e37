/** Typeface: the page's own letters, so that it looks and measures the same on every machine (D22). */
import monoCyrillic from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-cyrillic-400-normal.woff2?url'
import monoLatin from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2?url'
import cyrillicMore from '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?url'
import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url'
import latinMore from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'

/** Longest wait for letters in milliseconds: a page in other letters is better than none. */
const PATIENCE_MS = 2_000

const LATIN =
  'U+0-FF, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+304, U+308, U+329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD'
const LATIN_MORE =
  'U+100-2BA, U+2BD-2C5, U+2C7-2CC, U+2CE-2D7, U+2DD-2FF, U+304, U+308, U+329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF'
const CYRILLIC = 'U+301, U+400-45F, U+490-491, U+4B0-4B1, U+2116'
const CYRILLIC_MORE = 'U+460-52F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F, U+FE2E-FE2F'

const SANS = 'Inter Variable'
const MONO = 'IBM Plex Mono'

interface File {
  readonly family: string
  readonly url: string
  readonly unicodeRange: string
}

/** The first two are needed on every page; the browser fetches the others when a text uses them. */
const FILES: readonly File[] = [
  { family: SANS, url: latin, unicodeRange: LATIN },
  { family: MONO, url: monoLatin, unicodeRange: LATIN },
  { family: SANS, url: latinMore, unicodeRange: LATIN_MORE },
  { family: SANS, url: cyrillic, unicodeRange: CYRILLIC },
  { family: SANS, url: cyrillicMore, unicodeRange: CYRILLIC_MORE },
  { family: MONO, url: monoCyrillic, unicodeRange: CYRILLIC },
]

const faces = new Map<FontFace, File>()

/** Fetches the fonts that every page needs. Resolves when they have loaded, have failed, or take too long. */
export async function loadTypeface(): Promise<void> {
  for (const file of FILES) {
    const { family, url, unicodeRange } = file
    const weight = family === SANS ? '100 900' : '400'
    const face = new FontFace(family, `url("${url}")`, { unicodeRange, weight, display: 'swap' })
    faces.set(face, file)
    document.fonts.add(face)
  }
  const first = [...faces.keys()].slice(0, 2).map((face) => face.load())
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([Promise.allSettled(first), late])
}

/** Calls `redraw` whenever more fonts have loaded, for what was drawn or measured without them. */
export function onMoreLetters(redraw: () => void): void {
  document.fonts.addEventListener('loadingdone', redraw)
}

/** Style that embeds the fonts in use, since an SVG image cannot see those of the page. */
export async function embeddedLetters(): Promise<string> {
  const inUse = [...faces].filter(([{ status }, { family }]) => status === 'loaded' && family === SANS)
  const rules = await Promise.all(
    inUse.map(async ([, { url, unicodeRange }]) => {
      const data = await dataUrlOf(url).catch(() => undefined)
      if (data === undefined) return ''
      const parts = { 'font-family': `"${SANS}"`, 'font-weight': '100 900', 'unicode-range': unicodeRange }
      const style = Object.entries(parts).map(([name, value]) => `${name}:${value}`)
      return `@font-face{${style.join(';')};src:url("${data}")}`
    }),
  )
  return rules.join('')
}

async function dataUrlOf(url: string): Promise<string> {
  const answer = await fetch(url)
  const reader = new FileReader()
  reader.readAsDataURL(await answer.blob())
  await new Promise((resolve, reject) => {
    reader.onload = resolve
    reader.onerror = reject
  })
  return String(reader.result)
}
