/**
 * `npm run mutate`: how many small changes of the engine its tests notice. Samples mutants with a seed, runs
 * the tests on each until the first fails, two mutants at a time, and writes every outcome down at once, so
 * that a run goes on where it was interrupted (D27).
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { EQUIVALENT } from './equivalent'
import { type Fitting, testsFor } from './fitting'
import { KNOWN, mutantOfKnown } from './known'
import { type Mutant, mutantsOf, nameOf } from './mutants'
import { sampled, toldApart } from './sample'
import { tried, type Verdict } from './trial'

const ROOT = join(import.meta.dirname, '../..')
/** Share of the mutants that are not equivalent which the tests have to notice. */
const WANTED = 0.85

interface Outcome extends Verdict {
  readonly name: string
  /** Fingerprint of the source, so that an outcome holds for it alone. */
  readonly source: string
}

interface Candidate {
  readonly mutant: Mutant
  readonly name: string
  readonly source: string
}

function sourceOf(file: string): string {
  return readFileSync(join(ROOT, 'src', file), 'utf8')
}

function candidateOf(mutant: Mutant): Candidate {
  const text = sourceOf(mutant.file)
  const source = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { mutant, name: nameOf(text, mutant), source }
}

/** All mutants of a layer, each with a name of its own; files without code are left out. */
function allMutants(layer: string): Candidate[] {
  const files = readdirSync(join(ROOT, 'src', layer), { recursive: true, encoding: 'utf8' })
    .map((name) => `${layer}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !/(index|version|\.d)\.ts$/.test(name))
  const mutants = files.sort().flatMap((file) => mutantsOf(file, sourceOf(file)))
  return toldApart(mutants.map(candidateOf))
}

/** Outcomes of earlier runs that still hold: of killed mutants in sources that are the same. */
function outcomesIn(path: string): Map<string, Outcome> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
  const outcomes = lines.map((line) => JSON.parse(line) as Outcome)
  return new Map(outcomes.map((outcome) => [`${outcome.source} ${outcome.name}`, outcome]))
}

function settingsOf(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '200' },
      layer: { type: 'string', default: 'engine' },
      /** The changes that once survived, instead of a sample. */
      known: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      results: { type: 'string', default: 'mutation.log' },
      /**
       * Seconds of processor time that the tests of one mutant may take; a third of it for the likeliest,
       * which are a third of all.
       */
      limit: { type: 'string', default: '120' },
      /** The claims about many worlds as well. */
      deep: { type: 'boolean', default: false },
      /** That the tests pass without a mutant, as a run before has shown. */
      trust: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  })
  const whole = (name: 'seed' | 'count' | 'limit') => {
    const value = Number(values[name])
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`--${name} is a whole number from 1 on, not "${values[name]}"`)
    return value
  }
  return { ...values, seed: whole('seed'), count: whole('count'), limit: whole('limit') }
}

type Settings = ReturnType<typeof settingsOf>

function candidatesFor({ count, known, layer, only, seed }: Settings): Candidate[] {
  const all = allMutants(layer)
  const candidates = known
    ? KNOWN.flatMap((change) => mutantOfKnown(change, sourceOf(change.file)) ?? []).map(candidateOf)
    : sampled(all, count, seed)
  for (const name of Object.keys(EQUIVALENT)) {
    const isPossible = !name.startsWith(`${layer}/`) || all.some((candidate) => candidate.name === name)
    if (!isPossible) say(`no longer possible, strike it off the list of equivalents: ${name}`)
  }
  return candidates.filter(({ name }) => name.includes(only))
}

export async function main(args: readonly string[]): Promise<number> {
  const settings = settingsOf(args)
  const candidates = candidatesFor(settings)
  const results = join(ROOT, settings.results)
  const before = outcomesIn(results)
  const outcomes: Outcome[] = []
  const waiting: Candidate[] = []
  for (const candidate of candidates) {
    const found = before.get(`${candidate.source} ${candidate.name}`)
    if (found?.outcome === 'killed') outcomes.push(found)
    else if (EQUIVALENT[candidate.name] === undefined) waiting.push(candidate)
  }
  if (settings.list) for (const { name } of candidates) say(name)
  say(`${candidates.length} mutants, ${outcomes.length} known to be killed, ${waiting.length} to try`)
  if (settings.list) return 0
  if (waiting.length > 0 && !settings.trust) await expectSound(settings)
  const left = await round(waiting, 'likeliest')
  return report(candidates, outcomes, await round(left, 'others'))

  /**
   * Runs a part of the tests on mutants, two at a time; answers those that it does not notice, in their
   * order.
   */
  async function round(mutants: readonly Candidate[], part: keyof Fitting): Promise<Candidate[]> {
    const queue = [...mutants]
    const unnoticed = new Set<Candidate>()
    const worker = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const files = testsFor(next.mutant.file, settings.deep)[part]
        const limit = part === 'likeliest' ? Math.ceil(settings.limit / 3) : settings.limit
        const verdict = await tried(next.mutant, files, limit)
        const outcome = { ...verdict, name: next.name, source: next.source }
        if (verdict.outcome === 'survived') unnoticed.add(next)
        else outcomes.push(outcome)
        if (verdict.outcome === 'killed' || part === 'others')
          appendFileSync(results, `${JSON.stringify(outcome)}\n`)
        const at = `${next.mutant.file}:${next.mutant.line}`
        say(`${part}: ${verdict.outcome} in ${verdict.seconds} s: ${at} ${next.name} ${verdict.by}`)
      }
    }
    await Promise.all([worker(), worker()])
    return mutants.filter((mutant) => unnoticed.has(mutant))
  }
}

/** Fails when the tests do without any mutant. */
async function expectSound({ deep, limit }: Settings): Promise<void> {
  const { likeliest, others } = testsFor('engine/step.ts', deep)
  const sound = await tried(undefined, [...likeliest, ...others], limit)
  if (sound.outcome === 'killed') throw new Error(`the tests fail without any mutant: ${sound.by}`)
  say(`without a mutant the tests pass in ${sound.seconds} s`)
}

function report(
  candidates: readonly Candidate[],
  killed: readonly Outcome[],
  survivors: readonly Candidate[],
): number {
  for (const { name } of candidates) {
    const reason = EQUIVALENT[name]
    if (reason !== undefined) say(`equivalent: ${name} - ${reason}`)
  }
  for (const { name } of survivors) say(`survived: ${name}`)
  const all = killed.length + survivors.length
  const score = killed.length / Math.max(1, all)
  say(`${killed.length} of ${all} noticed, ${(100 * score).toFixed(1)} %`)
  return score >= WANTED ? 0 : 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
