/** What the faulty worker does, by the days of a plan. */

/** Days of plans that end the thread, and of one that keeps it busy for a while. */
export const ENDS_QUIETLY = 1_001
export const ENDS_WITH_ERROR = 1_002
export const TAKES_LONG = 1_004
