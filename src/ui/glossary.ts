/** Glossary in place: technical terms have a dotted underline and are explained on hover and on focus. */

import { text } from '../text'
import { h } from './element'
import { moveBeside } from './placement'
import { piecesOf, type TermId } from './terms'
import { html, type View } from './view'

const NOTE_ID = 'term-note'
const SHOW_MS = 200
const HIDE_MS = 200
const MARGIN = 8
/** Elements whose words are names or code, or are marked already. */
const UNMARKED = 'button, code, kbd, a, input, select, textarea, h2, h3, h4'

/** Marks the first mention of each term in an element. */
export function markTerms(element: HTMLElement): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node.parentElement?.closest(UNMARKED) === null) found.push(node as Text)
  const known = new Set<TermId>()
  for (const node of found) {
    const pieces = piecesOf(node.data, known)
    if (pieces.every(({ term }) => term === undefined)) continue
    node.replaceWith(
      ...pieces.map(({ text: words, term }) =>
        term === undefined ? words : h('button', { type: 'button', class: 'term', 'data-term': term }, words),
      ),
    )
  }
}

/** A text with the first mention of each term marked; `known` collects the terms mentioned. */
export function withTerms(words: string, known: Set<TermId>): View {
  const pieces = piecesOf(words, known).map(({ text: piece, term }) =>
    term === undefined
      ? html`${piece}`
      : html`<button type="button" class="term" data-term=${term}>${piece}</button>`,
  )
  return html`${pieces}`
}

/** Explains marked terms anywhere on the page. The note stays while it is pointed at; Escape dismisses it. */
export function explainTerms(): void {
  const note = h('div', { class: 'term-note floating', id: NOTE_ID, role: 'tooltip', popover: 'manual' })
  document.body.append(note)
  let explained: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(term: HTMLElement): void {
    clearTimeout(timer)
    if (explained === term && term.isConnected) return
    hide()
    const { [term.dataset.term as TermId]: entry } = text.glossary
    explained = term
    term.setAttribute('aria-describedby', NOTE_ID)
    note.textContent = entry.meaning
    // An open modal dialog makes everything outside it inert.
    const layer = term.closest('dialog') ?? document.body
    layer.append(note)
    note.showPopover()
    place()
  }

  function hide(): void {
    clearTimeout(timer)
    if (explained === undefined) return
    explained.removeAttribute('aria-describedby')
    explained = undefined
    if (note.matches(':popover-open')) note.hidePopover()
  }

  /** Below the word where there is room, else above it. */
  function place(): void {
    if (explained === undefined) return
    moveBeside(note, explained.getBoundingClientRect(), { sides: ['below', 'above'], margin: MARGIN })
  }

  function later(action: () => void, ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(action, ms)
  }

  document.addEventListener('pointerover', ({ target }) => {
    const term = termAt(target)
    if (term !== undefined) later(() => show(term), SHOW_MS)
    else if (explained === undefined || note.contains(target as Node)) clearTimeout(timer)
    else if (document.activeElement !== explained) later(hide, HIDE_MS)
  })
  document.addEventListener('focusin', ({ target }) => {
    const term = termAt(target)
    if (term === undefined) hide()
    else show(term)
  })
  document.addEventListener('focusout', ({ target }) => {
    if (target === explained) hide()
  })
  document.addEventListener('click', ({ target }) => {
    const term = termAt(target)
    if (term !== undefined) show(term)
  })
  document.addEventListener('scroll', place, { capture: true, passive: true })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || explained === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      hide()
    },
    { capture: true },
  )
}

function termAt(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element ? target.closest<HTMLElement>('.term') : null) ?? undefined
}
