/** THE schema of a scenario file: types, units, ranges, defaults and help of every parameter. */
import { z } from 'zod'
import { type ParameterKey, parameterText } from '../text'

z.config({ jitless: true })

/** Version of the file format; `migrate` brings older files up to it. */
export const FORMAT_VERSION = 1

/** What a parameter stands for: something a government decides, something the modeller assumes, or a nuisance value nobody knows. */
export type ParameterRole = 'policy' | 'assumption' | 'unknown'

/** One row of the parameter table. */
type ParameterMeta = {
  readonly key: ParameterKey
  readonly title: string
  readonly help: string
  readonly unit: string
  readonly role: ParameterRole
  /** `log` where the sensible values span more than two decades. */
  readonly scale: 'linear' | 'log'
  readonly step?: number
}

interface NumberRow {
  unit: string
  min: number
  max: number
  default?: number
  role?: ParameterRole
  scale?: 'linear' | 'log'
  integer?: boolean
  step?: number
}

function meta(
  key: ParameterKey,
  row: Pick<NumberRow, 'unit' | 'role' | 'scale' | 'step'>,
): ParameterMeta & { readonly description: string } {
  const { title, help } = parameterText[key]
  return {
    key,
    title,
    description: help,
    help,
    unit: row.unit,
    role: row.role ?? 'assumption',
    scale: row.scale ?? 'linear',
    ...(row.step === undefined ? {} : { step: row.step }),
  }
}

function bounded(row: NumberRow) {
  return (row.integer ? z.int() : z.number()).min(row.min).max(row.max)
}

/** A number with a default: it may be left out of a file. */
function num(key: ParameterKey, row: NumberRow & { default: number }) {
  return bounded(row).default(row.default).meta(meta(key, row))
}

/** A number that every file has to give. */
function requiredNum(key: ParameterKey, row: NumberRow) {
  return bounded(row).meta(meta(key, row))
}

const share = (key: ParameterKey, fallback: number, role: ParameterRole = 'assumption') =>
  num(key, { unit: '', min: 0, max: 1, default: fallback, role, step: 0.01 })

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'an id: letters, digits, "_" and "-", at most 64')
  .refine((value) => value !== 'constructor' && value !== 'prototype')
const text = z.string().max(20_000)
const name = z.string().min(1).max(200)
const country = z.string().regex(/^[A-Z]{2}$/, 'a two-letter country code (ISO 3166-1)')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date, year-month-day')
const months = (key: ParameterKey, fallback: number[], role: ParameterRole = 'assumption') =>
  z
    .array(z.int().min(1).max(12))
    .max(12)
    .default(fallback)
    .meta(meta(key, { unit: 'month', role }))
const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const tags = z.array(id).max(20).default([])
const note = text.optional()

export const NODE_KINDS = ['source', 'hub', 'transit', 'border', 'market'] as const
export const MODES = ['road', 'rail', 'sea', 'air', 'path'] as const

const node = z.strictObject({
  id,
  name,
  country,
  lat: requiredNum('nodes.lat', { unit: '°', min: -90, max: 90 }),
  lon: requiredNum('nodes.lon', { unit: '°', min: -180, max: 180 }),
  kind: z.enum(NODE_KINDS),
  dwellHours: num('nodes.dwellHours', { unit: 'h', min: 0, max: 720, default: 0, integer: true, step: 1 }),
  uptakeShare: share('nodes.uptakeShare', 1),
  tags,
  note,
})

const leg = z.strictObject({
  id,
  from: id,
  to: id,
  bidirectional: z.boolean().default(true),
  mode: z.enum(MODES),
  km: requiredNum('legs.km', { unit: 'km', min: 0.1, max: 20_000 }),
  hours: requiredNum('legs.hours', { unit: 'h', min: 1, max: 2_000, integer: true }),
  winterDelay: num('legs.winterDelay', { unit: '×', min: 1, max: 10, default: 1, step: 0.1 }),
  winterMonths: months('legs.winterMonths', [12, 1, 2, 3]),
  openMonths: months('legs.openMonths', ALL_MONTHS),
  freightUsdPerKg: num('legs.freightUsdPerKg', { unit: 'USD/kg', min: 0, max: 100_000, default: 0 }),
  tags,
  note,
})

const handDetection = z
  .strictObject({
    road: share('checkpoints.handDetection.road', 0.3),
    rail: share('checkpoints.handDetection.rail', 0.2),
    sea: share('checkpoints.handDetection.sea', 0.15),
    air: share('checkpoints.handDetection.air', 0.5),
    path: share('checkpoints.handDetection.path', 0.3),
  })
  .prefault({})

