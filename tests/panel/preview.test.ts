/** The preview: derived values of what is being typed, once the typing pauses. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPreview } from '../../src/panel/preview'
import { entrySettings } from '../../src/panel/rows'
import { getAt, type Scenario } from '../../src/scenario'
import { checkpoint, line, scenarioOf } from '../support/scenarios'

const scenario = scenarioOf(line([checkpoint('a', { staff: 5 })]))
const staff = entrySettings(scenario, { section: 'checkpoints', ids: ['a'] }).filter(({ path }) =>
  path.endsWith('.staff'),
)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function shown() {
  const calls: [value: unknown, isPreview: boolean][] = []
  const show = (what: Scenario, isPreview: boolean) =>
    calls.push([getAt(what, 'checkpoints.a.staff'), isPreview])
  const preview = createPreview(() => scenario, show)
  const type = (...values: (number | undefined)[]) => {
    for (const value of values) for (const setting of staff) preview.type(setting, value)
    vi.runAllTimers()
  }
  return { calls, preview, type }
}

describe('the preview', () => {
  it('shows the scenario with the last typed value, once', () => {
    const { calls, type } = shown()
    type(1, 10, 100)
    expect(calls).toEqual([[100, true]])
  })

  it('shows the scenario as it stands for a value that is not allowed, or given up', () => {
    const { calls, type } = shown()
    type(-7)
    type(8)
    type(undefined)
    expect(calls).toEqual([
      [5, false],
      [8, true],
      [5, false],
    ])
  })

  it('forgets the typed value when the scenario changes', () => {
    const { calls, preview, type } = shown()
    type(8)
    preview.refresh()
    vi.runAllTimers()
    expect(calls.at(-1)).toEqual([5, false])
  })
})
