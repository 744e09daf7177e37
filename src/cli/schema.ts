/** Writes the JSON Schema of scenario files (draft 2020-12) to standard output. */
import { jsonSchema } from '../scenario'
import { runProgram } from './failure'

async function main(): Promise<number> {
  process.stdout.write(`${JSON.stringify(jsonSchema(), undefined, 2)}\n`)
  return 0
}

runProgram(main)
