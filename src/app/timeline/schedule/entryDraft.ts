/** Entry draft: an intervention or operation as it stands in the editor, its mistakes, or what it does. */
import { freshId, type Scenario, type ScenarioIssue, setAll } from '../../../scenario'
import { scheduleOf } from '../../../words'
import { type Block, blockPath } from './blocks'
import { listWith } from './edits'

/** What a person has written, right or wrong. */
export interface Written {
  readonly section: Block['section']
  readonly title: string
  readonly enabled: boolean
  /** Changes of an intervention; place, days and odds of an operation. */
  readonly content: object
}

export interface EntryDraft {
  readonly section: Block['section']
  readonly id: string
  readonly title: string
  readonly entry: object
}

/** Whether an entry is right: its mistakes, none of them if it is, and then what it does. */
export interface Judgement {
  readonly issues: readonly ScenarioIssue[]
  /** Its dates, then each of its changes. */
  readonly summary: readonly string[]
}

/** The entry that a block would become, or a new one under an id that is free. */
export function draftOf(
  scenario: Scenario,
  block: Pick<Block, 'section' | 'id'> | undefined,
  { section, title, enabled, content }: Written,
): EntryDraft {
  const others = [...scenario.interventions, ...scenario.operations]
  const id = block?.id ?? freshId(title, others, { separator: '-', otherwise: section })
  const list: readonly { readonly id: string }[] = scenario[section]
  const before = block && list.find((entry) => entry.id === block.id)
  const name = section === 'operations' ? { name: title } : { title }
  return { section, id, title, entry: { ...before, id, ...name, enabled, ...content } }
}

export function judge(scenario: Scenario, { section, id, entry }: EntryDraft): Judgement {
  const checked = setAll(scenario, [listWith(scenario, section, id, entry)])
  if (!checked.ok) return { issues: checked.issues, summary: [] }
  const item = scheduleOf(checked.scenario).find((one) => one.section === section && one.id === id)
  return { issues: [], summary: [item?.dates ?? '', ...(item?.lines ?? [])] }
}

/** Whether a mistake is one of the title, which is the `name` of an operation. */
export function isOfTitle({ path }: ScenarioIssue, draft: Pick<EntryDraft, 'section' | 'id'>): boolean {
  return path === `${blockPath(draft)}.title` || path === `${blockPath(draft)}.name`
}
