/** Story list: the sentences about a shipment; what is there stays when more is told. */

import type { Selection } from '../../store'
import { text } from '../../text'
import { h } from '../../ui'
import { type StoryLine, whenOf } from './story'

export interface StoryList {
  readonly element: HTMLElement
  show(story: readonly StoryLine[]): void
}

export function createStoryList(onSelect: (selection: Selection) => void): StoryList {
  const list = h('ol', { class: 'story' })
  const element = h('section', { hidden: true }, h('h3', {}, text.map.shipment.story), list)
  let shown: string[] = []

  function itemOf({ hour, text: sentence, kind, about }: StoryLine): HTMLElement {
    const link = h('button', { type: 'button', class: 'link', onclick: () => onSelect(about) }, sentence)
    return h('li', { class: `story-${kind}` }, h('span', { class: 'dim' }, whenOf(hour)), link)
  }

  return {
    element,
    show(story) {
      element.hidden = story.length === 0
      const next = story.map((line) => JSON.stringify(line))
      let same = 0
      while (same < next.length && next[same] === shown[same]) same++
      for (const item of [...list.children].slice(same)) item.remove()
      list.append(...story.slice(same).map(itemOf))
      shown = next
    },
  }
}
