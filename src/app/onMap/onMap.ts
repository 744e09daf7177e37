/** On the map: the map itself, everything over it and everything selected on it. */
import { checkpointAt } from '../../engine'
import { createMap, type MapTarget, type TrafficMap } from '../../map'
import { type Selection, type Store, shipmentSelection, type ViewStore } from '../../store'
import { text } from '../../text'
import { pngOf, saveFile } from '../../ui'
import type { Run } from '../../watch'
import { date } from '../../words'
import type { PageState } from '../state'
import { drawRun } from './drawRun'
import { nodesOfLegs, trailOf } from './filters'
import { createHover } from './hover'
import { drawMapImage } from './image'
import { createLayersPanel, type LayersPanel } from './layers'
import { createMapControls } from './legend'
import { createSearch, type Search } from './search'
import { clickedOn, selectionOf, targetOf } from './targets'

export interface OnMapOptions {
  readonly host: HTMLElement
  readonly store: Store
  readonly view: ViewStore
  readonly run: Run
  readonly say: (message: string) => void
  /** The pointer is on this, or on nothing. */
  readonly onPoint: (target: MapTarget | undefined) => void
  /** Called with the place of the new selection, in pixels of the map. */
  readonly onSpot: (spot: { readonly x: number; readonly y: number }) => void
}

interface OnMap {
  readonly map: TrafficMap
  readonly layers: LayersPanel
  readonly search: Search
  readonly legend: HTMLElement
  readonly buttons: HTMLElement
  /** The label beside the pointer. */
  readonly label: HTMLElement
  /** Selects something from outside the map, and flies there unless it is in view. */
  choose(selection: Selection | undefined): void
  /** The same for a target of the map. */
  chooseTarget(target: MapTarget): void
  /** Marks these on the map; an empty list clears the marks. */
  highlight(targets: readonly MapTarget[]): void
  /** The entry under a target of the map. */
  entryOf(target: MapTarget): Selection | undefined
  show(state: PageState): void
  /** Redraws everything in the current theme and typeface. */
  restyle(): void
}

export async function createOnMap(options: OnMapOptions): Promise<OnMap> {
  const { host, store, view, run, say, onPoint, onSpot } = options
  const hover = createHover(run)
  const map = await createMap(host, {
    onSelect(target) {
      if (run.spec === undefined) return
      const grams = run.record?.routeGrams[run.player.day]
      store.select(clickedOn(run.spec, target, store.get().selection, grams))
    },
    onShipment: ({ shipment, hour }) => store.select(shipmentSelection(shipment, hour)),
    onHover(target, x, y) {
      hover.show(target, x, y)
      onPoint(target?.kind === 'shipment' ? undefined : target)
    },
  })
  map.show({ colourBy: store.get().settings.colourBy })
  const layers = createLayersPanel(view, map)
  const search = createSearch(
    () => store.get().document?.scenario,
    (selection) => {
      store.select(selection)
      map.showNodes(placesSelected())
    },
  )
  const controls = createMapControls(map, store, () => void savePicture())
  controls.buttons.append(layers.button)
  layers.drawSigns()
  drawRun(run, map, { store, view })
  let offered: unknown

  /** Nodes of the selection or along it; none for a shipment, which the map follows by itself. */
  function placesSelected(): number[] {
    const { spec, record, player } = run
    const { selection } = store.get()
    if (spec === undefined) return []
    const target = targetOf(spec, selection)
    if (target?.kind === 'node') return [target.index]
    if (target?.kind === 'checkpoint') return [checkpointAt(spec, target.index).node]
    if (target?.kind === 'leg') return nodesOfLegs(spec, [target.index])
    return nodesOfLegs(spec, trailOf(spec, selection, undefined, record, player.day))
  }

  function isInSight(node: number): boolean {
    const { x, y } = map.spotOf({ kind: 'node', index: node }) ?? { x: -1, y: -1 }
    return x >= 0 && y >= 0 && x <= host.clientWidth && y <= host.clientHeight
  }

  function choose(selection: Selection | undefined): void {
    store.select(selection)
    const places = placesSelected()
    if (!places.every(isInSight)) map.showNodes(places)
  }

  function entryOf(target: MapTarget): Selection | undefined {
    return run.spec && selectionOf(run.spec, target)
  }

  async function savePicture(): Promise<void> {
    const { document: open } = store.get()
    const { spec, frame, player } = run
    if (open === undefined || spec === undefined || frame === undefined) return
    const today = date(spec.startEpochDay + player.day)
    const image = drawMapImage(map, {
      title: open.scenario.title,
      run: text.map.pictureRun(player.day, today, spec.seed, frame.digest),
      note: layers.summary(),
    })
    const png = await pngOf(image)
    if (png === undefined) return say(text.map.noPicture)
    const name = `${open.scenario.id}-day-${player.day}.png`
    saveFile(name, png, 'image/png')
    say(text.map.savedPicture(name))
  }

  function restyle(): void {
    map.restyle()
    layers.drawSigns()
  }

  view.subscribe(({ layers: shown, strongest }) => map.show({ layers: shown, strongest }))
  store.subscribe(({ document: open, settings, selection }, before) => {
    if (open?.origin !== before.document?.origin) view.clearFilter()
    if (settings.colourBy !== before.settings.colourBy)
      map.show({ colourBy: settings.colourBy, pointed: undefined })
    if (selection === before.selection || run.spec === undefined) return
    const target = targetOf(run.spec, selection)
    map.show({ selection: target })
    const what = target ?? (selection?.kind === 'shipment' ? selection.shipment : undefined)
    const spot = what && map.spotOf(what)
    if (spot !== undefined) onSpot(spot)
  })

  return {
    map,
    layers,
    search,
    legend: controls.legend,
    buttons: controls.buttons,
    label: hover.element,
    choose,
    chooseTarget(target) {
      if (run.spec !== undefined) choose(entryOf(target))
    },
    highlight: (highlighted) => map.show({ highlighted }),
    entryOf,
    show({ spec, selection, story, record, day, isOfOneDay }) {
      controls.show()
      if (spec !== offered) {
        layers.offer(spec)
        map.show({ selection: targetOf(spec, selection) })
      }
      offered = spec
      if (isOfOneDay) map.show({ trail: trailOf(spec, selection, story, record, day) })
    },
    restyle,
  }
}
