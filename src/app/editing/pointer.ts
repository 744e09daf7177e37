/** Pointer: what clicks and drags on the map mean to the tool in hand, with a sketch while they go on. */
import type { LonLat, MapEditor, MapTarget, TrafficMap } from '../../map'
import type { Scenario } from '../../scenario'
import type { EntrySelection, Selection, Store } from '../../store'
import { text } from '../../text'
import { LISTS } from './entries'
import type { NetworkEditor } from './networkEditor'

const words = text.editing

/** `entryOf` names the entry under a target of the map. */
export function createPointer(
  editor: NetworkEditor,
  store: Store,
  map: TrafficMap,
  entryOf: (target: MapTarget) => Selection | undefined,
): MapEditor {
  /** The place under the pointer, also where a checkpoint stands on it. */
  function nodeUnder(target: MapTarget | undefined): string | undefined {
    const entry = target && entryOf(target)
    if (entry?.kind === 'checkpoint')
      return editor.scenario?.checkpoints.find(({ id }) => id === entry.id)?.node
    return entry?.kind === 'node' ? entry.id : undefined
  }

  function click(target: MapTarget | undefined, place: LonLat): void {
    const { tool } = editor.state
    const node = nodeUnder(target)
    const entry = target && entryOf(target)
    if (tool === 'select') store.select(entry)
    else if (tool === 'place') editor.addPlace(place)
    else if (tool === 'remove') {
      if (entry === undefined || !isEntrySelection(entry)) editor.complain(words.nothingThere)
      else editor.askRemoval(entry)
    } else if (node === undefined) editor.complain(words.needsPlace)
    else if (tool === 'checkpoint') editor.addCheckpoint(node)
    else editor.goTo(node)
  }

  return {
    get aims() {
      return editor.state.tool !== 'select' && editor.state.tool !== 'remove'
    },
    hover(_, place) {
      const line = placesOf(editor.scenario, editor.state.way)
      if (line.length > 0) map.show({ sketch: { lines: [[...line, place]], spots: [] } })
    },
    click,
    grabs: (target) => {
      const { tool } = editor.state
      return (tool === 'select' || tool === 'leg') && nodeUnder(target) !== undefined
    },
    drag(target, over, place) {
      const node = nodeUnder(target)
      if (editor.scenario === undefined || node === undefined) return
      if (editor.state.tool === 'leg') {
        const [end = place] = placesOf(editor.scenario, [nodeUnder(over) ?? ''])
        map.show({ sketch: { lines: [[...placesOf(editor.scenario, [node]), end]], spots: [] } })
        return
      }
      const lines = neighboursOf(editor.scenario, node).map((neighbour) => [place, neighbour])
      map.show({ sketch: { lines, spots: [place] } })
    },
    drop(target, over, place) {
      map.show({ sketch: undefined })
      const node = nodeUnder(target)
      if (node === undefined || place === undefined) return
      if (editor.state.tool !== 'leg') return editor.move(node, place)
      const end = nodeUnder(over)
      if (end === undefined) editor.complain(words.needsPlace)
      else if (end === node) editor.complain(words.samePlace)
      else editor.addLeg(node, end)
    },
  }
}

export function isEntrySelection(entry: Selection): entry is EntrySelection {
  return entry.kind in LISTS
}

/** Positions of these places, in order. */
export function placesOf(scenario: Scenario | undefined, ids: readonly string[]): LonLat[] {
  return ids.flatMap((id) => scenario?.nodes.find((node) => node.id === id) ?? [])
}

/** Positions of the places that legs join to this one. */
function neighboursOf(scenario: Scenario, id: string): LonLat[] {
  const others = scenario.legs.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
  return placesOf(scenario, [...new Set(others)])
}
