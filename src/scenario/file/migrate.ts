/** Migration: brings files of older format versions up to the current one, one named step per version. */
import { InvariantError } from '../../engine'
import { text } from '../../text'
import { type Finding, shown } from '../check/issue'
import { FORMAT_VERSION } from '../schema'

type Document = Record<string, unknown>

/**
 * A step from the version before `to`, e.g. `{ to: 2, name: 'RenameLoads', up }`; `up` leaves the version
 * alone.
 */
export interface Migration {
  readonly to: number
  readonly name: string
  readonly up: (file: Document) => Document
}

/** In order, the last to the present version. There is one version so far. */
export const MIGRATIONS: readonly Migration[] = []

export type Migrated =
  | { readonly ok: true; readonly file: Document; readonly notices: readonly string[] }
  | { readonly ok: false; readonly issue: Finding }

/** The file in the current format version, with a notice when something was changed. */
export function migrate(file: Document, migrations: readonly Migration[] = MIGRATIONS): Migrated {
  requireSequence(migrations)
  const version = file.formatVersion
  const expected = text.issues.formatExpected(FORMAT_VERSION)
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    const message = text.issues.newerFormat(version, FORMAT_VERSION)
    return { ok: false, issue: { path: 'formatVersion', message, expected, found: shown(version) } }
  }
  const first = migrations.findIndex(({ to }) => to - 1 === version)
  if (typeof version !== 'number' || first < 0) return { ok: true, file, notices: [] }
  const current = migrations
    .slice(first)
    .reduce((before, { to, up }) => ({ ...up(before), formatVersion: to }), file)
  return { ok: true, file: current, notices: [text.issues.migrated(version, FORMAT_VERSION)] }
}

/**
 * Steps have names of their own and lead from version to version without a gap, the last one to the present.
 */
function requireSequence(migrations: readonly Migration[]): void {
  const oldest = FORMAT_VERSION - migrations.length
  for (const [i, { to, name }] of migrations.entries()) {
    if (to !== oldest + i + 1)
      throw new InvariantError(`migration "${name}" leads to version ${to}, not ${oldest + i + 1}`)
    if (migrations.findIndex((other) => other.name === name) !== i)
      throw new InvariantError(`two migrations are called "${name}"`)
  }
}
