/** What the faulty worker does, by the days of a plan. */

/** Days of plans that end the thread, of one that keeps it busy for good, and of one that does so for a while. */
export const ENDS_QUIETLY = 1_001
export const ENDS_WITH_ERROR = 1_002
export const NEVER_ENDS = 1_003
export const TAKES_LONG = 1_004
