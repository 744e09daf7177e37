/** The command line on real files: results, settings, mistakes, interruption. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measureLayout, measuresCsv, seriesCsv } from '../../src/analysis'
import { Failure } from '../../src/cli/failure'
import { settingsOf } from '../../src/cli/settings'
import { ENGINE_VERSION } from '../../src/engine'
import { run } from '../../src/experiment'
import { compileScenario, parseScenario } from '../../src/scenario'
import { csvOfRuns } from '../support/csv'
import { call, ROOT } from '../support/programs'

const TWO_ROUTES = 'scenarios/two-routes.json'
const CENTRAL_ASIA = 'scenarios/central-asia.json'
const folder = mkdtempSync(join(tmpdir(), 'contraflow-'))

function json(...args: string[]) {
  const { code, out } = call('simulate', ...args, '--json')
  expect(code).toBe(0)
  return JSON.parse(out)
}

function specOfFile(file: string) {
  const parsed = parseScenario(readFileSync(join(ROOT, file), 'utf8'))
  if (!parsed.ok) throw new Error('a bundled scenario has mistakes')
  return compileScenario(parsed.scenario)
}

describe('simulate', () => {
  it('prints tables for people', () => {
    const { code, out, err } = call('simulate', TWO_ROUTES, '--days', '60')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/digest [0-9a-f]{32}/)
    for (const words of ['seed', 'dispatchedKg', 'interdictionRate', 'By route', 'By checkpoint'])
      expect(out).toContain(words)
    // It has no corridors, and a table without rows says nothing.
    expect(out).not.toContain('By corridor')
  })

  it('tells on standard error what a setting leaves without effect, and runs all the same', () => {
    const open = ['--days', '20', '--set', 'checkpoints.*.sealedPolicy=open']
    expect(call('simulate', CENTRAL_ASIA, ...open)).toMatchObject({ code: 0, err: '' })
    const { code, err } = call('simulate', CENTRAL_ASIA, ...open, '--enable', 'open-seals')
    expect(code).toBe(0)
    expect(err).toMatch(
      /^interventions\.open-seals: .* matches nothing on 2010-01-01; this change does nothing\.\n$/,
    )
  })

  it('prints one JSON document with every group of measures', () => {
    const report = json(TWO_ROUTES, '--days', '60', '--replications', '3', '--seed', 'class')
    expect(report).toMatchObject({
      seed: 'class',
      replications: 3,
      days: 60,
      partial: false,
      scenario: { id: 'two-routes' },
    })
    expect(report.scenario.digest).toMatch(/^[0-9a-f]{32}$/)
    for (const measure of [
      'dispatchedKg',
      'deliveredKg',
      'seizedKg',
      'inTransitKg',
      'interdictionRate',
      'bribesUsd',
      'meanTransitDays',
    ]) {
      expect(report.measures[measure]).toEqual({
        mean: expect.any(Number),
        sd: expect.any(Number),
        ci95: [expect.any(Number), expect.any(Number)],
      })
    }
    for (const group of [
      'byRoute',
      'byCheckpoint',
      'byCountry',
      'byMarket',
      'byOrganisation',
      'byCommodity',
    ]) {
      expect(Object.keys(report[group]).length).toBeGreaterThan(0)
    }
    const [checkpoint] = Object.values(report.byCheckpoint) as Record<string, unknown>[]
    expect(Object.keys(checkpoint ?? {})).toEqual(
      expect.arrayContaining([
        'crossings',
        'inspections',
        'detections',
        'seizures',
        'seizedKg',
        'bribesUsd',
        'effectiveOdds',
      ]),
    )
    expect(report.runs.map((one: { replication: number }) => one.replication)).toEqual([1, 2, 3])
    expect(new Set(report.runs.map((one: { digest: string }) => one.digest)).size).toBe(3)
  })

  it('gives the digest of the engine called directly', () => {
    const spec = specOfFile(TWO_ROUTES)
    const direct = run(spec, { seed: spec.seed, replication: 1, days: 90, series: false })
    const { digest, flowDigest } = direct
    expect(json(TWO_ROUTES, '--days', '90').runs).toEqual([{ replication: 1, digest, flowDigest }])
  })

  it('refuses a run that would count more grams than it can, with the organisation and the day, as wrong input', () => {
    const setting = ['organisations.*.crews=5', 'organisations.*.supply.*.kgPerDay=10000000']
    const growth = 'organisations.*.supply.*.yearlyGrowth=20'
    const args = [...setting, growth].flatMap((one) => ['--set', one])
    const { code, out, err } = call('simulate', TWO_ROUTES, '--days', '2000', ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(
      /^Run 1 failed: On day \d+ a supply of .+ has grown beyond 9,007,199,254,740,991 grams in all/m,
    )
  })

  it('gives the same results with any number of workers', () => {
    const args = [TWO_ROUTES, '--days', '60', '--replications', '5', '--json', '--workers']
    const [one, two, three] = ['1', '2', '3'].map((workers) => call('simulate', ...args, workers).out)
    expect(two).toBe(one)
    expect(three).toBe(one)
  })

  it('sets parameters by id and by selector', () => {
    const base = json(CENTRAL_ASIA, '--days', '30')
    const byId = json(
      'scenarios/central-asia.json',
      '--days',
      '30',
      '--set',
      'checkpoints.ak_jol_x.staff=100',
    )
    const bySelector = json(
      'scenarios/central-asia.json',
      '--days',
      '30',
      '--set',
      'checkpoints[country=KZ].staff=100',
    )
    const odds = (report: typeof base, checkpoint: string) =>
      report.byCheckpoint[checkpoint].effectiveOdds.mean
    expect(odds(byId, 'ak_jol_x')).toBeCloseTo((odds(base, 'ak_jol_x') * 100) / 12, 10)
    expect(odds(byId, 'chaldovar_x')).toBe(odds(base, 'chaldovar_x'))
    expect(odds(bySelector, 'chaldovar_x')).toBeGreaterThan(odds(base, 'chaldovar_x'))
    expect(byId.scenario.digest).not.toBe(base.scenario.digest)
  })

  it.each([
    ['checkpoints.ak_jol.staff=100', 'ak_jol_x'],
    ['checkpoints.ak_jol_x.staf=100', 'staff'],
    ['checkpoint.ak_jol_x.staff=100', 'checkpoints'],
  ])('refuses %s and names the nearest match', (setting, nearest) => {
    const { code, out, err } = call('simulate', 'scenarios/central-asia.json', '--set', setting)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`did you mean "${nearest}"?`)
  })

  it.each([
    [['no-such-file.json'], 'no-such-file.json'],
    [[TWO_ROUTES, '--colour', 'red'], '--colour'],
    [[TWO_ROUTES, '--set', 'checkpoints.*.interdictionOdds=2'], 'at most 1'],
    [[TWO_ROUTES, '--variant', 'one'], 'Expected a variant, but this scenario has none'],
    [[TWO_ROUTES, '--enable', 'one'], 'Expected an intervention or operation, but this scenario has none'],
    [['scenarios'], 'scenarios'],
    [[TWO_ROUTES, '--csv', 'no/such/folder/runs.csv'], 'no/such/folder'],
    [
      [TWO_ROUTES, '--series', 'scenarios', '--replications', '1000000'],
      'Cannot write scenarios: it is a folder',
    ],
    [[TWO_ROUTES, '--set', 'seed='], 'seed'],
  ])('refuses %j with exit code 2', (args, words) => {
    const { code, out, err } = call('simulate', ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
  })

  it.each([
    [[], 'Name one scenario file'],
    [[TWO_ROUTES, '--days', '0'], '--days'],
    [[TWO_ROUTES, '--replications', 'many'], 'many'],
    [[TWO_ROUTES, '--set', 'staff'], 'path=value'],
    [[TWO_ROUTES, 'scenarios/line.json'], 'found 2'],
    [[TWO_ROUTES, '--workers', '0'], '--workers'],
    [[TWO_ROUTES, '--replications', '1e3'], '--replications'],
    [[TWO_ROUTES, '--seed'], '--seed'],
    [[TWO_ROUTES, '--baseline', 'x.json'], '--baseline'],
    [[TWO_ROUTES, '--days', '1.5'], '--days'],
    [[TWO_ROUTES, '--days', '73001'], '73000'],
    [[TWO_ROUTES, '--set', '=3'], 'path=value'],
    [[TWO_ROUTES, '--set', 'checkpoints[country=KZ.staff=3'], 'path=value'],
  ])('has no settings for %j', (args, words) => {
    let failure: unknown
    try {
      settingsOf(args, 'simulate')
    } catch (error) {
      failure = error
    }
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ exitCode: 2, message: expect.stringContaining(words) })
  })

  it('takes a setting apart at the first equals sign outside a selector', () => {
    const set = [
      'days=5',
      'seed="5"',
      'notes=a=b',
      'checkpoints[country=KZ].staff=1',
      'a.b=',
      'notes=two\nlines',
    ]
    const settings = settingsOf([TWO_ROUTES, ...set.flatMap((setting) => ['--set', setting])], 'simulate')
    expect(settings !== 'help' && settings.set).toEqual([
      ['days', '5'],
      ['seed', '"5"'],
      ['notes', 'a=b'],
      ['checkpoints[country=KZ].staff', '1'],
      ['a.b', ''],
      ['notes', 'two\nlines'],
    ])
  })

  it('lists every mistake of a bad file with its place and line', () => {
    const file = join(folder, 'bad.json')
    const good = readFileSync(join(ROOT, TWO_ROUTES), 'utf8')
    writeFileSync(file, good.replace('"days": 365', '"days": -1').replace('"seed"', '"sed"'))
    const { code, err } = call('simulate', file)
    expect(code).toBe(2)
    expect(err).toContain('2 mistakes')
    expect(err).toMatch(/days \(line \d+/)
    expect(err).toContain('did you mean "seed"?')
  })

  it('writes measures and series as CSV, byte for byte those of the library', () => {
    const [csv, series] = [join(folder, 'runs.csv'), join(folder, 'days.csv')]
    call('simulate', TWO_ROUTES, '--days', '20', '--replications', '2', '--csv', csv, '--series', series)
    const spec = specOfFile(TWO_ROUTES)
    const runs = [1, 2].map((replication) =>
      run(spec, { seed: spec.seed, replication, days: 20, series: true }),
    )
    expect(readFileSync(csv, 'utf8')).toBe(csvOfRuns(measuresCsv(spec), runs))
    const recorded = runs.map(({ replication, series: days }) => ({
      replication,
      series: days ?? { columns: 0, values: new Float64Array() },
    }))
    expect(readFileSync(series, 'utf8')).toBe(csvOfRuns(seriesCsv(spec), recorded))
    expect(readFileSync(series, 'utf8').split('\n')).toHaveLength(1 + 2 * 20 + 1)
  })

  it('prints the scenario, versions and every measure of the library in its JSON', () => {
    const report = json(TWO_ROUTES, '--days', '30', '--set', 'seed=class')
    const spec = specOfFile(TWO_ROUTES)
    const { values } = run(spec, { seed: 'class', replication: 1, days: 30, series: false })
    expect(report.engineVersion).toBe(ENGINE_VERSION)
    expect(report.seed).toBe('class')
    for (const [i, { group, entity, measure }] of measureLayout(spec).entries()) {
      const entry = group === 'total' ? report.measures[measure] : report[group][entity][measure]
      const value = values[i] ?? Number.NaN
      expect(entry.mean, `${group} ${entity} ${measure}`).toBe(Number.isNaN(value) ? null : value)
      // One run says nothing of the spread.
      expect([entry.sd, ...entry.ci95]).toEqual([null, null, null])
    }
  })

  it('takes a scenario from a file whose name has blanks, with a byte order mark', () => {
    const file = join(folder, 'two routes.json')
    writeFileSync(file, `\ufeff${readFileSync(join(ROOT, TWO_ROUTES), 'utf8')}`)
    expect(json(file, '--days', '20').runs).toEqual(json(TWO_ROUTES, '--days', '20').runs)
  })

  it('explains itself on request', () => {
    const { code, out } = call('simulate', '--help')
    expect(code).toBe(0)
    expect(out).toContain('--replications R')
  })

  it('ends quietly when its reader has had enough', async () => {
    const args = ['src/cli/launch.js', 'simulate', TWO_ROUTES, '--days', '5', '--json']
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('ends with what is finished when it is interrupted', async () => {
    const args = ['src/cli/launch.js', 'simulate', CENTRAL_ASIA, '--replications', '100000', '--json']
    const interruptedAfter = async (milliseconds: number) => {
      const child = spawn(process.execPath, args, {
        cwd: ROOT,
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let out = ''
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
      })
      // A terminal interrupts the whole group of processes.
      setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGINT'), milliseconds)
      const code = await new Promise((resolve) => child.on('close', resolve))
      return { code, out }
    }
    // A slow machine may not have finished a run by then: it is given more time.
    let ended = await interruptedAfter(1_500)
    for (let wait = 3_000; ended.out === '' && wait <= 24_000; wait *= 2) ended = await interruptedAfter(wait)
    expect(ended.code).toBe(130)
    const report = JSON.parse(ended.out)
    expect(report).toMatchObject({ partial: true, replications: 100_000 })
    expect(report.runs.length).toBeGreaterThan(0)
    expect(report.runs.length).toBeLessThan(100_000)
  }, 90_000)
})
