/** Reading work: what was kept, taken apart as hostile content. */
import { z } from 'zod'
import { LIMITS, type Scenario, validateScenario } from '../scenario'
import type { Origin } from './document'
import type { DraftHistory, GiveWay } from './draft'
import {
  type KeptDocument,
  LIST_KEY,
  MAX_DOCUMENTS,
  MAX_STEPS,
  partKey,
  type RestoredDraft,
  WORK_VERSION,
} from './work'

/** Longest path, name and label that is taken, in characters. */
const LONGEST_NAME = 1_000
/** More steps than are kept are left out; more than these are no work of ours. */
const MANY = 1_000

const origin = z.object({ kind: z.enum(['bundled', 'file', 'new']), name: z.string().max(LONGEST_NAME) })
/** JSON leaves out a side that is undefined. */
const change = z
  .object({
    path: z.string().max(LIMITS.path),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
  })
  .transform(({ path, before, after }) => ({ path, before, after }))
const segment = z.object({ changes: z.array(change), fromDay: z.int().min(0) })
const step = segment.extend({ label: z.string() })
const steps = z.object({
  done: z.array(step).max(MANY),
  undone: z.array(step).max(MANY),
  course: z.array(segment).min(1).max(MANY),
})
const list = z.object({
  version: z.literal(WORK_VERSION),
  present: z.int().min(0),
  documents: z
    .array(
      z.object({
        origin,
        label: z.string().max(LONGEST_NAME * 10),
        extent: z.enum(['bundled', 'opened', 'changed']),
      }),
    )
    .min(1)
    .max(MAX_DOCUMENTS),
})
const versioned = z.object({ version: z.int().min(WORK_VERSION + 1) })
/** The form of before there was a version: one document as one text. */
const former = z.object({
  origin,
  scenario: z.unknown(),
  opened: z.unknown().optional(),
  history: steps.optional().catch(undefined),
})

/**
 * A bundled scenario as it is now; undefined where there is none of that name. Rejects where it cannot be
 * loaded.
 */
export type BundledScenario = (name: string) => Promise<Scenario | undefined>

export type ReadWork =
  | { readonly drafts: readonly RestoredDraft[]; readonly present: number }
  /** `newer` work belongs to a page of a later version and is not to be touched. */
  | 'unreadable'
  | 'newer'

/**
 * The documents of kept texts. Rejects only where a bundled scenario cannot be loaded. What was opened before
 * or after the current document is left out where it cannot be read, and steps that fit no scenario are none.
 */
export async function readWork(
  texts: ReadonlyMap<string, unknown>,
  bundled: BundledScenario,
  giveWay: GiveWay,
): Promise<ReadWork> {
  const found = jsonIn(texts.get(LIST_KEY))
  const parsed = list.safeParse(found)
  if (!parsed.success) return versioned.safeParse(found).success ? 'newer' : 'unreadable'
  const { documents, present } = parsed.data
  const drafts: (RestoredDraft | undefined)[] = []
  for (const [i, document] of documents.entries()) {
    await giveWay()
    drafts.push(await draftAt(texts, i, document, bundled))
  }
  if (drafts[present] === undefined) return 'unreadable'
  const first = drafts.findLastIndex((draft, i) => i < present && draft === undefined) + 1
  const end = drafts.findIndex((draft, i) => i > present && draft === undefined)
  const kept = drafts.slice(first, end < 0 ? drafts.length : end).filter((draft) => draft !== undefined)
  return { drafts: kept, present: present - first }
}

/** The work in a draft of the former form. Rejects only where a bundled scenario cannot be loaded. */
export async function readFormerDraft(text: string, bundled: BundledScenario): Promise<ReadWork> {
  const parsed = former.safeParse(jsonIn(text))
  if (!parsed.success) return 'unreadable'
  const { origin: from, history } = parsed.data
  const scenario = scenarioIn(parsed.data.scenario)
  const opened = from.kind === 'bundled' ? await fetched(from, bundled) : scenarioIn(parsed.data.opened)
  if (scenario === undefined) return 'unreadable'
  const draft = { origin: from, label: '', scenario, opened: opened ?? scenario, history: nearest(history) }
  return { drafts: [draft], present: 0 }
}

async function draftAt(
  texts: ReadonlyMap<string, unknown>,
  i: number,
  { origin: from, label, extent }: KeptDocument,
  bundled: BundledScenario,
): Promise<RestoredDraft | undefined> {
  if (extent === 'bundled') {
    const scenario = await fetched(from, bundled)
    return scenario && { origin: from, label, scenario, opened: scenario, history: undefined }
  }
  const scenario = scenarioIn(jsonIn(texts.get(partKey('scenario', i))))
  const opened =
    extent === 'opened' ? scenario : (scenarioIn(jsonIn(texts.get(partKey('opened', i)))) ?? scenario)
  const history = nearest(steps.safeParse(jsonIn(texts.get(partKey('steps', i)))).data)
  return scenario && opened && { origin: from, label, scenario, opened, history }
}

async function fetched({ kind, name }: Origin, bundled: BundledScenario): Promise<Scenario | undefined> {
  return kind === 'bundled' ? await bundled(name) : undefined
}

/**
 * The steps nearest to the present, as many as are ever kept; a course that starts earlier than them is not
 * theirs.
 */
function nearest(history: DraftHistory | undefined): DraftHistory | undefined {
  if (history === undefined) return undefined
  return history.done.length + history.undone.length <= MAX_STEPS ? history : undefined
}

function scenarioIn(document: unknown): Scenario | undefined {
  const parsed = validateScenario(document)
  return parsed.ok ? parsed.scenario : undefined
}

/** The value of a JSON text; undefined for everything else. */
function jsonIn(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > LIMITS.file) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
