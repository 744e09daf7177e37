/** Views: what goes through a template is written as it reads. */
import { expect, it } from 'vitest'
import { withTerms } from '../../src/ui/glossary'
import { html, nothing } from '../../src/ui/view'
import { markupOf } from '../support/markup'

/** Turns the direction of what follows. */
const OVERRIDE = '\u202e'

it('words that would steer a line lose that power, as text, in lists and in attributes', () => {
  const name = `a${OVERRIDE}b`
  const view = html`<p title=${name}>${name}${[name, name]}</p>`
  expect(markupOf(view)).toBe('<p title=a\ufffdb>a\ufffdba\ufffdba\ufffdb</p>')
})

it('the value of a field is data and stays as it is', () => {
  const view = html`<input name=${OVERRIDE} .defaultValue=${OVERRIDE} />`
  expect(view.values).toEqual(['\ufffd', OVERRIDE])
})

it('what is nothing leaves nothing', () => {
  expect(markupOf(html`<p>${nothing}</p>`)).toBe('<p></p>')
})

it('a term is marked where it is mentioned first', () => {
  const known = new Set<'checkpoint'>()
  const first = markupOf(withTerms('A checkpoint and a checkpoint', known))
  expect(first.match(/data-term=checkpoint/g)).toHaveLength(1)
  expect(markupOf(withTerms('One more checkpoint', known))).not.toContain('data-term')
})
