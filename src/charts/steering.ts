/** Steering: arrow keys move over the days of a chart, whose values are spoken as those of a slider. */

/** Days, or points of a long run, by which keys move. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 30,
  PageDown: -30,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}
const SHIFT_STEPS = 10

export interface SteeringOptions {
  /** Name of the chart. */
  readonly title: string
  /** Days that can be steered to, in order. */
  readonly days: () => readonly number[]
  /** The values of a day in words. */
  readonly spoken: (day: number) => string
  /** Marks this day; none once the chart has lost the focus. */
  readonly onSteer: (day: number | undefined) => void
}

export interface Steering {
  /** Makes an element the slider. */
  attach(handle: HTMLElement, takesFocus: boolean): void
  /** Forgets the day that was steered to, e.g. because the pointer moves. */
  forget(): void
  /** Marks the chosen day again, e.g. after the plot has changed its size. */
  again(): void
}

export function createSteering({ title, days, spoken, onSteer }: SteeringOptions): Steering {
  let steered: number | undefined

  function steer(by: number): void {
    const all = days()
    const at = steered === undefined ? all.length - 1 : all.indexOf(steered)
    steered = all[Math.max(0, Math.min(all.length - 1, at + by))]
    again()
  }

  function again(): void {
    if (steered !== undefined) onSteer(steered)
  }

  function speak(handle: HTMLElement): void {
    const all = days()
    if (all.length === 0) return
    const last = all.at(-1) ?? 0
    const day = steered ?? last
    handle.setAttribute('aria-valuemin', String(all[0] ?? 0))
    handle.setAttribute('aria-valuemax', String(last))
    handle.setAttribute('aria-valuenow', String(day))
    handle.setAttribute('aria-valuetext', spoken(day))
  }

  return {
    attach(handle, takesFocus) {
      handle.tabIndex = 0
      handle.setAttribute('role', 'slider')
      handle.setAttribute('aria-label', title)
      handle.addEventListener('keydown', (event) => {
        const by = STEPS[event.key]
        if (by === undefined) return
        event.preventDefault()
        event.stopPropagation()
        steer(by * (event.shiftKey ? SHIFT_STEPS : 1))
        speak(handle)
      })
      handle.addEventListener('focus', () => speak(handle))
      handle.addEventListener('blur', () => {
        steered = undefined
        onSteer(undefined)
      })
      speak(handle)
      if (takesFocus) handle.focus({ preventScroll: true })
    },
    forget() {
      steered = undefined
    },
    again,
  }
}
