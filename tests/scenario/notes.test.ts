/** The notes of the bundled scenarios: every command that they tell the reader to try is one that works. */
import { describe, expect, it } from 'vitest'
import { settingsOf } from '../../src/cli/settings'
import { setAll, withVariant } from '../../src/scenario'
import { BUNDLED, bundledScenario } from '../support/bundled'

describe('the commands in the notes', () => {
  const commands = BUNDLED.flatMap((id) =>
    [...bundledScenario(id).notes.matchAll(/^npm run --silent simulate -- (.*)$/gm)].map((found) => found[1]),
  )

  it.each(commands)('%s', (command = '') => {
    const settings = settingsOf(command.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1')))
    if (settings === 'help') throw new Error('a command that only asks for help')
    const scenario = bundledScenario(settings.file.replace(/^scenarios\/(.*)\.json$/, '$1'))
    expect(setAll(scenario, settings.set).ok).toBe(true)
    for (const variant of settings.variants) expect(withVariant(scenario, variant).ok).toBe(true)
  })
})
