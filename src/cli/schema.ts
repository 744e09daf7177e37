/** `schema`: writes the JSON Schema of scenario files (draft 2020-12) to standard output. */
import { parseArgs } from 'node:util'
import { jsonSchema } from '../scenario'
import { text } from '../text'
import { Failure, runProgram } from './failure'

const { schemaUsage } = text.commandLine

function flags() {
  try {
    return parseArgs({ options: { help: { type: 'boolean' } } }).values
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${schemaUsage}`, 2)
  }
}

async function main(): Promise<number> {
  process.stdout.write(flags().help ? `${schemaUsage}\n` : `${JSON.stringify(jsonSchema(), undefined, 2)}\n`)
  return 0
}

runProgram(main)
