/** Places, legs between them, checkpoints, and the routes and corridors over them. */
import { z } from 'zod'
import { MODE_NAMES } from '../../engine'
import {
  ALL_MONTHS,
  bounded,
  country,
  id,
  meta,
  months,
  name,
  note,
  num,
  requiredNum,
  share,
  tags,
} from './fields'
import { LIMITS } from './limits'

export const NODE_KINDS = ['source', 'hub', 'transit', 'border', 'market'] as const

export const node = z.strictObject({
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

export const leg = z.strictObject({
  id,
  from: id,
  to: id,
  bidirectional: z.boolean().default(true),
  mode: z.enum(MODE_NAMES),
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

export const checkpoint = z.strictObject({
  id,
  name,
  node: id,
  country: country.optional(),
  /** The two countries of a border checkpoint, in alphabetical order, e.g. `KG-KZ`. */
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

export const route = z.strictObject({
  id,
  name,
  /** Places in order; the last one must be a market. */
  nodes: z.array(id).min(2).max(LIMITS.placesOfRoute),
  weight: num('routes.weight', { unit: '', min: 0, max: 1_000_000, default: 1, scale: 'log' }),
  /** How the load is carried; left out: `path` if a leg is a path, else the mode with the most kilometres. */
  mode: z.enum(MODE_NAMES).optional(),
  note,
})

export const corridor = z.strictObject({
  id,
  name,
  legs: z.array(id).min(1).max(LIMITS.legsOfCorridor),
  note,
})