const checkpoint = z.strictObject({
  id,
  name,
  node: id,
  country: country.optional(),
  /** The two countries of a border post, in alphabetical order, e.g. `KG-KZ`. */
  border: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z]{2}$/)
    .optional(),
  tags,
  staff: num('checkpoints.staff', {
    unit: 'officers',
    min: 0,
    max: 2_000,
    default: 20,
    integer: true,
    role: 'policy',
    step: 1,
  }),
  requiredStaff: num('checkpoints.requiredStaff', {
    unit: 'officers',
    min: 0,
    max: 2_000,
    default: 20,
    integer: true,
    step: 1,
  }),
  shiftFraction: share('checkpoints.shiftFraction', 0.33, 'policy'),
  inspectionsPerOfficerDay: num('checkpoints.inspectionsPerOfficerDay', {
    unit: 'vehicles/day',
    min: 0,
    max: 500,
    default: 5,
    role: 'policy',
    step: 0.5,
  }),
  vehiclesPerDay: num('checkpoints.vehiclesPerDay', {
    unit: 'vehicles/day',
    min: 0,
    max: 100_000,
    default: 500,
    scale: 'log',
  }),
  targeting: num('checkpoints.targeting', {
    unit: '×',
    min: 1,
    max: 100,
    default: 1,
    role: 'policy',
    step: 0.1,
  }),
  handDetection,
  scannerDetection: share('checkpoints.scannerDetection', 0.7),
  scannerCoverage: share('checkpoints.scannerCoverage', 0, 'policy'),
  powerAvailability: share('checkpoints.powerAvailability', 1, 'policy'),
  sealedPolicy: z
    .enum(['honour', 'open'])
    .default('open')
    .meta(meta('checkpoints.sealedPolicy', { unit: '', role: 'policy' })),
  corruptionRate: share('checkpoints.corruptionRate', 0),
  officerSalary: num('checkpoints.officerSalary', {
    unit: 'USD/month',
    min: 1,
    max: 20_000,
    default: 150,
    role: 'policy',
    scale: 'log',
  }),
  openFromHour: num('checkpoints.openFromHour', {
    unit: 'h',
    min: 0,
    max: 23,
    default: 0,
    integer: true,
    role: 'policy',
    step: 1,
  }),
  openUntilHour: num('checkpoints.openUntilHour', {
    unit: 'h',
    min: 1,
    max: 24,
    default: 24,
    integer: true,
    role: 'policy',
    step: 1,
  }),
  closedMonths: months('checkpoints.closedMonths', [], 'policy'),
  protectionRetainer: num('checkpoints.protectionRetainer', {
    unit: 'USD/month',
    min: 0,
    max: 100_000_000,
    default: 75_000,
    scale: 'log',
  }),
  integrityAudit: share('checkpoints.integrityAudit', 0.05, 'policy'),
  interdictionOdds: bounded({ unit: '', min: 0, max: 1 })
    .optional()
    .meta(meta('checkpoints.interdictionOdds', { unit: '', role: 'policy', step: 0.01 })),
  note,
})

const kg = (key: ParameterKey) => requiredNum(key, { unit: 'kg', min: 0.001, max: 100_000, scale: 'log' })
const load = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), kg: kg('organisations.loads.kg') }),
  z.strictObject({
    kind: z.literal('uniform'),
    minKg: kg('organisations.loads.minKg'),
    maxKg: kg('organisations.loads.maxKg'),
  }),
  z.strictObject({
    kind: z.literal('lognormal'),
    meanKg: kg('organisations.loads.meanKg'),
    variation: requiredNum('organisations.loads.variation', { unit: '×', min: 0.01, max: 5 }),
  }),
])
const lognormal = (meanKg: number, variation: number) => ({ kind: 'lognormal' as const, meanKg, variation })

const supply = z.strictObject({
  commodity: id,
  source: id,
  kgPerDay: requiredNum('organisations.supply.kgPerDay', {
    unit: 'kg/day',
    min: 0,
    max: 10_000_000,
    scale: 'log',
    role: 'unknown',
  }),
  yearlyGrowth: num('organisations.supply.yearlyGrowth', {
    unit: '/year',
    min: -0.99,
    max: 20,
    default: 0,
    step: 0.01,
    role: 'unknown',
  }),
  initialStockDays: num('organisations.supply.initialStockDays', {
    unit: 'days',
    min: 0,
    max: 3_650,
    default: 30,
    role: 'unknown',
  }),
  /** Loads of this supply where they differ from the organisation's own. */
  loads: z
    .strictObject({
      road: load.optional(),
      rail: load.optional(),
      sea: load.optional(),
      air: load.optional(),
      path: load.optional(),
    })
    .optional(),
})

