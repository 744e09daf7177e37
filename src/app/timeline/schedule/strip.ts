/** Strip: the blocks of interventions and operations in lanes above the timeline. */
import { parseIsoDate } from '../../../engine'
import type { Scenario } from '../../../scenario'
import { text } from '../../../text'
import { createTip, h } from '../../../ui'
import { scheduleOf } from '../../../words'
import { createBlockButtons } from './blockButtons'
import { type Block, blockPath, blocksOf, type Span } from './blocks'
import { datesOf, tipLines } from './blockWords'
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
  const inner = h('div', { class: 'lanes-inner', 'data-testid': 'lanes' })
  const keys = h('p', { class: 'only-spoken', id: KEYS_ID }, words.keys)
  const tip = createTip()
  const element = h(
    'div',
    { class: 'lanes', role: 'group', 'aria-label': words.name, 'aria-describedby': KEYS_ID },
    h('div', { class: 'lanes-frame' }, h('div', { class: 'lanes-scroll' }, inner)),
    keys,
    tip.element,
  )
  const buttons = createBlockButtons(inner, {
    onPoint: explain,
    onLeave: tip.hide,
    onOpen: (path) => withBlock(path, edit),
  })
  const measure = document.createElement('canvas').getContext('2d')
  let placed: readonly PlacedBlock[] = []
  let lines: ReadonlyMap<string, readonly string[]> = new Map()
  let shown: { readonly scenario: Scenario; readonly horizon: number; readonly width: number } | undefined

  function startDay(): number {
    return parseIsoDate(shown?.scenario.startDate ?? '') ?? 0
  }

  function find(path: string): PlacedBlock | undefined {
    return placed.find(({ block }) => blockPath(block) === path)
  }

  function withBlock(path: string, act: (block: Block) => void): void {
    const found = find(path)
    tip.hide()
    if (found !== undefined) act(found.block)
  }

  /** Shows the tip of a block, while it is dragged with the dates of its new span. */
  function explain(path: string, span?: Span): void {
    const block = find(path)?.block
    const button = buttons.get(path)
    if (block === undefined || button === undefined) return
    const dates = datesOf(span ?? block, startDay())
    const heading = words.block(block.title, block.enabled ? words.on : words.off, dates)
    const run = { startDay: startDay(), horizon: shown?.horizon ?? 0 }
    const details = span === undefined ? tipLines(block, lines.get(path) ?? [], run) : []
    tip.show(button.element, element, heading, details, block.isFixed ? words.fixedHint : words.hint)
  }

  function remove(block: Block): void {
    const order = placed.map((other) => blockPath(other.block))
    const at = order.indexOf(blockPath(block))
    if (!edits.remove(block)) return
    const next = order[at + 1] ?? order[at - 1]
    if (next === undefined) focusElsewhere()
    else buttons.focus(next)
  }

  function titleWidth({ title, lock }: Block): number {
    return (measure?.measureText(title).width ?? 0) + TITLE_PADDING + (lock === undefined ? 0 : LOCK_PIXELS)
  }

  function layOut({ scenario, horizon, width }: NonNullable<typeof shown>): void {
    if (measure !== null) measure.font = getComputedStyle(inner).font
    placed = inLanes(blocksOf(scenario), horizon, width, titleWidth)
    const pixelsOf = (day: number) => placeOf({ from: day, until: day }, horizon, width).left
    buttons.keep(placed, (button, one) => button.show(one, datesOf(one.block, startDay()), pixelsOf))
    inner.style.setProperty('--lanes', String(laneCount()))
  }

  function laneCount(): number {
    return placed.reduce((count, { lane }) => Math.max(count, lane + 1), 0)
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
      if (next !== undefined) buttons.focus(blockPath(next.block))
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
      if (tip.shown) explain(buttons.current)
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
    focus: buttons.focus,
  }
}
