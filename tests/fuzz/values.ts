/** Values that nobody expects: of another type, at the edges, with the names of what every object has. */
import type { Chance } from './chance'

const TEXTS = [
  '',
  ' ',
  'x',
  'toString',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '*',
  '0',
  '-1',
  '\u0000',
  '\u202e\ud800',
  'a'.repeat(70),
  'a.b.c',
  'XA',
  'XA-XB',
  'line',
  '2010-02-30',
  '0000-01-01',
  '9999-12-31',
  '10000-01-01',
  'nodes.*.dwellHours',
  'nodes[country=XA].uptakeShare',
  'checkpoints[toString=1].staff',
  'checkpoints.*.interdictionOdds',
  'organisations.*.loads.*.meanKg',
  'organisations.*.supply.0.kgPerDay',
  'commodities.*.prices.node.toString',
  'teams.*.places.*.weight',
  'interventions',
  'nodes.0.id',
  '[[[=]].',
]
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  7,
  12,
  13,
  23,
  24,
  1e-320,
  1e-9,
  0.001,
  1e6,
  1e9,
  1e15,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  73_000,
]
const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  [],
  [null],
  [[]],
  [1, 2, 3],
  ['x', 'x'],
  {},
  { id: 3 },
  { id: 'toString' },
  { toString: 1 },
  { toString: null, valueOf: null },
  { length: 5 },
  { kind: 'fixed', kg: 1 },
  { kind: 'uniform', minKg: 5, maxKg: 1 },
  { constructor: { prototype: {} } },
  { toJSON: 1 },
]

export function oddValue(chance: Chance): unknown {
  return structuredClone(chance.oneOf<unknown>(chance.oneOf<readonly unknown[]>([TEXTS, NUMBERS, OTHERS])))
}

export function oddText(chance: Chance): string {
  return chance.oneOf(TEXTS)
}

export function oddNumber(chance: Chance): number {
  return chance.oneOf(NUMBERS)
}
