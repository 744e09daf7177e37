/** The walls inside the layers: features that stand apart, no circles and few long files. */
import { describe, expect, it } from 'vitest'
import { cyclesIn, importsOf, resolved, type Sources, sourcesOfProject } from './support/architecture'

const MAX_LINES = 250

/** Files that are longer, with the lines that they may have. A number may only fall, and a file under the limit leaves the list. */
const LONG_FILES: Readonly<Record<string, number>> = {
  'bench/kernel.ts': 261,
  'text/page.ts': 279,
  'text/parameters.ts': 316,
}

/** Files of the page that put the features together. */
const COMPOSERS = new Set(['app/main.ts', 'app/page.ts', 'app/actions.ts'])

const sources = sourcesOfProject()
/** A house of a few files, for rules that have to fail. */
const house = (files: Record<string, string>): Sources => new Map(Object.entries(files))

/** The feature of the page that a file belongs to; undefined for what stands between them. */
function featureOf(path: string): string | undefined {
  return /^app\/([^/]+)\//.exec(path)?.[1]
}

/** Imports of a feature by another one, or past its index. */
function breaches(all: Sources): string[] {
  return [...all].flatMap(([path, source]) =>
    importsOf(path, source).flatMap((found) => {
      const target = found.ours ? resolved(all, found) : undefined
      const feature = target === undefined ? undefined : featureOf(target)
      if (target === undefined || feature === undefined || feature === featureOf(path)) return []
      const isAllowed = COMPOSERS.has(path) && target === `app/${feature}/index.ts`
      return isAllowed ? [] : [`${path} imports ${target}`]
    }),
  )
}

function linesOf(source: string): number {
  return source.split('\n').length - 1
}

/** How the list of long files differs from what is true. */
function lengthFaults(all: Sources, known: Readonly<Record<string, number>>): string[] {
  const long = [...all].filter(([, source]) => linesOf(source) > MAX_LINES)
  const grown = long.flatMap(([path, source]) => {
    const lines = linesOf(source)
    return lines === known[path]
      ? []
      : [`${path} has ${lines} lines, ${known[path] ?? MAX_LINES} are allowed`]
  })
  const gone = Object.keys(known).filter((path) => !long.some(([one]) => one === path))
  return [...grown, ...gone.map((path) => `${path} is no longer long: take it off the list`)]
}

describe('the features of the page', () => {
  it('import no other feature, and only what composes the page imports them, by their index', () => {
    expect(breaches(sources)).toEqual([])
  })

  const rooms = {
    'app/tables/index.ts': "export { createTables } from './tables'",
    'app/tables/tables.ts': '',
    'app/charts/index.ts': '',
    'app/keys.ts': '',
  }

  it.each([
    ['a feature that imports another', 'app/charts/drawer.ts', "import { createTables } from '../tables'"],
    ['types too', 'app/charts/drawer.ts', "import type { Tables } from '../tables/tables'"],
    ['a composer that passes the index', 'app/page.ts', "import { createTables } from './tables/tables'"],
    ['a file between the features', 'app/keys.ts', "import { createTables } from './tables'"],
  ])('are held apart by a rule that finds: %s', (_, path, source) => {
    expect(breaches(house({ ...rooms, [path]: source }))).toHaveLength(1)
  })

  it('may import what stands between them, and be imported by the page', () => {
    const files = {
      'app/charts/drawer.ts': "import { withKey } from '../keys'",
      'app/page.ts': "import { createTables } from './tables'",
    }
    expect(breaches(house({ ...rooms, ...files }))).toEqual([])
  })
})

describe('files', () => {
  it('make no circle, types included', () => {
    expect(cyclesIn(sources, () => true)).toEqual([])
  })

  it('are short, but for some that only get shorter', () => {
    expect(lengthFaults(sources, LONG_FILES)).toEqual([])
  })

  it.each([
    ['a new long file', 251, {}],
    ['a long file that grew', 300, { 'app/page.ts': 299 }],
    ['a file that is long no more', 250, { 'app/page.ts': 299 }],
  ])('are measured by a rule that finds: %s', (_, lines, known) => {
    expect(lengthFaults(house({ 'app/page.ts': '\n'.repeat(lines) }), known)).toHaveLength(1)
  })
})