const organisation = z.strictObject({
  id,
  name,
  country: country.optional(),
  alliance: id.optional(),
  supply: z.array(supply).min(1).max(100),
  loads: z
    .strictObject({
      road: load.default(lognormal(15, 1)),
      rail: load.default(lognormal(10, 1)),
      sea: load.default(lognormal(20, 1)),
      air: load.default({ kind: 'uniform', minKg: 0.1, maxKg: 1 }),
      path: load.default({ kind: 'uniform', minKg: 2, maxKg: 20 }),
    })
    .prefault({}),
  /** Ids of the routes it may use; those that start at one of its sources count. */
  routes: z.array(id).max(500),
  /** Routes that it finds by itself: the cheapest simple paths under perceived cost, found anew every `replanDays`. */
  generatedRoutes: z
    .strictObject({
      count: num('organisations.generatedRoutes.count', {
        unit: 'routes',
        min: 0,
        max: 12,
        default: 0,
        integer: true,
        role: 'unknown',
        step: 1,
      }),
      replanDays: num('organisations.generatedRoutes.replanDays', {
        unit: 'days',
        min: 1,
        max: 3_650,
        default: 60,
        integer: true,
        role: 'unknown',
        step: 1,
      }),
    })
    .prefault({}),
  crews: num('organisations.crews', {
    unit: 'crews',
    min: 0,
    max: 10_000_000,
    default: 10_000,
    integer: true,
    scale: 'log',
    role: 'unknown',
  }),
  returnDays: num('organisations.returnDays', {
    unit: 'days',
    min: 0,
    max: 365,
    default: 7,
    integer: true,
    role: 'unknown',
    step: 1,
  }),
  sealedShare: share('organisations.sealedShare', 0),
  riskAversion: num('organisations.riskAversion', {
    unit: '×',
    min: 0,
    max: 10,
    default: 0,
    role: 'unknown',
    step: 0.05,
  }),
  logitScale: num('organisations.logitScale', {
    unit: 'USD/kg',
    min: 0,
    max: 10_000_000,
    default: 1_000,
    scale: 'log',
    role: 'unknown',
  }),
  holdingCost: num('organisations.holdingCost', {
    unit: 'USD/kg/day',
    min: 0,
    max: 100_000,
    default: 0,
    scale: 'log',
    role: 'unknown',
  }),
  bribeOffer: num('organisations.bribeOffer', {
    unit: 'USD',
    min: 0,
    max: 10_000_000,
    default: 0,
    scale: 'log',
  }),
  protectionBudget: num('organisations.protectionBudget', {
    unit: 'USD/month',
    min: 0,
    max: 1e9,
    default: 0,
    scale: 'log',
    role: 'unknown',
  }),
  replaceSeizures: share('organisations.replaceSeizures', 0, 'unknown'),
  learning: z
    .strictObject({
      information: z
        .enum(['experience', 'true-odds'])
        .default('experience')
        .meta(meta('organisations.learning.information', { unit: '', role: 'unknown' })),
      priorOdds: num('organisations.learning.priorOdds', {
        unit: '',
        min: 0,
        max: 1,
        default: 0.02,
        role: 'unknown',
        step: 0.005,
      }),
      priorWeight: num('organisations.learning.priorWeight', {
        unit: 'crossings',
        min: 0.001,
        max: 1_000_000,
        default: 20,
        scale: 'log',
        role: 'unknown',
      }),
      memoryDays: num('organisations.learning.memoryDays', {
        unit: 'days',
        min: 1,
        max: 36_500,
        default: 180,
        scale: 'log',
        role: 'unknown',
      }),
      sharing: share('organisations.learning.sharing', 0, 'unknown'),
    })
    .prefault({}),
  note,
})

const price = z
  .number()
  .min(0)
  .max(100_000_000)
  .meta(meta('commodities.prices', { unit: 'USD/kg', scale: 'log' }))
const purity = z
  .number()
  .min(0)
  .max(1)
  .meta(meta('commodities.purity', { unit: '', role: 'assumption' }))
