/** Reader: turns the text or bytes of a file into a scenario, and asks for the files that it extends. */
import {
  baseOfText,
  decoded,
  LIMITS,
  type Parsed,
  parseScenario,
  type ScenarioIssue,
  sizeIssue,
} from '../scenario'
import { text } from '../text'

/** Bytes that a text within the limit may have. */
const MAX_BYTES = 4 * LIMITS.file

/** The outcome of reading a file; the text is empty when it could not be read. */
export interface Reading {
  readonly parsed: Parsed
  readonly text: string
}

export type ToReader =
  /** Read this; `known` are the ids of the scenarios that it may extend. */
  | { type: 'read'; file: Blob | string; known: readonly string[] }
  /** Answers `wantsBase`. */
  | { type: 'base'; text: string | undefined }

export type FromReader =
  /** Said once, before anything else. */
  | { type: 'ready' }
  | { type: 'wantsBase'; id: string }
  | { type: 'read'; reading: Reading }
  | { type: 'failed'; message: string }

/** Answers messages of the page through `post`; one file at a time. */
export function createReader(post: (message: FromReader) => void): (message: ToReader) => void {
  let takeBase: (text: string | undefined) => void = () => undefined

  function wantBase(id: string): Promise<string | undefined> {
    return new Promise((take) => {
      takeBase = take
      post({ type: 'wantsBase', id })
    })
  }

  async function read(file: Blob | string, known: readonly string[]): Promise<Reading> {
    const content = typeof file === 'string' ? file : await contentOf(file)
    if (typeof content !== 'string') return { parsed: content, text: '' }
    const bases = new Map<string, string>()
    for (let id = baseOfText(content); id !== undefined && !bases.has(id); ) {
      const base = await wantBase(id)
      if (base === undefined) break
      bases.set(id, base)
      id = baseOfText(base)
    }
    return { parsed: parseScenario(content, { known, textOf: (id) => bases.get(id) }), text: content }
  }

  return (message) => {
    if (message.type === 'base') return takeBase(message.text)
    read(message.file, message.known)
      .then((reading) => post({ type: 'read', reading }))
      .catch((error: unknown) => post({ type: 'failed', message: String(error) }))
  }
}

/** The text of a file, or why there is none. */
async function contentOf(file: Blob): Promise<string | Parsed> {
  if (file.size > MAX_BYTES) return refused(sizeIssue(file.size))
  const { unreadable, readable } = text.page.files
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (bytes === undefined) {
    return refused({ path: '', message: unreadable, expected: readable, found: text.issues.nothing })
  }
  const content = decoded(new Uint8Array(bytes), TextDecoder)
  return content.ok ? content.text : refused(content.issue)
}

function refused(issue: ScenarioIssue): Parsed {
  return { ok: false, issues: [issue], unlisted: 0 }
}
