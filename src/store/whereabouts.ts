/** Whereabouts: where somebody is in a run and in the page, to be found again on the next visit. Nothing of it is lost work. */
import { z } from 'zod'
import { LAYERS } from './view'

/** When a work was last kept, and last kept with something in it that somebody had done (else 0), in milliseconds since 1970. */
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

/** Each value that cannot be read is left out, and the page keeps its own. */
const whereabouts = z.object({
  day: z.int().min(0).catch(0),
  isPlaying: z.boolean().catch(true),
  /** Days per second; JSON has no infinity. */
  speed: z.number().nullable().optional().catch(undefined),
  selection: z
    .object({ kind: z.enum(['node', 'leg', 'checkpoint', 'route', 'shipment']), id })
    .optional()
    .catch(undefined),
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
  const { speed } = now
  return JSON.stringify({ ...now, speed: speed !== undefined && Number.isFinite(speed) ? speed : null })
}

function read<T>(schema: z.ZodType<T>, text: unknown): T | undefined {
  try {
    return schema.safeParse(JSON.parse(String(text))).data
  } catch {
    return undefined
  }
}
