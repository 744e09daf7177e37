/** The English catalogue of page, messages and command line. Functions take the values that a message shows. */
import { commandLine } from './commandline'
import { issues } from './issues'
import { map } from './map'
import { page } from './page'

export const en = { commandLine, issues, map, page } as const
