/**
 * Work: the open document, those opened before and after it, and their steps, as texts that are each kept
 * under a key (D14).
 */
import type { Document, Origin } from './document'
import { type Draft, draftCourse, type GiveWay, restoredFrom, stepOf, type Work } from './draft'
import { type Command, type History, stepsOf } from './history'

/** Format of the texts; one that is raised has to be read in its older forms too. */
export const WORK_VERSION = 1
/**
 * Limits of the steps on both sides of the present: their number, their characters, and the documents they
 * lead through.
 */
export const MAX_STEPS = 30
const MAX_STEP_CHARACTERS = 400_000
export const MAX_DOCUMENTS = 4

/**
 * What is kept of a document: nothing but its name where a bundled one stands as it is, one scenario where it
 * is unchanged.
 */
export type Extent = 'bundled' | 'opened' | 'changed'

/** A document in the list of a work; its texts stand under keys with its place in the list. */
export interface KeptDocument {
  readonly origin: Origin
  /** Label of the step that opened it. */
  readonly label: string
  readonly extent: Extent
}

/** A document of a work put together again, with the label of the step that opened it. */
export interface RestoredDraft extends Draft {
  readonly label: string
}

/** A section of the history within one document; there is one state more than steps. */
interface HistorySection {
  readonly label: string
  readonly states: Document[]
  readonly steps: Command[]
}

/** Keys of the texts of a work. */
export const LIST_KEY = 'documents'
export const partKey = (part: 'scenario' | 'opened' | 'steps', i: number): string => `${part}.${i}`

/** Everything to keep, by key. Texts of what has not changed are the very same strings as before. */
export function workTexts(document: Document, history: History): Map<string, string> {
  const [from, to] = windowAround(history)
  const commands = stepsOf(history).slice(from, to)
  const sections = sectionsOf(document, commands)
  const { at, index } = placeOf(sections, history.done.length - from)
  const texts = new Map<string, string>()
  const documents = sections.map((section, i) => {
    const anchor = i < at ? section.states.length - 1 : i > at ? 0 : index
    const now = i === at ? document : (section.states[anchor] ?? document)
    return keep(texts, i, section, now, anchor)
  })
  texts.set(LIST_KEY, JSON.stringify({ version: WORK_VERSION, present: at, documents }))
  return texts
}

/** Whether somebody has done anything that would be lost: changed a value or opened a document. */
export function isWorkedOn(document: Document, { done, undone }: History): boolean {
  return done.length + undone.length > 0 || extentOf(document, 0) !== 'bundled'
}

function keep(
  texts: Map<string, string>,
  i: number,
  { label, states, steps }: HistorySection,
  now: Document,
  anchor: number,
): KeptDocument {
  const extent = extentOf(now, steps.length)
  if (extent !== 'bundled') texts.set(partKey('scenario', i), jsonOf(now.scenario))
  if (extent === 'changed') texts.set(partKey('opened', i), jsonOf(now.opened))
  if (extent !== 'bundled') {
    const list = (commands: readonly Command[]) => `[${commands.map(stepText).join()}]`
    const undone = list(steps.slice(anchor).reverse())
    const course = JSON.stringify(draftCourse(states[0] ?? now))
    texts.set(
      partKey('steps', i),
      `{"done":${list(steps.slice(0, anchor))},"undone":${undone},"course":${course}}`,
    )
  }
  return { origin: now.origin, label, extent }
}

function extentOf({ scenario, opened, origin, course }: Document, steps: number): Extent {
  if (scenario !== opened) return 'changed'
  return origin.kind === 'bundled' && steps === 0 && course.length === 1 ? 'bundled' : 'opened'
}

/**
 * First and last of the steps nearest to the present that are within the limits, the way back before the way
 * forward.
 */
function windowAround(history: History): readonly [from: number, to: number] {
  let characters = 0
  let steps = 0
  let documents = 1
  const fits = (command: Command): boolean => {
    characters += stepText(command)?.length ?? Number.POSITIVE_INFINITY
    steps += 1
    if (command.before.origin !== command.after.origin) documents += 1
    return characters <= MAX_STEP_CHARACTERS && steps <= MAX_STEPS && documents <= MAX_DOCUMENTS
  }
  const { done, undone } = history
  const back = done.toReversed().findIndex((command) => !fits(command))
  const from = back < 0 ? 0 : done.length - back
  if (back >= 0) return [from, done.length]
  const forward = undone.toReversed().findIndex((command) => !fits(command))
  return [from, done.length + (forward < 0 ? undone.length : forward)]
}

function sectionsOf(document: Document, commands: readonly Command[]): HistorySection[] {
  const first = { label: '', states: [commands[0]?.before ?? document], steps: [] }
  const sections: HistorySection[] = [first]
  for (const command of commands) {
    const { before, after, label } = command
    if (before.origin !== after.origin) sections.push({ label, states: [after], steps: [] })
    else {
      sections.at(-1)?.steps.push(command)
      sections.at(-1)?.states.push(after)
    }
  }
  return sections
}

/** The section that holds the state after so many steps, and the index of that state in it. */
function placeOf(sections: readonly HistorySection[], steps: number): { at: number; index: number } {
  let left = steps
  for (const [at, { states }] of sections.entries()) {
    if (left < states.length) return { at, index: left }
    left -= states.length
  }
  return { at: sections.length - 1, index: (sections.at(-1)?.states.length ?? 1) - 1 }
}

/** Documents one after the other put together again; of the current one at least its scenario is there. */
export async function restoredWork(
  drafts: readonly RestoredDraft[],
  present: number,
  giveWay: GiveWay,
): Promise<Work> {
  const parts: Work[] = []
  for (const draft of drafts) parts.push(await restoredFrom(draft, giveWay))
  const commands: Command[] = []
  let done = 0
  let last: Document | undefined
  let document: Document | undefined
  for (const [i, part] of parts.entries()) {
    const steps = stepsOf(part.history)
    const first = steps[0]?.before ?? part.document
    if (last !== undefined) {
      const label = drafts[i]?.label ?? ''
      commands.push({ label, changes: [], path: '', before: last, after: first })
    }
    if (i === present) {
      done = commands.length + part.history.done.length
      document = part.document
    }
    commands.push(...steps)
    last = steps.at(-1)?.after ?? part.document
  }
  if (document === undefined) throw new RangeError('the present document is none of the work')
  const history = { done: commands.slice(0, done), undone: commands.slice(done).reverse(), open: false }
  return { document, history }
}

/** Texts of the scenarios that were kept last; those of a whole history would fill the memory. */
const scenarioTexts = new Map<object, string>()

function jsonOf(scenario: object): string {
  const text = scenarioTexts.get(scenario) ?? JSON.stringify(scenario)
  scenarioTexts.delete(scenario)
  scenarioTexts.set(scenario, text)
  for (const [oldest] of scenarioTexts)
    if (scenarioTexts.size > 2 * MAX_DOCUMENTS) scenarioTexts.delete(oldest)
  return text
}

/** Texts of steps; undefined for one that is too long to be kept. */
const stepTexts = new WeakMap<Command, string | undefined>()

function stepText(command: Command): string | undefined {
  if (stepTexts.has(command)) return stepTexts.get(command)
  const whole = JSON.stringify(stepOf(command))
  const text = whole.length <= MAX_STEP_CHARACTERS ? whole : undefined
  stepTexts.set(command, text)
  return text
}
