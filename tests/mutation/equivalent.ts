/** Mutants that no test can notice, by name, with the reason in one line. */
export const EQUIVALENT: Readonly<Record<string, string>> = {}
