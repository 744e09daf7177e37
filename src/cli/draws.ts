/** `draws`: the engine's random words as raw bytes, for outside test batteries (dieharder, TestU01). */
import { parseArgs } from 'node:util'
import { drawBlock, keyOf, Purpose, seedKeyOf } from '../engine'
import { text } from '../text'
import { EXIT, Failure, messageOf, misused } from './failure'
import { runProgram } from './program'
import { seedOf, wholeNumber } from './settings'
import { print, printBytes } from './terminal'

const { drawsUsage } = text.commandLine
const WORDS_PER_CHUNK = 1 << 16

/**
 * Words in the order in which a run would use them: shipments of consecutive days, ordinals within the day,
 * each followed by the block of one crossing that its key addresses.
 */
function fill(chunk: Uint32Array, seed: Int32Array, firstShipment: number): void {
  const block = new Int32Array(4)
  const [key0 = 0, key1 = 0] = seed
  const supply = keyOf('org/goods/source')
  const checkpoint = keyOf('post')
  for (let i = 0; i < chunk.length; i += 8) {
    const shipment = firstShipment + i / 8
    drawBlock(block, key0, key1, Purpose.shipment, supply, shipment >> 6, shipment & 63)
    chunk.set(block, i)
    drawBlock(block, key0, key1, Purpose.crossing, checkpoint, block[0] ?? 0, block[1] ?? 0)
    chunk.set(block, i + 4)
  }
}

function flags() {
  try {
    return parseArgs({
      options: { count: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
    }).values
  } catch (error) {
    throw misused(messageOf(error), drawsUsage)
  }
}

async function main(): Promise<number> {
  const values = flags()
  const count = wholeNumber('--count', values.count, 1, Number.MAX_SAFE_INTEGER)
  if (values.help) {
    print(drawsUsage.split('\n'))
    return EXIT.done
  }
  if (count === undefined) throw new Failure(drawsUsage.split('\n'), EXIT.wrongInput)
  const seed = seedKeyOf(seedOf(values.seed) ?? '1', 1)
  const chunk = new Uint32Array(WORDS_PER_CHUNK)
  const bytes = new Uint8Array(chunk.length * 4)
  const little = new DataView(bytes.buffer)
  for (let done = 0; done < count; done += chunk.length) {
    fill(chunk, seed, done / 8)
    const wanted = Math.min(chunk.length, count - done)
    for (let i = 0; i < wanted; i++) little.setUint32(i * 4, chunk[i] ?? 0, true)
    if (!printBytes(bytes.subarray(0, wanted * 4))) break
  }
  return EXIT.done
}

runProgram(main)
