/** The English catalogue of page, messages and command line. Functions take the values that a message shows. */
import { charts } from './charts'
import { commandLine } from './commandline'
import { editing } from './editing'
import { history } from './history'
import { issues } from './issues'
import { map } from './map'
import { page } from './page'
import { panel } from './panel'

export const en = { charts, commandLine, editing, history, issues, map, page, panel } as const
