/**
 * Labels: which names are shown and where, so that none covers another, by importance. Pure; text is measured
 * by the caller.
 */

export interface LabelItem {
  /** Possible positions of the label's centre, the best first. */
  readonly spots: readonly { readonly x: number; readonly y: number }[]
  readonly width: number
  readonly height: number
  /** How much of weight it may cover. */
  readonly mayCover: number
}

/** A disc that labels should not cover; an item says how much weight it may cover. */
export interface Obstacle {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly weight: number
}

export interface PlacedLabel {
  /** Index of the item. */
  readonly item: number
  readonly x: number
  readonly y: number
}

const CELL = 48
/** A later spot must be this much less covered to be preferred. */
const SPOT_COST = 0.06
const PADDING = 2

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Discs and boxes by cell of the screen. */
function createGrid<T>(boxOf: (entry: T) => Box) {
  const cells = new Map<number, T[]>()
  const each = (box: Box, visit: (key: number) => void) => {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++)
        visit(column * 4096 + row)
    }
  }
  return {
    add(entry: T) {
      each(boxOf(entry), (key) => {
        const cell = cells.get(key)
        if (cell === undefined) cells.set(key, [entry])
        else cell.push(entry)
      })
    },
    near(box: Box): Set<T> {
      const found = new Set<T>()
      each(box, (key) => {
        for (const entry of cells.get(key) ?? []) found.add(entry)
      })
      return found
    },
  }
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether a disc reaches into a box. */
function reaches(disc: Obstacle, box: Box): boolean {
  const dx = disc.x - Math.min(box.right, Math.max(box.left, disc.x))
  const dy = disc.y - Math.min(box.bottom, Math.max(box.top, disc.y))
  return dx * dx + dy * dy < disc.radius * disc.radius
}

/**
 * The eight places around a symbol where a name reads well: right first, then left, above, below and the
 * corners.
 */
export function spotsAround(x: number, y: number, radius: number, width: number, height: number) {
  const dx = radius + width / 2
  const dy = radius + height / 2
  const slant = 0.7 * radius
  return [
    { x: x + dx, y },
    { x: x + slant + width / 2, y: y - slant - height / 2 },
    { x: x + slant + width / 2, y: y + slant + height / 2 },
    { x: x - dx, y },
    { x, y: y - dy },
    { x, y: y + dy },
    { x: x - slant - width / 2, y: y - slant - height / 2 },
    { x: x - slant - width / 2, y: y + slant + height / 2 },
  ]
}

/**
 * Places the items in the order given (the most important first), none over a `taken` box; an item without a
 * free spot is left out.
 */
export function placeLabels(
  items: readonly LabelItem[],
  obstacles: readonly Obstacle[],
  width: number,
  height: number,
  taken: readonly Box[] = [],
): PlacedLabel[] {
  const boxes = createGrid<Box>((box) => box)
  for (const box of taken) boxes.add(box)
  const discs = createGrid<Obstacle>(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }))
  for (const obstacle of obstacles) discs.add(obstacle)
  const placed: PlacedLabel[] = []

  items.forEach((item, index) => {
    let best: { box: Box; x: number; y: number; cost: number } | undefined
    item.spots.forEach(({ x, y }, rank) => {
      const box = {
        left: x - item.width / 2 - PADDING,
        top: y - item.height / 2 - PADDING,
        right: x + item.width / 2 + PADDING,
        bottom: y + item.height / 2 + PADDING,
      }
      if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height) return
      for (const other of boxes.near(box)) if (overlap(box, other)) return
      let covered = 0
      for (const disc of discs.near(box)) if (reaches(disc, box)) covered += disc.weight
      const cost = covered + rank * SPOT_COST
      if (covered <= item.mayCover && (best === undefined || cost < best.cost)) best = { box, x, y, cost }
    })
    if (best === undefined) return
    boxes.add(best.box)
    placed.push({ item: index, x: best.x, y: best.y })
  })
  return placed
}

/** The part of a node's name that fits on a map: "Dostuk (KG) - Dustlik (UZ) crossing" is "Dostuk". */
export function shortName(name: string): string {
  const head = name.split(/ \(| - | – | \/ |, /)[0]?.replace(/ (crossing|junction)$/i, '') ?? name
  return head.length > 0 ? head : name
}
