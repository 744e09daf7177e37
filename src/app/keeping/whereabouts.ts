/** Whereabouts of the page: day, speed, selection, camera, what is open and what the map shows. */
import type { ModelSpec } from '../../engine'
import type { TrafficMap } from '../../map'
import type { Panel } from '../../panel'
import { legEntryId } from '../../scenario'
import {
  type EntrySelection,
  LAYERS,
  type Selection,
  type Store,
  type ViewStore,
  type Whereabouts,
} from '../../store'
import { type Player, SPEEDS } from '../../watch'

interface FoldOut {
  readonly isOpen: boolean
  toggle(): void
}

interface Parts {
  readonly store: Store
  readonly view: ViewStore
  readonly map: TrafficMap
  readonly player: Player
  readonly panel: Panel
  readonly drawer: FoldOut
  readonly tables: FoldOut
}

export function whereaboutsNow({ store, view, map, player, panel, drawer, tables }: Parts): Whereabouts {
  const { layers, filter, strongest } = view.get()
  return {
    day: player.heading,
    isPlaying: player.playing,
    speed: player.speed,
    selection: store.get().selection,
    look: map.look(),
    foldOut: drawer.isOpen ? 'charts' : tables.isOpen ? 'tables' : undefined,
    tab: panel.tab,
    layers: [...layers],
    filter,
    strongest,
  }
}

/** Restores where the person was, as far as that still exists. */
export function goBackTo(former: Whereabouts, spec: ModelSpec, parts: Parts): void {
  const { store, view, map, player, panel, drawer, tables } = parts
  const { selection, look, filter, strongest } = former
  const layers = new Set(LAYERS.filter((layer) => former.layers?.includes(layer) ?? true))
  view.resume({ layers, ...(filter && { filter }), ...(strongest !== undefined && { strongest }) })
  if (exists(spec, selection)) store.select(selection)
  if (former.tab !== undefined) panel.showTab(former.tab)
  if (look !== undefined) map.lookAt(look)
  if (former.foldOut === 'charts' && !drawer.isOpen) drawer.toggle()
  if (former.foldOut === 'tables' && !tables.isOpen) tables.toggle()
  goOn(former, player)
}

function goOn({ day, isPlaying, speed }: Whereabouts, player: Player): void {
  const known = SPEEDS.find((each) => each === (speed ?? Number.POSITIVE_INFINITY))
  if (known !== undefined) player.setSpeed(known)
  const goal = Math.min(day, player.horizon)
  if (goal > 0) player.seek(goal)
  if (!isPlaying || goal === player.horizon) player.pause()
  else if (!player.playing) player.play()
}

function exists(spec: ModelSpec, selection: Selection | undefined): boolean {
  if (selection === undefined) return false
  if (selection.kind === 'shipment') return selection.day <= spec.days
  const { nodes, checkpoints, routes, legs } = spec
  const ids: Readonly<Record<EntrySelection['kind'], readonly string[]>> = {
    node: nodes.ids,
    checkpoint: checkpoints.ids,
    route: routes.ids,
    leg: legs.ids.map(legEntryId),
  }
  return ids[selection.kind].includes(selection.id)
}
