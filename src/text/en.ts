/**
 * The English catalogue of page, messages and command line. Functions take the values that a message shows.
 */
import { charts } from './charts'
import { commandLine } from './commandline'
import { editing } from './editing'
import { glossary } from './glossary'
import { help } from './help'
import { history } from './history'
import { issues } from './issues'
import { keeping } from './keeping'
import { keys } from './keys'
import { limits } from './limits'
import { map } from './map'
import { page } from './page'
import { panel } from './panel'
import { run } from './run'
import { scheduleEditor, timeline } from './timeline'

export const en = {
  charts,
  commandLine,
  editing,
  glossary,
  help,
  history,
  issues,
  keeping,
  keys,
  limits,
  map,
  page,
  panel,
  run,
  scheduleEditor,
  timeline,
} as const