const commodity = z.strictObject({
  id,
  name,
  unit: z.literal('kg').default('kg'),
  detectionFactor: num('commodities.detectionFactor', {
    unit: '×',
    min: 0,
    max: 10,
    default: 1,
    role: 'unknown',
    step: 0.05,
  }),
  prices: z
    .strictObject({
      kind: z.partialRecord(z.enum(NODE_KINDS), price).default({}),
      country: z.record(country, price).default({}),
      node: z.record(id, price).default({}),
    })
    .prefault({}),
  market: z
    .strictObject({
      model: z
        .enum(['fixed', 'elastic'])
        .default('fixed')
        .meta(meta('commodities.market.model', { unit: '', role: 'unknown' })),
      slope: num('commodities.market.slope', { unit: '', min: 0, max: 100, default: 1, role: 'unknown' }),
      lowest: num('commodities.market.lowest', { unit: '×', min: 0, max: 1, default: 0.5, role: 'unknown' }),
      highest: num('commodities.market.highest', {
        unit: '×',
        min: 1,
        max: 100,
        default: 2,
        role: 'unknown',
      }),
      /** Kilograms a day that a market takes at the base price. */
      demandKgPerDay: z
        .record(
          id,
          z
            .number()
            .min(0.000001)
            .max(10_000_000)
            .meta(
              meta('commodities.market.demandKgPerDay', { unit: 'kg/day', role: 'unknown', scale: 'log' }),
            ),
        )
        .default({}),
    })
    .prefault({}),
  purity: z
    .strictObject({
      kind: z.partialRecord(z.enum(NODE_KINDS), purity).default({}),
      country: z.record(country, purity).default({}),
      node: z.record(id, purity).default({}),
    })
    .prefault({}),
  note,
})

const route = z.strictObject({
  id,
  name,
  /** Places in order; the last one must be a market. */
  nodes: z.array(id).min(2).max(200),
  weight: num('routes.weight', { unit: '', min: 0, max: 1_000_000, default: 1, scale: 'log' }),
  /** How the load is carried; left out: `path` if a leg is a path, else the mode with the most kilometres. */
  mode: z.enum(MODES).optional(),
  note,
})

/** A place where one commodity becomes another, between two dates. */
const processingSite = z.strictObject({
  id,
  name,
  node: id,
  input: id,
  output: id,
  yieldShare: requiredNum('processingSites.yieldShare', {
    unit: 'kg/kg',
    min: 0.001,
    max: 1,
    role: 'unknown',
  }),
  from: date.optional(),
  until: date.optional(),
  note,
})

const PLACEMENTS = ['static', 'random', 'seizures', 'flow'] as const
/** Mobile teams of one agency, placed anew every `reviewDays`. */
const team = z.strictObject({
  id,
  name,
  count: num('teams.count', {
    unit: 'teams',
    min: 0,
    max: 1_000,
    default: 1,
    integer: true,
    role: 'policy',
    step: 1,
  }),
  placement: z
    .enum(PLACEMENTS)
    .default('static')
    .meta(meta('teams.placement', { unit: '', role: 'policy' })),
  reviewDays: num('teams.reviewDays', {
    unit: 'days',
    min: 1,
    max: 3_650,
    default: 7,
    integer: true,
    role: 'policy',
    step: 1,
  }),
  memoryDays: num('teams.memoryDays', { unit: 'days', min: 1, max: 36_500, default: 60, scale: 'log' }),
  explorationShare: share('teams.explorationShare', 0.1, 'policy'),
  costPerMonth: num('teams.costPerMonth', { unit: 'USD/month', min: 0, max: 1e9, default: 0, scale: 'log' }),
  places: z
    .array(
      z.strictObject({
        node: id,
        detection: num('teams.places.detection', {
          unit: '',
          min: 0,
          max: 1,
          default: 0.1,
          role: 'unknown',
          step: 0.01,
        }),
        weight: num('teams.places.weight', { unit: '', min: 0, max: 1_000_000, default: 1, role: 'policy' }),
      }),
    )
    .min(1)
    .max(1_000),
  note,
})

