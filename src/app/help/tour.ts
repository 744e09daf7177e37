/**
 * Tour: six steps beside the things themselves. It never opens by itself, blocks nothing, and can be left and
 * resumed (D21).
 */

import { text } from '../../text'
import { h, iconButton, moveTo, placeCard, sizeOf, windowSize } from '../../ui'
import { rememberTour, storedTour, type TourState } from '../preferences'

const words = text.help.tour

export const TOUR_STEPS = ['run', 'map', 'panel', 'headline', 'charts', 'share'] as const
type TourStep = (typeof TOUR_STEPS)[number]

/** What each step is about, on the page. */
export type TourTargets = Readonly<Record<TourStep, HTMLElement>>

export interface Tour {
  /** The quiet offer, for a corner of the map. */
  readonly offer: HTMLElement
  start(): void
  /** The words that lead to it: take, resume or take again. */
  invitation(): string
}

/** A step that the tour does not have is none. */
function tourState(stored: TourState): TourState {
  return typeof stored === 'number' && stored >= TOUR_STEPS.length ? undefined : stored
}

export function createTour(targets: TourTargets, say: (message: string) => void): Tour {
  let state: TourState = tourState(storedTour())
  let step = 0
  const title = h('h2', { tabindex: -1 })
  const body = h('p', {})
  const progress = h('span', { class: 'dim' })
  const back = h('button', { type: 'button', class: 'button', onclick: () => go(step - 1) }, words.back)
  const next = h('button', { type: 'button', class: 'button main', onclick: () => go(step + 1) })
  const leave = iconButton(words.leave, 'close', () => close(words.left))
  const card = h(
    'section',
    { class: 'tour-card floating', role: 'dialog', 'aria-label': words.name, hidden: true },
    h('div', { class: 'tour-head' }, title, leave),
    body,
    h('div', { class: 'tour-foot' }, progress, back, next),
  )
  const invite = h('button', { type: 'button', class: 'quiet', onclick: start })
  const decline = iconButton(words.decline, 'close', () => {
    keep('over')
    showOffer()
  })
  const offer = h('div', { class: 'tour-offer floating' }, invite, decline)
  document.body.append(card)
  let target: Element | undefined
  let cameFrom: Element | null = null

  function keep(next: number | 'over'): void {
    state = next
    rememberTour(next)
  }

  function invitation(): string {
    if (state === 'over') return words.again
    return state === undefined ? words.start : words.resumeOffer(state + 1, TOUR_STEPS.length)
  }

  function showOffer(): void {
    offer.hidden = state === 'over' || !card.hidden
    invite.textContent = state === undefined ? words.offer : invitation()
  }

  function start(): void {
    if (card.hidden) cameFrom = document.activeElement
    card.hidden = false
    go(typeof state === 'number' ? state : 0)
    showOffer()
  }

  function close(message: string): void {
    const hadFocus = card.contains(document.activeElement)
    card.hidden = true
    point(undefined)
    showOffer()
    say(message)
    const home = [cameFrom, invite].find((element) => element?.checkVisibility())
    if (hadFocus && home instanceof HTMLElement) home.focus()
  }

  function go(to: number): void {
    const name = TOUR_STEPS[to]
    if (name === undefined) {
      keep('over')
      close(words.finished)
      return
    }
    step = to
    keep(step)
    title.textContent = words.steps[name].title
    body.textContent = words.steps[name].body
    progress.textContent = words.progress(step + 1, TOUR_STEPS.length)
    back.disabled = step === 0
    next.textContent = step === TOUR_STEPS.length - 1 ? words.finish : words.next
    point(targets[name])
    target?.scrollIntoView({ block: 'nearest' })
    place()
    title.focus({ preventScroll: true })
  }

  function point(to: Element | undefined): void {
    target?.classList.remove('tour-target')
    target = to
    target?.classList.add('tour-target')
  }

  function place(): void {
    if (card.hidden) return
    const area = target?.getBoundingClientRect() ?? new DOMRect(0, 0, window.innerWidth, window.innerHeight)
    moveTo(card, placeCard(area, sizeOf(card), windowSize()))
  }

  card.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close(words.left)
  })
  window.addEventListener('resize', place)
  showOffer()
  return { offer, start, invitation }
}
