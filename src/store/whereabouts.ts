/**
 * Whereabouts: where somebody is in a run and in the page, to be found again on the next visit. Nothing of it
 * is lost work.
 */
import { z } from 'zod'
import { parseShipmentName, shipmentName } from '../engine'
import type { Selection, ShipmentSelection } from './selection'
import { LAYERS } from './view'

/**
 * When a work was last kept, and last kept with something in it that somebody had done (else 0), in
 * milliseconds since 1970.
 */
const stamp = z.object({ changedAt: z.number(), keptAt: z.number() })

export type Stamp = z.infer<typeof stamp>

export function readStamp(text: unknown): Stamp {
  return read(stamp, text) ?? { changedAt: 0, keptAt: 0 }
}

const id = z.string().max(300)

/** Where the middle of the map is, in degrees, and pixels per unit of its plane. */
const look = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  scale: z.number().positive(),
})

/** A shipment is kept by its name and the day on which it was chosen. */
const selection = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['node', 'leg', 'checkpoint', 'route']), id }),
  z.object({ kind: z.literal('shipment'), id }).transform(({ id: text }, context): ShipmentSelection => {
    const [name = '', day = ''] = text.split('-')
    const shipment = parseShipmentName(name)
    if (shipment !== undefined && /^\d+$/.test(day)) return { kind: 'shipment', shipment, day: Number(day) }
    context.addIssue('no shipment')
    return z.NEVER
  }),
])

function keptSelection(chosen: Selection | undefined): { kind: string; id: string } | undefined {
  if (chosen?.kind !== 'shipment') return chosen
  return { kind: chosen.kind, id: `${shipmentName(chosen.shipment)}-${chosen.day}` }
}

/** Each value that cannot be read is left out, and the page keeps its own. */
const whereabouts = z.object({
  day: z.int().min(0).catch(0),
  isPlaying: z.boolean().catch(true),
  /** Days per second; JSON has no infinity. */
  speed: z.number().nullable().optional().catch(undefined),
  selection: selection.optional().catch(undefined),
  look: look.optional().catch(undefined),
  /** What is open above the transport. */
  foldOut: z.enum(['charts', 'tables']).optional().catch(undefined),
  /** Tab of the parameter panel. */
  tab: id.optional().catch(undefined),
  layers: z.array(z.enum(LAYERS)).optional().catch(undefined),
  filter: z.object({ organisation: id, commodity: id, route: id, mode: id }).optional().catch(undefined),
  strongest: z.int().min(0).optional().catch(undefined),
})

export type Whereabouts = z.infer<typeof whereabouts>

/** Whereabouts from kept text; undefined where there are none. */
export function readWhereabouts(text: unknown): Whereabouts | undefined {
  return read(whereabouts, text)
}

export function whereaboutsText(now: Whereabouts): string {
  const { speed, selection: chosen } = now
  return JSON.stringify({
    ...now,
    selection: keptSelection(chosen),
    speed: speed !== undefined && Number.isFinite(speed) ? speed : null,
  })
}

function read<T>(schema: z.ZodType<T>, text: unknown): T | undefined {
  try {
    return schema.safeParse(JSON.parse(String(text))).data
  } catch {
    return undefined
  }
}
