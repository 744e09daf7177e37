/** Prose: a place for a Markdown text with a table of contents, rendered when the text is there. */

import { text } from '../text'
import { h } from './element'
import { missingPart } from './missing'

const words = text.help.dialog
/** Headings from which on a table of contents helps. */
const LEAST_HEADINGS = 5

export interface Prose {
  readonly element: HTMLElement
  /** Shows a text; a later call wins. Says so when it cannot be had, and offers to try again. */
  show(load: () => Promise<string>): Promise<void>
}

export function createProse(): Prose {
  const article = h('article', { class: 'prose' })
  const contents = h('nav', { class: 'prose-contents', 'aria-label': words.contents })
  const element = h('div', { class: 'prose-frame' }, contents, article)
  let wanted: (() => Promise<string>) | undefined

  function list(headings: readonly HTMLElement[]): void {
    const items = headings.map((heading) => {
      const go = () => {
        heading.scrollIntoView()
        heading.focus({ preventScroll: true })
      }
      const button = h('button', { type: 'button', class: 'link', onclick: go }, heading.textContent ?? '')
      return h('li', { class: heading.tagName.toLowerCase() }, button)
    })
    contents.replaceChildren(h('ul', {}, ...items))
    contents.hidden = headings.length < LEAST_HEADINGS
  }

  return {
    element,
    show,
  }

  async function show(load: () => Promise<string>): Promise<void> {
    wanted = load
    contents.hidden = true
    article.replaceChildren(h('p', { class: 'dim' }, words.loading))
    try {
      const [markdown, { renderMarkdown }] = await Promise.all([load(), import('./markdown')])
      if (load !== wanted) return
      const { content, headings } = renderMarkdown(markdown)
      article.replaceChildren(content)
      list(headings)
    } catch {
      const again = () => void show(load)
      if (load === wanted) article.replaceChildren(missingPart(text.keeping.part.text, again))
    }
  }
}
