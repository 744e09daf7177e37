/** The card as it is shown. */
import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/app/inspector/card'
import { cardView } from '../../../src/app/inspector/cardView'
import { markupOf } from '../../support/markup'

const card: Card = {
  title: 'Ak-Jol',
  subtitle: '',
  path: 'checkpoints.ak_jol',
  parts: [{ title: '', facts: [{ label: 'Officers', value: '12 of 20' }], note: 'Fewer by an event' }],
  story: [],
  links: [
    {
      title: 'Routes here',
      items: [{ name: 'R2', detail: '40 %', selection: { kind: 'route', id: 'r2' } }],
    },
  ],
  note: '',
}
const shown = (changes: Partial<Card> = {}, sources: readonly string[] = []) =>
  markupOf(cardView({ ...card, ...changes }, sources, () => undefined))

describe('a card', () => {
  it('shows each fact with its label, the note of its part, and links with their details', () => {
    const markup = shown()
    expect(markup).toContain('<dt>Officers</dt><dd>12 of 20</dd>')
    expect(markup).toContain('Fewer by an event')
    expect(markup).toMatch(/<h3>Routes here<\/h3>.*>R2<\/button><span class="dim">40 %<\/span>/)
  })

  it('has no heading, story, note or evidence where there is none', () => {
    const markup = shown({ links: [] })
    for (const part of ['<h3>', 'class="story"', 'class="note"', '<details>'])
      expect(markup).not.toContain(part)
  })

  it('tells the story in order, and lists the sources behind its values', () => {
    const about = { kind: 'node', id: 'a' } as const
    const story = [
      { hour: 30, text: 'Left Alpha', kind: 'moved', about },
      { hour: 55, text: 'Seized at Beta', kind: 'seized', about },
    ] as const
    const markup = shown({ story }, ['A report (high)'])
    expect(markup).toMatch(/story-moved.*Left Alpha.*story-seized.*Seized at Beta/)
    expect(markup).toContain('<li>A report (high)</li>')
  })
})