/** A dated operation at one place; organisations may hear of it beforehand. */
const operation = z.strictObject({
  id,
  name,
  enabled: z.boolean().default(true),
  node: id,
  from: date,
  days: num('operations.days', {
    unit: 'days',
    min: 1,
    max: 3_650,
    default: 1,
    integer: true,
    role: 'policy',
    step: 1,
  }),
  detection: num('operations.detection', {
    unit: '',
    min: 0,
    max: 1,
    default: 0.5,
    role: 'unknown',
    step: 0.01,
  }),
  leak: share('operations.leak', 0),
  costUsd: num('operations.costUsd', {
    unit: 'USD',
    min: 0,
    max: 1e12,
    default: 0,
    role: 'policy',
    scale: 'log',
  }),
  note,
})

const corridor = z.strictObject({ id, name, legs: z.array(id).min(1).max(500), note })

const variant = z.strictObject({
  id,
  title: name,
  note,
  /** Path (as on the command line) to value. */
  set: z.record(
    z.string().max(300),
    z.union([z.number(), z.string().max(500), z.boolean(), z.array(z.number())]),
  ),
})

const settable = z.union([z.number(), z.string().max(500), z.array(z.number()).max(12)])

/** One dated change of one parameter at all places that a path leads to. Exactly one of `set`, `scale` and `add`. */
const change = z
  .strictObject({
    target: z.string().min(1).max(300),
    from: date,
    /** First day on which the change no longer holds; left out: it stays. */
    until: date.optional(),
    set: settable.optional(),
    scale: z.number().min(0).max(1_000).optional(),
    add: z.number().min(-10_000_000).max(10_000_000).optional(),
    costUsd: num('interventions.costUsd', {
      unit: 'USD',
      min: 0,
      max: 1e12,
      default: 0,
      role: 'policy',
      scale: 'log',
    }),
    note,
  })
  .refine((value) => [value.set, value.scale, value.add].filter((item) => item !== undefined).length === 1, {
    message: 'exactly one of "set", "scale" and "add"',
  })

/** A named set of dated changes that is switched on and off as one. */
const intervention = z.strictObject({
  id,
  title: name,
  enabled: z.boolean().default(true),
  changes: z.array(change).min(1).max(200),
  note,
})

export const CONFIDENCES = ['official', 'secondary', 'weak', 'estimate', 'fitted'] as const
const evidence = z.strictObject({
  source: z.string().min(1).max(500),
  confidence: z.enum(CONFIDENCES),
  low: z.number().optional(),
  high: z.number().optional(),
  note,
})

/** Measures of a run, by the names under which tables and CSV show them. */
const target = z.strictObject({
  id,
  title: name,
  /** `group.entity.measure`, e.g. `byCountry.TJ.seizedKg` or `total.seizedKg`; several joined by ` + ` are added up. */
  measure: z.string().min(1).max(500),
  /** Divides the measure, so that a share can be a target. */
  per: z.string().min(1).max(500).optional(),
  /** First day that counts, and first day that no longer does; left out: the whole run. */
  from: date.optional(),
  until: date.optional(),
  /** Left out only where the measure is just reported. */
  value: z.number().positive().optional(),
  /** Plausible range of the value. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** `fit`: calibration aims at it. `report`: it is only compared with. */
  use: z.enum(['fit', 'report']).default('fit'),
  source: z.string().min(1).max(500).optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  note,
})

/** What calibration may change: all values that a path leads to, by one common factor. */
const freeParameter = z.strictObject({
  id,
  title: name,
  paths: z.array(z.string().min(1).max(300)).min(1).max(100),
  /** Range of the factor. */
  low: z.number().min(0.000001).max(1_000_000),
  high: z.number().min(0.000001).max(1_000_000),
  note,
})

