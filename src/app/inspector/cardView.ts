/** Card view: a card as HTML. */
import { type Selection, selectionName } from '../../store'
import { text } from '../../text'
import { html, nothing, repeat, type View } from '../../ui'
import type { Card, Link } from './card'
import { type StoryLine, whenOf } from './story'

const words = text.page.inspector

type Select = (selection: Selection) => void

export function cardView(card: Card, sources: readonly string[], select: Select): View {
  return html`
    ${card.parts.map(partView)}
    ${storyView(card.story, select)}
    ${repeat(
      card.links,
      ({ title }) => title,
      ({ title, items }) => linksView(title, items, select),
    )}
    ${card.note === '' ? nothing : html`<p class="note">${card.note}</p>`}
    ${sources.length === 0 ? nothing : evidenceView(sources)}
  `
}

function partView({ title, facts, note }: Card['parts'][number]): View {
  return html`<section>
    ${title === '' ? nothing : html`<h3>${title}</h3>`}
    <dl>${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
    ${note === '' ? nothing : html`<p class="dim note">${note}</p>`}
  </section>`
}

function storyView(story: readonly StoryLine[], select: Select): View {
  if (story.length === 0) return nothing
  const lines = story.map(
    ({ hour, text: sentence, kind, about }) => html`<li class="story-${kind}">
      <span class="dim">${whenOf(hour)}</span>${linkButton(sentence, about, select)}
    </li>`,
  )
  return html`<section><h3>${text.map.shipment.story}</h3><ol class="story" data-testid="story">${lines}</ol></section>`
}

function linksView(title: string, items: readonly Link[], select: Select): View {
  const rows = repeat(
    items,
    ({ selection }) => selectionName(selection),
    ({ name, detail, selection }) => {
      const more = detail === undefined ? nothing : html`<span class="dim">${detail}</span>`
      return html`<li>${linkButton(name, selection, select)}${more}</li>`
    },
  )
  return html`<section><h3>${title}</h3><ul class="links">${rows}</ul></section>`
}

function linkButton(name: string, to: Selection, select: Select): View {
  return html`<button type="button" class="link" @click=${() => select(to)}>${name}</button>`
}

function evidenceView(sources: readonly string[]): View {
  const list = sources.map((source) => html`<li>${source}</li>`)
  return html`<details><summary>${words.evidence}</summary><ul class="sources">${list}</ul></details>`
}
