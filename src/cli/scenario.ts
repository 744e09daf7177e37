/** `scenario`: prints a scenario file as it stands after settings, whole or as differences; brings bases up to date. */
import { parseArgs } from 'node:util'
import { baseOfText, rebasedText, serialiseScenario } from '../scenario'
import { text } from '../text'
import { Failure, runProgram } from './failure'
import { write } from './files'
import { basesFor, readScenario, readText, scenarioFor } from './scenarioFile'
import { settingOf } from './settings'

const words = text.commandLine

function settingsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        set: { type: 'string', multiple: true },
        variant: { type: 'string', multiple: true },
        enable: { type: 'string', multiple: true },
        whole: { type: 'boolean' },
        rebase: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${words.scenarioUsage}`, 2)
  }
}

/** Writes the present digest of its base into a derived file, and reads it again to see that it holds. */
function rebase(file: string): void {
  const source = readText(file)
  const base = baseOfText(source)
  if (base === undefined) throw new Failure(words.noBaseToRenew(file), 2)
  const renewed = rebasedText(source, basesFor(file))
  if (renewed === undefined) throw new Failure(words.baseNotFound(file, base), 2)
  if (renewed !== source) write(file, renewed)
  readScenario(file)
}

async function main(): Promise<number> {
  const { values, positionals } = settingsOf(process.argv.slice(2))
  if (values.help) {
    process.stdout.write(`${words.scenarioUsage}\n`)
    return 0
  }
  const [file, ...others] = positionals
  if (file === undefined) throw new Failure(`${words.noFile}\n\n${words.scenarioUsage}`, 2)
  if (values.rebase) {
    for (const each of positionals) rebase(each)
    return 0
  }
  if (others.length > 0) throw new Failure(words.oneFile(positionals.length), 2)
  const scenario = scenarioFor({
    file,
    set: (values.set ?? []).map(settingOf),
    variants: values.variant ?? [],
    enable: values.enable ?? [],
  })
  process.stdout.write(
    values.whole ? serialiseScenario(scenario) : serialiseScenario(scenario, basesFor(file)),
  )
  return 0
}

runProgram(main)
