/** The house: who may import whom, and what the pure layers may not touch. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  cyclesIn,
  effectsOf,
  type Import,
  importsOf,
  impuritiesOf,
  layerOf,
  resolved,
  type Sources,
  sourcesOfProject,
} from './support/architecture'

const ROOT = join(import.meta.dirname, '..')

/** Layers that each layer may import, besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  text: [],
  storage: [],
  engine: [],
  ui: ['text'],
  scenario: ['engine', 'text'],
  words: ['engine', 'scenario', 'text'],
  analysis: ['engine', 'text'],
  experiment: ['engine', 'scenario', 'analysis', 'text'],
  workers: ['engine', 'scenario', 'analysis', 'experiment', 'text'],
  store: ['engine', 'scenario', 'words', 'text'],
  watch: ['engine', 'scenario', 'analysis', 'workers', 'store'],
  cli: ['engine', 'scenario', 'analysis', 'experiment', 'words', 'text', 'bench'],
  bench: ['engine', 'scenario', 'map'],
  map: ['engine', 'text'],
  charts: ['ui'],
  panel: ['scenario', 'store', 'ui', 'words', 'text'],
  app: [
    'engine',
    'scenario',
    'analysis',
    'workers',
    'store',
    'storage',
    'watch',
    'words',
    'map',
    'charts',
    'panel',
    'ui',
    'text',
  ],
}
/** Layers that others see through types; the map also reads the facts of a day and the shipments of a picture. */
const SEES_ONLY: Record<string, Record<string, RegExp>> = {
  map: { engine: /^([A-Z][A-Z_]*|endsShipment|forEachFact|shipmentAt)$/ },
  watch: { workers: /^$/ },
}
/** Layers whose files may be imported one by one; all others are reached through their index. */
const OPEN_LAYERS = new Set(['workers', 'bench'])
/** Layers whose files one other layer may import one by one: the benchmark measures parts of the map. */
const OPEN_TO: Record<string, readonly string[]> = { bench: ['map'] }
/** Packages, by their first name or names, and the layers that may use them. */
const PACKAGES: Record<string, readonly string[]> = {
  seedrandom: ['engine', 'bench'],
  zod: ['scenario', 'store'],
  idb: ['storage'],
  'jsonc-parser': ['scenario'],
  'fastest-levenshtein': ['scenario'],
  zustand: ['store'],
  'pixi.js': ['map'],
  'd3-geo': ['map'],
  'topojson-client': ['map'],
  'topojson-specification': ['map'],
  uplot: ['charts'],
  marked: ['ui'],
  'lit-html': ['ui'],
  '@fontsource-variable/inter': ['ui'],
  '@fontsource/ibm-plex-mono': ['ui'],
  'd3-sankey': ['charts'],
  tweakpane: ['panel'],
  '@tweakpane/core': ['panel'],
  vite: ['bench'],
  'playwright-core': ['bench'],
  '@deck.gl/core': ['bench'],
  '@deck.gl/layers': ['bench'],
  '@flowmap.gl/layers': ['bench'],
}
/** A project of its own that the main install leaves out, with packages of its own. */
const PEER = 'src/bench/peer'
const PURE = ['engine', 'scenario', 'analysis', 'experiment', 'text']
/** Layers that are TypeScript projects of their own, and the surroundings that each may name: only the map draws. */
const PROJECTS: Record<string, readonly string[]> = {
  ...Object.fromEntries([...PURE, 'words', 'store', 'watch'].map((layer) => [layer, ['ES2023']])),
  workers: ['ES2023', 'WebWorker'],
  map: ['ES2023', 'DOM', 'DOM.Iterable'],
}
/** Layers of numeric kernels: an array read there counts as in range. */
const KERNELS = ['engine', 'analysis', 'map', 'experiment']

function installedPackages(): Set<string> {
  const manifests = ['package.json', 'src/bench/peer/package.json'].map(
    (name): Record<'dependencies' | 'devDependencies', object | undefined> =>
      JSON.parse(readFileSync(join(ROOT, name), 'utf8')),
  )
  return new Set(
    manifests.flatMap(({ dependencies = {}, devDependencies = {} }) =>
      Object.keys({ ...dependencies, ...devDependencies }),
    ),
  )
}

