/** Notices: what is told of a scenario that is no mistake, at most so many of a kind. */
import { text } from '../../text'

/** Notices of one kind that are listed. */
export const LISTED = 20

/** The first notices of a kind, each once, and how many more there are. */
export function listed(notices: readonly string[]): string[] {
  const different = [...new Set(notices)]
  const rest = different.length - LISTED
  return rest > 0 ? [...different.slice(0, LISTED), text.issues.moreOfThese(rest)] : different
}
