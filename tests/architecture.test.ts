/** The house: who may import whom, and what the pure layers may not touch. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

/** Layers that each layer may import, besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  text: [],
  engine: [],
  scenario: ['engine', 'text'],
  analysis: ['engine'],
  experiment: ['engine', 'scenario', 'analysis'],
  workers: ['engine', 'scenario', 'analysis', 'experiment'],
  store: ['scenario', 'analysis', 'experiment', 'text'],
  cli: ['engine', 'scenario', 'analysis', 'experiment', 'text', 'bench'],
  bench: ['engine', 'scenario', 'analysis', 'experiment', 'text'],
  map: ['engine', 'text'],
  charts: ['analysis', 'text'],
  panel: ['scenario', 'store', 'text'],
  app: ['engine', 'scenario', 'analysis', 'experiment', 'workers', 'store', 'map', 'charts', 'panel', 'text'],
}
/** Layers whose files may be imported one by one; all others are reached through their index. */
const OPEN_LAYERS = new Set(['workers', 'bench'])
const PURE = ['engine', 'scenario', 'analysis', 'experiment', 'text']
const BANNED =
  /\bMath\.(random|exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|atan2?|asin|acos|hypot|cbrt|sinh|cosh|tanh)\b|\bDate\b|\bperformance\b|\bIntl\b|localeCompare|toLocale|\bconsole\b|\bset(Timeout|Interval|Immediate)\b|\*\*/

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
}

/** Code without comments and string contents. */
function bare(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/`(?:[^`\\]|\\.)*`/g, '``')
}

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const found = source.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'(\.[^']*)'/g)
  return [...found].map((match) => {
    return { target: normalize(join(dirname(file), match[3] ?? '')), typeOnly: match[2] !== undefined }
  })
}

function layerOf(path: string): string {
  return relative(SRC, path).split('/')[0] ?? ''
}

/** What is wrong with one import, or undefined. */
function trespass(from: string, target: string): string | undefined {
  const [layer, other] = [layerOf(from), layerOf(target)]
  if (layer === other) return undefined
  const line = `${relative(SRC, from)} imports ${relative(SRC, target)}`
  if (!(MAY_IMPORT[layer] ?? []).includes(other)) return line
  const isIndex = relative(join(SRC, other), target) === ''
  return isIndex || OPEN_LAYERS.has(other) ? undefined : `${line} past its index`
}

const files = filesOf(SRC)

describe('the layers', () => {
  it('are all known', () => {
    const layers = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(layers.map((entry) => entry.name).filter((name) => MAY_IMPORT[name] === undefined)).toEqual([])
  })

  it('import only lower layers, through their index', () => {
    const wrong = files.flatMap((file) => importsOf(file).map(({ target }) => trespass(file, target)))
    expect(wrong.filter((line) => line !== undefined)).toEqual([])
  })

  it('have no cycle of files that run', () => {
    const known = new Set(files)
    const targets = new Map(
      files.map((file) => {
        const needed = importsOf(file).filter(({ typeOnly }) => !typeOnly)
        const paths = needed.flatMap(({ target }) => [`${target}.ts`, join(target, 'index.ts')])
        return [file, paths.filter((path) => known.has(path))]
      }),
    )
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (file: string, trail: readonly string[]): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        cycles.push(
          [...trail.slice(trail.indexOf(file)), file].map((path) => relative(SRC, path)).join(' > '),
        )
        return
      }
      state.set(file, 'open')
      for (const next of targets.get(file) ?? []) visit(next, [...trail, file])
      state.set(file, 'done')
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })

  it('are checked by a rule that can fail', () => {
    const engine = join(SRC, 'engine/step.ts')
    expect(trespass(engine, join(SRC, 'scenario'))).toContain('engine/step.ts imports scenario')
    expect(trespass(join(SRC, 'map/index.ts'), join(SRC, 'engine/world'))).toContain('past its index')
  })
})

describe('the pure layers', () => {
  it('use nothing whose bits or value differ between machines', () => {
    const pure = files.filter((file) => PURE.includes(layerOf(file)))
    const wrong = pure.flatMap((file) => {
      const lines = bare(readFileSync(file, 'utf8')).split('\n')
      return lines.filter((line) => BANNED.test(line)).map((line) => `${relative(SRC, file)}: ${line.trim()}`)
    })
    expect(wrong).toEqual([])
  })

  it('are checked by a rule that can fail', () => {
    for (const line of [
      'const x = Math.exp(1)',
      'const t = Date.now()',
      'const y = x ** 3',
      'console.log(1)',
    ]) {
      expect(BANNED.test(bare(line))).toBe(true)
    }
  })

  it('compile without the DOM', () => {
    const root = join(SRC, '..')
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    expect(
      execFileSync(process.execPath, [tsc, '-p', 'src/tsconfig.pure.json'], { cwd: root, encoding: 'utf8' }),
    ).toBe('')
  })
})
