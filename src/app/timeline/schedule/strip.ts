/** Strip: the blocks of interventions and operations in lanes above the timeline. */
import { parseIsoDate } from '../../../engine'
import type { Scenario } from '../../../scenario'
import { text } from '../../../text'
import { createTip, h } from '../../../ui'
import { date, scheduleOf } from '../../../words'
import { type BlockButton, createBlockButton } from './blockButton'
import { type Block, blockPath, blocksOf, type Span } from './blocks'
import { letDrag } from './drag'
import type { ScheduleEdits } from './edits'
import { onBlockKeys } from './keys'
import { inLanes, type PlacedBlock, placeOf } from './lanes'
import { type Part, reshaped } from './reshape'

const words = text.timeline
const KEYS_ID = 'schedule-keys'
/** Room beside the words of a title. */
const TITLE_PADDING = 14
/** Room for the lock before a title. */
const LOCK_PIXELS = 15

export interface StripHost {
  readonly edits: ScheduleEdits
  edit(block: Block): void
  /** Takes the focus when no block is left. */
  focusElsewhere(): void
}

export interface Strip {
  readonly element: HTMLElement
  readonly blocks: readonly Block[]
  readonly lanes: number
  show(scenario: Scenario, horizon: number): void
  focus(path: string): void
}

export function createStrip({ edits, edit, focusElsewhere }: StripHost): Strip {
  const inner = h('div', { class: 'lanes-inner' })
  const keys = h('p', { class: 'only-spoken', id: KEYS_ID }, words.keys)
  const tip = createTip()
  const element = h(
    'div',
    { class: 'lanes', role: 'group', 'aria-label': words.name, 'aria-describedby': KEYS_ID },
    h('div', { class: 'lanes-frame' }, h('div', { class: 'lanes-scroll' }, inner)),
    keys,
    tip.element,
  )
  const buttons = new Map<string, BlockButton>()
  let placed: readonly PlacedBlock[] = []
  let lines: ReadonlyMap<string, readonly string[]> = new Map()
  let shown: { readonly scenario: Scenario; readonly horizon: number; readonly width: number } | undefined
  /** The block that the Tab key leads to. */
  let current = ''

  function startDay(): number {
    return parseIsoDate(shown?.scenario.startDate ?? '') ?? 0
  }

  function datesOf({ from, until }: Span): string {
    const first = date(startDay() + from)
    return until === Number.POSITIVE_INFINITY
      ? words.stays(first)
      : words.dates(first, date(startDay() + until))
  }

  function find(path: string): PlacedBlock | undefined {
    return placed.find(({ block }) => blockPath(block) === path)
  }

  function explain(path: string, span?: Span): void {
    const found = find(path)
    const button = buttons.get(path)
    if (found === undefined || button === undefined) return
    const { block } = found
    const heading = words.block(block.title, block.enabled ? words.on : words.off, datesOf(span ?? block))
    const hint = block.isFixed ? words.fixedHint : words.hint
    tip.show(button.element, element, heading, span === undefined ? linesOf(block) : [], hint)
  }

  /** What a block does, what its inner marks are, and why it is as it is. */
  function linesOf(block: Block): string[] {
    const { lock, steps, from, until } = block
    const outside = from >= (shown?.horizon ?? 0) ? [words.afterRun] : until <= 0 ? [words.beforeRun] : []
    const marks = steps.length === 0 ? [] : [words.steps(steps.map((day) => date(startDay() + day)))]
    const held = lock === undefined ? [] : [text.panel.lockedBecause(lock)]
    return [...held, ...outside, ...(lines.get(blockPath(block)) ?? []), ...marks]
  }

  function makeCurrent(path: string): void {
    current = path
    for (const [own, { element: button }] of buttons) button.tabIndex = own === path ? 0 : -1
  }

  function focus(path: string): void {
    const button = buttons.get(path)?.element
    button?.focus({ preventScroll: true })
    button?.scrollIntoView({ block: 'nearest' })
  }

  function remove(block: Block): void {
    const order = placed.map((other) => blockPath(other.block))
    const at = order.indexOf(blockPath(block))
    if (!edits.remove(block)) return
    const next = order[at + 1] ?? order[at - 1]
    if (next === undefined) focusElsewhere()
    else focus(next)
  }

  function buttonOf(path: string): BlockButton {
    const known = buttons.get(path)
    if (known !== undefined) return known
    const button = createBlockButton(path)
    const own = button.element
    own.addEventListener('focus', () => {
      makeCurrent(path)
      if (own.matches(':focus-visible')) explain(path)
    })
    own.addEventListener('blur', tip.hide)
    own.addEventListener('pointerenter', () => explain(path))
    own.addEventListener('pointerleave', tip.hide)
    own.addEventListener('dblclick', () => withBlock(path, edit))
    own.addEventListener('click', ({ detail, pointerType }) => {
      // Pressed by key, by an aid or by a finger; a mouse takes two clicks.
      if (detail === 0 || pointerType === 'touch') withBlock(path, edit)
    })
    buttons.set(path, button)
    return button
  }

  function withBlock(path: string, act: (block: Block) => void): void {
    const found = find(path)
    tip.hide()
    if (found !== undefined) act(found.block)
  }

  function layOut({ scenario, horizon, width }: NonNullable<typeof shown>): void {
    const measure = document.createElement('canvas').getContext('2d')
    if (measure !== null) measure.font = getComputedStyle(inner).font
    const titleWidth = ({ title, lock }: Block) =>
      (measure?.measureText(title).width ?? 0) + TITLE_PADDING + (lock === undefined ? 0 : LOCK_PIXELS)
    placed = inLanes(blocksOf(scenario), horizon, width, titleWidth)
    const paths = placed.map(({ block }) => blockPath(block))
    for (const [path, button] of buttons) {
      if (paths.includes(path)) continue
      button.element.remove()
      buttons.delete(path)
    }
    for (const [i, one] of placed.entries()) {
      const button = buttonOf(paths[i] ?? '')
      if (!button.element.isConnected) inner.append(button.element)
      button.show(one, datesOf(one.block), (day) => placeOf({ from: day, until: day }, horizon, width).left)
    }
    inner.style.setProperty('--lanes', String(laneCount()))
    makeCurrent(buttons.has(current) ? current : (paths[0] ?? ''))
  }

  function laneCount(): number {
    return placed.reduce((max, { lane }) => Math.max(max, lane + 1), 0)
  }

  letDrag(inner, {
    blockOf(button) {
      const found = button instanceof HTMLElement ? find(button.dataset.path ?? '') : undefined
      return found && { block: found.block, place: found }
    },
    pixelsPerDay: () => (shown === undefined ? 1 : shown.width / shown.horizon),
    preview(block, part, days) {
      if (shown === undefined) return
      const span = reshaped(block, part, days, shown.horizon)
      buttons.get(blockPath(block))?.move(placeOf(span, shown.horizon, shown.width))
      explain(blockPath(block), span)
    },
    commit(block, part, days) {
      tip.hide()
      edits.reshape(block, part, days, shown?.horizon ?? 0)
      restore()
    },
    cancel: restore,
  })
  onBlockKeys(inner, {
    reshape(path, part: Part, days, final) {
      const found = find(path)
      if (found !== undefined && shown !== undefined)
        edits.reshape(found.block, part, days, shown.horizon, final)
    },
    toggle: (path) => withBlock(path, edits.toggle),
    remove: (path) => withBlock(path, remove),
    neighbour(path, step) {
      const order = [...placed].sort((a, b) => a.lane - b.lane || a.left - b.left)
      const at = order.findIndex(({ block }) => blockPath(block) === path)
      const next = order[at + step]
      if (next !== undefined) focus(blockPath(next.block))
    },
    hideTip: tip.hide,
    get tipShown() {
      return tip.shown
    },
  })

  /** Puts all blocks back to where the scenario has them. */
  function restore(): void {
    tip.hide()
    if (shown !== undefined) layOut(shown)
  }

  function show(scenario: Scenario, horizon: number): void {
    const width = inner.clientWidth
    if (shown?.scenario === scenario && shown.horizon === horizon && shown.width === width) return
    if (shown?.scenario !== scenario)
      lines = new Map(scheduleOf(scenario).map((item) => [blockPath(item), item.lines]))
    shown = { scenario, horizon, width }
    layOut(shown)
    if (document.activeElement instanceof HTMLElement && inner.contains(document.activeElement)) {
      document.activeElement.scrollIntoView({ block: 'nearest' })
      if (tip.shown) explain(current)
    }
  }

  new ResizeObserver(() => {
    if (shown !== undefined) show(shown.scenario, shown.horizon)
  }).observe(inner)

  return {
    element,
    get blocks() {
      return placed.map(({ block }) => block)
    },
    get lanes() {
      return laneCount()
    },
    show,
    focus,
  }
}
