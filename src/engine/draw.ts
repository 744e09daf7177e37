/**
 * Random numbers by address: every draw is a pure function of (seed key, purpose, ids), never the next value
 * of a stream. Generator: Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3");
 * the seed text becomes the 64-bit key through seedrandom's Alea.
 */
import alea from 'seedrandom/lib/alea'

/** What a draw is for. Numbers are appended, never changed. */
export const Purpose = {
  shipment: 1,
  departure: 2,
  crossing: 3,
  sale: 4,
  dispatchCount: 5,
  patrol: 6,
  placement: 7,
  leak: 8,
  audit: 9,
  tripValue: 10,
} as const

/** 2^32, the range of one drawn word. */
export const WORD_RANGE = 4294967296

const ROUNDS = 10

/** The two key words of one replication of a seed text. */
export function seedKeyOf(seed: string, replication: number): Int32Array {
  const generator = alea(`contraflow/${seed}/${replication}`)
  return Int32Array.of(generator.int32(), generator.int32())
}

/** 32-bit hash of an id (MurmurHash3, x86 32-bit, over UTF-16 code units): how draws address an entity. */
export function keyOf(id: string): number {
  let hash = 0x5bd1e995
  for (let i = 0; i < id.length; i++) {
    let block = Math.imul(id.charCodeAt(i), 0xcc9e2d51)
    block = (block << 15) | (block >>> 17)
    hash ^= Math.imul(block, 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  hash ^= id.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/**
 * Four independent 32-bit words for the address `(c0, c1, c2, c3)` under the key `(k0, k1)`, written to
 * `out[0..3]` as signed integers (`>>> 0` gives the unsigned word).
 */
export function drawBlock(
  out: Int32Array,
  k0: number,
  k1: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
): void {
  let x0 = c0 | 0
  let x1 = c1 | 0
  let x2 = c2 | 0
  let x3 = c3 | 0
  let key0 = k0 | 0
  let key1 = k1 | 0
  for (let round = 0; round < ROUNDS; round++) {
    // High words of 0xd2511f53 * x0 and 0xcd9e8d57 * x2, by long multiplication in base 2^16.
    const a = x0 & 0xffff
    const b = x0 >>> 16
    const ab = (Math.imul(b, 0x1f53) + (Math.imul(a, 0x1f53) >>> 16)) | 0
    const ba = (Math.imul(a, 0xd251) + (ab & 0xffff)) | 0
    const hi0 = (Math.imul(b, 0xd251) + (ab >>> 16) + (ba >>> 16)) | 0
    const lo0 = Math.imul(x0, 0xd2511f53)
    const c = x2 & 0xffff
    const d = x2 >>> 16
    const cd = (Math.imul(d, 0x8d57) + (Math.imul(c, 0x8d57) >>> 16)) | 0
    const dc = (Math.imul(c, 0xcd9e) + (cd & 0xffff)) | 0
    const hi1 = (Math.imul(d, 0xcd9e) + (cd >>> 16) + (dc >>> 16)) | 0
    const lo1 = Math.imul(x2, 0xcd9e8d57)
    x0 = hi1 ^ x1 ^ key0
    x1 = lo1
    x2 = hi0 ^ x3 ^ key1
    x3 = lo0
    key0 = (key0 + 0x9e3779b9) | 0
    key1 = (key1 + 0xbb67ae85) | 0
  }
  out[0] = x0
  out[1] = x1
  out[2] = x2
  out[3] = x3
}

/** A word as a number strictly between 0 and 1. */
export function unitOf(word: number): number {
  return ((word >>> 0) + 0.5) / WORD_RANGE
}

/** Two words as a number strictly between 0 and 1, in steps of 2^-52. */
export function fineUnitOf(high: number, low: number): number {
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) / 4503599627370496
}

/** Threshold t such that `(word >>> 0) < t` happens with this probability; 0 never, 2^32 always. */
export function thresholdOf(probability: number): number {
  if (probability <= 0) return 0
  if (probability >= 1) return WORD_RANGE
  return Math.floor(probability * WORD_RANGE)
}
