/** The English catalogue of page, messages and command line. Functions take the values that a message shows. */
import { charts } from './charts'
import { commandLine } from './commandline'
import { glossary } from './glossary'
import { help } from './help'
import { issues } from './issues'
import { page } from './page'

export const en = { charts, commandLine, glossary, help, issues, page } as const
