/** Missing parts: says that something failed to load, in its place or as a note, and offers a remedy. */

import { text } from '../text'
import { h } from './element'
import { actionButton, type Lasting } from './lasting'

const words = text.keeping.part

/** Stands in for a part that could not be loaded; `again` retries, where that is possible. */
export function missingPart(what: string, again?: () => void): HTMLElement {
  return h(
    'div',
    { class: 'missing-part', role: 'alert' },
    h('p', {}, `${what} ${words.why}`),
    ...(again === undefined ? [] : [actionButton(words.again, again)]),
    actionButton(words.reload, () => location.reload()),
  )
}

/** Says in a lasting note that something could not be loaded. */
export function tellMissing(lasting: Lasting, what: string, again: () => void): void {
  const message = `${what} ${words.why}`
  lasting.show(
    message,
    {
      name: words.again,
      act() {
        lasting.clear(message)
        again()
      },
    },
    { name: words.reload, act: () => location.reload() },
  )
}
