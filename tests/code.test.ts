/** The code as a whole: its form, its types, and nothing in it that nobody uses. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ROOT } from './support/programs'

interface Manifest {
  readonly bin: Readonly<Record<string, string>>
}

/** What a development tool says when it is called in the folder of the project, or nothing when it is content. */
function complaintsOf(name: string, program: string, ...args: readonly string[]): string {
  const folder = join(ROOT, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const path = join(folder, bin[program] ?? '')
  const { error, status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return status === 0 ? '' : `${error ?? ''}${stdout}${stderr}`
}

describe('the code', () => {
  it.each([
    ['is formatted, and free of what the linter refuses', '@biomejs/biome', 'biome', 'check', '.'],
    ['has no mistake of types', 'typescript', 'tsc', '-b'],
    ['holds no file, export or package that nothing uses', 'knip', 'knip'],
  ])('%s', (_, name, program, ...args) => {
    expect(complaintsOf(name, program, ...args)).toBe('')
  })

  it('would not compile if a pure layer spoke of the page', () => {
    const folder = mkdtempSync(join(tmpdir(), 'contraflow-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const project = {
      extends: join(ROOT, 'src/tsconfig.layer.json'),
      compilerOptions: { rootDir: '.', outDir: '.' },
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project))
    writeFileSync(join(folder, 'step.ts'), 'export const title = document.title')
    expect(complaintsOf('typescript', 'tsc', '-b', folder)).toContain("Cannot find name 'document'")
  })
})
