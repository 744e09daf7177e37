/**
 * THE schema of a scenario file: types, units, ranges, defaults and help of every parameter; its parts lie
 * beside it.
 */
import { z } from 'zod'
import type { MODE_NAMES } from '../../engine'
import { text as words } from '../../text'
import { assumptions } from './assumptions'
import { intervention, variant } from './changes'
import { commodity, processingSite } from './commodities'
import { operation, team } from './enforcement'
import { evidence, freeParameter, target } from './evidence'
import { byPath, id, meta, name, num, text } from './fields'
import { LIMITS } from './limits'
import { checkpoint, corridor, leg, node, route } from './network'
import { type load, organisation } from './organisations'

export { MODE_NAMES as MODES } from '../../engine'

export type { ParameterRole } from './fields'
export { LIMITS, type Limit } from './limits'
export { NODE_KINDS } from './network'

/** Version of the file format; `migrate` brings older files up to it. */
export const FORMAT_VERSION = 1

const base = z.strictObject({
  /** Id of the scenario that this one is based on. */
  id,
  /** Digest of that scenario; left out, whatever it is now is taken. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{32}$/, words.issues.digestExpected)
    .optional(),
})

/** The whole file. Every object is strict: an unknown key is a mistake, not an extension. */
export const scenarioSchema = z.strictObject({
  $schema: z.string().max(LIMITS.source).optional(),
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
    .regex(/^\d{4}-\d{2}-\d{2}$/, words.issues.dateForm)
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
    .max(LIMITS.seed)
    .default('1')
    .meta(meta('scenario.seed', { unit: '' })),
  assumptions,
  nodes: z.array(node).min(2).max(LIMITS.nodes),
  legs: z.array(leg).min(1).max(LIMITS.legs),
  checkpoints: z.array(checkpoint).max(LIMITS.checkpoints),
  commodities: z.array(commodity).min(1).max(LIMITS.commodities),
  organisations: z.array(organisation).min(1).max(LIMITS.organisations),
  routes: z.array(route).min(1).max(LIMITS.routes),
  processingSites: z.array(processingSite).max(LIMITS.processingSites).default([]),
  teams: z.array(team).max(LIMITS.teams).default([]),
  operations: z.array(operation).max(LIMITS.operations).default([]),
  interventions: z.array(intervention).max(LIMITS.interventions).default([]),
  corridors: z.array(corridor).max(LIMITS.corridors).default([]),
  variants: z.array(variant).max(LIMITS.variants).default([]),
  targets: z.array(target).max(LIMITS.targets).default([]),
  freeParameters: z.array(freeParameter).max(LIMITS.freeParameters).default([]),
  evidence: byPath(evidence).default({}),
  /** Path to the reason why people may not change what it leads to; no run depends on it. */
  locks: byPath(z.string().min(1).max(LIMITS.reason)).default({}),
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
    nodes: z.array(node).max(LIMITS.nodes).optional(),
    /** Entries, or optional values, that the base has and this scenario has not. */
    remove: z.array(z.string().max(LIMITS.path)).max(LIMITS.removals).optional(),
    /** Single values by path, as on the command line; applied last. */
    set: byPath(z.unknown()).optional(),
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
export type Mode = (typeof MODE_NAMES)[number]
export type Evidence = z.output<typeof evidence>
export type TargetEntry = z.output<typeof target>
export type FreeParameterEntry = z.output<typeof freeParameter>
