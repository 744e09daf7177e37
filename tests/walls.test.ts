/** The walls inside the layers: features that stand apart, no circles, few long files and functions, wrapped comments. */
import { describe, expect, it } from 'vitest'
import { cyclesIn, importsOf, resolved, type Sources, sourcesOfProject } from './support/architecture'
import { functionsOf } from './support/functions'
import { sheetsOfProject } from './support/styles'

/** Lines that something may have which is longer than the rule allows, by its name. */
type LongList = Readonly<Record<string, number>>

const MAX_LINES = 250
/** Files that are longer. A number may only fall, and a file under the limit leaves the list. */
const LONG_FILES: LongList = {
  'bench/kernel.ts': 261,
}

const MAX_OWN_LINES = 60
/** Functions that are longer by themselves, without the named functions inside them. The same holds of these. */
const LONG_FUNCTIONS: LongList = {
  'charts/steps.ts stepsDrawing': 62,
  'engine/math.ts normalQuantile': 79,
  'engine/phases/travel.ts arrivals': 72,
  'scenario/compile/trade.ts suppliesOf': 64,
  'scenario/check/schemaIssues.ts schemaIssues': 65,
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
      const target = found.ours ? (resolved(all, found) ?? found.target) : undefined
      const feature = target === undefined ? undefined : featureOf(target)
      if (target === undefined || feature === undefined || feature === featureOf(path)) return []
      const isAllowed = COMPOSERS.has(path) && target === `app/${feature}/index.ts`
      return isAllowed ? [] : [`${path} imports ${target}`]
    }),
  )
}

/** How a list of long things differs from what is true; `lengths` are in lines. */
function listFaults(lengths: Iterable<readonly [string, number]>, max: number, known: LongList): string[] {
  const long = new Map([...lengths].filter(([, lines]) => lines > max))
  const grown = [...long].flatMap(([what, lines]) => {
    const allowed = known[what] ?? max
    return lines <= allowed ? [] : [`${what} has ${lines} lines, ${allowed} are allowed`]
  })
  const gone = Object.keys(known).filter((what) => !long.has(what))
  return [...grown, ...gone.map((what) => `${what} is no longer long: take it off the list`)]
}

function fileFaults(all: Sources, known: LongList): string[] {
  const lengths = [...all].map(([path, source]) => [path, source.split('\n').length - 1] as const)
  return listFaults(lengths, MAX_LINES, known)
}

const MAX_COLUMNS = 110

/** Lines of comments that are wider than a comment may be, as the formatter does not wrap them. */
function wideComments(all: Sources): string[] {
  return [...all].flatMap(([path, source]) =>
    source.split('\n').flatMap((line, i) => {
      const isComment = /^\s*(\/\/|\/\*|\*)/.test(line)
      return isComment && line.length > MAX_COLUMNS ? [`${path}:${i + 1} has ${line.length} columns`] : []
    }),
  )
}

function functionFaults(all: Sources, known: LongList): string[] {
  const lengths = [...all].flatMap(([path, source]) =>
    functionsOf(source).map(({ name, ownLines }) => [`${path} ${name}`, ownLines] as const),
  )
  return listFaults(lengths, MAX_OWN_LINES, known)
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
    ['types by their address', 'app/charts/drawer.ts', "let tables: import('../tables/tables').Tables"],
    ['style sheets', 'app/charts/drawer.ts', "import '../tables/tables.css'"],
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

  it('are short, style sheets too, but for some that only get shorter', () => {
    expect(fileFaults(new Map([...sources, ...sheetsOfProject()]), LONG_FILES)).toEqual([])
  })

  it.each([
    ['a new long file', 251, {}],
    ['a long file that grew', 300, { 'app/page.ts': 299 }],
    ['a file that is long no more', 250, { 'app/page.ts': 299 }],
  ])('are measured by a rule that finds: %s', (_, lines, known) => {
    expect(fileFaults(house({ 'app/page.ts': '\n'.repeat(lines) }), known)).toHaveLength(1)
  })
})

describe('comments', () => {
  it('are wrapped, in style sheets too', () => {
    expect(wideComments(new Map([...sources, ...sheetsOfProject()]))).toEqual([])
  })

  it.each([
    ['a doc comment of one line', `/** ${'a'.repeat(104)} */`],
    ['a line of a longer comment', `/**\n * ${'a'.repeat(108)}\n */`],
    ['a comment between statements', `  // ${'a'.repeat(106)}`],
  ])('are measured by a rule that finds: %s', (_, source) => {
    expect(wideComments(house({ 'app/page.ts': source }))).toHaveLength(1)
  })

  it('may fill the width, and leave code to the formatter', () => {
    const lines = [`// ${'a'.repeat(107)}`, `const address = '${'a'.repeat(200)}'`]
    expect(wideComments(house({ 'app/page.ts': lines.join('\n') }))).toEqual([])
  })
})

describe('functions', () => {
  /** A function of so many lines, some of which belong to a named function inside it. */
  const functionOf = (lines: number, inner: number) =>
    [
      'function outer() {',
      ...Array.from({ length: lines - inner - 2 }, () => '  work()'),
      ...(inner === 0
        ? []
        : ['  const helper = () => {', ...Array.from({ length: inner - 2 }, () => '    work()'), '  }']),
      '}',
    ].join('\n')

  it('are short, but for some that only get shorter', () => {
    expect(functionFaults(sources, LONG_FUNCTIONS)).toEqual([])
  })

  it('are measured by a rule that finds a long one, and counts what stands inside it by itself', () => {
    expect(functionFaults(house({ 'a.ts': functionOf(61, 0) }), {})).toEqual([
      'a.ts outer has 61 lines, 60 are allowed',
    ])
    expect(functionFaults(house({ 'a.ts': functionOf(100, 40) }), {})).toEqual([])
    const callback = functionOf(61, 0).replace('function outer()', 'each(() =>').concat(')')
    expect(functionFaults(house({ 'a.ts': callback }), {})).toHaveLength(1)
    const field = functionOf(61, 0).replace('function outer()', 'class A { run = () =>').concat('}')
    expect(functionFaults(house({ 'a.ts': field }), {})).toEqual(['a.ts run has 61 lines, 60 are allowed'])
    expect(functionFaults(house({ 'a.ts': functionOf(60, 0) }), { 'a.ts outer': 61 })).toHaveLength(1)
  })
})
