/**
 * STD v1 as one would write it first: an object per shipment, a daily loop over all of them, one stream of
 * random numbers.
 */
import alea from 'seedrandom/lib/alea'
import {
  attractionOf,
  checkpointOf,
  corruptionOf,
  daysOf,
  equipmentOf,
  FAN,
  headOf,
  inspectionsPerOfficerOf,
  LAYERS,
  LEGS,
  ORGANISATIONS,
  REVIEW_DAYS,
  staffOf,
  type Totals,
  WIDTH,
  type Workload,
} from './workload'

interface Checkpoint {
  readonly inspectionsPerDay: number
  readonly corruption: number
  readonly equipment: number
}

interface Leg {
  readonly number: number
  readonly to: Node
  readonly days: number
  readonly checkpoint: Checkpoint | undefined
}

interface Node {
  readonly layer: number
  readonly legs: Leg[]
}

interface Experience {
  passes: number
  seizures: number
  risk: number
  weight: number
}

interface Organisation {
  readonly number: number
  readonly experience: Map<Leg, Experience>
}

interface Shipment {
  readonly organisation: Organisation
  readonly kg: number
  leg: Leg
  dueDay: number
}

/**
 * Runs a workload from its first day to its last. The draws are a stream, so totals agree with the kernel's
 * on average only.
 */
export function runPlain(workload: Workload, seed: number): Omit<Totals, 'checksum'> {
  const random = alea(String(seed))
  const nodes = networkOf(workload)
  const origins = nodes.filter((node) => node.layer === 0)
  const legs = nodes.flatMap((node) => node.legs)
  const organisations = Array.from({ length: ORGANISATIONS }, (_, i) => organisationOf(i, legs))
  const totals = {
    delivered: 0,
    seized: 0,
    deliveredKg: 0,
    seizedKg: 0,
    shipmentDays: 0,
    events: 0,
    riskSum: 0,
  }
  let shipments: Shipment[] = []

  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const experienceOf = (organisation: Organisation, leg: Leg): Experience =>
    organisation.experience.get(leg) as Experience

  const depart = (shipment: Pick<Shipment, 'organisation'>, node: Node): Leg => {
    const weights = node.legs.map((leg) => experienceOf(shipment.organisation, leg).weight)
    let rest = random() * weights.reduce((sum, weight) => sum + weight, 0)
    const index = weights.findIndex((weight) => {
      rest -= weight
      return rest < 0
    })
    return node.legs[index < 0 ? FAN - 1 : index] as Leg
  }

  const isSeized = (checkpoint: Checkpoint, due: number): boolean =>
    random() < Math.min(1, checkpoint.inspectionsPerDay / due) &&
    random() >= checkpoint.corruption &&
    random() < checkpoint.equipment

  for (let day = 0; day < workload.days; day++) {
    const due = new Map<Leg, number>()
    for (const { dueDay, leg } of shipments) if (dueDay === day) due.set(leg, (due.get(leg) ?? 0) + 1)

    shipments = shipments.filter((shipment) => {
      if (shipment.dueDay !== day) return true
      const { leg, organisation, kg } = shipment
      const experience = experienceOf(organisation, leg)
      totals.events++
      experience.passes++
      if (leg.checkpoint !== undefined && isSeized(leg.checkpoint, due.get(leg) ?? 0)) {
        experience.seizures++
        totals.seized++
        totals.seizedKg += kg
        return false
      }
      if (leg.to.legs.length === 0) {
        totals.delivered++
        totals.deliveredKg += kg
        return false
      }
      shipment.leg = depart(shipment, leg.to)
      shipment.dueDay = day + shipment.leg.days
      return true
    })

    for (let i = 0; i < workload.shipmentsPerDay; i++) {
      const organisation = organisations[(day * workload.shipmentsPerDay + i) % ORGANISATIONS] as Organisation
      const leg = depart({ organisation }, pick(origins))
      shipments.push({ organisation, kg: 1 + Math.floor(random() * 16), leg, dueDay: day + leg.days })
      totals.events++
    }
    totals.shipmentDays += shipments.length
    if (day % REVIEW_DAYS === REVIEW_DAYS - 1) for (const organisation of organisations) review(organisation)
  }
  for (const { experience } of organisations) {
    for (const { risk } of experience.values()) totals.riskSum += Math.floor(risk * 1e9)
  }
  return totals
}

function networkOf(workload: Workload): Node[] {
  const nodes = Array.from(
    { length: LAYERS * WIDTH },
    (_, i): Node => ({ layer: Math.floor(i / WIDTH), legs: [] }),
  )
  for (let number = 0; number < LEGS; number++) {
    const from = nodes[Math.floor(number / FAN)] as Node
    const to = nodes[headOf(number)] as Node
    from.legs.push({
      number,
      to,
      days: daysOf(number),
      checkpoint: checkpointAt(checkpointOf(number), workload),
    })
  }
  return nodes
}

function checkpointAt(checkpoint: number, workload: Workload): Checkpoint | undefined {
  if (checkpoint < 0) return undefined
  return {
    inspectionsPerDay: staffOf(checkpoint) * inspectionsPerOfficerOf(workload),
    corruption: corruptionOf(checkpoint),
    equipment: equipmentOf(checkpoint),
  }
}

function organisationOf(number: number, legs: readonly Leg[]): Organisation {
  const experience = legs.map((leg): [Leg, Experience] => [
    leg,
    { passes: 0, seizures: 0, risk: 0, weight: attractionOf(number, leg.number, 0) },
  ])
  return { number, experience: new Map(experience) }
}

function review(organisation: Organisation): void {
  for (const [leg, experience] of organisation.experience) {
    if (experience.passes > 0) {
      experience.risk += 0.2 * (experience.seizures / experience.passes - experience.risk)
    }
    experience.passes = 0
    experience.seizures = 0
    experience.weight = attractionOf(organisation.number, leg.number, experience.risk)
  }
}
