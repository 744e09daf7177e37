/** The pages of the help: each file has a title and can be fetched, and links between pages lead to pages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkedFrom, PAGES } from '../../../src/app/help/pages'
import { DOCUMENTS, proseOf } from '../../support/documents'
import { ROOT } from '../../support/programs'

const files = ['src/engine/ODD.md', ...DOCUMENTS.filter((path) => path.startsWith('src/text/pages/'))]
const fileOf = (id: string) => files.find((path) => path.endsWith(`/${id}.md`)) ?? ''

describe('the pages of the help', () => {
  it('are the model and every page beside the words', () => {
    expect(PAGES.map(({ id }) => fileOf(id)).sort()).toEqual(files.toSorted())
  })

  it.each(PAGES)('show $title as it stands in its file', async ({ id, load }) => {
    expect(await load()).toBe(readFileSync(join(ROOT, fileOf(id)), 'utf8'))
  })

  it.each(PAGES)('have a place for every link from $title that does not lead to the web', ({ id }) => {
    const links = [...proseOf(fileOf(id)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => href)
    const lost = links.filter((href) => !href.startsWith('https://') && linkedFrom(id, href) === undefined)
    expect(lost).toEqual([])
  })
})

describe('a link on a page', () => {
  it.each([
    ['batches.md', { page: 'batches' }],
    ['scenario-files.md#paths', { page: 'scenario-files', anchor: 'paths' }],
    ['../../engine/ODD.md#7-submodels', { page: 'ODD', anchor: '7-submodels' }],
    ['#scenarios', { page: 'decisions', anchor: 'scenarios' }],
    ['nowhere.md', undefined],
    ['https://example.org/batches.md', undefined],
    ['', undefined],
  ])('%j leads to %j', (href, target) => {
    expect(linkedFrom('decisions', href)).toEqual(target)
  })
})
