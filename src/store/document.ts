/** Document: the open scenario beside the one that it was opened or saved as, and the course of its run. */
import { differencesBetween, type Scenario, type SettingChange } from '../scenario'
import type { Course } from './course'

/** Where a scenario came from. */
export interface Origin {
  readonly kind: 'bundled' | 'file' | 'new'
  /** Id of the bundled or new scenario, or name of the file. */
  readonly name: string
}

/** A scenario in the page: as it stands, as it was opened, and the course of its run. */
export interface Document {
  readonly scenario: Scenario
  readonly opened: Scenario
  readonly origin: Origin
  readonly course: Course
}

type Sides = Pick<Document, 'scenario' | 'opened'>

interface Found {
  readonly opened: Scenario
  readonly changes: readonly SettingChange[]
}

const found = new WeakMap<Scenario, Found>()

/** The values that differ from the opened scenario, found once for each state of a document. */
export function changesSinceOpened({ scenario, opened }: Sides): readonly SettingChange[] {
  const known = found.get(scenario)
  if (known?.opened === opened) return known.changes
  const changes = differencesBetween(opened, scenario)
  found.set(scenario, { opened, changes })
  return changes
}

/**
 * The opened scenario itself when all values are back to what they were, so that nothing counts as unsaved.
 */
export function settled(sides: Sides): Scenario {
  return changesSinceOpened(sides).length === 0 ? sides.opened : sides.scenario
}

/** A former state of the same document keeps what was saved since as its opened scenario. */
export function comparedWithSaved({ origin, opened }: Document, target: Document): Document {
  if (target.origin !== origin) return target
  return { ...target, opened, scenario: settled({ opened, scenario: target.scenario }) }
}
