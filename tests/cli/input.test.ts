/** What programs read: any kind of file and any text on the command line, with one clear line where it cannot be. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call, ROOT } from '../support/programs'

const TWO_ROUTES = 'scenarios/two-routes.json'
const source = readFileSync(join(ROOT, TWO_ROUTES), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'contraflow-input-'))
const SHORT = ['--days', '5']

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A shell's line, with the launcher as `$RUN`. */
function shell(line: string) {
  const env = { ...process.env, RUN: `${process.execPath} src/cli/launch.js`, AT: folder }
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: ROOT, encoding: 'utf8', env })
  return { code: status, out: stdout, err: stderr }
}

function refused(...args: string[]): string {
  const { code, out, err } = call('simulate', ...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err.trim().split('\n'), err).toHaveLength(1)
  return err
}

describe('a scenario', () => {
  it.each([
    ['a folder', folder, 'it is a folder'],
    ['a name of nothing', join(folder, 'none.json'), 'ENOENT'],
    ['no name', '', 'ENOENT'],
    ['a path through a file', join(ROOT, TWO_ROUTES, 'x'), 'ENOTDIR'],
  ])('cannot be %s', (_, path, words) => {
    expect(refused(path)).toContain(words)
  })

  it.runIf(existsSync('/dev/zero'))('cannot be without an end', () => {
    expect(refused('/dev/zero')).toMatch(/Cannot read \/dev\/zero: .*too large/)
  })

  it('comes through a pipe as from a file, and is read from it once', () => {
    const direct = call('simulate', TWO_ROUTES, ...SHORT).out
    expect(shell(`cat ${TWO_ROUTES} | $RUN simulate /dev/stdin --days 5`).out).toBe(direct)
    execFileSync('mkfifo', [join(folder, 'pipe')])
    expect(shell(`cat ${TWO_ROUTES} > $AT/pipe & $RUN simulate $AT/pipe --days 5`).out).toBe(direct)
    const compared = shell(`cat ${TWO_ROUTES} | $RUN compare /dev/stdin --days 5 --replications 2`)
    expect(compared).toMatchObject({ code: 0, err: '' })
    expect(refused(join(folder, 'pipe'))).toContain('nothing came through this pipe')
  })

  it('may be in UTF-16 with a mark, and in no encoding that loses letters', () => {
    const wide = file('wide.json', Buffer.from(`\ufeff${source}`, 'utf16le'))
    expect(call('simulate', wide, ...SHORT).out).toBe(call('simulate', TWO_ROUTES, ...SHORT).out)
    const title = Buffer.from([0xcd, 0xe0, 0xe7])
    const [before = '', after = ''] = source.split('Two equal routes')
    const single = file('single.json', Buffer.concat([Buffer.from(before), title, Buffer.from(after)]))
    const { code, err } = call('simulate', single)
    expect(code).toBe(2)
    const at = `byte ${Buffer.byteLength(before) + 1}, line ${before.split('\n').length}`
    expect(err).toContain(`not valid UTF-8 at ${at} (it looks like Windows-1251`)
  })
})

describe('a seed', () => {
  it('follows one rule in the file and on the command line', () => {
    expect(refused(TWO_ROUTES, '--seed', '')).toContain('--seed: ')
    for (const seed of ['', 'x'.repeat(201)]) {
      expect(refused(TWO_ROUTES, '--seed', seed)).toContain('--seed: ')
      expect(call('simulate', TWO_ROUTES, '--set', `seed=${seed}`).code).toBe(2)
      expect(call('draws', '--count', '1', '--seed', seed).code).toBe(2)
    }
    const long = 'ß'.repeat(200)
    const digests = [
      ['--seed', long],
      ['--set', `seed=${long}`],
      ['--set', 'seed=other', '--seed', long],
    ].map((args) => JSON.parse(call('simulate', TWO_ROUTES, ...SHORT, '--json', ...args).out).runs[0].digest)
    expect(new Set(digests).size).toBe(1)
  })
})

