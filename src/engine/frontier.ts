/** Frontier: the nodes that a search has yet to visit, cheapest first. */

/** Binary heap of nodes by priority; equal priorities by node number. */
export class Frontier {
  private readonly nodes: number[] = []
  private readonly keys: number[] = []
  private size = 0

  get isEmpty(): boolean {
    return this.size === 0
  }

  /** The lowest priority. There must be one. */
  get min(): number {
    return this.keys[0]
  }

  clear(): void {
    this.size = 0
  }

  push(node: number, key: number): void {
    let i = this.size++
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (!this.isBefore(node, key, parent)) break
      this.copy(parent, i)
      i = parent
    }
    this.put(i, node, key)
  }

  /** Removes and returns the node of lowest priority. */
  pop(): number {
    const top = this.nodes[0]
    const end = --this.size
    const node = this.nodes[end]
    const key = this.keys[end]
    let i = 0
    for (let child = 1; child < end; child = 2 * i + 1) {
      const right = child + 1
      if (right < end && this.isBefore(this.nodes[right], this.keys[right], child)) child = right
      if (this.isBefore(node, key, child)) break
      this.copy(child, i)
      i = child
    }
    this.put(i, node, key)
    return top
  }

  private isBefore(node: number, key: number, other: number): boolean {
    const than = this.keys[other]
    return key < than || (key === than && node < this.nodes[other])
  }

  private copy(from: number, to: number): void {
    this.put(to, this.nodes[from], this.keys[from])
  }

  private put(i: number, node: number, key: number): void {
    this.nodes[i] = node
    this.keys[i] = key
  }
}
