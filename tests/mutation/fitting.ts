/** Which tests are likeliest to notice a change in a source of the engine. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** By source, without ending: tests of the engine, likeliest first. Others follow. */
const LIKELIEST: Readonly<Record<string, readonly string[]>> = {
  arrivals: ['arrivals'],
  calendar: ['calendar', 'travel'],
  capacity: ['dispatch'],
  choice: ['choice', 'ties', 'hardenedRoutes'],
  counters: ['balance'],
  digest: ['digest', 'snapshot', 'determinism'],
  draw: ['draw'],
  fleet: ['balance', 'travel'],
  foundRoutes: ['generated', 'parallel'],
  math: ['math'],
  odds: ['detection', 'crossing'],
  operations: ['enforcement'],
  paths: ['paths', 'generated'],
  parallel: ['parallel'],
  parameters: ['digest'],
  patrols: ['enforcement'],
  poisson: ['poisson', 'dispatch'],
  processing: ['processing'],
  routes: ['choice', 'ties', 'parallel', 'travel', 'bribeMarket', 'generated'],
  series: ['series', 'digest'],
  snapshot: ['snapshot', 'determinism'],
  step: ['determinism', 'travel'],
  survival: ['seals'],
  ties: ['ties'],
  view: ['balance'],
  world: ['balance', 'dispatch', 'travel'],
  'phases/crossing': ['crossing', 'bribeMarket', 'balance', 'enforcement'],
  'phases/dispatch': ['dispatch', 'loads', 'bribeMarket'],
  'phases/enforcement': ['enforcement'],
  'phases/interventions': ['enforcement', 'dispatch'],
  'phases/justice': ['dispatch', 'balance'],
  'phases/learning': ['choice', 'parallel', 'processing', 'bribeMarket', 'generated', 'enforcement'],
  'phases/markets': ['dispatch', 'processing'],
  'phases/replan': ['generated'],
  'phases/seizure': ['crossing', 'dispatch', 'processing'],
  'phases/travel': ['travel', 'processing', 'arrivals'],
}
/** Tests of so little work that they come before all others. */
const QUICKEST = ['edges', 'rows']
/** Tests that see most of the engine at once. */
const BROAD = ['balance', 'golden']
/** Tests that take longer than most of the others together. */
const SLOWEST = ['snapshot']
const RECOUNT = 'tests/analysis/measures/recount.test.ts'

/** Test files for a source: those that are likely to notice a change, and after them all others, from quick to slow. */
export interface Fitting {
  readonly likeliest: readonly string[]
  readonly others: readonly string[]
}

/** With `deep`, the claims about many worlds too. */
export function testsFor(file: string, deep: boolean): Fitting {
  if (file.startsWith('analysis/')) return { likeliest: [RECOUNT], others: [] }
  const source = file.replace(/^engine\//, '').replace(/\.ts$/, '')
  const all = readdirSync(join(ROOT, 'tests/engine')).filter((name) => name.endsWith('.test.ts'))
  const [quick, slow] = [all.filter((name) => !isModel(name)), all.filter(isModel)]
  const known = (names: readonly string[]) =>
    names.map((name) => `${name}.test.ts`).filter((name) => all.includes(name))
  const likeliest = [...new Set(known([...QUICKEST, ...(LIKELIEST[source] ?? []), ...BROAD]))]
  const slowest = known(SLOWEST)
  const rest = [...quick.filter((name) => !slowest.includes(name)), ...slowest].filter(
    (name) => !likeliest.includes(name),
  )
  const pathOf = (name: string) => `tests/engine/${name}`
  return {
    likeliest: likeliest.map(pathOf),
    others: [RECOUNT, ...rest.map(pathOf), ...(deep ? slow.map(pathOf) : [])],
  }
}

function isModel(name: string): boolean {
  return name.endsWith('.model.test.ts')
}
