/** `draws`: the engine's random words as raw bytes, for outside test batteries (dieharder, TestU01). */
import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { drawBlock, keyOf, Purpose, seedKeyOf } from '../engine'
import { text } from '../text'
import { Failure, runProgram } from './failure'
import { wholeNumber } from './settings'

const WORDS_PER_CHUNK = 1 << 16
const STANDARD_OUTPUT = 1

/**
 * Words in the order in which a run would use them: shipments of consecutive days, ordinals within the day, each followed
 * by the block of one crossing that its key addresses.
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
    throw new Failure(`${(error as Error).message}\n\n${text.commandLine.drawsUsage}`, 2)
  }
}

async function main(): Promise<number> {
  const values = flags()
  const count = wholeNumber('--count', values.count, 1, Number.MAX_SAFE_INTEGER)
  if (values.help || count === undefined) {
    if (!values.help) throw new Failure(text.commandLine.drawsUsage, 2)
    process.stdout.write(`${text.commandLine.drawsUsage}\n`)
    return 0
  }
  const seed = seedKeyOf(values.seed ?? '1', 1)
  const chunk = new Uint32Array(WORDS_PER_CHUNK)
  const bytes = new Uint8Array(chunk.length * 4)
  const little = new DataView(bytes.buffer)
  for (let done = 0; done < count; done += chunk.length) {
    fill(chunk, seed, done / 8)
    const wanted = Math.min(chunk.length, count - done)
    for (let i = 0; i < wanted; i++) little.setUint32(i * 4, chunk[i] ?? 0, true)
    for (let offset = 0; offset < wanted * 4; ) {
      offset += writeAvailable(bytes.subarray(offset, wanted * 4))
    }
  }
  return 0
}

/** Bytes written; 0 while a pipe is full. A reader that has had enough ends the program. */
function writeAvailable(bytes: Uint8Array): number {
  try {
    return writeSync(STANDARD_OUTPUT, bytes)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EAGAIN') return 0
    if (code === 'EPIPE') process.exit(0)
    throw error
  }
}

runProgram(main)
