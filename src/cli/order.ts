/** Order: hands on what ends in any order in the order of its numbers. */

export interface InOrder<T> {
  /** How many from the first on have been settled without a gap. */
  readonly delivered: number
  /** Number `index` has come to a result, or to none; each once. */
  settle(index: number, result: T | undefined): void
  /** Hands on the results that still wait behind a gap. */
  flush(): void
}

/** `deliver` is called with every result and its number, in the order of the numbers. */
export function createOrder<T>(deliver: (result: T, index: number) => void): InOrder<T> {
  const waiting = new Map<number, T | undefined>()
  let delivered = 0

  function handOn(index: number): void {
    const result = waiting.get(index)
    waiting.delete(index)
    if (result !== undefined) deliver(result, index)
  }

  return {
    get delivered() {
      return delivered
    },
    settle(index, result) {
      waiting.set(index, result)
      while (waiting.has(delivered)) handOn(delivered++)
    },
    flush() {
      for (const index of [...waiting.keys()].sort((a, b) => a - b)) handOn(index)
    },
  }
}
