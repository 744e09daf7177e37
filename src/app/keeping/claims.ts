/** Claims: a work belongs to one tab at a time, so that two tabs never write over one another. */

const lockName = (id: string) => `contraflow-work:${id}`

export interface Claims {
  /**
   * Takes a work for this tab in place of the one it has; false when another tab does not release it within
   * the time given, or at once.
   */
  take(id: string, milliseconds?: number): Promise<boolean>
  /** Releases what this tab holds, e.g. before the page is put away. */
  release(): void
  /** The works that certainly no tab holds; none where the browser has no locks. */
  free(ids: readonly string[]): Promise<string[]>
}

/** Without locks in the browser every claim succeeds, and the last writer wins. */
export function createClaims(): Claims {
  let held: string | undefined
  let releaseLock: () => void = () => undefined

  function release(): void {
    releaseLock()
    releaseLock = () => undefined
    held = undefined
  }

  return {
    take(id, milliseconds = 0) {
      if (id === held || !('locks' in navigator)) return Promise.resolve(true)
      release()
      return new Promise((resolve) => {
        const taken = (lock: Lock | null) => {
          resolve(lock !== null)
          if (lock === null) return undefined
          held = id
          return new Promise<void>((done) => {
            releaseLock = done
          })
        }
        const how = milliseconds === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(milliseconds) }
        navigator.locks.request(lockName(id), how, taken).catch((error: unknown) => {
          resolve(!(error instanceof DOMException && error.name === 'TimeoutError'))
        })
      })
    },
    release,
    async free(ids) {
      if (!('locks' in navigator)) return []
      const { held: taken } = await navigator.locks.query().catch(() => ({ held: undefined }))
      if (taken === undefined) return []
      return ids.filter((id) => taken.every(({ name }) => name !== lockName(id)))
    },
  }
}

/** A name for a new work. */
export function freshWorkId(): string {
  const words = crypto.getRandomValues(new Uint32Array(4))
  return [...words].map((word) => word.toString(16).padStart(8, '0')).join('')
}
