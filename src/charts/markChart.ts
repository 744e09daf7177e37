/**
 * Mark chart: a drawing of marks that can be reached by pointer or arrow keys, with a note beside the active
 * one.
 */
import './markChart.css'
import { html, moveBeside, render, uniqueId } from '../ui'
import {
  type ChartLook,
  type ChartPicture,
  FONT_FAMILY,
  PICTURE_HEIGHT,
  PICTURE_SCALE,
  PICTURE_WIDTH,
} from './look'

export interface Mark {
  readonly id: string
  readonly shape: SVGElement
  /** Lines of the note; the first is the name. */
  readonly note: readonly string[]
}

export interface Drawing {
  readonly height: number
  /** Shapes that cannot be pointed at: axes below the marks, and words above them. */
  readonly ground: readonly SVGElement[]
  readonly marks: readonly Mark[]
  readonly words: readonly SVGElement[]
}

/** Draws for a width and a height in pixels; may return a greater height. */
export type Draw = (width: number, height: number, look: ChartLook) => Drawing

export interface MarkChartOptions {
  /** Name for screen readers. */
  readonly title: string
  /** The mark that is pointed at, by its id, or none. */
  readonly onPoint: (id: string | undefined) => void
  readonly onChoose: (id: string) => void
}

export interface MarkChart {
  show(draw: Draw): void
  setLook(look: ChartLook): void
  /** Points at a mark from elsewhere, without telling of it. */
  point(id: string | undefined): void
  picture(): Promise<ChartPicture | undefined>
  destroy(): void
}

const NOTE_GAP = 14

export function createMarkChart(
  host: HTMLElement,
  options: MarkChartOptions,
  firstLook: ChartLook,
): MarkChart {
  const prefix = `${uniqueId('mark-chart')}-`
  const canvas = svg('svg', {
    role: 'listbox',
    'aria-label': options.title,
    tabindex: 0,
    class: 'mark-chart',
  })
  const note = document.createElement('div')
  note.className = 'mark-note tip floating'
  note.dataset.testid = 'mark-note'
  note.hidden = true
  host.append(canvas, note)
  let look = firstLook
  let draw: Draw | undefined
  let marks: readonly Mark[] = []
  let pointed: string | undefined
  /** Pointed at from elsewhere: without a note. */
  let isQuiet = false

  function paint(): void {
    const { clientWidth: width, clientHeight: height } = host
    if (draw === undefined || width === 0 || height === 0) return
    const drawing = draw(width, height, look)
    marks = drawing.marks
    for (const [i, { shape, note: lines }] of marks.entries()) {
      shape.id = prefix + i
      shape.setAttribute('role', 'option')
      shape.setAttribute('aria-label', lines.join(', '))
      shape.classList.add('mark-shape')
    }
    canvas.setAttribute('width', String(width))
    canvas.setAttribute('height', String(drawing.height))
    canvas.setAttribute('font-family', FONT_FAMILY)
    canvas.replaceChildren(...partsOf(drawing))
    if (pointed !== undefined && !marks.some(({ id }) => id === pointed)) pointAt(undefined, 0, 0)
    emphasise()
  }

  function emphasise(): void {
    const at = marks.findIndex(({ id }) => id === pointed)
    for (const [i, { shape }] of marks.entries()) {
      shape.classList.toggle('is-pointed', i === at)
      shape.setAttribute('aria-selected', String(i === at))
    }
    canvas.classList.toggle('has-pointed', at >= 0)
    if (at < 0) canvas.removeAttribute('aria-activedescendant')
    else canvas.setAttribute('aria-activedescendant', prefix + at)
    const lines = isQuiet ? [] : (marks[at]?.note ?? [])
    note.hidden = lines.length === 0
    const [name = '', ...rest] = lines
    render(html`<strong>${name}</strong>${rest.map((line) => html`<span>${line}</span>`)}`, note)
  }

  function pointAt(id: string | undefined, x: number, y: number): void {
    if (id !== pointed || isQuiet) {
      pointed = id
      isQuiet = false
      emphasise()
      options.onPoint(id)
    }
    if (id !== undefined) placeNote(x, y)
  }

  /** `x` and `y` in pixels of the window; the note stays inside it. */
  function placeNote(x: number, y: number): void {
    const pointer = { left: x, right: x, top: y, bottom: y }
    moveBeside(note, pointer, { sides: ['right', 'left'], align: 'middle', gap: NOTE_GAP })
  }

  function step(by: number): void {
    const at = marks.findIndex(({ id }) => id === pointed)
    const from = at < 0 && by < 0 ? marks.length : at
    const mark = marks[Math.max(0, Math.min(marks.length - 1, from + by))]
    if (mark === undefined) return
    mark.shape.scrollIntoView({ block: 'nearest' })
    const box = mark.shape.getBoundingClientRect()
    pointAt(mark.id, box.left + box.width / 2, box.top + box.height / 2)
  }

  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowDown: 1,
    ArrowLeft: -1,
    ArrowUp: -1,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  }
  canvas.addEventListener('keydown', (event) => {
    const by = steps[event.key]
    if (by !== undefined) step(by)
    else if (event.key === 'Enter' && pointed !== undefined) options.onChoose(pointed)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  const markOf = ({ target }: Event) =>
    marks.find(({ shape }) => target instanceof Node && shape.contains(target))
  for (const name of ['pointermove', 'pointerdown'] as const)
    canvas.addEventListener(name, (event) => pointAt(markOf(event)?.id, event.clientX, event.clientY))
  canvas.addEventListener('pointerleave', () => pointAt(undefined, 0, 0))
  canvas.addEventListener('blur', () => pointAt(undefined, 0, 0))
  canvas.addEventListener('click', () => {
    if (pointed !== undefined) options.onChoose(pointed)
  })
  const observer = new ResizeObserver(paint)
  observer.observe(host)

  return {
    show(next) {
      draw = next
      paint()
    },
    setLook(next) {
      look = next
      paint()
    },
    point(id) {
      const mark = marks.find((candidate) => candidate.id === id)
      if (pointed === mark?.id) return
      pointed = mark?.id
      isQuiet = true
      emphasise()
      mark?.shape.scrollIntoView({ block: 'nearest' })
    },
    async picture() {
      return draw === undefined ? undefined : stillOf(draw, look)
    },
    destroy() {
      observer.disconnect()
      canvas.remove()
      note.remove()
    },
  }
}

function partsOf({ ground, marks, words }: Drawing): SVGElement[] {
  const [below, above] = [group(ground), group(words)]
  for (const part of [below, above]) part.setAttribute('aria-hidden', 'true')
  above.setAttribute('pointer-events', 'none')
  return [below, ...marks.map(({ shape }) => shape), above]
}

/** The drawing at the size of a saved picture, as an image. */
async function stillOf(draw: Draw, look: ChartLook): Promise<ChartPicture> {
  const width = PICTURE_WIDTH
  const drawing = draw(width, PICTURE_HEIGHT, look)
  const { height } = drawing
  const still = svg(
    'svg',
    {
      xmlns: SVG,
      width: width * PICTURE_SCALE,
      height: height * PICTURE_SCALE,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': FONT_FAMILY,
    },
    svg('style', {}, await look.letters()),
    ...partsOf(drawing),
  )
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(still))}`
  await image.decode()
  return { image, width, height, legend: [] }
}

const SVG = 'http://www.w3.org/2000/svg'

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (SVGElement | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.append(...children)
  return element
}

export function group(children: readonly (SVGElement | string)[]): SVGGElement {
  return svg('g', {}, ...children)
}
