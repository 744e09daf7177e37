/** Help: what the parameter under the pointer or with the focus means, its limits and its source. */
import { type EvidenceIndex, evidenceIndexOf, lockIndexOf, lockOn, type Scenario } from '../scenario'
import { text } from '../text'
import { h, keepTermsMarked } from '../ui'
import { evidenceText, rangeText, valuesText } from '../words'
import { isMixture } from './field'
import type { Setting } from './rows'
import { readerOf } from './scope'

const words = text.page.panel

/** The scenario as it stands and as it was opened. */
export interface Compared {
  readonly scenario: Scenario
  readonly opened: Scenario
}

export interface Help {
  readonly element: HTMLElement
  explain(setting: Setting): void
  /** Says why something without a field was refused. */
  warn(title: string, reason: string): void
  /** Forgets what is explained, because its values changed. */
  refresh(): void
}

export function createHelp(id: string, documentNow: () => Compared | undefined): Help {
  const element = h('div', { class: 'panel-help', id }, h('p', { class: 'help-source' }, words.helpHint))
  keepTermsMarked(element)
  let explained: Setting | undefined
  let evidence: { readonly of: Scenario; readonly index: EvidenceIndex } | undefined

  function sourcesOf({ opened }: Compared, { places }: Setting): string {
    if (evidence?.of !== opened) evidence = { of: opened, index: evidenceIndexOf(opened) }
    const { index } = evidence
    const texts = new Set(places.map((path) => evidenceText(index.get(path))))
    return [...texts].slice(0, MAX_SOURCES).join(' ')
  }

  function severalText({ scenario }: Compared, { places, row }: Setting): string {
    const values = places.map(readerOf(scenario))
    return isMixture(values) ? `${text.history.mixed}: ${valuesText(row, values)}` : ''
  }

  function lockText({ scenario }: Compared, { places }: Setting): string {
    const index = lockIndexOf(scenario)
    const reasons = places.map((path) => lockOn(index, path)).filter((reason) => reason !== undefined)
    const [first] = reasons
    if (first === undefined) return ''
    const some = reasons.length < places.length ? text.panel.someLocked(reasons.length, places.length) : ''
    return [text.panel.lockedBecause(first), some].filter(Boolean).join(' ')
  }

  return {
    element,
    explain(setting) {
      const document = documentNow()
      if (document === undefined || explained === setting) return
      explained = setting
      const { row, title } = setting
      const role = h('span', { class: 'help-role' }, words.roleNames[row.role])
      const lock = lockText(document, setting)
      const parts = [severalText(document, setting), rangeText(row), sourcesOf(document, setting)]
      element.replaceChildren(
        h('p', { class: 'help-title' }, h('strong', {}, title), role),
        h('p', {}, row.help),
        lock === '' ? '' : h('p', { class: 'help-lock' }, lock),
        h('p', { class: 'help-source' }, parts.filter(Boolean).join(' · ')),
      )
    },
    warn(title, reason) {
      explained = undefined
      element.replaceChildren(
        h('p', { class: 'help-title' }, h('strong', {}, title)),
        h('p', { class: 'help-warning', role: 'alert' }, reason),
      )
    },
    refresh() {
      explained = undefined
    },
  }
}

const MAX_SOURCES = 3
