// Builds `session.ts`, which is TypeScript, and runs it: a session of a million files wants compiled modules.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
const outDir = join(root, 'node_modules/.cache/contraflow-fuzz')
const entry = join(import.meta.dirname, 'session.ts')
const ssr = { ssr: entry, outDir, emptyOutDir: true, target: 'node20' }
await build({ root, configFile: false, logLevel: 'error', publicDir: false, build: ssr })
const { main } = await import(pathToFileURL(join(outDir, 'session.js')).href)
process.exitCode = main(process.argv.slice(2))
