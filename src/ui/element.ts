/** Elements: one small function that builds HTML, and one that writes into it. */
import { plainLines } from '../text'

type Value = string | number | boolean | undefined | ((event: never) => void)
type Child = Node | string | undefined
/** Attributes shown or read out to people. */
const READ = new Set(['title', 'aria-label', 'placeholder', 'alt'])

/**
 * An element with attributes, listeners (`onclick`) and children. `true` sets an empty attribute; `false` and
 * `undefined` omit it.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (value !== undefined && value !== false)
      element.setAttribute(
        name,
        value === true ? '' : READ.has(name) ? plainLines(String(value)) : String(value),
      )
  }
  for (const child of children)
    if (child !== undefined) element.append(typeof child === 'string' ? plainLines(child) : child)
  return element
}

/** Writes text into an element, with whatever would steer a line taken out; `h` does the same by itself. */
export function write(element: Element, words: string): void {
  const plain = plainLines(words)
  if (element.textContent !== plain) element.textContent = plain
}

/** Names a control for screen readers and in its tooltip. */
export function label(element: HTMLElement, spoken: string, tip = spoken): void {
  element.setAttribute('aria-label', plainLines(spoken))
  element.title = plainLines(tip)
}

/** A decorative icon from a path on a 24-unit grid; the control around it carries the name. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  shape.setAttribute('d', path)
  svg.append(shape)
  return svg
}
