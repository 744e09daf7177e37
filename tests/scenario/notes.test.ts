/**
 * Commands in the notes of the bundled scenarios and in the documents: each names files, settings and dates
 * that its program accepts.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { baselineFor, scenarioFor, windowOf } from '../../src/cli/scenarioFile'
import { settingOf, settingsOf } from '../../src/cli/settings'
import { compileScenario, setAll, typedValue } from '../../src/scenario'
import { BUNDLED, bundledScenario } from '../support/bundled'
import { DOCUMENTS } from '../support/documents'
import { call, ROOT } from '../support/programs'

interface Command {
  readonly program: string
  readonly args: readonly string[]
}

/** Words of a command line as a shell would split them; a comment or an ellipsis ends it. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:'[^']*'|[^\s'])+/g) ?? []
  const end = words.findIndex((word) => word.startsWith('#') || word === '...')
  return (end < 0 ? words : words.slice(0, end)).map((word) => word.replaceAll("'", ''))
}

/** Every command with arguments in a text, in code blocks and between backticks. */
function commandsIn(text: string): Command[] {
  return [...text.matchAll(/npm run (?:--silent )?(\w+) -- ([^\n`]*)/g)].map(
    ([, program = '', line = '']) => ({
      program,
      args: wordsOf(line),
    }),
  )
}

/** Refuses what the program of that name would refuse before it runs. */
function check(program: 'simulate' | 'compare', args: readonly string[]): void {
  const settings = settingsOf(args, program)
  if (settings === 'help') return
  const current = scenarioFor(settings)
  const scenarios = program === 'compare' ? [baselineFor(settings, current), current] : [current]
  const days = settings.days ?? Math.min(...scenarios.map((scenario) => scenario.days))
  for (const scenario of scenarios) windowOf(compileScenario(scenario), days, settings.from)
}

const CHECKS: Readonly<Record<string, (args: readonly string[]) => void>> = {
  simulate: (args) => check('simulate', args),
  compare: (args) => check('compare', args),
  calibrate: (args) => expectToRun('calibrate', ...args, '--check', '--replications', '2', '--workers', '1'),
  // Shown rather than rebased: a test writes no scenario.
  scenario: (args) => expectToRun('scenario', ...args.filter((word) => word !== '--rebase')),
  bench: (args) => expect(args).toEqual(['--page']),
  // They take an hour: only their options are read.
  fuzz: (args) => expectOptions(args, ['--files', '--seed', '--from']),
  mutate: (args) => expectOptions(args, ['--seed', '--count']),
}

function expectOptions(args: readonly string[], known: readonly string[]): void {
  const named = args.filter((word) => word.startsWith('--'))
  expect(known).toEqual(expect.arrayContaining(named))
  expect(args).toHaveLength(2 * named.length)
}

function expectToRun(program: string, ...args: readonly string[]): void {
  const { code, err } = call(program, ...args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
}

const texts = [
  ...DOCUMENTS.map((path) => readFileSync(join(ROOT, path), 'utf8')),
  ...BUNDLED.map((id) => bundledScenario(id).notes),
]
const commands = new Map(
  texts.flatMap(commandsIn).map((command) => [[command.program, ...command.args].join(' '), command]),
)

describe('the commands in the notes and the documents', () => {
  it('are many', () => {
    const programs = [...commands.values()].map(({ program }) => program)
    for (const [program, least] of [
      ['simulate', 40],
      ['compare', 20],
      ['calibrate', 3],
      ['scenario', 1],
    ] as const)
      expect(programs.filter((name) => name === program).length, program).toBeGreaterThanOrEqual(least)
  })

  it.each([...commands])('%s', (_, { program, args }) => {
    const checkProgram = CHECKS[program]
    if (checkProgram === undefined) throw new Error(`no check for the program "${program}"`)
    checkProgram(args)
  })

  it.each([
    ['a file', ['scenarios/nowhere.json']],
    ['an event', ['scenarios/customs-union.json', '--enable', 'nothing']],
    ['a path', ['scenarios/customs-union.json', '--set', 'checkpoints.nowhere.staff=1']],
    ['a date', ['scenarios/customs-union.json', '--from', '2011-07-01']],
  ])('would be refused if they named %s that is not there', (_, args) => {
    expect(() => check('compare', args)).toThrow()
  })
})

describe('the settings in the notes', () => {
  const settings = BUNDLED.flatMap((id) =>
    bundledScenario(id)
      .notes.split('\n')
      .filter((line) => line.startsWith('--set '))
      .map((line) => [id, ...wordsOf(line).slice(1)] as const),
  )

  it.each(settings)('%s accepts %s', (id, ...words) => {
    const scenario = bundledScenario(id)
    const found = words.filter((word) => word !== '--set').map(settingOf)
    const edited = setAll(
      scenario,
      found.map(([path, typed]) => [path, typedValue(scenario, path, typed)] as const),
    )
    expect(edited.ok ? [] : edited.issues).toEqual([])
  })
})