/** What is wrong with the imports of some sources. */
function trespasses(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) =>
    importsOf(path, source).flatMap((found) => trespass(sources, path, found) ?? []),
  )
}

function trespass(sources: Sources, path: string, found: Import): string | undefined {
  const layer = layerOf(path)
  const line = `${path} imports ${found.target}`
  if (!found.ours) return mayUse(layer, found.target) ? undefined : line
  const other = layerOf(found.target)
  if (layer === other) return undefined
  if (!(MAY_IMPORT[layer] ?? []).includes(other)) return line
  const names = SEES_ONLY[layer]?.[other]
  if (names !== undefined && found.values.some((name) => !names.test(name)))
    return `${line}, more than its types`
  const throughIndex = resolved(sources, found) === `${other}/index.ts`
  const isOpen = OPEN_LAYERS.has(other) || (OPEN_TO[layer] ?? []).includes(other)
  return throughIndex || isOpen ? undefined : `${line} past its index`
}

function mayUse(layer: string, found: string): boolean {
  if (found.startsWith('node:')) return layer === 'cli' || layer === 'bench'
  return (PACKAGES[packageOf(found)] ?? []).includes(layer)
}

function packageOf(found: string): string {
  const parts = found.split('/')
  return found.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
}

/** Layers and packages that the rules allow to somebody who has no use for them. */
function idlePermits(sources: Sources): string[] {
  const used = new Set(
    [...sources].flatMap(([path, source]) =>
      importsOf(path, source).map(
        ({ ours, target }) => `${layerOf(path)} ${ours ? layerOf(target) : packageOf(target)}`,
      ),
    ),
  )
  const permits = [
    ...Object.entries(MAY_IMPORT).flatMap(([layer, others]) => others.map((other) => `${layer} ${other}`)),
    ...Object.entries(PACKAGES).flatMap(([name, layers]) => layers.map((layer) => `${layer} ${name}`)),
  ]
  return permits.filter((permit) => !used.has(permit))
}

function impurities(sources: Sources): string[] {
  const pure = [...sources].filter(([path]) => PURE.includes(layerOf(path)))
  return pure.flatMap(([path, source]) => impuritiesOf(source).map((what) => `${path}: ${what}`))
}

interface Project {
  readonly extends?: string
  readonly compilerOptions?: Readonly<Record<string, unknown>>
  readonly exclude?: readonly string[]
  readonly references?: readonly { readonly path: string }[]
}

function readProject(path: string): Project {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
}

const sources = sourcesOfProject()
/** A house of a few files, for rules that have to fail. */
const house = (files: Record<string, string>): Sources => new Map(Object.entries(files))

describe('the layers', () => {
  it('are all known', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    expect(folders.map(({ name }) => name).filter((name) => MAY_IMPORT[name] === undefined)).toEqual([])
    expect(sources.size).toBeGreaterThan(50)
  })

  it('import only lower layers, through their index, and only their own packages', () => {
    expect(trespasses(sources)).toEqual([])
  })

  it('may use only packages that are installed', () => {
    const installed = installedPackages()
    expect(
      Object.keys(PACKAGES).filter((name) => !installed.has(name) && !installed.has(`@types/${name}`)),
    ).toEqual([])
  })

  it('may use only what they do use', () => {
    expect(idlePermits(sources)).toEqual([])
    expect(idlePermits(house({ 'store/store.ts': "import 'zustand'" }))).not.toContain('store zustand')
    expect(idlePermits(house({ 'words/dates.ts': "import 'zustand'" }))).toContain('store zustand')
  })

  it('lead to files that exist', () => {
    const lost = [...sources].flatMap(([path, source]) =>
      importsOf(path, source)
        .filter((found) => found.ours && !found.target.endsWith('.css') && !found.target.endsWith('.json'))
        .filter((found) => resolved(sources, found) === undefined)
        .map(({ target }) => `${path} imports ${target}`),
    )
    expect(lost).toEqual([])
  })

  it('show what they offer by name', () => {
    const everything = [...sources].filter(([, source]) => /^export \*/m.test(source)).map(([path]) => path)
    expect(everything).toEqual([])
  })

  it('have no cycle of files that run', () => {
    expect(cyclesIn(sources, ({ typeOnly }) => !typeOnly)).toEqual([])
  })

  it('have no cycle among themselves, types included', () => {
    const edges = new Map<string, string[]>()
    for (const [path, source] of sources)
      for (const { ours, target } of importsOf(path, source))
        if (ours && layerOf(target) !== layerOf(path))
          edges.set(layerOf(path), [...(edges.get(layerOf(path)) ?? []), `../${layerOf(target)}`])
    const layers = [...edges].map(([layer, targets]) => {
      return [
        `${layer}/index.ts`,
        [...new Set(targets)].map((target) => `import '${target}'`).join('\n'),
      ] as const
    })
    const all = new Map([
      ...Object.keys(MAY_IMPORT).map((layer) => [`${layer}/index.ts`, ''] as const),
      ...layers,
    ])
    expect(cyclesIn(all, () => true)).toEqual([])
  })
})