describe('a setting', () => {
  it('is text as it was typed where the scenario has a text', () => {
    const set = (...settings: string[]) => {
      const { code, out } = call(
        'simulate',
        TWO_ROUTES,
        ...SHORT,
        '--json',
        ...settings.flatMap((one) => ['--set', one]),
      )
      expect(code).toBe(0)
      return JSON.parse(out)
    }
    expect(set('seed=42').seed).toBe('42')
    expect(set('seed=007').seed).toBe('007')
    expect(set('seed=1e3').seed).toBe('1e3')
    expect(set('seed="5"').seed).toBe('5')
    expect(set('title=2010').scenario.title).toBe('2010')
    expect(set('title=true').scenario.title).toBe('true')
    expect(set('title=null').scenario.title).toBe('null')
    expect(set('nodes.*.name=[1]', 'title={"a":1}').scenario.title).toBe('{"a":1}')
  })

  it('is a number, a list or true where that is wanted', () => {
    expect(call('simulate', TWO_ROUTES, '--set', 'days=5').out).toContain('5 days (')
    expect(call('simulate', TWO_ROUTES, '--set', 'days="5"').code).toBe(2)
    expect(call('simulate', TWO_ROUTES, ...SHORT, '--set', 'legs.*.openMonths=[1,2]').code).toBe(0)
    expect(call('simulate', TWO_ROUTES, '--set', 'days=five').err).toContain('days')
  })
})

describe('words that count', () => {
  it('say one day, one run, one pair of worlds', () => {
    expect(call('simulate', TWO_ROUTES, '--days', '1').out).toContain('1 run, 1 day (')
    const { out } = call('compare', TWO_ROUTES, '--days', '1', '--replications', '1')
    expect(out).toContain('1 pair of worlds, 1 day')
    expect(out).toContain('1 of 1 world has the same flows in both')
  })
})

describe('a comparison of scenarios that book no cost', () => {
  it('says that no cost is known, not that there is none', () => {
    const odds = ['--set', 'checkpoints.*.interdictionOdds=0.9', '--days', '40', '--replications', '4']
    const free = file(
      'free.json',
      JSON.stringify({
        type: 'contraflow-scenario',
        formatVersion: 1,
        extends: { id: 'two-routes' },
        id: 'free',
        title: 'Free',
        set: { 'checkpoints.*.staff': 0, 'checkpoints.*.interdictionOdds': 0 },
      }),
    )
    const { out } = call('compare', free, '--baseline', free, ...odds)
    expect(out).toContain('unknown, because the scenario books no enforcement cost')
    const json = JSON.parse(call('compare', free, '--baseline', free, ...odds, '--json').out)
    expect(json.enforcementUsdPerKgKept).toEqual({ value: null, ci95: [null, null] })
    expect(json.measures['total.deliveredKg'].difference.mean).toBeLessThan(0)
  })
})

describe('foreign words on the terminal', () => {
  const steering = '\u001b[2J\u001b]0;x\u0007\u009b31m\u007f\u202eabc\u2066\u2028\r\nforged'
  const odd = file('odd.json', source.replace('"Two equal routes"', JSON.stringify(`Odd${steering}`)))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

  it.each([
    ['simulate', [odd, ...SHORT]],
    ['simulate', [odd, ...SHORT, '--json']],
    ['compare', [odd, ...SHORT, '--replications', '2']],
    ['compare', [odd, ...SHORT, '--replications', '2', '--json']],
    ['scenario', [odd]],
    ['simulate', [odd, '--set', `checkpoints.${steering}.staff=1`]],
    ['simulate', [odd, '--set', `notes${steering}=1`]],
    ['simulate', [odd, '--days', steering]],
    ['simulate', [odd, '--from', steering]],
    ['simulate', [odd, '--enable', steering]],
    ['simulate', [odd, '--variant', steering]],
    ['simulate', [odd, `--${steering}`]],
    ['simulate', [`${folder}/${steering}.json`]],
    ['simulate', [odd, '--csv', `${folder}/none/${steering}.csv`]],
    ['calibrate', [odd]],
    ['bench', ['--size', steering]],
  ])('steer nothing in %s %j', (program, args) => {
    const { out, err } = call(program, ...args)
    expect(`${out}${err}`).not.toBe('')
    expect(out).not.toMatch(STEERING)
    expect(err).not.toMatch(STEERING)
    expect(`${out}${err}`).not.toMatch(/^forged/m)
  })

  it('nor in the mistakes of a file', () => {
    const names = { nodes: [{ id: steering, [steering]: steering }], [steering]: 1, title: 5, id: steering }
    const bad = file('bad.json', JSON.stringify({ type: 'contraflow-scenario', formatVersion: 1, ...names }))
    const { code, err } = call('simulate', bad)
    expect(code).toBe(2)
    expect(err).not.toMatch(STEERING)
    expect(err).not.toMatch(/^forged/m)
  })

  it('mean the same in JSON', () => {
    const { out } = call('scenario', odd)
    expect(JSON.parse(out).title).toBe(`Odd${steering}`)
  })
})
