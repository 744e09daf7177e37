/** Reading style sheets, and what code does with their names. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss, { type AtRule, type Declaration } from 'postcss'
import { isTree, nameOf, type Sources, type Tree, textOf, treeOf, walk } from './architecture'

const SRC = join(import.meta.dirname, '../../src')

export function sheetsOfProject(): Sources {
  const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.css') && !name.startsWith('bench') && !name.includes('node_modules'),
  )
  return new Map(names.sort().map((name) => [name, readFileSync(join(SRC, name), 'utf8')]))
}

/** Names of classes, of attributes `data-*`, and of custom properties. */
export interface Names {
  readonly classes: ReadonlySet<string>
  readonly data: ReadonlySet<string>
  readonly properties: ReadonlySet<string>
}

export interface SheetNames extends Names {
  /** Custom properties that are read by `var`. */
  readonly read: ReadonlySet<string>
}

function matches(pattern: RegExp, source: string): string[] {
  return [...source.matchAll(pattern)].map(([, name = '']) => name)
}

/** Classes, data attributes and custom properties that style sheets name. */
export function namesInSheets(sheets: Sources): SheetNames {
  const names = {
    classes: new Set<string>(),
    data: new Set<string>(),
    properties: new Set<string>(),
    read: new Set<string>(),
  }
  for (const sheet of sheets.values()) {
    const root = postcss.parse(sheet)
    root.walkRules(({ selector }) => {
      const bare = selector.replace(/"[^"]*"/g, '')
      for (const name of matches(/\.([a-z][\w-]*)/gi, bare)) names.classes.add(name)
      for (const name of matches(/\[(data-[\w-]+)/g, bare)) names.data.add(name)
    })
    root.walkDecls(({ prop, value }) => {
      if (prop.startsWith('--')) names.properties.add(prop)
      for (const name of matches(/var\((--[\w-]+)/g, value)) names.read.add(name)
      for (const name of matches(/attr\((data-[\w-]+)/g, value)) names.data.add(name)
    })
  }
  return names
}

/** All texts within a part of a tree: literals, and the fixed pieces of templates. */
function textsIn(part: unknown): string[] {
  const found: string[] = []
  walk(part, (tree) => {
    const value = textOf(tree) ?? pieceOf(tree)
    if (value !== undefined) found.push(value)
  })
  return found
}

function pieceOf(tree: Tree): string | undefined {
  const { value } = tree
  if (tree.type !== 'TemplateElement' || typeof value !== 'object' || value === null) return undefined
  return 'raw' in value ? String(value.raw) : undefined
}

const words = (texts: readonly string[]) => texts.flatMap((one) => one.split(/\s+/)).filter(Boolean)
const dashed = (name: string) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/**
 * Classes, data attributes and custom properties that code sets: by `class` or `className` of an element or a template, by
 * `classList`, `dataset`, `toggleAttribute`, and `setProperty`. A class that is composed counts with its fixed pieces.
 */
export function namesSetBy(sources: Sources): Names {
  const names = { classes: new Set<string>(), data: new Set<string>(), properties: new Set<string>() }
  const addClasses = (part: unknown) => {
    for (const name of words(textsIn(part))) names.classes.add(name)
  }
  for (const source of sources.values())
    walk(treeOf(source), (tree) => {
      const { type, key, value, left, right, callee } = tree
      if (type === 'Property') {
        const name = textOf(key) ?? nameOf(key)
        if (name === 'class' || name === 'className') addClasses(value)
        if (name.startsWith('data-')) names.data.add(name)
      }
      if (type === 'AssignmentExpression' && isTree(left) && left.type === 'MemberExpression') {
        if (nameOf(left.property) === 'className') addClasses(right)
        if (isTree(left.object) && nameOf(left.object.property) === 'dataset')
          names.data.add(dashed(nameOf(left.property)))
      }
      if (type === 'CallExpression' && isTree(callee) && Array.isArray(tree.arguments)) {
        const [first = '', ...rest] = tree.arguments.map(textOf)
        if (isTree(callee.object) && nameOf(callee.object.property) === 'classList')
          for (const name of [first, ...rest]) if (name !== undefined) names.classes.add(name)
        if (/^(set|toggle)Attribute$/.test(nameOf(callee.property)) && first.startsWith('data-'))
          names.data.add(first)
        if (nameOf(callee.property) === 'setProperty') names.properties.add(first)
      }
      if (type === 'TemplateLiteral') readTemplate(tree, addClasses, names)
    })
  return names
}

/** Attributes in the HTML of a template; a class may go on over several expressions. */
function readTemplate(
  { quasis, expressions }: Tree,
  addClasses: (part: unknown) => void,
  names: { readonly data: Set<string>; readonly properties: Set<string> },
): void {
  if (!Array.isArray(quasis) || !Array.isArray(expressions)) return
  let isInClass = false
  for (const [i, quasi] of quasis.entries()) {
    const piece = isTree(quasi) ? (pieceOf(quasi) ?? '') : ''
    for (const name of matches(/\s(data-[\w-]+)=/g, piece)) names.data.add(name)
    for (const name of matches(/^(--[\w-]+):/g, piece)) names.properties.add(name)
    const written = matches(/\bclass="([^"]*)/g, piece)
    if (isInClass) written.push(/^[^"]*/.exec(piece)?.[0] ?? '')
    for (const value of written) addClasses({ type: 'Literal', value })
    isInClass = /\bclass="[^"]*$/.test(piece) || (isInClass && !piece.includes('"'))
    if (isInClass || /\bclass=$/.test(piece)) addClasses(expressions[i])
  }
}

/** Names that code or a test looks for: classes and data attributes of selectors, data that is read, custom properties. */
export function namesSoughtBy(sources: Sources): Names {
  const names = { classes: new Set<string>(), data: new Set<string>(), properties: new Set<string>() }
  for (const source of sources.values()) {
    /** What is set there, not looked for. */
    const set = new Set<unknown>()
    walk(treeOf(source), (tree) => {
      if (tree.type === 'AssignmentExpression') set.add(tree.left)
      if (tree.type === 'CallExpression' && isTree(tree.callee) && Array.isArray(tree.arguments)) {
        const method = nameOf(tree.callee.property)
        if (/^(set|toggle)Attribute$|^setProperty$/.test(method)) set.add(tree.arguments[0])
        if (method === 'getByTestId') names.data.add('data-testid')
      }
      if (tree.type === 'Property') set.add(tree.key)
      if (set.has(tree)) return
      const said = textOf(tree) ?? pieceOf(tree) ?? ''
      for (const name of matches(/\.([a-z][\w-]*)/gi, said)) names.classes.add(name)
      for (const name of matches(/(?:\[|^)(data-[\w-]+)/g, said)) names.data.add(name)
      if (/^--[\w-]+$/.test(said)) names.properties.add(said)
      if (
        tree.type === 'MemberExpression' &&
        isTree(tree.object) &&
        nameOf(tree.object.property) === 'dataset'
      )
        names.data.add(dashed(nameOf(tree.property)))
    })
  }
  return names
}

/** Properties whose values come from a scale, and what else they may be; a space of more than 16px is room for something. */
const SCALES: readonly (readonly [property: RegExp, value: RegExp])[] = [
  [/^(padding|margin)(-|$)|gap$/, /^(0|auto|1px|(1[7-9]|[2-9]\d|\d{3})px|[\d.]+(em|vh)|var\(--space-\d\))$/],
  [/^font-size$/, /^(var\(--type-\w+\)|inherit)$/],
  [/^border(-\w+-\w+)?-radius$/, /^(0|50%|var\(--radius(-\w)?\))$/],
  [/^z-index$/, /^var\(--layer-\w+\)$/],
]

/** Declarations that leave the scales, as they are written. */
export function offScale(sheet: string): string[] {
  const found: string[] = []
  postcss.parse(sheet).walkDecls((declaration: Declaration) => {
    const { prop } = declaration
    const value = declaration.value.replace(/calc\(-1 \* (var\(--[\w-]+\))\)/g, '$1')
    const scale = SCALES.find(([property]) => property.test(prop))
    if (scale !== undefined && !value.split(' ').every((one) => scale[1].test(one)))
      found.push(`${prop}: ${declaration.value}`)
  })
  return found
}

/** Widths and heights at which a sheet asks how much room there is, e.g. `container max-width 560px`. */
export function breakpoints(sheet: string): string[] {
  const found: string[] = []
  postcss.parse(sheet).walkAtRules(/^(media|container)$/, ({ name, params }: AtRule) => {
    for (const [, edge, length] of params.matchAll(/((?:max|min)-(?:width|height)): (\d+px)/g))
      found.push(`${name} ${edge} ${length}`)
  })
  return found
}
