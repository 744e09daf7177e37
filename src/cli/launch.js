// Runs a command-line program written in TypeScript: bundles it once per state of the sources, then runs it
// in this process (D26).
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const cache = join(root, 'node_modules/.cache/contraflow')
const programs = ['simulate', 'compare', 'calibrate', 'scenario', 'draws', 'schema', 'bench']

/**
 * Sources of a layer; the benchmark's pages in folders of their own are no part of a program. @param {string}
 * layer @returns {string[]}
 */
function sourcesIn(layer) {
  return readdirSync(join(root, 'src', layer), { withFileTypes: true, recursive: layer !== 'bench' })
    .filter((entry) => entry.isFile() && /\.(ts|js|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** Folder with the bundled programs for the present sources. */
async function bundled() {
  const hash = createHash('sha256')
  const layers = ['engine', 'scenario', 'analysis', 'experiment', 'text', 'workers', 'bench', 'cli']
  for (const file of [...layers.flatMap(sourcesIn), join(root, 'package-lock.json')])
    hash.update(file).update(readFileSync(file))
  const folder = join(cache, hash.digest('hex').slice(0, 16))
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const temporary = mkdtempSync(join(cache, 'build-'))
  const { build } = await import('vite')
  const entries = [...programs, 'run.worker'].filter((name) => existsSync(join(root, `src/cli/${name}.ts`)))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: temporary,
      rollupOptions: {
        input: Object.fromEntries(entries.map((name) => [name, join(root, `src/cli/${name}.ts`)])),
        // Chunks lie beside the programs, so that the pool finds its worker from wherever it is bundled.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', format: 'esm' },
      },
    },
  })
  try {
    renameSync(temporary, folder)
  } catch {
    rmSync(temporary, { recursive: true, force: true })
  }
  return folder
}

const program = process.argv[2] ?? ''
if (!programs.includes(program)) {
  const found = program.replace(/[^ -~]/g, '?')
  process.stderr.write(`expected one of ${programs.join(', ')}; found "${found}"\n`)
  process.exit(2)
}
process.argv.splice(1, 2, program)
try {
  // In this process: whoever ends it ends the work.
  const entry = pathToFileURL(join(await bundled(), `${program}.js`)).href
  if (program === 'bench') exposeCollector()
  await import(entry)
} catch (error) {
  process.stderr.write(
    `The programs could not be bundled: ${error instanceof Error ? error.message : error}\n`,
  )
  process.exit(70)
}

/** Gives the benchmark the function that collects garbage. */
function exposeCollector() {
  setFlagsFromString('--expose-gc')
  Object.assign(globalThis, { gc: runInNewContext('gc') })
}
