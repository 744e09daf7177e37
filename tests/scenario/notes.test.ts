/** The notes of the bundled scenarios: every command that they tell the reader to try names a scenario and values that it accepts. */
import { parseArgs } from 'node:util'
import { describe, expect, it } from 'vitest'
import { setAll, withVariant } from '../../src/scenario'
import { BUNDLED, bundledScenario } from '../support/bundled'

const OPTIONS = {
  replications: { type: 'string' },
  set: { type: 'string', multiple: true },
  variant: { type: 'string', multiple: true },
} as const

/** `path=value`, the value as JSON where it can be. */
function settingOf(text: string): readonly [path: string, value: unknown] {
  const [, path = '', value = ''] = /^(.+)=([^=]*)$/.exec(text) ?? []
  return [path, /^[\d.]+$|^(true|false)$/.test(value) ? JSON.parse(value) : value]
}

describe('the commands in the notes', () => {
  const commands = BUNDLED.flatMap((id) =>
    [...bundledScenario(id).notes.matchAll(/^npm run --silent simulate -- (.*)$/gm)].map((found) => found[1]),
  )

  it.each([...new Set(commands)])('%s', (command = '') => {
    const args = command.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1'))
    const { positionals, values } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
    const [file = ''] = positionals
    const scenario = bundledScenario(file.replace(/^scenarios\/(.*)\.json$/, '$1'))
    const edited = setAll(scenario, (values.set ?? []).map(settingOf))
    expect(edited.ok ? [] : edited.issues).toEqual([])
    for (const variant of values.variant ?? []) expect(withVariant(scenario, variant).ok, variant).toBe(true)
  })
})
