/**
 * Reading note: shows which file is being read and whether the reader still responds, and offers to stop it.
 */

import { text } from '../../text'
import { h } from '../../ui'
import { SILENT_SECONDS } from '../../workers'

const words = text.page.files
/** Files that are read sooner are not worth a word. */
const PATIENCE_MS = 250

export interface ReadingNote {
  readonly element: HTMLElement
  /** Names the file that is being read; undefined when none is. */
  show(name: string | undefined): void
  /** Shows that the reader has stopped responding, or responds again. */
  setSilent(isSilent: boolean): void
}

export interface ReadingChoices {
  stop(): void
  startAgain(): void
}

export function createReadingNote(root: HTMLElement, { stop, startAgain }: ReadingChoices): ReadingNote {
  const name = h('p', { role: 'status' })
  const button = (label: string, act: () => void) =>
    h('button', { type: 'button', class: 'quiet', onclick: act }, label)
  const again = button(text.keeping.part.again, startAgain)
  const element = h(
    'div',
    { class: 'reading-note floating', hidden: true, 'data-testid': 'reading' },
    name,
    again,
    button(words.stopReading, stop),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  let file: string | undefined

  function setSilent(isSilent: boolean): void {
    again.hidden = !isSilent
    element.classList.toggle('silent', isSilent)
    if (file !== undefined)
      name.textContent = isSilent ? words.readerSilent(file, SILENT_SECONDS) : words.reading(file)
  }

  return {
    element,
    show(next) {
      clearTimeout(timer)
      file = next
      root.toggleAttribute('data-reading', file !== undefined)
      element.hidden = true
      name.textContent = ''
      if (file === undefined) return
      timer = setTimeout(() => {
        element.hidden = false
        setSilent(false)
      }, PATIENCE_MS)
    },
    setSilent,
  }
}
