/** Actions: what each key and each button of the same meaning does. */
import type { Panel } from '../panel'
import type { Store } from '../store'
import { text } from '../text'
import { createHelp } from './dialogs'
import type { Documents } from './documents'
import type { Drawer } from './drawer'
import { chooseFile } from './files'
import type { Action } from './keys'
import type { Notices } from './notices'
import type { Run } from './run'

const words = text.page.notices

export type Actions = (action: Action) => void

interface Parts {
  readonly store: Store
  readonly run: Run
  readonly panel: Panel
  readonly drawer: Drawer
  readonly documents: Documents
  readonly notices: Notices
}

export function createActions({ store, run: { player }, panel, drawer, documents, notices }: Parts): Actions {
  const help = createHelp()
  const table: Readonly<Record<Action, () => void>> = {
    play: () => (player.playing ? player.pause() : player.play()),
    forward: () => player.step(1),
    back: () => player.step(-1),
    slower: () => player.faster(-1),
    faster: () => player.faster(1),
    start: () => player.seek(0),
    end: () => player.seek(player.horizon),
    restart: () => player.seek(0),
    undo: () => {
      const command = store.undo()
      notices.say(command === undefined ? words.nothingToUndo : words.undone(command.label))
    },
    redo: () => {
      const command = store.redo()
      notices.say(command === undefined ? words.nothingToRedo : words.redone(command.label))
    },
    save: documents.save,
    open: () => chooseFile(documents.take),
    search: panel.focusSearch,
    charts: drawer.toggle,
    history: panel.toggleHistory,
    help: () => (help.open ? help.close() : help.showModal()),
    escape: () => {
      const active = document.activeElement
      const types = active instanceof HTMLInputElement || active instanceof HTMLSelectElement
      if (types) active.blur()
      else if (document.querySelector('dialog[open], :popover-open') !== null) return
      else if (drawer.isOpen) drawer.toggle()
      else store.select(undefined)
    },
  }
  return (action) => table[action]()
}
