/** Target: an entry of the network, by its index in the spec. */

export interface Target {
  readonly kind: 'node' | 'leg' | 'checkpoint'
  readonly index: number
}