describe('the rules of the layers can fail:', () => {
  const lower = {
    'engine/index.ts': '',
    'engine/world.ts': '',
    'scenario/index.ts': '',
    'app/main.ts': '',
    'map/camera.ts': '',
    'workers/index.ts': '',
  }

  it.each([
    ['a lower layer that imports a higher one', 'engine/step.ts', "import { parse } from '../scenario'"],
    ['types too', 'engine/step.ts', "import type { Scenario } from '../scenario'"],
    ['types by their address too', 'engine/step.ts', "let scenario: import('../scenario').Scenario"],
    ['re-exports too', 'engine/step.ts', "export { parse } from '../scenario'"],
    ['imports on demand too', 'engine/step.ts', "const later = () => import('../scenario')"],
    ['worker entries too', 'engine/step.ts', "new Worker(new URL('../scenario/index.ts', import.meta.url))"],
    ['an import past the index', 'scenario/parse.ts', "import { x } from '../engine/world'"],
    ['a map taken apart by the page', 'app/look.ts', "import { fitted } from '../map/camera'"],
    ['an import of the page', 'cli/simulate.ts', "import { main } from '../app/main'"],
    [
      'a watched run that starts its own worker',
      'watch/run.ts',
      "import { startRunWorker } from '../workers'",
    ],
    ['a map that steps the engine', 'map/traffic.ts', "import { step } from '../engine'"],
    ['a map that takes the whole engine', 'map/traffic.ts', "import * as engine from '../engine'"],
    ['a drawing package in the model', 'engine/step.ts', "import { Mesh } from 'pixi.js'"],
    [
      'files of the machine outside the command line',
      'analysis/csv.ts',
      "import { readFileSync } from 'node:fs'",
    ],
    ['a package that nobody allowed', 'scenario/parse.ts', "import _ from 'lodash/fp'"],
  ])('%s', (_, path, source) => {
    expect(trespasses(house({ ...lower, [path]: source }))).toHaveLength(1)
  })

  it.each([
    ['engine/step.ts', "import type { World } from './world'"],
    ['bench/page/limit.ts', "import { fitted } from '../../map/camera'"],
    [
      'map/traffic.ts',
      "import type { View } from '../engine'\nimport { SEIZED, type EventLog } from '../engine'",
    ],
    [
      'scenario/parse.ts',
      "// import '../app/main'\nconst note = \"import '../app/main'\"\nimport { z } from 'zod'",
    ],
  ])('but let %s be', (path, source) => {
    expect(trespasses(house({ ...lower, [path]: source }))).toEqual([])
  })

  it('a cycle of files', () => {
    const files = house({
      'a/x.ts': "import { y } from './y'",
      'a/y.ts': "import { z } from './z'",
      'a/z.ts': "export { x } from './x'",
    })
    expect(cyclesIn(files, () => true)).toEqual(['a/x.ts > a/y.ts > a/z.ts > a/x.ts'])
    const types = house({ 'a/x.ts': "import type { y } from './y'", 'a/y.ts': "import { x } from './x'" })
    expect(cyclesIn(types, ({ typeOnly }) => !typeOnly)).toEqual([])
  })
})

