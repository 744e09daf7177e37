/** The documents: their commands, files, links and decisions exist, and their scenarios can be read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../src/scenario'
import { BUNDLED_BASES } from '../support/bundled'
import { anchorsOf, DOCUMENTS, proseOf } from '../support/documents'
import { ROOT } from '../support/programs'

const WORKFLOWS = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`)
const DECISIONS = 'src/text/pages/decisions.md'
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** Scripts that a text runs and the project does not have. */
function lostScripts(text: string): string[] {
  const named = [...text.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name = '']) => name)
  return named.filter((name) => !(name in scripts))
}

/** What the commands of a text name and the project does not have: tools, test projects, and files. */
function lostArguments(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
  const commands = blocks.join('').replace(/#.*$/gm, '')
  const named = (pattern: RegExp) => [...commands.matchAll(pattern)].map(([, name = '']) => name)
  const exists = (path: string) => existsSync(join(ROOT, path))
  return [
    ...named(/npx ([\w-]+)/g).filter((tool) => !exists(`node_modules/.bin/${tool}`)),
    ...named(/--project (\w+)/g).filter((name) => !read('vite.config.ts').includes(`name: '${name}'`)),
    ...named(/\s((?:src|tests|scenarios)\/[\w./-]*)/g).filter((path) => !exists(path)),
  ]
}

/** Paths between backticks that lead nowhere: whole ones, and bare file names in the folder named before them in the line. */
function lostPaths(prose: string): string[] {
  return prose.split('\n').flatMap((line) => {
    const codes = [...line.matchAll(/`([^`\s]+)`/g)].map(([, code = '']) => code)
    const folders = ['', ...codes.filter((code) => code.endsWith('/'))]
    const paths = codes.filter((code) => /^[\w.-]*\/[\w./-]*$|^[\w-]+\.(ts|md|json|cff|js)$/.test(code))
    const isThere = (path: string) => folders.some((folder) => existsSync(join(ROOT, folder, path)))
    return paths.filter((path) => !isThere(path) && !codes.some((code) => isBeside(code, path)))
  })
}

/** Whether a bare name is a file in the folder of another file, or of a folder, of the same line. */
function isBeside(code: string, name: string): boolean {
  return existsSync(join(ROOT, dirname(code), name)) && code.includes('/')
}

/** Links to files or headings that are not there. */
function lostLinks(path: string, prose: string): string[] {
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? path : join(dirname(path), file)
    if (!existsSync(join(ROOT, target))) return true
    return anchor !== undefined && !anchorsOf(read(target)).includes(anchor)
  })
}

/** Decisions that a text cites by number and nobody has written down. */
function lostDecisions(text: string): string[] {
  const known = new Set([...read(DECISIONS).matchAll(/^### (D\d+)\./gm)].map(([, number = '']) => number))
  return [...text.matchAll(/\bD\d{1,2}\b(?!\.ts)/g)]
    .map(([number]) => number)
    .filter((number) => !known.has(number))
}

describe.each([...DOCUMENTS, ...WORKFLOWS])('%s', (path) => {
  it('runs only commands that exist', () => {
    expect(lostScripts(read(path))).toEqual([])
    expect(lostArguments(read(path))).toEqual([])
  })

  it('names only files, links and decisions that exist', () => {
    const prose = proseOf(path)
    expect(lostPaths(prose)).toEqual([])
    expect(lostLinks(path, prose)).toEqual([])
    expect(lostDecisions(prose)).toEqual([])
  })
})

describe('the rules of the documents can fail:', () => {
  it('on a script, a path, a link, a heading and a decision that are not there', () => {
    expect(lostScripts('`npm run golden`')).toEqual(['golden'])
    const commands = 'npx vitets run --project units tests/nowhere.test.ts'
    expect(lostArguments(`\`\`\`sh\n${commands}\n\`\`\`\n`)).toEqual([
      'vitets',
      'units',
      'tests/nowhere.test.ts',
    ])
    expect(lostPaths('`src/engine/nowhere.ts` and `src/engine/` and `step.ts` and `stop.ts`')).toEqual([
      'src/engine/nowhere.ts',
      'stop.ts',
    ])
    expect(lostLinks('README.md', '[a](nowhere.md), [b](README.md#nothing), [c](README.md#start)')).toEqual([
      'nowhere.md',
      'README.md#nothing',
    ])
    expect(lostDecisions('D1 and D99')).toEqual(['D99'])
  })
})

describe('the decisions', () => {
  const numbers = [...read(DECISIONS).matchAll(/^### D(\d+)\./gm)].map(([, number]) => Number(number))

  it('are numbered without a gap', () => {
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1))
  })

  it('are cited by code under numbers that exist', () => {
    const files = ['src', 'tests'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    const sources = files.filter((name) => /\.(ts|css)$/.test(name) && !name.includes('node_modules'))
    const comments = sources.flatMap((name) => read(name).match(/\/\*[\s\S]*?\*\/|\/\/.*$/gm) ?? [])
    expect(comments.flatMap(lostDecisions)).toEqual([])
    expect(comments.filter((comment) => /\bD\d/.test(comment)).length).toBeGreaterThan(10)
  })
})

describe('the scenarios in the documents', () => {
  const blocks = DOCUMENTS.flatMap((path) =>
    [...read(path).matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json = '']) => [path, json] as const),
  )

  it.each(blocks)('of %s can be read', (_, json) => {
    const parsed = parseScenario(json, BUNDLED_BASES)
    expect(parsed.ok ? [] : parsed.issues).toEqual([])
  })
})

describe('the citation', () => {
  it('names the version of the package', () => {
    const { version } = JSON.parse(read('package.json'))
    expect(read('CITATION.cff')).toContain(`\nversion: ${version}\n`)
  })
})
