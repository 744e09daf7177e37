/** STD v1 once more, as literally as its text allows: each day looks at every shipment. For comparison with the kernel. */
import {
  attractionOf,
  checkpointOf,
  corruptionOf,
  daysOf,
  drawOf,
  equipmentOf,
  FAN,
  headOf,
  inspectionsPerOfficerOf,
  LAYERS,
  LEGS,
  mixOf,
  ORGANISATIONS,
  REVIEW_DAYS,
  seedWordOf,
  staffOf,
  type Totals,
  thresholdOf,
  WIDTH,
  type Workload,
} from '../../src/bench/workload'

interface Shipment {
  readonly id: number
  readonly kg: number
  leg: number
  completed: number
  due: number
}

const TWO_31 = 2 ** 31

export function sweep({ shipmentsPerDay, days }: Workload, seed: number): Totals {
  const seedWord = seedWordOf(seed)
  const cells = () => new Array<number>(ORGANISATIONS * LEGS).fill(0)
  const risk = cells()
  let passes = cells()
  let seizures = cells()
  let fleet: Shipment[] = []
  let [delivered, seized, deliveredKg, seizedKg, shipmentDays, events, checksum] = [0, 0, 0, 0, 0, 0, 0]

  // Risks change only after a day is complete, so weights can be worked out whenever they are needed.
  const choose = (organisation: number, node: number, draw: number): number => {
    const legs = Array.from({ length: FAN }, (_, j) => node * FAN + j)
    const weights = legs.map((leg) => attractionOf(organisation, leg, risk[organisation * LEGS + leg] ?? 0))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    let sum = 0
    let chosen = 0
    for (const weight of weights.slice(0, -1)) {
      sum += weight
      if (draw >>> 1 >= Math.floor(TWO_31 * (sum / total))) chosen++
    }
    return node * FAN + chosen
  }

  for (let day = 0; day < days; day++) {
    const arriving = fleet.filter((shipment) => shipment.due === day)
    const traffic = (leg: number) => arriving.filter((shipment) => shipment.leg === leg).length
    const inspect = Array.from({ length: LEGS }, (_, leg) => {
      if (checkpointOf(leg) < 0) return 0
      const capacity = staffOf(checkpointOf(leg)) * inspectionsPerOfficerOf({ shipmentsPerDay, days })
      return thresholdOf(Math.min(1, capacity / traffic(leg)))
    })
    const gone = new Set<Shipment>()
    for (const shipment of arriving) {
      const { id, kg, leg, completed } = shipment
      const organisation = id % ORGANISATIONS
      const cell = organisation * LEGS + leg
      const base = 4 * (completed + 1)
      const happens = (k: number, threshold: number) => drawOf(seedWord, id, k) >>> 0 < threshold
      events++
      passes[cell] = (passes[cell] ?? 0) + 1
      const checkpoint = checkpointOf(leg)
      if (
        checkpoint >= 0 &&
        happens(base + 1, inspect[leg] ?? 0) &&
        !happens(base + 2, thresholdOf(corruptionOf(checkpoint))) &&
        happens(base + 3, thresholdOf(equipmentOf(checkpoint)))
      ) {
        seized++
        seizedKg += kg
        seizures[cell] = (seizures[cell] ?? 0) + 1
        checksum = (checksum + mixOf(id, day)) | 0
        gone.add(shipment)
        continue
      }
      const node = headOf(leg)
      if (Math.floor(node / WIDTH) === LAYERS - 1) {
        delivered++
        deliveredKg += kg
        checksum = (checksum + Math.imul(3, mixOf(id, day))) | 0
        gone.add(shipment)
        continue
      }
      shipment.leg = choose(organisation, node, drawOf(seedWord, id, base))
      shipment.due = day + daysOf(shipment.leg)
      shipment.completed++
    }
    fleet = fleet.filter((shipment) => !gone.has(shipment))
    for (let i = 0; i < shipmentsPerDay; i++) {
      const id = day * shipmentsPerDay + i
      const word = drawOf(seedWord, id, 0)
      const leg = choose(id % ORGANISATIONS, ((word >>> 16) * WIDTH) >>> 16, drawOf(seedWord, id, 1))
      fleet.push({ id, kg: 1 + (word & 15), leg, completed: 0, due: day + daysOf(leg) })
      events++
    }
    shipmentDays += fleet.length
    if (day % REVIEW_DAYS !== REVIEW_DAYS - 1) continue
    for (const [cell, count] of passes.entries()) {
      if (count > 0)
        risk[cell] = (risk[cell] ?? 0) + 0.2 * ((seizures[cell] ?? 0) / count - (risk[cell] ?? 0))
    }
    passes = cells()
    seizures = cells()
  }
  const riskSum = risk.reduce((sum, value) => sum + Math.floor(value * 1e9), 0)
  return { delivered, seized, deliveredKg, seizedKg, shipmentDays, events, checksum, riskSum }
}
