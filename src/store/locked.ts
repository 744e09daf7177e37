/** Locked values: which changes of an edit a scenario refuses. */
import {
  differencesBetween,
  type Edited,
  getAt,
  type LockIndex,
  lockIndexOf,
  lockOn,
  type Scenario,
  type ScenarioIssue,
} from '../scenario'
import { text } from '../text'

/**
 * Why changed values may not be changed, one issue for each that is locked; an entry that is gone counts with
 * all that it held.
 */
export function lockedIssues(
  before: Scenario,
  { scenario, changes }: Edited & { ok: true },
): ScenarioIssue[] {
  const locks = lockIndexOf(before)
  if (locks.size === 0) return []
  return changes.flatMap(({ path, after: found }) => {
    const reason = lockOn(locks, path) ?? lockWithin(locks, path, before, scenario)
    if (reason === undefined) return []
    const { locked, lockedExpected } = text.issues
    const shown = typeof found === 'object' ? text.issues.nothing : String(found)
    return [{ path, message: locked(reason), expected: lockedExpected, found: shown }]
  })
}

/**
 * Reason of a lock on a value that goes or changes with a whole list, as an entry is added to it or removed.
 */
function lockWithin(locks: LockIndex, path: string, before: Scenario, after: Scenario): string | undefined {
  for (const [locked, reason] of locks) {
    if (!locked.startsWith(`${path}.`)) continue
    if (differencesBetween(getAt(before, locked), getAt(after, locked)).length > 0) return reason
  }
  return undefined
}
