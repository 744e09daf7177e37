/** Files: opening by button, key or drop, and saving, without any server. */

import { text } from '../text'
import { h } from './element'

/** Lets the person choose a file. */
export function chooseFile(onFile: (file: File) => void): void {
  const input = h('input', { type: 'file', accept: '.json,application/json', hidden: true })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file !== undefined) onFile(file)
    input.remove()
  })
  document.body.append(input)
  input.click()
}

/**
 * Accepts a file dropped anywhere in the window, which shows a drop target meanwhile. Of several files the
 * first counts; `others` are the names of the rest.
 */
export function acceptDrops(onFile: (file: File, others: readonly string[]) => void): void {
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
    onFile(
      file,
      others.map(({ name }) => name),
    )
  })
}

/** Saves a text or a picture as a file. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = h('a', { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A picture as a PNG; undefined when the browser cannot encode it. */
export async function pngOf(picture: HTMLCanvasElement): Promise<Blob | undefined> {
  const blob = await new Promise<Blob | null>((done) => picture.toBlob(done, 'image/png'))
  return blob ?? undefined
}
