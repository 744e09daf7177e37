/** Reading the sources as a house: who imports whom, and what a file touches. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { parseAst } from 'vite'

const SRC = join(import.meta.dirname, '../../src')

/** Source files by their path under src, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

export interface Import {
  /** File or package as it is written, or the path under src for a file of ours. */
  readonly target: string
  readonly ours: boolean
  readonly typeOnly: boolean
  /** Names of the values that are imported; `*` for all. */
  readonly values: readonly string[]
}

export type Tree = Readonly<Record<string, unknown>>

export function sourcesOfProject(): Sources {
  const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('node_modules'),
  )
  return new Map(names.sort().map((name) => [relative('', name), readFileSync(join(SRC, name), 'utf8')]))
}

export function layerOf(path: string): string {
  return path.split('/')[0] ?? ''
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'type' in value
}

export function treeOf(source: string): Tree {
  return parseAst(source, { lang: 'ts' }) as unknown as Tree
}

/** Visits every part of a tree, parents first. */
export function walk(part: unknown, visit: (tree: Tree) => void): void {
  if (Array.isArray(part)) for (const item of part) walk(item, visit)
  if (!isTree(part)) return
  visit(part)
  for (const child of Object.values(part)) walk(child, visit)
}

export function textOf(part: unknown): string | undefined {
  return isTree(part) && part.type === 'Literal' && typeof part.value === 'string' ? part.value : undefined
}

export function nameOf(part: unknown): string {
  return isTree(part) && typeof part.name === 'string' ? part.name : ''
}

/** Whether `part` is `import.meta.url`. */
function isOwnAddress(part: unknown): boolean {
  return (
    isTree(part) &&
    part.type === 'MemberExpression' &&
    isTree(part.object) &&
    part.object.type === 'MetaProperty'
  )
}

/** All imports and re-exports of a file: static, dynamic, within types, and addresses such as worker entries. */
export function importsOf(path: string, source: string): Import[] {
  const found: Import[] = []
  const add = (target: string | undefined, typeOnly: boolean, values: readonly string[]) => {
    if (target === undefined) return
    const ours = target.startsWith('.')
    const file = ours ? normalize(join(dirname(path), target.replace(/\?.*$/, ''))) : target
    found.push({ target: file, ours, typeOnly, values })
  }
  walk(treeOf(source), (tree) => {
    switch (tree.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration': {
        const whole = tree.importKind === 'type' || tree.exportKind === 'type'
        const specifiers = Array.isArray(tree.specifiers) ? tree.specifiers.filter(isTree) : []
        const named = specifiers.filter((item) => item.importKind !== 'type' && item.exportKind !== 'type')
        const values = whole ? [] : named.map((item) => nameOf(item.imported ?? item.local) || '*')
        const sideEffect = tree.type === 'ImportDeclaration' && specifiers.length === 0 && !whole
        return add(textOf(tree.source), !sideEffect && values.length === 0, values)
      }
      case 'ExportAllDeclaration':
        return add(textOf(tree.source), tree.exportKind === 'type', ['*'])
      case 'ImportExpression':
        return add(textOf(tree.source), false, ['*'])
      case 'TSImportType':
        return add(textOf(tree.source), true, [])
      case 'NewExpression': {
        const [address, base] = Array.isArray(tree.arguments) ? tree.arguments : []
        if (nameOf(tree.callee) === 'URL' && isOwnAddress(base)) add(textOf(address), false, ['*'])
      }
    }
  })
  return found
}

/** The file of ours that an import leads to: itself, with its ending, or the index of a folder. */
export function resolved(sources: Sources, { target }: Import): string | undefined {
  const bare = target.replace(/\.(ts|js)$/, '')
  return [`${bare}.ts`, `${bare}.d.ts`, `${bare}/index.ts`].find((path) => sources.has(path))
}

/** Cycles among the imports of files, each as its path of files. */
export function cyclesIn(sources: Sources, counts: (found: Import) => boolean): string[] {
  const targets = new Map(
    [...sources].map(([path, source]) => {
      const found = importsOf(path, source).filter((one) => one.ours && counts(one))
      return [path, found.flatMap((one) => resolved(sources, one) ?? [])]
    }),
  )
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' > '))
      return
    }
    state.set(path, 'open')
    for (const next of targets.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of sources.keys()) visit(path, [])
  return cycles
}

/** What Math offers with the same bits everywhere. */
const EXACT = new Set([
  'imul',
  'floor',
  'ceil',
  'trunc',
  'abs',
  'min',
  'max',
  'sign',
  'fround',
  'clz32',
  'sqrt',
  'LN2',
  'LN10',
  'LOG2E',
  'LOG10E',
  'PI',
  'SQRT1_2',
  'SQRT2',
  'E',
])
/** Names of the language itself; those of page and machine do not even compile in the pure layers. */
const FOREIGN = new Set([
  ...['Date', 'Intl', 'performance', 'console', 'globalThis', 'eval'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
])
const LOCALE = /^(localeCompare|toLocale\w*|normalize)$/

/** Uses of what differs between machines, moments or places. */
export function impuritiesOf(source: string): string[] {
  const found: string[] = []
  walk(treeOf(source), (tree) => {
    if (tree.type === 'MemberExpression') {
      const property = nameOf(tree.property)
      if (nameOf(tree.object) === 'Math' && (tree.computed === true || !EXACT.has(property)))
        found.push(`Math.${property}`)
      if (tree.computed !== true && LOCALE.test(property)) found.push(property)
    }
    if (tree.type === 'VariableDeclarator' && nameOf(tree.init) === 'Math') found.push('Math taken apart')
    if (tree.type === 'Identifier' && FOREIGN.has(nameOf(tree))) found.push(nameOf(tree))
    const power = tree.type === 'BinaryExpression' || tree.type === 'AssignmentExpression'
    if (power && (tree.operator === '**' || tree.operator === '**=')) found.push('**')
    if (tree.type === 'DebuggerStatement') found.push('debugger')
  })
  return found
}

/** Kinds of statement that do something when the file is loaded, and not only declare. */
export function effectsOf(source: string): string[] {
  const { body } = treeOf(source)
  const statements = Array.isArray(body) ? body.filter(isTree) : []
  return statements
    .map(({ type }) => String(type))
    .filter((type) => !/^(Import|Export|TS)|Declaration$/.test(type))
}
