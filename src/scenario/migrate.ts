/** Migration: brings files of older format versions up to the present one, one linear step per version. */
import { text } from '../text'
import { type Finding, shown } from './issue'
import { FORMAT_VERSION } from './schema'

type Document = Record<string, unknown>

/** Step n turns version n + 1 into version n + 2. There is one version so far. */
const STEPS: readonly ((file: Document) => Document)[] = []

export type Migrated =
  | { readonly ok: true; readonly file: Document; readonly notices: readonly string[] }
  | { readonly ok: false; readonly issue: Finding }

/** The file in the present format version, with a notice when something was changed. */
export function migrate(file: Document): Migrated {
  const version = file.formatVersion
  const expected = text.issues.formatExpected(FORMAT_VERSION)
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    const message = text.issues.newerFormat(version, FORMAT_VERSION)
    return { ok: false, issue: { path: 'formatVersion', message, expected, found: shown(version) } }
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { ok: true, file, notices: [] }
  const steps = STEPS.slice(version - 1)
  const current = steps.reduce((before, step) => step(before), file)
  return {
    ok: true,
    file: current,
    notices: steps.length > 0 ? [text.issues.migrated(version, FORMAT_VERSION)] : [],
  }
}
