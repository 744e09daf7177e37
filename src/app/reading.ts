/** Reading note: says which file is being read, and offers to stop that. */
import { h } from '../panel'
import { text } from '../text'

const words = text.page.files
/** Files that are read sooner are not worth a word. */
const PATIENCE_MS = 250

export interface ReadingNote {
  readonly element: HTMLElement
  /** Names the file that is being read; undefined when none is. */
  show(name: string | undefined): void
}

export function createReadingNote(root: HTMLElement, onCancel: () => void): ReadingNote {
  const name = h('p', { role: 'status' })
  const cancel = h('button', { type: 'button', class: 'quiet', onclick: onCancel }, words.stopReading)
  const element = h('div', { class: 'reading-note', hidden: true }, name, cancel)
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    element,
    show(file) {
      clearTimeout(timer)
      root.toggleAttribute('data-reading', file !== undefined)
      element.hidden = true
      name.textContent = ''
      if (file === undefined) return
      timer = setTimeout(() => {
        element.hidden = false
        name.textContent = words.reading(file)
      }, PATIENCE_MS)
    },
  }
}
