// Runs `mutate.ts`, which is TypeScript, in this process.
import { join } from 'node:path'
import { runnerImport } from 'vite'

// Leaving in order takes the tests that run along.
for (const [signal, code] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }))
  process.once(signal, () => process.exit(code))

const { module } = await runnerImport(join(import.meta.dirname, 'mutate.ts'), { configFile: false })
process.exitCode = await module.main(process.argv.slice(2))
