/** Terms: finds mentions of glossary terms in a text. */
import { text } from '../text'

export type TermId = keyof typeof text.glossary

export interface Piece {
  readonly text: string
  /** Set where the piece mentions a term. */
  readonly term?: TermId
}

const idOf = new Map<string, TermId>(
  (Object.keys(text.glossary) as TermId[]).flatMap((id) => {
    const { term, also } = text.glossary[id]
    return [term, ...also].map((form) => [form.toLowerCase(), id] as const)
  }),
)
const forms = [...idOf.keys()].sort((a, b) => b.length - a.length)
const FORMS = new RegExp(`\\b(?:${forms.join('|')})\\b`, 'gi')

/** Splits a text into plain pieces and first mentions of terms. `known` collects the terms mentioned. */
export function piecesOf(source: string, known: Set<TermId>): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of source.matchAll(FORMS)) {
    const term = idOf.get(match[0].toLowerCase())
    if (term === undefined || known.has(term)) continue
    known.add(term)
    if (match.index > from) pieces.push({ text: source.slice(from, match.index) })
    pieces.push({ text: match[0], term })
    from = match.index + match[0].length
  }
  if (from < source.length) pieces.push({ text: source.slice(from) })
  return pieces
}
