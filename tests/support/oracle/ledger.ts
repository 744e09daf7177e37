/**
 * Ledger: what happened in a watched run, fact by fact, as it can be told from outside. It shares nothing with the counters of the engine
 * nor with the analysis.
 *
 * The event log tells of legs, inspections, finds, bribes to those who found a load, seizures and deliveries. It is silent about dispatch,
 * passing a checkpoint unseen, processing, the bribe market, retainers, audits, supply and public cost. So dispatch is read off the fleet between
 * the phases `dispatch` and `travel`; checkpoints are passed by whoever goes on; a load that grew lighter was processed; a deal that ends
 * between reviews was exposed; and the rest follows from the spec of the day.
 */
import {
  BRIBED,
  createWorld,
  DELIVERED,
  DEPARTED,
  DETECTED,
  type EventLog,
  INSPECTED,
  type ModelSpec,
  PATROL_SEIZED,
  PHASES,
  SEIZED,
  step,
  view,
  type World,
} from '../../../src/engine'
import { dispatch } from '../../../src/engine/phases/dispatch'
import { type Fact, type FactKind, KINDS, NOTHING } from './facts'
import {
  askCents,
  checkpointsAt,
  costCents,
  dailySupplyGrams,
  priceOn,
  retainerCents,
  sellsPassage,
  siteOn,
} from './rules'

/** A load under way. */
interface Load {
  readonly candidate: number
  readonly bornAt: number
  grams: number
  commodity: number
  /** The last leg, -1 before the first. */
  leg: number
  /** Where it is or travels to, and whether it is past the checkpoints there. */
  node: number
  passed: boolean
}

export class Ledger {
  readonly world: World
  readonly facts = new Map<FactKind, Fact[]>(KINDS.map((kind) => [kind, []]))
  readonly loads = new Map<string, Load>()
  private readonly phases = [
    ...PHASES.flatMap((phase) => (phase === dispatch ? [phase, () => this.seeDispatched()] : [phase])),
    () => this.seeDay(),
  ]
  private deals: Uint8Array
  private readonly replaced: Float64Array

  constructor(spec: ModelSpec, seed: string) {
    this.world = createWorld(spec, seed, { watch: true })
    this.deals = this.world.bought.slice()
    this.replaced = new Float64Array(spec.supplies.organisation.length)
    for (const [supply, days] of spec.supplies.initialStockDays.entries())
      this.add('supplied', { supply, grams: Math.round((spec.supplies.kgPerDay[supply] ?? 0) * days * 1000) })
  }

  /** What holds today. */
  get spec(): ModelSpec {
    return this.world.spec
  }

  run(days: number): this {
    for (let i = 0; i < days; i++) step(this.world, this.phases)
    return this
  }

  /** Facts of a kind from a day on, in the order in which they became known. */
  of(kind: FactKind, fromDay = 0): readonly Fact[] {
    const facts = this.facts.get(kind) ?? []
    return fromDay === 0 ? facts : facts.filter((fact) => fact.day >= fromDay)
  }

  private get today(): number {
    return this.world.day
  }

  private add(kind: FactKind, fact: Partial<Fact>): void {
    this.facts.get(kind)?.push({ ...NOTHING, ...fact, kind, day: this.today })
  }

  /** The last phase of a day: what the others left behind. */
  private seeDay(): void {
    const { spec, today, world } = this
    for (const [supply, grams] of this.replaced.entries())
      this.add('supplied', { supply, grams: Math.round(dailySupplyGrams(spec, supply, today) + grams) })
    this.replaced.fill(0)
    if (world.log !== undefined) for (let row = 0; row < world.log.count; row++) this.see(world.log, row)
    this.seeWaiting()
    this.seeSales()
    this.seeDeals()
    this.add('paid', { cents: costCents(spec, today) })
    for (const regime of world.plan.regimes)
      if (regime.fromDay === today) this.add('paid', { cents: regime.costCents })
  }

  private seeDispatched(): void {
    const { shipments } = view(this.world)
    const { route, commodity, supply } = this.spec.candidates
    for (let row = 0; row < shipments.count; row++) {
      const key = `${shipments.shipmentA[row]}/${shipments.shipmentB[row]}`
      if (this.loads.has(key)) continue
      const [candidate = -1, grams = 0, bornAt = 0] = [
        shipments.candidate[row],
        shipments.grams[row],
        shipments.departAt[row],
      ]
      const carried = commodity[candidate] ?? -1
      const r = route[candidate] ?? -1
      const node = this.world.routes.nodes[(this.world.routes.start[r] ?? 0) + r] ?? -1
      this.loads.set(key, { candidate, bornAt, grams, commodity: carried, leg: -1, node, passed: false })
      this.add('dispatched', { candidate, grams, commodity: carried, node, supply: supply[candidate] ?? -1 })
    }
  }

