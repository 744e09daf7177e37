/** A session: many trials of one seed; what fails is made smaller and told so that it can be made again. */
import { parseArgs } from 'node:util'
import { judge } from './judge'
import { CHANGES, type TrialName, trialOf } from './trial'

export interface Failed {
  readonly name: TrialName
  readonly error: unknown
}

export interface Outcome {
  readonly files: number
  /** Files that were taken for good. */
  readonly good: number
  readonly failed: readonly Failed[]
}

/** Every so many files a good one is run, too. */
const RUN_EVERY = 2

function failureOf(name: TrialName): Failed | undefined {
  try {
    judge(trialOf(name), true)
    return undefined
  } catch (error) {
    return { name, error }
  }
}

/** The failure with as few changes as still fail. */
function smallest(found: Failed): Failed {
  let least: Failed = {
    ...found,
    name: { ...found.name, changes: Array.from({ length: CHANGES }, (_, i) => i) },
  }
  for (let change = 0; change < CHANGES; change++) {
    const changes = least.name.changes?.filter((one) => one !== change) ?? []
    least = failureOf({ ...least.name, changes }) ?? least
  }
  return least
}

/** Runs the trials `from`, `from + 1`, ... of a seed. */
export function session(
  seed: string,
  files: number,
  from = 0,
  onFailure: (failed: Failed) => void = () => undefined,
): Outcome {
  let good = 0
  const failed: Failed[] = []
  for (let number = from; number < from + files; number++) {
    try {
      if (judge(trialOf({ seed, number }), number % RUN_EVERY === 0)) good++
    } catch (error) {
      const least = smallest({ name: { seed, number }, error })
      failed.push(least)
      onFailure(least)
    }
  }
  return { files, good, failed }
}

/** How a failure is told: what it was, how to make it again, and the file. */
export function failureText({ name, error }: Failed): string {
  const { seed, number, changes = [] } = name
  const { text, settings } = trialOf(name)
  return [
    `File ${number} of seed "${seed}", changes ${changes.join(', ')}: ${error instanceof Error ? error.stack : error}`,
    `Again: npm run fuzz -- --seed ${seed} --from ${number} --files 1`,
    ...settings.map(([path, typed]) => `--set ${path}=${typed}`),
    text.length > 6_000 ? `${text.slice(0, 6_000)}...` : text,
  ].join('\n')
}

/** The program: `--files`, `--seed`, `--from`. */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { files: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } },
  })
  const [seed, files, from] = [values.seed ?? '1', Number(values.files ?? 100_000), Number(values.from ?? 0)]
  const outcome = session(seed, files, from, (failed) => console.log(`${failureText(failed)}\n`))
  console.log(
    `${outcome.files} files of seed "${seed}", ${outcome.good} good, ${outcome.failed.length} failed`,
  )
  return outcome.failed.length === 0 ? 0 : 1
}
