/** `schema`: writes the JSON Schema of scenario files (draft 2020-12) to standard output. */
import { parseArgs } from 'node:util'
import { jsonSchema } from '../scenario'
import { text } from '../text'
import { EXIT, messageOf, misused } from './failure'
import { runProgram } from './program'
import { print, printJson } from './terminal'

const { schemaUsage } = text.commandLine

function flags() {
  try {
    return parseArgs({ options: { help: { type: 'boolean' } } }).values
  } catch (error) {
    throw misused(messageOf(error), schemaUsage)
  }
}

async function main(): Promise<number> {
  if (flags().help) print(schemaUsage.split('\n'))
  else printJson(JSON.stringify(jsonSchema(), undefined, 2))
  return EXIT.done
}

runProgram(main)
