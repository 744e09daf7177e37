/** Web storage: small texts under fixed names, where the browser has any; no access to it ever throws. */

export interface WebStore {
  /** Nothing where there is nothing, or where the browser refuses. */
  read(key: string): string | undefined
  /** Whether the text is kept now; undefined removes it. */
  write(key: string, value: string | undefined): boolean
}

/** A store for this visit, or for good. */
export function webStore(kind: 'localStorage' | 'sessionStorage'): WebStore {
  return {
    read(key) {
      try {
        return window[kind].getItem(key) ?? undefined
      } catch {
        return undefined
      }
    },
    write(key, value) {
      try {
        if (value === undefined) window[kind].removeItem(key)
        else window[kind].setItem(key, value)
        return true
      } catch {
        return false
      }
    },
  }
}
