/** Files that the programs write. */
import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { text } from '../text'
import { Failure } from './failure'

const words = text.commandLine

/** Writes a file of results. Throws a Failure that names it. */
export function write(file: string, content: string): void {
  try {
    writeFileSync(file, content)
  } catch (error) {
    throw new Failure(words.cannotWrite(file, (error as Error).message), 1)
  }
}

/** Fails before the work begins when a file could not be written after it. */
export function checkWritable(file: string): void {
  try {
    const isThere = existsSync(file)
    if (isThere && statSync(file).isDirectory()) throw new Error(words.isFolder)
    accessSync(isThere ? file : dirname(resolve(file)), constants.W_OK)
  } catch (error) {
    throw new Failure(words.cannotWrite(file, (error as Error).message), 2)
  }
}
