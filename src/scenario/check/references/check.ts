/** Checks between the parts of a document: what each of them reports mistakes with. */
import type { Lazy } from '../issue'

/** Takes in a mistake. */
export type Report = (path: string, message: string, expected: Lazy, found: unknown) => void
/**
 * Reports an id that its list has not; returns whether the list has it, or false where it is no id at all.
 */
export type Refer = (path: string, list: string, kind: string, id: unknown) => boolean
