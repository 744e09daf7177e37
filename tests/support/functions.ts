/** Functions of a source and how long each is by itself. */
import { isTree, nameOf, treeOf } from './architecture'

interface FunctionLength {
  readonly name: string
  /** Lines from its first to its last, without those of the named functions inside it. */
  readonly ownLines: number
}

interface Span {
  readonly name: string
  readonly first: number
  readonly last: number
  readonly inner: Span[]
}

/** All functions that have a name, by declaration, variable, method or property, and those that stand alone. */
export function functionsOf(source: string): FunctionLength[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineAt = (position: number) => starts.findLastIndex((start) => start <= position)
  const all: Span[] = []

  function visit(part: unknown, name: string, around: Span | undefined): void {
    if (Array.isArray(part)) for (const item of part) visit(item, name, around)
    if (!isTree(part)) return
    let inside = around
    let own = ''
    if (/Function/.test(String(part.type)) && isTree(part.body)) {
      const called = nameOf(part.id) || name || (around === undefined ? 'without a name' : '')
      if (called !== '') {
        inside = {
          name: called,
          first: lineAt(Number(part.start)),
          last: lineAt(Number(part.end)),
          inner: [],
        }
        all.push(inside)
        around?.inner.push(inside)
      }
    } else if (part.type === 'VariableDeclarator') own = nameOf(part.id)
    else if (/^(Property|PropertyDefinition|MethodDefinition)$/.test(String(part.type)))
      own = nameOf(part.key)
    for (const child of Object.values(part)) visit(child, own, inside)
  }
  visit(treeOf(source), '', undefined)
  const linesOf = ({ first, last }: Span) => last - first + 1
  return all.map((span) => ({
    name: span.name,
    ownLines: linesOf(span) - span.inner.reduce((sum, one) => sum + linesOf(one), 0),
  }))
}
