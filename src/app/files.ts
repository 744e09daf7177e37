/** Files: opening by button, key or drop, and saving, without any server. */
import { h } from '../panel'
import { type Decoded, decoded, LIMITS, sizeIssue } from '../scenario'
import { text } from '../text'

/** A file's name, and its text or why there is none. */
export interface ReadFile {
  readonly name: string
  readonly content: Decoded
}

/** A character has up to four bytes: a file within this may be within the limit. */
const MOST_BYTES = 4 * LIMITS.file

async function read(file: File): Promise<ReadFile> {
  return { name: file.name, content: await contentOf(file) }
}

async function contentOf(file: File): Promise<Decoded> {
  if (file.size > MOST_BYTES) return { ok: false, issue: sizeIssue(file.size) }
  try {
    return decoded(new Uint8Array(await file.arrayBuffer()), TextDecoder)
  } catch {
    const { unreadable: message, readable: expected } = text.page.files
    return { ok: false, issue: { path: '', message, expected, found: file.name } }
  }
}

/** Lets the person choose a file. */
export function chooseFile(onFile: (file: ReadFile) => void): void {
  const input = h('input', { type: 'file', accept: '.json,application/json', hidden: true })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file !== undefined) void read(file).then(onFile)
    input.remove()
  })
  document.body.append(input)
  input.click()
}

/**
 * Takes a file dropped anywhere in the window; shows where it may be dropped while it is held over it. Of several the first is
 * taken; `others` are the names of the rest.
 */
export function acceptDrops(onFile: (file: ReadFile, others: readonly string[]) => void): void {
  const veil = h('div', { class: 'drop-veil', hidden: true }, h('p', {}, text.page.files.drop))
  document.body.append(veil)
  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  window.addEventListener('dragover', (event) => {
    if (!carriesFile(event)) return
    event.preventDefault()
    veil.hidden = false
  })
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) veil.hidden = true
  })
  window.addEventListener('drop', (event) => {
    veil.hidden = true
    const [file, ...others] = event.dataTransfer?.files ?? []
    if (file === undefined) return
    event.preventDefault()
    const names = others.map(({ name }) => name)
    void read(file).then((first) => onFile(first, names))
  })
}

/** Hands a text or a picture to the person as a file. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = h('a', { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
