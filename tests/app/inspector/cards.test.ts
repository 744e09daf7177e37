/** Cards: found routes with their shares, notes in whole sentences, and where the card stands. */
import { expect, test } from 'vitest'
import type { DayFrame } from '../../../src/analysis'
import { createRecord } from '../../../src/analysis/record/record'
import type { Card } from '../../../src/app/inspector/card'
import { cardOf } from '../../../src/app/inspector/cards'
import { sideAway } from '../../../src/app/inspector/inspector'
import { compileScenario } from '../../../src/scenario'
import { createWatchedRun } from '../../../src/workers/watched'
import { bundledScenario } from '../../support/bundled'

const DAYS = 60
const scenario = bundledScenario('central-asia')
const spec = compileScenario(scenario)
const record = createRecord(spec)
let frame: DayFrame | undefined
const answer = createWatchedRun((message) => {
  if (message.type !== 'frame') return
  frame = structuredClone(message.frame)
  record.add(frame)
})
answer({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
answer({ type: 'advance', generation: 1, days: DAYS, digests: 'each' })

function cardAt(kind: 'node' | 'leg', id: string): Card {
  const card = cardOf(
    {
      scenario,
      spec,
      selection: { kind, id },
      frame,
      flows: record.flowsAt(DAYS),
      gramsOver: (legs) => record.gramsOver(legs, DAYS),
      story: undefined,
      lastSeizures: record.lastSeizures,
      hour: DAYS * 24,
    },
    { kind, id },
  )
  if (card === undefined) throw new Error(`no card of ${id}`)
  return card
}

const foundOn = ({ links }: Card) => links.find(({ title }) => title.startsWith('Found routes'))?.items ?? []

test('places name the found routes that pass, with shares of what passes', () => {
  const lists = scenario.nodes
    .map(({ id }) => foundOn(cardAt('node', id)))
    .filter((items) => items.length > 0)
  expect(lists.length).toBeGreaterThan(0)
  for (const items of lists) {
    const shares = items.map(({ detail = '' }) => Number.parseFloat(detail))
    expect(shares.every((share) => share > 0)).toBe(true)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100.1)
    for (const { name, selection } of items) {
      const route = selection.kind === 'route' ? spec.routes.ids.indexOf(selection.id) : -1
      expect(scenario.organisations.map((entry) => `Found by ${entry.name}`)).toContain(name.split(':')[0])
      expect(spec.routes.isGenerated[route]).toBe(1)
      expect(name).toBe(spec.routes.names[route])
    }
  }
})

test('the note of a leg ends before the hint begins', () => {
  const noted = scenario.legs.filter(({ note }) => note !== undefined)
  expect(noted.length).toBeGreaterThan(0)
  for (const { id } of noted) expect(cardAt('leg', id).note).toMatch(/[.!?] Click the leg again/)
})

test('the card stands left or above, unless it would hide what it is about', () => {
  expect(sideAway({ x: 600, y: 100 }, 1000, 400)).toBe('start')
  expect(sideAway({ x: 123, y: 117 }, 1000, 400)).toBe('end')
  expect(sideAway({ x: 100, y: 500 }, 520, 640)).toBe('start')
  expect(sideAway({ x: 400, y: 180 }, 520, 640)).toBe('end')
})
