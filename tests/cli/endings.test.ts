/** How programs end: what is finished is kept and told, whatever comes between. */
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  linkSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { text } from '../../src/text'
import { cellsOf } from '../support/csv'
import { call, ROOT, start, until } from '../support/programs'

const TWO_ROUTES = 'scenarios/two-routes.json'
const FULL = '/dev/full'
const SECONDS = 1_000

/** A folder with a scenario of its own. */
function folder() {
  const path = mkdtempSync(join(tmpdir(), 'contraflow-endings-'))
  const scenario = join(path, 'own.json')
  writeFileSync(scenario, readFileSync(join(ROOT, TWO_ROUTES)))
  return { scenario, at: (name: string) => join(path, name), names: () => readdirSync(path).sort() }
}

/** Many runs into a file, once the first are in it. */
async function underWay(csv: string, program = 'simulate') {
  const options = program === 'compare' ? ['--set', 'days=20'] : ['--csv', csv, '--days', '20']
  const running = start(program, [TWO_ROUTES, '--replications', '200000', '--workers', '2', ...options])
  if (program === 'simulate')
    await until(() => existsSync(`${csv}.partial`) && statSync(`${csv}.partial`).size > 100_000)
  return running
}

/** Runs in a file of measures, which has nothing but whole ones, in order. */
function runsIn(file: string): number {
  const [head, ...rows] = cellsOf(readFileSync(file, 'utf8'))
  expect(head).toEqual(['replication', 'group', 'entity', 'measure', 'value'])
  const of = new Map<string, number>()
  for (const [run = '', ...rest] of rows) {
    expect(rest).toHaveLength(4)
    of.set(run, (of.get(run) ?? 0) + 1)
  }
  const found = [...of.keys()].map(Number)
  expect(found).toEqual(found.toSorted((a, b) => a - b))
  expect(new Set(of.values()).size).toBe(1)
  return of.size
}

