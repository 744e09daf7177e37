/** A promise between our own modules was broken; never the author's fault. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}
