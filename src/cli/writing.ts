/** Writing to an open file, pipe or terminal: all of it, or the error of the system. */
import { writeSync } from 'node:fs'

const FULL_PIPE_MS = 1
const clock = new Int32Array(new SharedArrayBuffer(4))

/** Writes every byte; waits where a pipe is full. Throws the error of the system, e.g. ENOSPC or EPIPE. */
export function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let done = 0; done < bytes.length; ) done += writeSome(descriptor, bytes.subarray(done))
}

function writeSome(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes)
  } catch (error) {
    if (codeOf(error) !== 'EAGAIN') throw error
    pause(FULL_PIPE_MS)
    return 0
  }
}

/** The system's name of an error, e.g. `ENOSPC`; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code
}

/** Waits without work. */
export function pause(milliseconds: number): void {
  Atomics.wait(clock, 0, 0, milliseconds)
}
