/** Actions: what each key and each button of the same meaning does. */
import type { Panel } from '../panel'
import { LAYERS, type Store, type ViewStore } from '../store'
import { text } from '../text'
import type { Notices } from '../ui'
import { chooseFile } from '../ui'
import type { Run } from '../watch'
import type { Drawer } from './charts'
import type { Documents } from './documents'
import { createLibrary, showAbout } from './documents'
import type { Editing } from './editing'
import type { Tour } from './help'
import { createHelp } from './help'
import type { Action } from './keys'
import type { LayersPanel, Search } from './onMap'
import type { Tables } from './tables'

const words = text.page.notices

/** `key` is the pressed key, for actions that have several of them. */
export type Actions = (action: Action, key?: string) => void

interface Parts {
  readonly store: Store
  readonly run: Run
  readonly panel: Panel
  readonly drawer: Drawer
  readonly view: ViewStore
  readonly layers: LayersPanel
  readonly search: Search
  readonly tables: Tables
  readonly tour: Tour
  readonly documents: Documents
  readonly editing: Editing
  /** Asks for a new scenario. */
  readonly askNew: () => void
  readonly notices: Notices
}

export function createActions(parts: Parts): Actions {
  const { store, run, panel, drawer, view, layers, search, tables, documents, editing, notices } = parts
  const { player } = run
  const help = createHelp(parts.tour)
  const openFile = () => chooseFile(documents.take)
  const library = createLibrary({
    openBundled: documents.openBundled,
    openFile,
    current() {
      const origin = store.get().document?.origin
      return origin?.kind === 'bundled' ? origin.name : undefined
    },
  })
  const table: Readonly<Record<Action, (key: string) => void>> = {
    play() {
      if (run.failure !== undefined) run.startAgain(player.day)
      else if (player.playing) return player.pause()
      player.play()
    },
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
    open: openFile,
    search: panel.focusSearch,
    charts: drawer.toggle,
    history: panel.toggleHistory,
    place: search.focus,
    layers: layers.toggle,
    layer: (key) => {
      const layer = LAYERS[Number(key) - 1]
      if (layer !== undefined) view.toggle(layer)
    },
    tables: tables.toggle,
    library: library.toggle,
    about: () => {
      const { document: open } = store.get()
      if (open !== undefined) showAbout(open.scenario)
    },
    help: help.toggle,
    edit: editing.toggle,
    remove: editing.removeSelected,
    new: parts.askNew,
    escape: () => {
      const active = document.activeElement
      if (isTyping(active)) active.blur()
      else if (documents.stopReading()) return
      else if (document.querySelector('dialog[open], :popover-open') !== null) return
      else if (editing.escape()) return
      else if (drawer.isOpen) drawer.toggle()
      else if (tables.isOpen) tables.toggle()
      else store.select(undefined)
    },
  }
  return (action, key = '') => table[action](key)
}

/** Whether an element takes key presses itself, as fields and lists do. */
function isTyping(element: Element | null): element is HTMLElement {
  if (element instanceof HTMLInputElement) return element.type !== 'radio' && element.type !== 'checkbox'
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}
