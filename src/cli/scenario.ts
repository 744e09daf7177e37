/**
 * `scenario`: prints a scenario file as it stands after settings, whole or as differences; brings bases up to
 * date.
 */
import { parseArgs } from 'node:util'
import { baseOfText, parseScenario, rebasedText, serialiseScenario } from '../scenario'
import { text } from '../text'
import { EXIT, Failure, messageOf, misused } from './failure'
import { mistakesOf, readAnew, readText } from './input'
import { replaceFile } from './outputs'
import { runProgram } from './program'
import { basesFor, scenarioFor } from './scenarioFile'
import { settingOf } from './settings'
import { print, printJson, printNote } from './terminal'

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
    throw misused(messageOf(error), words.scenarioUsage)
  }
}

/** Writes the current digest of its base into a derived file, if the file holds with it. */
function rebase(file: string): void {
  const source = readText(file)
  const base = baseOfText(source)
  if (base === undefined) throw new Failure(words.noBaseToRenew(file), EXIT.wrongInput)
  const renewed = rebasedText(source, basesFor(file))
  if (renewed === undefined) throw new Failure(words.baseNotFound(file, base), EXIT.wrongInput)
  const parsed = parseScenario(renewed, basesFor(file))
  if (!parsed.ok) throw mistakesOf(file, parsed)
  printNote(...parsed.notices)
  if (renewed === source) return
  replaceFile(file, renewed)
  readAnew(file, renewed)
}

async function main(): Promise<number> {
  const { values, positionals } = settingsOf(process.argv.slice(2))
  if (values.help) {
    print(words.scenarioUsage.split('\n'))
    return EXIT.done
  }
  const [file, ...others] = positionals
  if (file === undefined) throw misused(words.noFile, words.scenarioUsage)
  if (values.rebase) {
    for (const each of positionals) rebase(each)
    return EXIT.done
  }
  if (others.length > 0) throw new Failure(words.oneFile(positionals.length), EXIT.wrongInput)
  const scenario = scenarioFor({
    file,
    set: (values.set ?? []).map(settingOf),
    variants: values.variant ?? [],
    enable: values.enable ?? [],
  })
  const whole = values.whole ? serialiseScenario(scenario) : serialiseScenario(scenario, basesFor(file))
  printJson(whole.trimEnd())
  return EXIT.done
}

runProgram(main)
