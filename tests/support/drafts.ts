/** Drafts: good files as loose data, to be spoilt in one place, and the issues that follow. */
import { expect } from 'vitest'
import { issueText, parseScenario, type ScenarioIssue } from '../../src/scenario'
import { rich } from './rich'
import { checkpoint, line } from './scenarios'

export type Draft = Record<string, unknown>

/** A good file as text, one value a line. */
export const good = () => JSON.stringify(line([checkpoint('gate')]), undefined, 1)

/** Issues of a text. */
export function issuesOf(source: string): readonly ScenarioIssue[] {
  const parsed = parseScenario(source)
  if (parsed.ok) throw new Error('the file was taken for good')
  for (const issue of parsed.issues) {
    for (const part of [issue.message, issue.expected, issue.found]) expect(part.length).toBeGreaterThan(0)
    expect(issueText(issue).length).toBeLessThan(700)
  }
  return parsed.issues
}

/** Issues of the rich scenario after an edit. */
export function issuesAfter(edit: (file: ReturnType<typeof drafted>) => void): readonly ScenarioIssue[] {
  const file = drafted()
  edit(file)
  return issuesOf(JSON.stringify(file, undefined, 1))
}

/** The rich scenario as loose data. */
export function drafted() {
  return structuredClone(rich()) as unknown as Draft &
    Record<'nodes' | 'legs' | 'checkpoints' | 'organisations' | 'commodities' | 'routes', Draft[]>
}

export function entry(list: readonly Draft[], id: string): Draft {
  const found = list.find((item) => item.id === id)
  if (found === undefined) throw new Error(`no "${id}"`)
  return found
}

/** The one issue at a path. */
export function issueAt(issues: readonly ScenarioIssue[], path: string): ScenarioIssue {
  const found = issues.filter((issue) => issue.path === path)
  expect(found, `issues at ${path} among ${issues.map((issue) => issue.path).join(', ')}`).toHaveLength(1)
  return found[0] as ScenarioIssue
}
