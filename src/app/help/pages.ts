/**
 * Pages of the help: the description of the model, and the pages in `text/pages`. Each is fetched when it
 * is first wanted (D28).
 */
import { text } from '../../text'

const titles = text.help.dialog.pages
const files = import.meta.glob<string>(['../../engine/ODD.md', '../../text/pages/*.md'], {
  query: '?raw',
  import: 'default',
})

export type PageId = keyof typeof titles

export interface HelpPage {
  readonly id: PageId
  readonly title: string
  load(): Promise<string>
}

export const PAGES: readonly HelpPage[] = Object.entries(titles).map(([id, title]) => ({
  id: id as PageId,
  title,
  async load() {
    const path = Object.keys(files).find((file) => file.endsWith(`/${id}.md`))
    const load = path === undefined ? undefined : files[path]
    if (load === undefined) throw new Error(`the page ${id} is not part of this build`)
    return load()
  },
}))

/** File and heading of a link between pages; either may be left out. */
const LINK = /^(?:(?:[\w.-]+\/)*([\w-]+)\.md)?(?:#([\w-]+))?$/

export interface PageLink {
  readonly page: PageId
  readonly anchor?: string
}

/** Page and heading that a link on a page leads to; undefined where it leads to none of them. */
export function linkedFrom(page: PageId, href: string): PageLink | undefined {
  const match = LINK.exec(href)
  if (match === null || href === '') return undefined
  const [, name = page, anchor] = match
  const found = PAGES.find(({ id }) => id === name)
  return found && { page: found.id, ...(anchor === undefined ? {} : { anchor }) }
}
