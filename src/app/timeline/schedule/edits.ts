/** Edits of the schedule: each is one step of the history, and a refused one shows why. */
import type { Scenario, ScenarioIssue } from '../../../scenario'
import type { Store } from '../../../store'
import { text } from '../../../text'
import type { Notices } from '../../../ui'
import { date } from '../../../words'
import { type Block, blockPath, blocksOf } from './blocks'
import { type Part, reshaped, type Setting, spanSetting } from './reshape'

const words = text.timeline

export interface ScheduleEdits {
  /** Moves a part of a block by whole days; `final` is false while a key is held. */
  reshape(block: Block, part: Part, days: number, horizon: number, final?: boolean): void
  toggle(block: Block): void
  remove(block: Block): boolean
  /** Replaces the entry of this id, or adds it; returns every mistake. */
  put(section: Block['section'], id: string, title: string, entry: unknown): readonly ScenarioIssue[]
}

export function createScheduleEdits(store: Store, notices: Notices, startDay: () => number): ScheduleEdits {
  const scenario = () => store.get().document?.scenario

  /** A block as it is now: several keys may be pressed before the change of the first one is on show. */
  function blockNow(shown: Block): Block | undefined {
    const now = scenario()
    return now && blocksOf(now).find((block) => blockPath(block) === blockPath(shown))
  }

  function apply(settings: readonly Setting[], label: string, title: string, final = true): boolean {
    const [issue] = store.editAll(settings, label, final) ?? []
    if (issue === undefined) return true
    const { refused } = text.page.panel
    notices.say(words.notChanged(title, refused(issue.message, issue.expected)))
    return false
  }

  return {
    reshape(shown, part, days, horizon, final = true) {
      const now = scenario()
      const block = blockNow(shown)
      if (now === undefined || block === undefined) return
      const span = reshaped(block, part, days, horizon)
      const setting = spanSetting(now, block, part, span)
      if (setting === undefined) return
      const { title } = block
      const label =
        part === 'whole'
          ? words.moved(title, date(startDay() + span.from))
          : part === 'start'
            ? words.starts(title, date(startDay() + span.from))
            : span.until === Number.POSITIVE_INFINITY
              ? words.staying(title)
              : words.ends(title, date(startDay() + span.until))
      if (apply([setting], label, title, final) && final) notices.say(label)
    },
    toggle(shown) {
      const block = blockNow(shown)
      if (block === undefined) return
      const label = words.switched(block.title, !block.enabled)
      if (apply([[`${blockPath(block)}.enabled`, !block.enabled]], label, block.title)) notices.say(label)
    },
    remove(block) {
      const now = scenario()
      if (now === undefined) return false
      if (block.lock !== undefined) {
        notices.say(words.notChanged(block.title, text.issues.locked(block.lock)))
        return false
      }
      const isDone = apply(removal(now, block), words.removed(block.title), block.title)
      if (isDone) notices.say(words.removedNotice(block.title))
      return isDone
    },
    put(section, id, title, entry) {
      const now = scenario()
      if (now === undefined) return []
      const isNew = now[section].every((other) => other.id !== id)
      const label = isNew ? words.added(title) : words.edited(title)
      const issues = store.editAll([listWith(now, section, id, entry)], label) ?? []
      if (issues.length === 0) notices.say(label)
      return issues
    },
  }
}

/** The list of a section with an entry in the place of the one of its id, or at its end. */
export function listWith(scenario: Scenario, section: Block['section'], id: string, entry: unknown): Setting {
  const list: readonly { readonly id: string }[] = scenario[section]
  const isKnown = list.some((other) => other.id === id)
  return [section, isKnown ? list.map((other) => (other.id === id ? entry : other)) : [...list, entry]]
}

/** What takes a block out of a scenario: its entry, and what variants set of it. */
function removal(scenario: Scenario, block: Block): Setting[] {
  const path = blockPath(block)
  const list: readonly { readonly id: string }[] = scenario[block.section]
  const isOf = (key: string) => key === path || key.startsWith(`${path}.`)
  const variants = scenario.variants.map((variant) => ({
    ...variant,
    set: Object.fromEntries(Object.entries(variant.set).filter(([key]) => !isOf(key))),
  }))
  const mentioned = scenario.variants.some(({ set }) => Object.keys(set).some(isOf))
  const without: Setting = [block.section, list.filter(({ id }) => id !== block.id)]
  return mentioned ? [without, ['variants', variants]] : [without]
}