describe('outputs are looked at before the work', () => {
  it('and none may be what is read, by whatever name', () => {
    const { scenario, at } = folder()
    symlinkSync(scenario, at('link.csv'))
    linkSync(scenario, at('twin.csv'))
    const before = readFileSync(scenario, 'utf8')
    for (const csv of [
      scenario,
      at('link.csv'),
      at('twin.csv'),
      at('../') + scenario.split('/').slice(-2).join('/'),
    ]) {
      const { code, out, err } = call('simulate', scenario, '--csv', csv)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain('which is read')
    }
    expect(readFileSync(scenario, 'utf8')).toBe(before)
  })

  it('and the base of a scenario and the other side of a comparison are read as well', () => {
    const { scenario, at } = folder()
    const derived = at('derived.json')
    const extending = {
      type: 'contraflow-scenario',
      formatVersion: 1,
      extends: { id: 'own' },
      id: 'derived',
      title: 'D',
    }
    writeFileSync(scenario, readFileSync(scenario, 'utf8').replace('"id": "two-routes"', '"id": "own"'))
    writeFileSync(derived, JSON.stringify(extending))
    expect(call('simulate', derived, '--csv', scenario)).toMatchObject({ code: 2, out: '' })
    expect(call('compare', TWO_ROUTES, '--baseline', scenario, '--csv', scenario)).toMatchObject({
      code: 2,
      out: '',
    })
  })

  it('and no two are the same file', () => {
    const { at, names } = folder()
    symlinkSync(at('new.csv'), at('link.csv'))
    for (const [csv, series] of [
      ['a.csv', 'a.csv'],
      ['a.csv', './a.csv'],
      ['link.csv', 'new.csv'],
    ] as const) {
      const { code, out, err } = call('simulate', TWO_ROUTES, '--csv', at(csv), '--series', at(series))
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain('are the same file')
    }
    expect(names()).toEqual(['link.csv', 'own.json'])
  })

  it('nor standard output', async () => {
    const { at } = folder()
    const output = openSync(at('out.csv'), 'w')
    const { ended } = start('simulate', [TWO_ROUTES, '--csv', at('out.csv')], ['ignore', output, 'pipe'])
    const { code, err } = await ended
    closeSync(output)
    expect(code).toBe(2)
    expect(err).toContain('standard output and --csv are the same file')
  })

  it.each([[''], ['own.json/x.csv'], ['none/x.csv'], ['.'], ['new/']])('and %j can be none', (name) => {
    const { at, names } = folder()
    const { code, out, err } = call('simulate', TWO_ROUTES, '--csv', name === '' ? '' : `${at('')}/${name}`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(names()).toEqual(['own.json'])
  })
})

describe('a file takes its place only when it is whole', () => {
  it('through a link to where that leads, and leaves nothing beside it', () => {
    const { at, names } = folder()
    writeFileSync(at('real.csv'), 'old')
    symlinkSync(at('real.csv'), at('link.csv'))
    expect(call('simulate', TWO_ROUTES, '--days', '5', '--csv', at('link.csv')).code).toBe(0)
    expect(runsIn(at('real.csv'))).toBe(1)
    expect(names()).toEqual(['link.csv', 'own.json', 'real.csv'])
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'and %s leaves the old one, the finished runs beside it and a report that says so',
    async (signal, expected) => {
      const { at } = folder()
      writeFileSync(at('runs.csv'), 'old')
      const { child, ended } = await underWay(at('runs.csv'))
      child.kill(signal)
      const { code, out, err } = await ended
      expect(code).toBe(expected)
      expect(readFileSync(at('runs.csv'), 'utf8')).toBe('old')
      const runs = runsIn(at('runs.csv.partial'))
      expect(out).toContain(`PARTIAL: ${runs} of 200000 runs finished.`)
      expect(out).toContain('interdictionRate')
      expect(err).toContain('runs.csv.partial')
    },
    120 * SECONDS,
  )

  it(
    'and a program that is killed leaves its rows, and nobody who goes on',
    async () => {
      const { at } = folder()
      const { child, ended } = await underWay(at('runs.csv'))
      child.kill('SIGKILL')
      await ended
      const { size } = statSync(at('runs.csv.partial'))
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(statSync(at('runs.csv.partial')).size).toBe(size)
      expect(existsSync(at('runs.csv'))).toBe(false)
      // The next run takes another name beside it.
      expect(call('simulate', TWO_ROUTES, '--days', '5', '--csv', at('runs.csv')).code).toBe(0)
      expect(statSync(at('runs.csv.partial')).size).toBe(size)
      expect(runsIn(at('runs.csv'))).toBe(1)
    },
    120 * SECONDS,
  )

  it('and a full disk leaves the old one, the whole runs beside it, and the report', () => {
    const { at } = folder()
    writeFileSync(at('runs.csv'), 'old')
    call('schema')
    const args = ['simulate', TWO_ROUTES, '--replications', '60', '--days', '5', '--csv', at('runs.csv')]
    // A limit on the size of files fails as a full disk does. Blocks have 512 bytes.
    const limited = `trap '' XFSZ; ulimit -f 200; exec "$@"`
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', limited, 'sh', process.execPath, 'src/cli/launch.js', ...args],
      { cwd: ROOT, encoding: 'utf8' },
    )
    expect(status).toBe(74)
    expect(stderr).toContain(`Cannot write ${at('runs.csv')}: EFBIG`)
    expect(stdout).toContain('seed 1, 60 runs, 5 days')
    expect(readFileSync(at('runs.csv'), 'utf8')).toBe('old')
    const runs = runsIn(at('runs.csv.partial'))
    expect(runs).toBeGreaterThan(2)
    expect(runs).toBeLessThan(60)
  })

  it.runIf(existsSync(FULL))('and a device that is full costs no more than itself', () => {
    const { at } = folder()
    const args = ['--days', '5', '--replications', '2', '--csv', FULL, '--series', at('days.csv')]
    const { code, out, err } = call('simulate', TWO_ROUTES, ...args)
    expect(code).toBe(74)
    expect(err).toContain(`Cannot write ${FULL}: ENOSPC`)
    expect(out).toContain('seed 1, 2 runs, 5 days')
    expect(cellsOf(readFileSync(at('days.csv'), 'utf8'))).toHaveLength(1 + 2 * 5)
  })
})

describe('a comparison that is stopped', () => {
  it(
    'tells of the pairs that are finished',
    async () => {
      const { ended, child } = await underWay('', 'compare')
      await new Promise((resolve) => setTimeout(resolve, 6 * SECONDS))
      child.kill('SIGTERM')
      const { code, out, err } = await ended
      expect([143, null]).toContain(code)
      if (out !== '') {
        expect(out).toMatch(/PARTIAL: \d+ of 200000 pairs of worlds finished\./)
        expect(out).toContain('Displacement')
      } else expect(err).toMatch(/No pair of worlds was finished|^$/)
    },
    120 * SECONDS,
  )
})

describe.runIf(existsSync(FULL))('standard output that is full', () => {
  it.each([
    ['simulate', [TWO_ROUTES, '--days', '5']],
    ['simulate', ['--help']],
    ['compare', [TWO_ROUTES, '--days', '5', '--replications', '2', '--json']],
    ['scenario', [TWO_ROUTES]],
    ['schema', []],
    ['draws', ['--count', '100000']],
  ] as const)('ends %s %j with one line and code 74', async (program, args) => {
    const full = openSync(FULL, 'w')
    const { code, err } = await start(program, args, ['ignore', full, 'pipe']).ended
    closeSync(full)
    expect(code).toBe(74)
    expect(err).toMatch(/^Cannot write standard output: ENOSPC.*\n$/)
  })

  it('costs no file', async () => {
    const { at } = folder()
    const full = openSync(FULL, 'w')
    const args = [TWO_ROUTES, '--days', '5', '--csv', at('runs.csv')]
    expect((await start('simulate', args, ['ignore', full, 'pipe']).ended).code).toBe(74)
    closeSync(full)
    expect(runsIn(at('runs.csv'))).toBe(1)
  })
})

describe('exit codes', () => {
  const { simulateUsage } = text.commandLine
  const table = simulateUsage.slice(simulateUsage.indexOf('Exit codes:'))

  it('are the same table in the help of every program', () => {
    const codes = [...table.matchAll(/^ {2,}([\d, ]+?) {2}/gm)].flatMap(([, found = '']) =>
      found.trim().split(', '),
    )
    expect(codes).toEqual(['0', '1', '2', '70', '74', '129', '130', '143'])
    for (const program of ['simulate', 'compare', 'calibrate', 'scenario', 'schema', 'draws', 'bench'])
      expect(call(program, '--help').out, program).toContain(table)
  })

  it('are in the page about batches', () => {
    const page = readFileSync(join(ROOT, 'src/text/pages/batches.md'), 'utf8')
    const inPage = [...page.matchAll(/^\| ([\d, ]+) \|/gm)].map(([, codes = '']) => codes)
    const inHelp = [...table.matchAll(/^ {2,}([\d, ]+?) {2}/gm)].map(([, codes = '']) => codes.trim())
    expect(inPage).toEqual(inHelp)
  })
})
