/**
 * Fleet: the shipments in flight, as records in a calendar of hourly buckets. A bucket is a chain of fixed
 * chunks in one pool; a record of eight words is copied to the bucket of its next arrival, so that arrivals
 * stream through memory (D1).
 */

/** Words of a record. */
export const CANDIDATE = 0
/** Places passed on the route so far (0 = at the origin), with the flags below. */
export const PROGRESS = 1
export const GRAMS = 2
/** Hour at which it left, or will leave, the previous place. */
export const DEPART_AT = 3
/**
 * Leg on which it travels, or came to the place where it waits; -1 before the first. It arrives in the hour
 * of its bucket.
 */
export const LEG = 4
/** At the origin, before any leg. */
export const NO_LEG = -1
/** Hour of dispatch. */
export const BORN_AT = 5
export const KEY_A = 6
export const KEY_B = 7
export const RECORD_SHIFT = 3

export const SEALED_FLAG = 1 << 20
/** It has crossed the checkpoints of its place and waits there for its next leg to open. */
export const WAITING_FLAG = 1 << 21
/**
 * From this bit on: one more than the commodity that the load was processed into, at most 1,023; 0 before.
 */
export const PROCESSED_SHIFT = 22
/** Room for 1,048,575 places of a route. */
export const PLACE_MASK = SEALED_FLAG - 1

const RECORDS_PER_CHUNK = 64
const RECORD_WORDS = 1 << RECORD_SHIFT
export const CHUNK_WORDS = RECORDS_PER_CHUNK * RECORD_WORDS

export interface Fleet {
  /** Chunks of records. Replaced when it grows: read it again after every `reserve`. */
  pool: Int32Array
  /** Per chunk: the next chunk of its bucket or of the free list, or -1. */
  nextChunk: Int32Array
  freeChunk: number
  /** Per bucket: first chunk (-1 when empty), last chunk, words used in the last chunk. */
  readonly firstChunk: Int32Array
  readonly lastChunk: Int32Array
  readonly lastWords: Int32Array
  /** Number of buckets minus one; a power of two minus one. */
  readonly hourMask: number
  count: number
  grams: number
}

/** An empty fleet whose calendar reaches at least `horizonHours` ahead. */
export function createFleet(horizonHours: number): Fleet {
  let buckets = 64
  while (buckets <= horizonHours + 1) buckets *= 2
  const fleet: Fleet = {
    pool: new Int32Array(0),
    nextChunk: new Int32Array(0),
    freeChunk: -1,
    firstChunk: new Int32Array(buckets).fill(-1),
    lastChunk: new Int32Array(buckets).fill(-1),
    lastWords: new Int32Array(buckets),
    hourMask: buckets - 1,
    count: 0,
    grams: 0,
  }
  growPool(fleet, 64)
  return fleet
}

function growPool(fleet: Fleet, chunks: number): void {
  const old = fleet.nextChunk.length
  const pool = new Int32Array(chunks * CHUNK_WORDS)
  pool.set(fleet.pool)
  const nextChunk = new Int32Array(chunks)
  nextChunk.set(fleet.nextChunk)
  for (let chunk = old; chunk < chunks; chunk++)
    nextChunk[chunk] = chunk + 1 < chunks ? chunk + 1 : fleet.freeChunk
  fleet.pool = pool
  fleet.nextChunk = nextChunk
  fleet.freeChunk = old
}

/** Reserves a record in the bucket of `hour`; returns the offset of its first word in `fleet.pool`. */
export function reserve(fleet: Fleet, hour: number): number {
  const bucket = hour & fleet.hourMask
  const last = fleet.lastChunk[bucket]
  const used = fleet.lastWords[bucket]
  if (last >= 0 && used < CHUNK_WORDS) {
    fleet.lastWords[bucket] = used + RECORD_WORDS
    return last * CHUNK_WORDS + used
  }
  if (fleet.freeChunk < 0) growPool(fleet, fleet.nextChunk.length + (fleet.nextChunk.length >> 1))
  const chunk = fleet.freeChunk
  fleet.freeChunk = fleet.nextChunk[chunk]
  fleet.nextChunk[chunk] = -1
  if (last < 0) fleet.firstChunk[bucket] = chunk
  else fleet.nextChunk[last] = chunk
  fleet.lastChunk[bucket] = chunk
  fleet.lastWords[bucket] = RECORD_WORDS
  return chunk * CHUNK_WORDS
}

/** Returns the chunks of a bucket to the free list. */
export function clearBucket(fleet: Fleet, bucket: number): void {
  const first = fleet.firstChunk[bucket]
  if (first < 0) return
  fleet.nextChunk[fleet.lastChunk[bucket]] = fleet.freeChunk
  fleet.freeChunk = first
  fleet.firstChunk[bucket] = -1
  fleet.lastChunk[bucket] = -1
  fleet.lastWords[bucket] = 0
}

/**
 * Calls `visit` with the pool offset and hour of arrival of every record. No record is due before hour `now`.
 */
export function forEachRecord(
  fleet: Fleet,
  now: number,
  visit: (offset: number, arriveAt: number) => void,
): void {
  for (let bucket = 0; bucket <= fleet.hourMask; bucket++) {
    const arriveAt = now + ((bucket - now) & fleet.hourMask)
    let chunk = fleet.firstChunk[bucket]
    while (chunk >= 0) {
      const words = chunk === fleet.lastChunk[bucket] ? fleet.lastWords[bucket] : CHUNK_WORDS
      for (let word = 0; word < words; word += RECORD_WORDS) visit(chunk * CHUNK_WORDS + word, arriveAt)
      chunk = fleet.nextChunk[chunk]
    }
  }
}
