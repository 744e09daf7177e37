/** Prose: shows a Markdown text with a table of contents once it has loaded. */
import { text } from '../text'
import { anchorOf } from './anchor'
import { h } from './element'
import { missingPart } from './missing'
import { html, render } from './view'

const words = text.help.dialog
/** Least number of headings for which a table of contents is shown. */
const MIN_HEADINGS = 5

export interface Prose {
  readonly element: HTMLElement
  /** Shows a text; a later call wins. If the text fails to load, says so and offers to retry. */
  show(load: () => Promise<string>): Promise<void>
  /** Goes to a heading by its anchor, if the text has it. */
  goTo(anchor: string): void
}

/** What a link to something other than the web does; undefined where it leads nowhere. */
export type Follow = (href: string) => (() => void) | undefined

export function createProse(follow: Follow = () => undefined): Prose {
  const article = h('article', { class: 'prose' })
  const contents = h('nav', { class: 'prose-contents', 'aria-label': words.contents })
  const element = h('div', { class: 'prose-frame' }, contents, article)
  let wanted: (() => Promise<string>) | undefined

  function list(headings: readonly HTMLElement[]): void {
    const items = headings.map((heading) => {
      const button = linkButton(() => stepTo(heading), heading.textContent ?? '')
      return html`<li class=${heading.tagName.toLowerCase()}>${button}</li>`
    })
    render(html`<ul>${items}</ul>`, contents)
    contents.hidden = headings.length < MIN_HEADINGS
  }

  return {
    element,
    show,
    goTo(anchor) {
      const headings = [...article.querySelectorAll<HTMLElement>('h3, h4, h5')]
      const found = headings.find(({ textContent }) => anchorOf(textContent ?? '') === anchor)
      if (found !== undefined) stepTo(found)
    },
  }

  async function show(load: () => Promise<string>): Promise<void> {
    wanted = load
    contents.hidden = true
    render(html`<p class="dim">${words.loading}</p>`, article)
    try {
      const [markdown, { renderMarkdown }] = await Promise.all([load(), import('./markdown')])
      if (load !== wanted) return
      const { content, headings, links } = renderMarkdown(markdown)
      for (const link of links) {
        const go = follow(link.dataset.link ?? '')
        if (go !== undefined) link.replaceWith(linkButton(go, ...link.childNodes))
      }
      render(html`${content}`, article)
      list(headings)
    } catch {
      const again = () => void show(load)
      if (load === wanted) render(html`${missingPart(text.keeping.part.text, again)}`, article)
    }
  }
}

function linkButton(go: () => void, ...children: (Node | string)[]): HTMLElement {
  return h('button', { type: 'button', class: 'link', onclick: go }, ...children)
}

function stepTo(heading: HTMLElement): void {
  heading.scrollIntoView()
  heading.focus({ preventScroll: true })
}
