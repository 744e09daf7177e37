// Runs `mutate.ts`, which is TypeScript, in this process.
import { join } from 'node:path'
import { runnerImport } from 'vite'

const { module } = await runnerImport(join(import.meta.dirname, 'mutate.ts'), { configFile: false })
process.exitCode = await module.main(process.argv.slice(2))