  /** One event of the log. */
  private see(log: EventLog, row: number): void {
    const key = `${log.shipmentA[row]}/${log.shipmentB[row]}`
    const load = this.loads.get(key)
    const [place = -1, grams = 0, hour = 0] = [log.place[row], log.grams[row], log.hour[row]]
    if (load === undefined) throw new Error(`an event of a shipment that was never dispatched: ${key}`)
    const { candidate, commodity } = load
    const organisation = this.spec.candidates.organisation[candidate] ?? -1
    const here = { candidate, commodity, grams, organisation, node: load.node }
    switch (log.kind[row]) {
      case DEPARTED:
        this.goOn(load, grams)
        this.add('entered', { ...here, commodity: load.commodity, leg: place, before: load.leg })
        Object.assign(load, { leg: place, node: this.spec.legs.to[place], passed: false })
        return
      case INSPECTED:
        this.add('inspected', { ...here, checkpoint: place })
        return
      case DETECTED:
        this.add('detected', { ...here, checkpoint: place })
        return
      case BRIBED: {
        const cents = Math.round((this.spec.organisations.bribeOfferUsd[organisation] ?? 0) * 100)
        this.add('bribed', { ...here, checkpoint: place, cents })
        return
      }
      case SEIZED:
        this.cross(load, place)
        this.add('seized', { ...here, checkpoint: place })
        this.lose(key, load)
        return
      case PATROL_SEIZED:
        this.cross(load)
        this.add('seized', here)
        this.lose(key, load)
        return
      case DELIVERED:
        this.goOn(load, grams)
        this.add('delivered', { ...here, commodity: load.commodity, hours: hour - load.bornAt })
        this.loads.delete(key)
    }
  }

  private lose(key: string, { candidate, grams }: Load): void {
    const { candidates, organisations } = this.spec
    const share = organisations.replaceSeizures[candidates.organisation[candidate] ?? -1] ?? 0
    const supply = candidates.supply[candidate] ?? -1
    this.replaced[supply] = (this.replaced[supply] ?? 0) + Math.floor(grams * share)
    this.loads.delete(key)
  }

  /** The load stood before the checkpoints of its place and crossed them in order, up to one that seized it. */
  private cross(load: Load, last = Number.POSITIVE_INFINITY): void {
    if (load.passed) return
    const { spec, world } = this
    const { candidate, commodity, grams, node, leg } = load
    const route = spec.candidates.route[candidate] ?? -1
    const organisation = spec.candidates.organisation[candidate] ?? -1
    load.passed = true
    if (leg >= 0) this.add('arrived', { candidate, commodity, grams, leg, node })
    for (const checkpoint of checkpointsAt(spec, node)) {
      if (checkpoint > last) return
      this.add('crossed', { candidate, checkpoint, node })
      const isBought = world.bought[organisation * spec.checkpoints.ids.length + checkpoint] === 1
      if (sellsPassage(spec, checkpoint) && !isBought)
        this.add('bribed', {
          candidate,
          checkpoint,
          organisation,
          cents: askCents(spec, world.routes, route),
        })
    }
  }

  /** The load is past the checkpoints of its place with this weight. */
  private goOn(load: Load, grams: number): void {
    this.cross(load)
    if (grams === load.grams) return
    const site = siteOn(this.spec, load.node, load.commodity, this.today)
    if (site === undefined) throw new Error(`a load lost weight at ${this.spec.nodes.ids[load.node]}`)
    this.add('processed', { candidate: load.candidate, grams: load.grams - grams })
    Object.assign(load, { grams, commodity: this.spec.processing.output[site] })
  }

  /** Loads that are past the checkpoints of their place and wait there for the next leg to open. */
  private seeWaiting(): void {
    const { shipments } = view(this.world)
    for (let row = 0; row < shipments.count; row++) {
      const load = this.loads.get(`${shipments.shipmentA[row]}/${shipments.shipmentB[row]}`)
      const leg = shipments.leg[row] ?? -1
      if (load === undefined) throw new Error('a shipment under way that was never dispatched')
      if (load.passed || leg === load.leg || this.spec.legs.from[leg] !== load.node) continue
      if (load.leg < 0 && checkpointsAt(this.spec, load.node).length > 0)
        throw new Error('nothing tells whether a load that waits at its source is past the checkpoints there')
      this.goOn(load, shipments.grams[row] ?? 0)
    }
  }

  /** What each market earned today, at the price of the morning, in whole cents per commodity. */
  private seeSales(): void {
    const today = this.today
    const cells = new Map<string, { node: number; commodity: number; grams: number }>()
    for (const { node, commodity, grams } of this.of('delivered', today)) {
      const cell = cells.get(`${node}/${commodity}`) ?? { node, commodity, grams: 0 }
      cell.grams += grams
      cells.set(`${node}/${commodity}`, cell)
    }
    for (const { node, commodity, grams } of cells.values()) {
      const recent = this.of('delivered', today - 30).filter(
        (fact) => fact.day < today && fact.node === node && fact.commodity === commodity,
      )
      const kg = recent.reduce((sum, fact) => sum + fact.grams, 0) / 1000
      const cents = Math.round((grams / 10) * priceOn(this.spec, commodity, node, today, kg))
      this.add('sold', { node, commodity, grams, cents })
    }
  }

  /** Deals are made at reviews only, so that one which ends on a day of audits between two reviews was exposed. */
  private seeDeals(): void {
    const { spec, today, world } = this
    const isReview = today % spec.assumptions.reviewDays === 0
    const isAudit = today > 0 && today % 30 === 0
    const checkpoints = spec.checkpoints.ids.length
    if (isReview && isAudit && world.tracksFlow) throw new Error(`a review and an audit both on day ${today}`)
    for (const [row, bought] of world.bought.entries()) {
      const [organisation, checkpoint] = [Math.floor(row / checkpoints), row % checkpoints]
      if (isReview && bought === 1)
        this.add('retained', { organisation, checkpoint, cents: retainerCents(spec, checkpoint) })
      if (!isReview && bought < (this.deals[row] ?? 0)) this.add('exposed', { organisation, checkpoint })
    }
    this.deals = world.bought.slice()
  }
}
