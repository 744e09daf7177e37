/** Page: wires store, run, map, panel, charts and controls together. */
import type { ModelSpec } from '../engine'
import { createMap, type TrafficMap } from '../map'
import { createPanel } from '../panel'
import { createPageStore, createViewStore, type Selection, type Whereabouts } from '../store'
import { text } from '../text'
import {
  acceptDrops,
  createLasting,
  createNotices,
  explainTerms,
  h,
  keepTermsMarked,
  loadTypeface,
  markTerms,
  onMoreLetters,
  saveFile,
} from '../ui'
import { createRun, type Run, shipmentOf, shipmentSelection } from '../watch'
import { date } from '../words'
import { startRunWorker } from '../workers'
import { type Actions, createActions } from './actions'
import type { ChartLinks } from './charts'
import { createDrawer, createPlots, type Drawer } from './charts'
import { createCondition } from './condition'
import { derivedRows } from './derivedRows'
import { createDocuments, createReadingNote, type Documents, FIRST_SCENARIO } from './documents'
import { askNewScenario, createEditing } from './editing'
import { createHeadline, createSpoken, summaryOf } from './headline'
import { createTour } from './help'
import { createInspector, createSources } from './inspector'
import { createKeeping, goBackTo, whereaboutsNow } from './keeping'
import { listenToKeys } from './keys'
import { registerOffline } from './offline'
import {
  clickedOn,
  createHover,
  createLayersPanel,
  createMapControls,
  createSearch,
  drawMapImage,
  drawRun,
  nodesOfLegs,
  pngOf,
  selectionOf,
  targetOf,
  trailOf,
} from './onMap'
import { rememberSettings, storedSettings } from './preferences'
import { createShell } from './shell'
import { createTables, tableSceneOf } from './tables'
import { createSchedule, createTransport } from './timeline'
import { createTopbar } from './topbar'

/** Least time between two drawings of the charts while playing. */
const CHART_MS = 150

