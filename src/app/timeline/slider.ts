/** Day slider: a slider over the days of the run, with seizures as ticks and years as marks. */

import type { RunRecord } from '../../analysis'
import { isoDateOf } from '../../engine'
import { text } from '../../text'
import { colourOf, h, html, nothing, render, type View } from '../../ui'

export interface DaySlider {
  readonly element: HTMLElement
  show(record: RunRecord, known: number, horizon: number, day: number, spoken: string): void
  /** Moves the knob to a day that has no results yet. */
  aim(horizon: number, day: number, spoken: string): void
  /** The time to show: that of the knob while it is held. */
  timeOf(time: number): number
}

/** Days gathered in one tick at least this many pixels wide. */
const TICK_PIXELS = 2

/** `marks` lie over the slider. */
export function createDaySlider(onSeek: (day: number) => void, marks: HTMLElement): DaySlider {
  const canvas = h('canvas', { 'aria-hidden': 'true' })
  const years = h('div', { class: 'timeline-years', 'aria-hidden': 'true' })
  const slider = h('input', {
    type: 'range',
    min: 0,
    max: 1,
    step: 1,
    'aria-label': text.page.transport.timeline,
  })
  const element = h('div', { class: 'timeline' }, canvas, years, slider, marks)
  let held = false
  let horizonNow = 0
  let drawn = ''
  let yearsOf: RunRecord | undefined

  slider.addEventListener('pointerdown', () => {
    held = true
  })
  for (const name of ['pointerup', 'pointercancel', 'change']) {
    slider.addEventListener(name, () => {
      held = false
    })
  }
  slider.addEventListener('input', () => onSeek(slider.valueAsNumber))

  function markYears({ spec }: RunRecord, horizon: number): void {
    const marks: View[] = []
    const everyMonth = horizon <= 400
    let last = 0
    for (let day = 1; day < horizon; day++) {
      const iso = isoDateOf(spec.startEpochDay + day)
      const isYear = iso.endsWith('-01-01')
      const isQuarter = everyMonth ? iso.endsWith('-01') : /-(04|07|10)-01$/.test(iso)
      if (!isYear && (!isQuarter || horizon > 1500)) continue
      if (isYear && (day - last) / horizon < 0.03 && last > 0) continue
      if (isYear) last = day
      const style = `left: ${(day / horizon) * 100}%`
      const name = isYear ? iso.slice(0, 4) : ''
      marks.push(html`<span class=${isYear ? nothing : 'quarter'} .style=${style}>${name}</span>`)
    }
    render(marks, years)
  }

  function draw({ seizedGrams }: RunRecord, days: number, horizon: number): void {
    const ratio = Math.min(2, devicePixelRatio || 1)
    const { clientWidth: width, clientHeight: height } = canvas
    const key = `${width}x${height}:${horizon}:${Math.floor((days / horizon) * (width / TICK_PIXELS))}:${seizedGrams[days]}:${document.documentElement.dataset.theme}`
    if (key === drawn || width === 0) return
    drawn = key
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
    const context = canvas.getContext('2d')
    if (context === null) return
    context.scale(ratio, ratio)
    context.fillStyle = colourOf('--seized')
    const perTick = Math.max(1, Math.ceil((horizon * TICK_PIXELS) / width))
    const amounts: number[] = []
    for (let day = 0; day < days; day += perTick) {
      const end = Math.min(days, day + perTick)
      amounts.push((seizedGrams[end] ?? 0) - (seizedGrams[day] ?? 0))
    }
    const max = Math.max(1, ...amounts)
    const tick = (width * perTick) / horizon
    for (const [i, amount] of amounts.entries()) {
      if (amount <= 0) continue
      const tall = Math.max(2, Math.sqrt(amount / max) * height)
      context.globalAlpha = 0.35 + 0.5 * (amount / max)
      context.fillRect(i * tick, height - tall, Math.max(1, tick - 0.6), tall)
    }
  }

  function setKnob(horizon: number, day: number, spoken: string): void {
    slider.max = String(horizon)
    if (!held) slider.valueAsNumber = day
    slider.setAttribute('aria-valuetext', spoken)
  }

  return {
    element,
    show(record, known, horizon, day, spoken) {
      if (horizonNow !== horizon || yearsOf?.spec.startEpochDay !== record.spec.startEpochDay)
        markYears(record, horizon)
      horizonNow = horizon
      yearsOf = record
      setKnob(horizon, day, spoken)
      draw(record, known, horizon)
    },
    aim: setKnob,
    timeOf: (time) => (held ? slider.valueAsNumber : time),
  }
}
