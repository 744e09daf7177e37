/** Raised when the program breaks a promise of its own; never caused by a scenario. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}
