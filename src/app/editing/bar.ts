/** Edit bar: shows that the network is being edited, with the tools and the way out. */

import { text } from '../../text'
import { h, ICONS, icon } from '../../ui'
import { TOOLS, type Tool } from './editState'
import type { NetworkEditor } from './networkEditor'

const words = text.editing

const SHAPES: Readonly<Record<Tool, keyof typeof ICONS>> = {
  select: 'pointer',
  place: 'pin',
  leg: 'leg',
  checkpoint: 'shield',
  route: 'route',
  remove: 'bin',
}

export interface EditBar {
  readonly element: HTMLElement
  show(): void
  /** Puts the focus on the tool in hand. */
  focus(): void
}

export function createEditBar(editor: NetworkEditor): EditBar {
  const tools = TOOLS.map((tool) => {
    const input = h('input', { type: 'radio', name: 'edit-tool', value: tool, class: 'only-spoken' })
    input.addEventListener('change', () => editor.choose({ tool }))
    const face = h('span', {}, words.tools[tool])
    return {
      tool,
      input,
      row: h(
        'label',
        { class: 'edit-tool', title: words.tools[tool] },
        input,
        icon(ICONS[SHAPES[tool]]),
        face,
      ),
    }
  })
  const leave = h(
    'button',
    { type: 'button', class: 'button', onclick: () => editor.activate(false) },
    words.leave,
  )
  const group = h(
    'fieldset',
    { class: 'edit-tools' },
    h('legend', { class: 'only-spoken' }, words.toolsName),
    ...tools.map(({ row }) => row),
  )
  const element = h(
    'section',
    { class: 'edit-bar floating', 'aria-label': words.banner, hidden: true },
    h('strong', {}, words.banner),
    group,
    leave,
  )
  return {
    element,
    show() {
      element.hidden = !editor.state.active
      for (const { tool, input } of tools) input.checked = tool === editor.state.tool
    },
    focus: () => tools.find(({ tool }) => tool === editor.state.tool)?.input.focus(),
  }
}