/** Builds the page and opens the first scenario, playing. */
export async function startPage(root: HTMLElement): Promise<void> {
  const lettered = loadTypeface()
  let run: Run | undefined
  const store = createPageStore(storedSettings(), () => run?.player.heading ?? 0)
  const notices = createNotices()
  const lasting = createLasting()
  rememberSettings(store, () => lasting.show(text.keeping.settingsLost))
  const reading = createReadingNote(document.documentElement, {
    stop: () => void documents.stopReading(),
    startAgain: () => documents.readAgain(),
  })
  const documents: Documents = createDocuments(store, notices, lasting, reading)
  let whereabouts: () => Whereabouts | undefined = () => undefined
  const keeping = createKeeping({
    store,
    lasting,
    say: notices.say,
    saveWork: documents.save,
    bundled: documents.bundled,
    whereabouts: () => whereabouts(),
  })
  let drawer: Drawer | undefined
  let actions: Actions | undefined
  const act: Actions = (action, key) => actions?.(action, key)
  const topbar = createTopbar({ store, act })
  const { mapHost, area, credit, stage, dock, panelHost } = createShell(root, topbar)
  const spoken = createSpoken()
  area.append(lasting.element)
  root.append(notices.element, spoken.element)
  const opening = documents.openFirst(keeping.resume, FIRST_SCENARIO)

  const panel = createPanel(panelHost, { store, derivedOf: derivedRows })
  const headline = createHeadline()
  const hover = createHover(() => run)
  await lettered
  const map: TrafficMap = await createMap(mapHost, {
    onSelect: (target) => {
      if (run?.spec === undefined) return
      const grams = run.record?.routeGrams[run.player.day]
      store.select(clickedOn(run.spec, target, store.get().selection, grams))
    },
    onShipment: (shipment) => store.select(shipmentSelection(shipment)),
    onHover: (target, x, y) => {
      hover.show(target, x, y)
      drawer?.point(target?.kind === 'shipment' ? undefined : target)
    },
  })
  const links: ChartLinks = {
    highlight: map.highlight,
    select: (target) => {
      if (run?.spec !== undefined) choose(selectionOf(run.spec, target))
    },
    say: notices.say,
  }
  const plots = createPlots(links)
  const charter = createDrawer(links, () => {
    if (tables.isOpen) tables.toggle()
  })
  const tables = createTables({
    select: choose,
    onOpen: () => {
      if (charter.isOpen) charter.toggle()
    },
  })
  drawer = charter
  const charts = [plots, drawer]
  map.setColourBy(store.get().settings.colourBy)
  const view = createViewStore()
  const layers = createLayersPanel(view, map)
  const search = createSearch(
    () => store.get().document?.scenario,
    (selection) => {
      store.select(selection)
      map.showNodes(placesSelected())
    },
  )
  const controls = createMapControls(map, store, () => void savePicture())
  controls.buttons.append(layers.button, tables.button)
  const sourcesOf = createSources(() => store.get().document?.opened)
  const inspector = createInspector({ onSelect: store.select, sourcesOf })
  const editing = createEditing({
    store,
    map,
    view,
    entryOf: (target) => run?.spec && selectionOf(run.spec, target),
    say: notices.say,
  })
  const tour = createTour(notices.say)
  area.append(
    search.element,
    layers.note,
    controls.buttons,
    layers.element,
    inspector.element,
    ...editing.elements,
    hover.element,
    tour.offer,
  )
  stage.append(controls.legend)
  map.setCovers([search.element, controls.buttons, credit, layers.note])

  let stale = true
  let scheduled = false
  let chartedAt = 0
  let specShown: ModelSpec | undefined
  let inspected: Selection | undefined
  function wake(): void {
    stale = true
    if (run !== undefined && (run.isBehind || run.failure !== undefined)) condition.show(run)
    if (scheduled) return
    scheduled = true
    requestAnimationFrame(frame)
  }

  const regions = [headline.element, plots.element, charter.element, tables.element, inspector.element]
  const condition = createCondition(document.documentElement, regions, () => run?.startAgain())
  area.append(condition.element)
  condition.element.append(reading.element)
  root.append(condition.spoken)
  const present = createRun({
    store,
    openPort: startRunWorker,
    after: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds)
      return () => clearTimeout(timer)
    },
    startsPlaying: () => !matchMedia('(prefers-reduced-motion: reduce)').matches,
  })
  drawRun(present, map, { store, view })
  present.subscribe({ onChange: wake })
  run = present
  present.start()
  const { player } = present
  actions = createActions({
    store,
    run: present,
    panel,
    drawer,
    view,
    layers,
    search,
    tables,
    tour,
    documents,
    editing,
    askNew: () => askNewScenario(store, map, editing.start),
    notices,
  })
  const schedule = createSchedule({ store, notices, today: () => player.day })
  const transport = createTransport({
    player,
    schedule,
    act,
    onSeed: documents.changeSeed,
    onStraighten: () => store.straighten(text.timeline.changes.straightened),
  })
  plots.element.append(drawer.button)
  const body = h('div', { class: 'dock-body' }, headline.element, plots.element)
  dock.append(drawer.element, tables.element, transport.element, body)
  explainTerms()
  for (const name of headline.element.querySelectorAll('dt')) markTerms(name)
  for (const note of panelHost.querySelectorAll<HTMLElement>('.panel-help')) keepTermsMarked(note)

  function frame(now: number): void {
    scheduled = false
    transport.showTime(present.tick(now))
    keeping.move()
    if (stale) show(now)
    if (player.playing || player.hasNext) wake()
  }

  function show(now: number): void {
    stale = false
    showRun(now)
    condition.show(present)
  }

  function showRun(now: number): void {
    const { document: open, selection, settings } = store.get()
    const { spec, record } = present
    if (spec === undefined || open === undefined) return
    const { scenario, course } = open
    const goesOn = settings.whenChanged === 'continue'
    const { isWhole, known, frame } = present
    transport.show(record, known, { scenario, course, goesOn }, isWhole)
    if (frame === undefined) headline.clear()
    else if (isWhole) headline.show(frame)
    controls.show()
    if (spec !== specShown) {
      layers.offer(spec)
      map.select(targetOf(spec, selection))
    }
    specShown = spec
    if (selection === undefined) inspector.hide()
    if (record === undefined) return
    if (isWhole) showResults(now)
    // What is selected meanwhile is shown as it was last, or not at all: never the card of something else.
    if (!isWhole && selection === inspected) return
    const isKnown = isWhole || present.isOfOneDay
    inspected = isKnown ? selection : undefined
    if (!isKnown) {
      inspector.hide()
      return
    }
    const { events } = present.following
    map.setTrail(trailOf(spec, selection, events, record, player.day))
    inspector.show({
      scenario: open.scenario,
      spec: present.specToday ?? spec,
      selection,
      frame,
      flows: record.flowsAt(player.day),
      gramsOver: (legs) => record.gramsOver(legs, player.day),
      events,
      lastSeizures: record.lastSeizures,
      hour: player.time * 24,
    })
  }

  /** Charts, tables and the spoken summary of a state that is whole. */
  function showResults(now: number): void {
    const { spec, record, known, frame } = present
    const { document: open } = store.get()
    if (spec === undefined || record === undefined || open === undefined) return
    const wasBehind = document.documentElement.hasAttribute('data-busy')
    if (frame !== undefined && (!player.playing || wasBehind || now - chartedAt > CHART_MS)) {
      chartedAt = now
      const scene = { title: open.scenario.title, record, frame, known, horizon: player.horizon }
      for (const chart of charts) chart.show(scene)
    }
    if (frame !== undefined) {
      tables.show(() => tableSceneOf(present, open.scenario), now, player.playing, wasBehind)
      spoken.show(frame.digest, player.playing, () => summaryOf(spec, record, frame))
    }
  }

  /** Places that what is selected stands at, or leads along; none of a shipment, which the map follows by itself. */
  function placesSelected(): number[] {
    const { spec, record } = present
    const { selection } = store.get()
    const target = spec && targetOf(spec, selection)
    if (spec === undefined) return []
    if (target?.kind === 'node') return [target.index]
    if (target?.kind === 'checkpoint') return [spec.checkpoints.node[target.index] as number]
    if (target?.kind === 'leg') return nodesOfLegs(spec, [target.index])
    return nodesOfLegs(spec, trailOf(spec, selection, undefined, record, player.day))
  }

  /** Selects something from outside the map, and flies there unless it is in sight. */
  function choose(selection: Selection | undefined): void {
    store.select(selection)
    const places = placesSelected()
    if (!places.every(isInSight)) map.showNodes(places)
  }

  function isInSight(node: number): boolean {
    const { x, y } = map.spotOf({ kind: 'node', index: node }) ?? { x: -1, y: -1 }
    return x >= 0 && y >= 0 && x <= mapHost.clientWidth && y <= mapHost.clientHeight
  }

  async function savePicture(): Promise<void> {
    const { document: open } = store.get()
    const { spec, frame: shown } = present
    if (open === undefined || spec === undefined || shown === undefined) return
    const today = date(spec.startEpochDay + player.day)
    const image = drawMapImage(map, {
      title: open.scenario.title,
      run: text.map.pictureRun(player.day, today, spec.seed, shown.digest),
      note: layers.summary(),
    })
    const name = `${open.scenario.id}-day-${player.day}.png`
    saveFile(name, await pngOf(image), 'image/png')
    notices.say(text.map.savedPicture(name))
  }

  layers.drawSigns()
  view.subscribe((now, before) => {
    if (now.layers !== before.layers) map.setLayers(now.layers)
    if (now.strongest !== before.strongest) map.setStrongest(now.strongest)
    wake()
  })
  store.subscribe(({ document: open }, before) => {
    if (open?.origin !== before.document?.origin) view.clearFilter()
  })
  store.subscribe(({ settings, selection }, before) => {
    if (settings.theme !== before.settings.theme) {
      map.restyle()
      layers.drawSigns()
      for (const chart of charts) chart.setTheme()
    }
    if (settings.colourBy !== before.settings.colourBy) map.setColourBy(settings.colourBy)
    if (selection !== before.selection && present.spec !== undefined) {
      const target = targetOf(present.spec, selection)
      map.select(target)
      tables.mark(selection)
      const what = target ?? shipmentOf(selection)
      const spot = what && map.spotOf(what)
      if (spot !== undefined) inspector.clear(spot)
    }
    wake()
  })
  onMoreLetters(() => {
    map.restyle()
    for (const chart of charts) chart.setTheme()
    wake()
  })
  listenToKeys(window, act)
  acceptDrops(documents.take)
  wake()
  await opening
  const parts = { store, view, map, player, panel, drawer: charter, tables }
  if (keeping.former !== undefined && present.spec !== undefined)
    goBackTo(keeping.former, present.spec, parts)
  whereabouts = () => whereaboutsNow(parts)
  keeping.start()
  root.dataset.ready = 'true'
  registerOffline(lasting, keeping.flush)
}
