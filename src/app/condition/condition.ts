/** Condition: shows that the page is out of date, how far the new results are, and why none come. */

import { text } from '../../text'
import { h, write } from '../../ui'
import type { Failure, Run } from '../../watch'
import { SILENT_SECONDS } from '../../workers'

const { computing, stopped } = text.page
/** When the progress of a computation is spoken first, and how often from then on. */
const SPEAK_MS = 1_500
const SPEAK_AGAIN_MS = 6_000

export interface Condition {
  /** The part that is seen. */
  readonly element: HTMLElement
  /** The part that only screen readers announce. */
  readonly spoken: HTMLElement
  /**
   * To be called at once whenever something may be out of date, and again when everything has been brought up
   * to date.
   */
  show(run: Run): void
}

/** `regions` are the parts of the page that show results of the run. */
export function createCondition(
  root: HTMLElement,
  regions: readonly HTMLElement[],
  onStartAgain: () => void,
): Condition {
  const progress = h('p', {
    class: 'condition-progress floating',
    'aria-hidden': 'true',
    'data-testid': 'progress',
  })
  const title = h('h2', {})
  const reason = h('p', {})
  const again = h(
    'button',
    { type: 'button', class: 'button main', onclick: onStartAgain },
    stopped.startAgain,
  )
  const card = h(
    'div',
    { class: 'condition-stopped floating', hidden: true, 'data-testid': 'stopped' },
    h('div', { role: 'alert' }, title, reason, h('p', { class: 'dim' }, stopped.safe)),
    again,
  )
  const spoken = h('p', { class: 'only-spoken', role: 'status' })
  let isBehind = false
  let failure: Failure | undefined
  let way = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  function speak(): void {
    spoken.textContent = way
    timer = setTimeout(speak, SPEAK_AGAIN_MS)
  }

  function setBehind(next: boolean): void {
    if (isBehind === next) return
    isBehind = next
    root.toggleAttribute('data-busy', next)
    for (const region of regions) region.setAttribute('aria-busy', String(next))
    clearTimeout(timer)
    if (next) timer = setTimeout(speak, SPEAK_MS)
    else spoken.textContent = ''
  }

  function setFailure(next: Failure | undefined): void {
    if (failure === next) return
    failure = next
    root.toggleAttribute('data-stopped', next !== undefined)
    card.hidden = next === undefined
    if (next === undefined) return
    write(title, titleOf(next))
    write(reason, reasonOf(next))
  }

  return {
    element: h('div', { class: 'condition' }, progress, card),
    spoken,
    show({ player, isBehind: next, failure: found }) {
      setFailure(found)
      setBehind(next)
      way = player.busy ? computing.progress(player.reached, player.heading) : computing.soon
      if (next) progress.textContent = way
    },
  }
}

function titleOf({ kind, day }: Failure): string {
  if (kind === 'silent') return stopped.silentTitle
  return day > 0 ? stopped.titleOn(day) : stopped.title
}

function reasonOf({ kind, reason }: Failure): string {
  if (kind === 'silent') return stopped.silent(SILENT_SECONDS)
  if (kind === 'refused' || (kind === 'ended' && reason !== '')) return reason
  return stopped[kind]
}
