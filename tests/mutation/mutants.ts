/** Mutants: small changes of a source that some test should notice, found in its syntax tree. */
import { parseAst } from 'vite'

export interface Mutant {
  /** Path under src. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly start: number
  readonly end: number
  readonly text: string
}

type Tree = Readonly<Record<string, unknown>> & {
  readonly type: string
  readonly start: number
  readonly end: number
}

const OTHER_OPERATOR: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&': '|',
  '|': '&',
  '^': '&',
  '<<': '>>>',
  '>>': '<<',
  '>>>': '<<',
  '&&': '||',
  '||': '&&',
  '+=': '-=',
  '-=': '+=',
  '*=': '/=',
  '/=': '*=',
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** All mutants of a source, in the order of its text. Types, words and what is thrown are left alone. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const found: Mutant[] = []
  const add = (start: number, end: number, text: string) => {
    const line = source.slice(0, start).split('\n').length
    found.push({ file, line, start, end, text })
  }
  walk(parseAst(source, { lang: 'ts' }), (tree) => mutate(tree, source, add))
  return found.sort((a, b) => a.start - b.start || a.end - b.end || (a.text < b.text ? -1 : 1))
}

function walk(part: unknown, visit: (tree: Tree) => void): void {
  if (Array.isArray(part)) for (const item of part) walk(item, visit)
  if (!isTree(part)) return
  const holdsValue = /^TS(As|Satisfies|NonNull)Expression$/.test(part.type)
  if (holdsValue) {
    walk(part.expression, visit)
    return
  }
  if (part.type.startsWith('TS') || part.type === 'ThrowStatement' || part.type === 'ImportDeclaration')
    return
  visit(part)
  for (const [name, child] of Object.entries(part)) if (!isStep(part, name)) walk(child, visit)
}

/** The step of a counting loop: without it there is no end, which is noticed late and tells nothing. */
function isStep({ type }: Tree, name: string): boolean {
  return type === 'ForStatement' && name === 'update'
}

type Add = (start: number, end: number, text: string) => void

function mutate(tree: Tree, source: string, add: Add): void {
  switch (tree.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      mutateOperator(tree, source, add)
      return
    case 'UnaryExpression':
      if (tree.operator === '!' || tree.operator === '-' || tree.operator === '~')
        add(tree.start, tree.start + 1, '')
      return
    case 'UpdateExpression':
      add(tree.start, tree.end, flipped(source.slice(tree.start, tree.end)))
      return
    case 'IfStatement':
    case 'ConditionalExpression':
      mutateTest(tree, add)
      return
    case 'ExpressionStatement':
      if (isTree(tree.expression) && tree.expression.type !== 'Literal') add(tree.start, tree.end, ';')
      return
    case 'Literal':
      mutateLiteral(tree, add)
      return
    case 'ArrayExpression':
      mutateOrder(tree, source, add)
      return
  }
}

function mutateOperator(tree: Tree, source: string, add: Add): void {
  const other = OTHER_OPERATOR[String(tree.operator)]
  if (other === undefined || !isTree(tree.left) || !isTree(tree.right)) return
  const between = source.slice(tree.left.end, tree.right.start)
  const start = tree.left.end + between.indexOf(String(tree.operator))
  add(start, start + String(tree.operator).length, other)
}

function flipped(update: string): string {
  return update.includes('++') ? update.replace('++', '--') : update.replace('--', '++')
}

function mutateTest({ test }: Tree, add: Add): void {
  if (!isTree(test)) return
  add(test.start, test.end, 'true')
  add(test.start, test.end, 'false')
}

function mutateLiteral({ start, end, value }: Tree, add: Add): void {
  if (typeof value === 'boolean') add(start, end, String(!value))
  if (typeof value === 'number') add(start, end, value === 1 ? '0' : `(${value} + 1)`)
}

/** Neighbours of a list change places. */
function mutateOrder({ elements }: Tree, source: string, add: Add): void {
  if (!Array.isArray(elements)) return
  for (const [i, a] of elements.entries()) {
    const b: unknown = elements[i + 1]
    if (!isTree(a) || !isTree(b)) continue
    const [first, between, second] = [
      source.slice(a.start, a.end),
      source.slice(a.end, b.start),
      source.slice(b.start, b.end),
    ]
    if (first !== second) add(a.start, b.end, `${second}${between}${first}`)
  }
}

/** The source with the mutant in it. */
export function mutated(source: string, { start, end, text }: Mutant): string {
  return source.slice(0, start) + text + source.slice(end)
}

/** How a mutant is called wherever it has to be known again: its file, the line as it reads, and what that becomes. */
export function nameOf(source: string, mutant: Mutant): string {
  const from = source.lastIndexOf('\n', mutant.start - 1) + 1
  const until = source.indexOf('\n', mutant.end)
  const [before, after] = [
    source.slice(from, until),
    mutated(source, mutant).slice(from, until + mutant.text.length - (mutant.end - mutant.start)),
  ]
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  return `${mutant.file}: ${plain(before)}  =>  ${plain(after)}`
}
