/** The program `draws`: the engine's random words, for tests of randomness outside. */
import { execFileSync, spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { drawBlock, keyOf, Purpose, seedKeyOf } from '../../src/engine'
import { call, ROOT } from '../support/programs'

describe('draws', () => {
  it('writes the words that the engine draws, little-endian', () => {
    const args = ['src/cli/launch.js', 'draws', '--count', '20', '--seed', '7']
    const bytes = execFileSync(process.execPath, args, { cwd: ROOT })
    expect(bytes).toHaveLength(80)
    const block = new Int32Array(4)
    const [key0 = 0, key1 = 0] = seedKeyOf('7', 1)
    drawBlock(block, key0, key1, Purpose.shipment, keyOf('org/goods/source'), 0, 0)
    expect([0, 1, 2, 3].map((i) => bytes.readInt32LE(i * 4))).toEqual([...block])
  })

  it('continues with one shipment and crossing after the other', () => {
    const bytes = execFileSync(process.execPath, ['src/cli/launch.js', 'draws', '--count', '600'], {
      cwd: ROOT,
    })
    expect(bytes).toHaveLength(2_400)
    const block = new Int32Array(4)
    const [key0 = 0, key1 = 0] = seedKeyOf('1', 1)
    // The 71st shipment is number 6 of the second day of 64.
    drawBlock(block, key0, key1, Purpose.shipment, keyOf('org/goods/source'), 1, 6)
    expect([0, 1, 2, 3].map((i) => bytes.readInt32LE((70 * 8 + i) * 4))).toEqual([...block])
    drawBlock(block, key0, key1, Purpose.crossing, keyOf('post'), block[0] ?? 0, block[1] ?? 0)
    expect([4, 5, 6, 7].map((i) => bytes.readInt32LE((70 * 8 + i) * 4))).toEqual([...block])
  })

  it.each([[[]], [['--count', '0']], [['--count', 'many']], [['--colour', 'red']], [['--count']]])(
    'refuses %j with exit code 2',
    (args) => {
      const { code, out, err } = call('draws', ...args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).not.toContain('node:internal')
    },
  )

  it('ends quietly when its reader has had enough', async () => {
    const args = ['src/cli/launch.js', 'draws', '--count', '100000000000']
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})
