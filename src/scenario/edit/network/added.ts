/**
 * What edits of the network come to: the edited scenario with the entry that was made, or why it was refused.
 */

import { asMistakes, shown } from '../../check/issue'
import type { Scenario } from '../../schema'
import { type Edited, editedFrom } from '../edited'

/** An edit that made an entry of this id, or why it could not. */
export type Added = (Edited & { ok: true; id: string }) | (Edited & { ok: false })

/** The scenario with some parts changed. */
export function withParts(
  before: Scenario,
  changed: Readonly<Partial<Record<keyof Scenario, unknown>>>,
  id: string,
): Added {
  const edited = editedFrom(before, { ...before, ...changed })
  return edited.ok ? { ...edited, id } : edited
}

export function refused(path: string, message: string, expected: string, found: unknown): Added {
  return asMistakes([{ path, message, expected, found: () => shown(found) }])
}
