/** What `npm run record` writes and every other run compares: golden runs, verified cases, the schema, the tables of the ODD document. */
import { readFileSync, writeFileSync } from 'node:fs'

export const IS_RECORDING = process.env.RECORD === '1'
export const RECORD_HINT = 'if this is meant, say why in the commit and run: npm run record'

/** Whether the file holds this content, which recording writes first. */
export function isOnRecord(path: string, content: string): boolean {
  if (IS_RECORDING) writeFileSync(path, content)
  return readFileSync(path, 'utf8') === content
}
