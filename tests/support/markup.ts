/** Markup: a view as the HTML that it stands for, without a browser. */

/** Text of a view; its listeners show as nothing. */
export function markupOf(view: unknown): string {
  if (typeof view === 'string' || typeof view === 'number' || typeof view === 'boolean') return String(view)
  if (Array.isArray(view)) return view.map(markupOf).join('')
  if (typeof view !== 'object' || view === null) return ''
  if ('strings' in view && 'values' in view) return template(view.strings, view.values)
  return 'values' in view && Array.isArray(view.values) ? directive(view.values) : ''
}

function template(strings: unknown, values: unknown): string {
  const [texts, holes] = [strings, values].map((list) => (Array.isArray(list) ? list : []))
  return (texts ?? [])
    .map((text: string, i) => text + markupOf(holes?.[i]))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1')
}

/** Of `repeat` its items, of `keyed` and `live` their value. */
function directive(values: readonly unknown[]): string {
  const [items, , item] = values
  if (Array.isArray(items) && typeof item === 'function')
    return items.map((one) => markupOf(item(one))).join('')
  return markupOf(values.at(-1))
}
