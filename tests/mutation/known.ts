/** Changes of the engine that once left every test green, each with the test that notices it now. */
import type { Mutant } from './mutants'

interface Known {
  /** Path under src. */
  readonly file: string
  /** Text that stands in the file once, and what it becomes. */
  readonly find: string
  readonly replace: string
  /** Title of a test of `tests/engine/edges.test.ts`. */
  readonly test: string
}

export const KNOWN: readonly Known[] = [
  {
    file: 'engine/odds.ts',
    find: 'override >= 0 ? override',
    replace: 'override > 0 ? override',
    test: 'whose odds are set to 0 inspects nobody, whatever its staff',
  },
  {
    file: 'engine/operations.ts',
    find: ' || expectsOperation(world, o, node, day + 1)',
    replace: '',
    test: 'that is known of keeps at home, the day before, those who would arrive after midnight',
  },
  {
    file: 'engine/phases/interventions.ts',
    find: 'forewarn(world.patrols, spec, world.key0, world.key1)',
    replace: '',
    test: 'whose leak an intervention opens is known of from that day on',
  },
  {
    file: 'engine/phases/enforcement.ts',
    find: 'operations.fromDay[i] === world.day',
    replace: 'operations.untilDay[i] === world.day',
    test: 'is paid for on its first day, in full and once',
  },
  {
    file: 'engine/choice.ts',
    find: 'if (lastUser[leg] === r) continue',
    replace: '',
    test: 'that takes a leg twice is still one user of it',
  },
  {
    file: 'engine/phases/protection.ts',
    find: 'loss > retainer && !isTie(loss, retainer, loss)',
    replace: 'loss >= retainer',
    test: 'that can be bought for nothing is not bought by those who expect to lose nothing there',
  },
  {
    file: 'engine/phases/replan.ts',
    find: 'q >= 1 ?',
    replace: 'q > 1 ?',
    test: 'is found where loss is certain, if there is no other',
  },
  {
    file: 'engine/parallel.ts',
    find: 'km[PATH_MODE] > 0',
    replace: 'km[PATH_MODE] >= 0',
    test: 'that is found over roads is carried by road, and one with a stretch of path by path',
  },
  {
    file: 'engine/foundRoutes.ts',
    find: 'roomOf(world.routes, r) < path.length',
    replace: 'roomOf(world.routes, r) + 1 < path.length',
    test: 'that is found one leg longer than the one before leaves the next in its place',
  },
  {
    file: 'engine/phases/dispatch.ts',
    find: 'return Math.max(1, ',
    replace: 'return Math.max(0, ',
    test: 'weighs a gram at least when it sets out',
  },
  {
    file: 'engine/phases/travel.ts',
    find: 'const left = Math.max(1, ',
    replace: 'const left = Math.max(0, ',
    test: 'weighs a gram at least when it has been processed',
  },
  {
    file: 'engine/phases/travel.ts',
    find: 'if (place > 0) {\n        const isLast',
    replace: 'if (place >= 0) {\n        const isLast',
    test: 'is not sold where it sets out, though there is a market there',
  },
]

/** The change at its place in the source; undefined when its text does not stand there exactly once. */
export function mutantOfKnown({ file, find, replace }: Known, source: string): Mutant | undefined {
  const start = source.indexOf(find)
  if (start < 0 || source.includes(find, start + 1)) return undefined
  const line = source.slice(0, start).split('\n').length
  return { file, line, start, end: start + find.length, text: replace }
}
