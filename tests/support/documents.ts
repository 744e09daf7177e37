/** The documents that people read about the project: at its top and in the pages of the help. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anchorOf } from '../../src/ui/anchor'
import { ROOT } from './programs'

const PAGES = 'src/text/pages'

/** Paths from the root of the project. */
export const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, PAGES)).map((name) => `${PAGES}/${name}`),
]

/** A document by its path from the root, without its blocks of code. */
export function proseOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
}

/** Headings as a code host names them in links. */
export function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))
}
