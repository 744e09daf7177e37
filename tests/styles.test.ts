/** The style sheets: every name in them is set by code and the reverse, and their lengths come from the scales. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layerOf, type Sources, sourcesOfProject } from './support/architecture'
import {
  breakpoints,
  type Names,
  namesInSheets,
  namesSetBy,
  namesSoughtBy,
  offScale,
  sheetsOfProject,
} from './support/styles'

/** Layers that make elements, or speak of the colours of what is drawn. */
const VISIBLE = new Set(['app', 'ui', 'panel', 'charts', 'map', 'analysis'])
/** Names of Tweakpane and uPlot, which set their own. */
const FOREIGN = /^(tp|u)-|^uplot$|^--tp-/
/** Names that code composes: their beginning, and the values that follow. */
const COMPOSED = {
  'story-': ['moved', 'bribed', 'seized', 'delivered'],
  '--series-': ['1', '2', '3', '4', '5', '6', '7', '8'],
  '--organisation-': ['1', '2', '3', '4', '5', '6'],
} as const
/** Classes that are handed to what makes the element, or stand in the page before its script runs. */
const HANDED = ['drawer', 'tables', 'wide', 'half', 'h4', 'loading'] as const
/** Widths and heights that the tokens name; below and above one of the window there is a pixel between. */
const NAMED = new Set([
  ...['320px', '480px', '560px', '700px', '840px', '960px'].map((length) => `container max-width ${length}`),
  'container min-width 700px',
  'container max-height 250px',
  ...['760px', '1100px'].map((length) => `media max-width ${length}`),
  ...['761px', '1700px'].map((length) => `media min-width ${length}`),
  ...['640px', '1000px'].map((length) => `media max-height ${length}`),
  'media min-height 1000px',
])

const composed = new Set(
  Object.entries(COMPOSED).flatMap(([start, ends]) => ends.map((end) => `${start}${end}`)),
)
const all = sourcesOfProject()
const code: Sources = new Map([...all].filter(([path]) => VISIBLE.has(layerOf(path))))
const sheets = sheetsOfProject()

function testsOfProject(): Sources {
  const names = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /^(browser|bench)\/.*\.ts$/.test(name))
  return new Map(files.map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')]))
}

/** What style sheets name that no code sets. */
function unset(styles: Sources, sources: Sources): string[] {
  const named = namesInSheets(styles)
  const set = namesSetBy(sources)
  const isSet = (name: string, names: ReadonlySet<string>) =>
    names.has(name) || composed.has(name) || FOREIGN.test(name)
  const handed = new Set<string>(HANDED)
  const defined = new Set([...named.properties, ...set.properties])
  return [
    ...[...named.classes]
      .filter((name) => !isSet(name, set.classes) && !handed.has(name))
      .map((name) => `.${name}`),
    ...[...named.data].filter((name) => !set.data.has(name)),
    ...[...named.read, ...namesSoughtBy(sources).properties].filter(
      (name) => !isSet(name, defined) && !(name in COMPOSED),
    ),
  ]
}

/** What code sets that no style sheet names, and neither code nor a test looks for. */
function unnamed(styles: Sources, sources: Sources, seekers: Sources): string[] {
  const named = namesInSheets(styles)
  const set = namesSetBy(sources)
  const sought: Names = namesSoughtBy(new Map([...sources, ...seekers]))
  const isKnown = (name: string, ...places: readonly ReadonlySet<string>[]) =>
    places.some((place) => place.has(name)) || composed.has(name) || FOREIGN.test(name) || name in COMPOSED
  return [
    ...[...set.classes]
      .filter((name) => !isKnown(name, named.classes, sought.classes))
      .map((name) => `.${name}`),
    ...[...set.data].filter((name) => !isKnown(name, named.data, sought.data)),
    ...[...named.properties, ...set.properties].filter(
      (name) => !isKnown(name, named.read, sought.properties),
    ),
  ]
}

describe('the style sheets', () => {
  it('name only classes, data attributes and custom properties that code sets', () => {
    expect(unset(sheets, code)).toEqual([])
  })

  it('name all that code sets, unless code or a test looks for it', () => {
    expect(unnamed(sheets, code, testsOfProject())).toEqual([])
  })

  it('take space, type, radius and layer from the scales', () => {
    const stray = [...sheets].flatMap(([path, sheet]) => offScale(sheet).map((what) => `${path}: ${what}`))
    expect(stray).toEqual([])
  })

  it('change the layout only at widths and heights that have a name', () => {
    const stray = [...sheets].flatMap(([path, sheet]) =>
      breakpoints(sheet)
        .filter((one) => !NAMED.has(one))
        .map((one) => `${path}: ${one}`),
    )
    expect(stray).toEqual([])
  })

  it('stand in a layer, all but the one that has to win over Tweakpane', () => {
    const bare = [...sheets].filter(([, sheet]) => !/^@layer (base|ui|features) \{/m.test(sheet))
    expect(bare.map(([path]) => path)).toEqual(['panel/tweakpane.css', 'ui/tokens.css'])
  })
})

describe('the rules of the style sheets can fail:', () => {
  const one = (path: string, source: string): Sources => new Map([[path, source]])
  const element = one('app/card.ts', "h('p', { class: 'card', 'data-side': 'end' })")

  it.each([
    ['a class that nobody sets', '.card.open { color: red }', '.open'],
    ['a data attribute that nobody sets', '.card[data-busy] { color: red }', 'data-busy'],
    ['a custom property that nobody defines', '.card { color: var(--flow) }', '--flow'],
  ])('%s', (_, sheet, name) => {
    expect(unset(one('app/card.css', sheet), element)).toEqual([name])
  })

  it('a colour that code reads and no sheet defines', () => {
    expect(unset(new Map(), one('app/chart.ts', "colourOf('--flow')"))).toEqual(['--flow'])
  })

  it.each([
    ['an attribute', "h('p', { class: 'card open' })", '.open'],
    ['a list of classes', "card.classList.toggle('open', isOpen)", '.open'],
    ['a template', 'html`<p class="card open"></p>`', '.open'],
    ['an expression in a template', `html\`<p class=\${isOpen && 'open'}></p>\``, '.open'],
    ['a data set', "card.dataset.isOpen = ''", 'data-is-open'],
    ['a property', "card.style.setProperty('--open', '1')", '--open'],
  ])('a name of %s that nothing uses', (_, source, name) => {
    expect(
      unnamed(one('app/card.css', '.card { color: red }'), one('app/card.ts', source), new Map()),
    ).toEqual([name])
  })

  it('but a hook of a test is used', () => {
    const test = one('browser/card.test.ts', "page.locator('.card')")
    expect(unnamed(new Map(), one('app/card.ts', "h('p', { class: 'card' })"), test)).toEqual([])
  })

  it.each(['padding: 7px', 'gap: 0 5px', 'font-size: 13px', 'border-radius: 3px', 'z-index: 20'])(
    'a length beside the scales: %s',
    (declaration) => {
      expect(offScale(`.card { ${declaration} }`)).toEqual([declaration])
    },
  )

  it('a width without a name', () => {
    expect(breakpoints('@media (max-width: 777px) { p { margin: 0 } }')).toEqual(['media max-width 777px'])
    expect(NAMED.has('media max-width 777px')).toBe(false)
  })
})
