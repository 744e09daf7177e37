/** The list of changes that once survived: each is still possible, and its test is still there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EQUIVALENT } from './equivalent'
import { KNOWN, mutantOfKnown } from './known'
import { mutantsOf, mutated, nameOf } from './mutants'
import { sampled, toldApart } from './sample'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const edges = read('tests/engine/edges.test.ts')

describe('a change that once survived', () => {
  it.each(KNOWN)('of $file can still be made: $find', ({ test, ...change }) => {
    const source = read(`src/${change.file}`)
    const mutant = mutantOfKnown({ test, ...change }, source)
    expect(mutant, 'its text stands in the source once').toBeDefined()
    if (mutant !== undefined) expect(mutated(source, mutant)).not.toBe(source)
    expect(edges).toContain(`'${test}'`)
  })
})

describe('a change that no test can notice', () => {
  const files = [...new Set(Object.keys(EQUIVALENT).map((name) => name.slice(0, name.indexOf(':'))))]
  const possible = new Set(
    files
      .flatMap((file) => {
        const source = read(`src/${file}`)
        return toldApart(mutantsOf(file, source).map((mutant) => ({ mutant, name: nameOf(source, mutant) })))
      })
      .map(({ name }) => name),
  )

  it.each(Object.keys(EQUIVALENT))('can still be made: %s', (name) => {
    expect(possible).toContain(name)
  })
})

describe('mutants', () => {
  const source = [
    "import { a } from './a'",
    'export function f(x: 1 | 2): number {',
    '  if (x > 1) g(x)',
    '  if (!x) throw new Error(x + 1)',
    '  return [x + 1, x][0] as number',
    '}',
  ].join('\n')
  const names = mutantsOf('f.ts', source).map((mutant) => nameOf(source, mutant))

  it('change operators, constants, conditions, statements and the order of lists, and neither types nor errors', () => {
    expect(names.map((name) => name.replace(/^.*=> {2}/, ''))).toEqual([
      'if (false) g(x)',
      'if (true) g(x)',
      'if (x >= 1) g(x)',
      'if (x > 0) g(x)',
      'if (x > 1) ;',
      'if (x) throw new Error(x + 1)',
      'if (false) throw new Error(x + 1)',
      'if (true) throw new Error(x + 1)',
      'return [x, x + 1][0] as number',
      'return [x - 1, x][0] as number',
      'return [x + 0, x][0] as number',
      'return [x + 1, x][(0 + 1)] as number',
    ])
  })

  it('are sampled alike for a seed, whatever else there is', () => {
    const things = Array.from({ length: 100 }, (_, i) => ({ name: `thing ${i}` }))
    const some = sampled(things, 10, 1)
    expect(sampled([...things].reverse(), 10, 1)).toEqual(some)
    expect(sampled(things, 10, 2)).not.toEqual(some)
    expect(sampled(things, 50, 1).slice(0, 10)).toEqual(some)
    const fewer = things.filter((thing) => !some.slice(0, 1).includes(thing))
    expect(sampled(fewer, 9, 1)).toEqual(some.slice(1))
    expect(sampled(things, 200, 1)).toHaveLength(100)
  })

  it('that are called alike are told apart', () => {
    const names = toldApart([{ name: 'a' }, { name: 'b' }, { name: 'a' }]).map(({ name }) => name)
    expect(names).toEqual(['a', 'b', 'a #2'])
  })
})
