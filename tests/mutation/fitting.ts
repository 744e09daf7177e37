/** Which tests are likeliest to notice a change in a source of the engine. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** By source, without ending: tests of the engine, likeliest first. Others follow. */
const LIKELIEST: Readonly<Record<string, readonly string[]>> = {
  arrivals: ['arrivals'],
  calendar: ['calendar', 'travel'],
  choice: ['choice', 'edges', 'hardenedRoutes'],
  counters: ['balance'],
  digest: ['digest', 'snapshot', 'determinism'],
  draw: ['draw'],
  fleet: ['snapshot', 'balance', 'travel'],
  foundRoutes: ['edges', 'generated'],
  math: ['math'],
  odds: ['detection', 'edges', 'crossing'],
  operations: ['edges', 'enforcement'],
  paths: ['paths', 'generated'],
  patrols: ['enforcement', 'edges'],
  poisson: ['poisson', 'dispatch'],
  processing: ['processing', 'edges'],
  routes: ['choice', 'travel', 'bribeMarket', 'generated'],
  series: ['series', 'digest'],
  snapshot: ['snapshot', 'determinism'],
  step: ['determinism', 'travel'],
  view: ['balance'],
  world: ['balance', 'dispatch', 'snapshot'],
  'phases/crossing': ['crossing', 'bribeMarket', 'balance', 'enforcement'],
  'phases/dispatch': ['dispatch', 'edges', 'loads', 'bribeMarket'],
  'phases/enforcement': ['enforcement', 'edges'],
  'phases/interventions': ['edges', 'enforcement', 'dispatch'],
  'phases/justice': ['dispatch', 'balance'],
  'phases/learning': ['choice', 'bribeMarket', 'generated', 'enforcement'],
  'phases/markets': ['dispatch', 'processing'],
  'phases/protection': ['edges'],
  'phases/replan': ['edges', 'generated'],
  'phases/seizure': ['crossing', 'dispatch', 'processing'],
  'phases/travel': ['travel', 'edges', 'processing', 'arrivals'],
}
/** Tests that see most of the engine at once, the quick ones first. */
const BROAD = ['edges', 'balance', 'golden', 'invariance', 'dispatch', 'determinism']
const RECOUNT = 'tests/analysis/recount.test.ts'

/** Test files for a source, from the likeliest and quickest to the slowest; with `deep`, the claims about many worlds too. */
export function testsFor(file: string, deep: boolean): string[] {
  if (file.startsWith('analysis/')) return [RECOUNT]
  const source = file.replace(/^engine\//, '').replace(/\.ts$/, '')
  const all = readdirSync(join(ROOT, 'tests/engine')).filter((name) => name.endsWith('.test.ts'))
  const [quick, slow] = [all.filter((name) => !isModel(name)), all.filter(isModel)]
  const first = [...(LIKELIEST[source] ?? []), ...BROAD].map((name) => `${name}.test.ts`)
  const inOrder = [...new Set([...first, ...quick])].filter((name) => all.includes(name))
  const pathOf = (name: string) => `tests/engine/${name}`
  return [...inOrder.map(pathOf), RECOUNT, ...(deep ? slow.map(pathOf) : [])]
}

function isModel(name: string): boolean {
  return name.endsWith('.model.test.ts')
}
