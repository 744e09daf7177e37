/** Help: what the parameter under the pointer or with the focus means, its limits and its source. */
import { type EvidenceIndex, evidenceIndexOf, lockIndexOf, lockOn, type Scenario } from '../scenario'
import { text } from '../text'
import { h, html, nothing, render, type TermId, type View, withTerms } from '../ui'
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
  /** Says why a change without a field of its own was refused. */
  warn(title: string, reason: string): void
  /** Forgets what is explained, since its values have changed. */
  refresh(): void
}

export function createHelp(id: string, documentNow: () => Compared | undefined): Help {
  const element = h('div', { class: 'panel-help', id })
  render(html`<p class="help-source">${withTerms(words.helpHint, new Set())}</p>`, element)
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
      const sources = [severalText(document, setting), rangeText(row), sourcesOf(document, setting)]
      render(
        helpView({
          title,
          role: words.roleNames[row.role],
          help: row.help,
          lock: lockText(document, setting),
          source: sources.filter(Boolean).join(' · '),
        }),
        element,
      )
    },
    warn(title, reason) {
      explained = undefined
      render(warningView(title, reason), element)
    },
    refresh() {
      explained = undefined
    },
  }
}

interface Explanation {
  readonly title: string
  readonly role: string
  readonly help: string
  /** Empty where the setting is free. */
  readonly lock: string
  readonly source: string
}

function helpView({ title, role, help, lock, source }: Explanation): View {
  const known = new Set<TermId>()
  return html`
    <p class="help-title">
      <strong>${withTerms(title, known)}</strong><span class="help-role">${withTerms(role, known)}</span>
    </p>
    <p>${withTerms(help, known)}</p>
    ${lock === '' ? nothing : html`<p class="help-lock">${withTerms(lock, known)}</p>`}
    <p class="help-source">${withTerms(source, known)}</p>
  `
}

function warningView(title: string, reason: string): View {
  const known = new Set<TermId>()
  return html`
    <p class="help-title"><strong>${withTerms(title, known)}</strong></p>
    <p class="help-warning" role="alert">${withTerms(reason, known)}</p>
  `
}

const MAX_SOURCES = 3