describe('the layers that are projects of their own', () => {
  it('know no DOM, and no layer but those below', () => {
    const { compilerOptions: common } = readProject('src/tsconfig.layer.json')
    expect(common).toMatchObject({ lib: ['ES2023'], types: [] })
    for (const [layer, lib] of Object.entries(PROJECTS)) {
      const { extends: base, compilerOptions, references = [] } = readProject(`src/${layer}/tsconfig.json`)
      expect(base).toBe('../tsconfig.layer.json')
      expect({ ...common, ...compilerOptions }.lib).toEqual(lib)
      expect(compilerOptions?.noUncheckedIndexedAccess !== false).toBe(!KERNELS.includes(layer))
      expect(references.map(({ path }) => path.replace('../', '')).sort()).toEqual(
        (MAY_IMPORT[layer] ?? []).toSorted(),
      )
    }
    const all = readProject('tsconfig.json')
    const folders = Object.keys(PROJECTS).map((layer) => `src/${layer}`)
    expect(all.references?.map(({ path }) => path).sort()).toEqual(folders.toSorted())
    expect(all.exclude?.toSorted()).toEqual([...folders, PEER].sort())
  })
})

/** Layers whose content follows from the state by templates. */
const RENDERED = ['ui', 'panel', 'app']
/** Files that put foreign or one-off content into an element: Tweakpane's rows and the regions of the page. */
const BUILT_ONCE = ['panel/control.ts', 'panel/months.ts', 'app/shell.ts']
/** Content replaced by hand, or compared as text to see whether it has changed. */
const BY_HAND = /\.replaceChildren\(|\bkey = JSON\.stringify\(|JSON\.stringify\([^)]*\) [!=]==/

function handmade(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) =>
    RENDERED.includes(layerOf(path)) && !BUILT_ONCE.includes(path) && BY_HAND.test(source) ? [path] : [],
  )
}

describe('what is on the page', () => {
  it('is rendered from templates, and neither replaced nor compared by hand', () => {
    expect(handmade(sources)).toEqual([])
  })

  it.each([
    'list.replaceChildren(...rows)',
    'const key = JSON.stringify(rows)',
    'if (JSON.stringify(rows) !== shown) build(rows)',
  ])('is checked by a rule that finds: %s', (source) => {
    expect(handmade(house({ 'app/list.ts': source }))).toEqual(['app/list.ts'])
    expect(handmade(house({ 'store/list.ts': source, 'app/shell.ts': source }))).toEqual([])
  })
})

/** Layers whose unused modules the build leaves out of the page. */
const DECLARING = ['analysis', 'experiment', 'text', 'words']

describe('the layers that only declare', () => {
  it('do nothing when a file is loaded', () => {
    const effects = [...sources]
      .filter(([path]) => DECLARING.includes(layerOf(path)))
      .flatMap(([path, source]) => effectsOf(source).map((effect) => `${path}: ${effect}`))
    expect(effects).toEqual([])
    expect(effectsOf('const a = new Set()\na.add(1)')).toEqual(['ExpressionStatement'])
  })

  it('are those that the build takes to have no effects', () => {
    const config = readFileSync(join(ROOT, 'vite.config.ts'), 'utf8')
    expect(config).toContain(`/(${DECLARING.join('|')})\\//, sideEffects: false`)
  })
})

describe('the pure layers', () => {
  it('use nothing whose bits or value differ between machines', () => {
    expect(impurities(sources)).toEqual([])
  })

  it.each([
    'const x = Math.exp(1)',
    'const x = Math.random()',
    'const x = Math["pow"](2, 3)',
    'const { hypot } = Math',
    'const t = Date.now()',
    'const t = new Date(0)',
    'const y = x ** 3',
    'y **= 2',
    'console.log(1)',
    'setTimeout(f, 3)',
    'a.localeCompare(b)',
    'n.toLocaleString()',
    'new Intl.NumberFormat()',
    'const t = performance.now()',
    'const e = globalThis.process',
  ])('are checked by a rule that finds: %s', (source) => {
    expect(impurities(house({ 'engine/step.ts': source }))).not.toEqual([])
    expect(impurities(house({ 'app/main.ts': source }))).toEqual([])
  })

  it('may speak of all that in words', () => {
    const source = "/** Date.now() */ const words = 'console.log, Math.exp' // x ** 3\nconst quote = /['\"`]/"
    expect(impurities(house({ 'engine/step.ts': source }))).toEqual([])
  })
})
