/**
 * Markdown: documents and notes as elements, built token by token so that no text is parsed as HTML. Loaded
 * on demand.
 */
import { lexer, type Token, type Tokens } from 'marked'
import { plainLines } from '../text'
import { h } from './element'

/** Headings one below the title of a dialog and its tabs. */
const FIRST_LEVEL = 3
const SAFE_LINK = /^https?:\/\//

export interface Rendered {
  readonly content: DocumentFragment
  readonly headings: readonly HTMLElement[]
  /** Words that link to something other than the web, by `data-link`. */
  readonly links: readonly HTMLElement[]
}

/**
 * Elements of a Markdown text, without a title that it begins with: whoever shows it has one. Raw HTML shows
 * as the characters it is written in; only links to the web are links.
 */
export function renderMarkdown(source: string): Rendered {
  const content = document.createDocumentFragment()
  content.append(...blocks(levelled(withoutTitle(lexer(plainLines(source))))))
  return {
    content,
    headings: [...content.querySelectorAll<HTMLElement>('h3, h4')],
    links: [...content.querySelectorAll<HTMLElement>('[data-link]')],
  }
}

function withoutTitle(tokens: Token[]): Token[] {
  const first = tokens.findIndex(({ type }) => type !== 'space')
  const token = tokens[first]
  return token?.type === 'heading' && token.depth === 1 ? tokens.slice(first + 1) : tokens
}

/** The same tokens with the highest heading at depth 1, so that no level is missing above it. */
function levelled(tokens: Token[]): Token[] {
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading')
  const highest = Math.min(...headings.map(({ depth }) => depth))
  for (const heading of headings) heading.depth -= highest - 1
  return tokens
}

function blocks(tokens: readonly Token[]): Node[] {
  return tokens.flatMap((token) => block(token as Tokens.Generic))
}

function block(token: Tokens.Generic): Node[] {
  const inside = () => inline(token.tokens ?? [])
  switch (token.type) {
    case 'heading': {
      const level = Math.min(6, FIRST_LEVEL + token.depth - 1) as 3 | 4 | 5 | 6
      return [h(`h${level}`, { tabindex: -1 }, ...inside())]
    }
    case 'paragraph':
      return [h('p', {}, ...inside())]
    case 'text':
      return token.tokens === undefined ? [new Text(token.text)] : inside()
    case 'list':
      return [list(token as Tokens.List)]
    case 'table':
      return [table(token as Tokens.Table)]
    case 'code':
      return [h('pre', { tabindex: 0 }, h('code', {}, token.text))]
    case 'blockquote':
      return [h('blockquote', {}, ...blocks(token.tokens ?? []))]
    case 'hr':
      return [h('hr')]
    case 'html':
      return [h('p', {}, token.text)]
    default:
      return []
  }
}

function list({ ordered, start, items }: Tokens.List): HTMLElement {
  const entries = items.map((item) => h('li', {}, ...blocks(item.tokens)))
  return ordered ? h('ol', { start: start === '' ? 1 : start }, ...entries) : h('ul', {}, ...entries)
}

function table({ header, rows }: Tokens.Table): HTMLElement {
  const head = header.map(({ tokens }) => h('th', { scope: 'col' }, ...inline(tokens)))
  const body = rows.map((cells) => h('tr', {}, ...cells.map(({ tokens }) => h('td', {}, ...inline(tokens)))))
  const grid = h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...body))
  const name = header.map(({ text }) => text).join(', ')
  return h('div', { class: 'prose-table', tabindex: 0, role: 'region', 'aria-label': name }, grid)
}

function inline(tokens: readonly Token[]): Node[] {
  return tokens.map((token) => piece(token as Tokens.Generic))
}

function piece(token: Tokens.Generic): Node {
  const inside = () => inline(token.tokens ?? [])
  switch (token.type) {
    case 'strong':
      return h('strong', {}, ...inside())
    case 'em':
      return h('em', {}, ...inside())
    case 'del':
      return h('s', {}, ...inside())
    case 'codespan':
      return h('code', {}, token.text)
    case 'br':
      return h('br')
    case 'link':
      return SAFE_LINK.test(token.href)
        ? h('a', { href: token.href, target: '_blank', rel: 'noopener noreferrer' }, ...inside())
        : h('span', { 'data-link': token.href }, ...inside())
    case 'text':
    case 'escape':
      return token.tokens === undefined ? new Text(token.text) : h('span', {}, ...inside())
    default:
      return new Text(token.raw)
  }
}