const base = z.strictObject({
  /** Id of the scenario that this one is based on. */
  id,
  /** Digest of that scenario; left out, whatever it is now is taken. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'a digest of 32 hexadecimal digits')
    .optional(),
})

const assumptions = z
  .strictObject({
    reviewDays: num('assumptions.reviewDays', {
      unit: 'days',
      min: 1,
      max: 365,
      default: 7,
      integer: true,
      step: 1,
    }),
    bribeHalfSalaryYears: num('assumptions.bribeHalfSalaryYears', {
      unit: 'years of pay',
      min: 0.001,
      max: 1_000,
      default: 1,
      scale: 'log',
    }),
    convictionProbability: share('assumptions.convictionProbability', 0.5, 'policy'),
    recruitmentDays: num('assumptions.recruitmentDays', {
      unit: 'days',
      min: 0,
      max: 3_650,
      default: 60,
      integer: true,
      step: 1,
    }),
    recruitmentCostUsd: num('assumptions.recruitmentCostUsd', {
      unit: 'USD',
      min: 0,
      max: 10_000_000,
      default: 1_000,
      scale: 'log',
    }),
    bribeMarket: z
      .enum(['none', 'independent-posts'])
      .default('none')
      .meta(meta('assumptions.bribeMarket', { unit: '', role: 'unknown' })),
    tripValueUsd: num('assumptions.tripValueUsd', {
      unit: 'USD',
      min: 0,
      max: 1e9,
      default: 1_000,
      role: 'unknown',
      scale: 'log',
    }),
    releaseDays: num('assumptions.releaseDays', {
      unit: 'days',
      min: 0,
      max: 3_650,
      default: 30,
      integer: true,
      step: 1,
    }),
  })
  .prefault({})

/** The whole file. Every object is strict: an unknown key is a mistake, not an extension. */
export const scenarioSchema = z.strictObject({
  $schema: z.string().max(500).optional(),
  type: z.literal('contraflow-scenario'),
  formatVersion: z.literal(FORMAT_VERSION),
  engineVersion: z.string().max(40).optional(),
  extends: base.optional(),
  id,
  title: name,
  description: text.default(''),
  /** Markdown shown beside the scenario. */
  notes: text.default(''),
  startDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date, year-month-day')
    .meta(meta('scenario.startDate', { unit: 'date' })),
  days: num('scenario.days', {
    unit: 'days',
    min: 1,
    max: 73_000,
    default: 730,
    integer: true,
    scale: 'log',
  }),
  seed: z
    .string()
    .min(1)
    .max(200)
    .default('1')
    .meta(meta('scenario.seed', { unit: '' })),
  assumptions,
  nodes: z.array(node).min(2).max(5_000),
  legs: z.array(leg).min(1).max(20_000),
  checkpoints: z.array(checkpoint).max(5_000),
  commodities: z.array(commodity).min(1).max(50),
  organisations: z.array(organisation).min(1).max(500),
  routes: z.array(route).min(1).max(5_000),
  processingSites: z.array(processingSite).max(200).default([]),
  teams: z.array(team).max(200).default([]),
  operations: z.array(operation).max(500).default([]),
  interventions: z.array(intervention).max(200).default([]),
  corridors: z.array(corridor).max(1_000).default([]),
  variants: z.array(variant).max(200).default([]),
  targets: z.array(target).max(200).default([]),
  freeParameters: z.array(freeParameter).max(50).default([]),
  evidence: z.record(z.string().max(300), evidence).default({}),
  /** Path to the reason why people may not change what it leads to; no run depends on it. */
  locks: z.record(z.string().max(300), z.string().min(1).max(500)).default({}),
})

/** Lists of entries with ids. */
export const ENTRY_LISTS = [
  'nodes',
  'legs',
  'checkpoints',
  'commodities',
  'organisations',
  'routes',
  'processingSites',
  'teams',
  'operations',
  'interventions',
  'corridors',
  'variants',
  'targets',
  'freeParameters',
] as const

/** A file that names a base and holds only what differs from it; see `derive.ts`. */
export const derivedSchema = scenarioSchema
  .partial()
  .omit({ assumptions: true })
  .extend({
    type: scenarioSchema.shape.type,
    formatVersion: scenarioSchema.shape.formatVersion,
    extends: base,
    id,
    title: name,
    /** One place may join those of the base. */
    nodes: z.array(node).max(5_000).optional(),
    /** Entries, or optional values, that the base has and this scenario has not. */
    remove: z.array(z.string().max(300)).max(10_000).optional(),
    /** Single values by path, as on the command line; applied last. */
    set: z.record(z.string().max(300), z.unknown()).optional(),
  })

/** A scenario in normal form: all defaults filled in. */
export type Scenario = z.output<typeof scenarioSchema>
/** A derived file, in the form in which it is written. */
export type DerivedFile = z.input<typeof derivedSchema>
/** A scenario as a file may write it. */
export type ScenarioFile = z.input<typeof scenarioSchema>
export type NodeEntry = Scenario['nodes'][number]
export type InterventionEntry = Scenario['interventions'][number]
export type ChangeEntry = InterventionEntry['changes'][number]
export type RouteEntry = Scenario['routes'][number]
export type LoadEntry = z.output<typeof load>
export type Mode = (typeof MODES)[number]
export type Evidence = z.output<typeof evidence>
export type TargetEntry = z.output<typeof target>
export type FreeParameterEntry = z.output<typeof freeParameter>
