/** What all lists of entities have in common. */

/** A named list of entities. `keys[i]` is the 32-bit hash of `ids[i]`, by which draws address the entity. */
export interface Entities {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly keys: Int32Array
}
