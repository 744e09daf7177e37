/** Page: wires store, run, map, panel, charts and controls together. */
import type { ModelSpec } from '../engine'
import { createMap, type TrafficMap } from '../map'
import { createPanel, type DerivedRow, type Entry, h } from '../panel'
import { createPageStore } from '../store'
import { text } from '../text'
import { startRunWorker } from '../workers'
import { type Actions, createActions } from './actions'
import { FIRST_SCENARIO } from './bundled'
import { createDocuments } from './documents'
import { createDrawer, type Drawer } from './drawer'
import { acceptDrops } from './files'
import { createHeadline } from './headline'
import { explainTerms, keepTermsMarked, markTerms } from './help/glossary'
import { createTour } from './help/tour'
import { createHover } from './hover'
import { createInspector } from './inspector'
import { actionOf } from './keys'
import { createMapControls } from './legend'
import { selectionOf, targetOf } from './network'
import { createNotices } from './notices'
import { liveOdds } from './odds'
import { createPlots } from './plots'
import { rememberSettings, storedSettings } from './preferences'
import { createRun, type Run } from './run'
import type { ChartLinks } from './scene'
import { createShell } from './shell'
import { createSources } from './sources'
import { createSpoken, summaryOf } from './summary'
import { tableSceneOf } from './tables/scene'
import { createTables } from './tables/view'
import { createTopbar } from './topbar'
import { createTransport } from './transport'

/** Least time between two drawings of the charts while playing. */
const CHART_MS = 150

/** Builds the page and opens the first scenario, playing. */
export async function startPage(root: HTMLElement): Promise<void> {
  const store = createPageStore(storedSettings())
  rememberSettings(store)
  const notices = createNotices()
  const documents = createDocuments(store, notices)
  let run: Run | undefined
  let drawer: Drawer | undefined
  let actions: Actions | undefined
  const act: Actions = (action) => actions?.(action)
  const topbar = createTopbar({ store, act })
  const { mapHost, area, stage, dock, panelHost } = createShell(root, topbar)
  const spoken = createSpoken()
  root.append(notices.element, spoken.element)
  const opening = documents.openFirst(FIRST_SCENARIO)

  const panel = createPanel(panelHost, { store, derivedOf: (entry) => derivedOf(run, entry) })
  const headline = createHeadline()
  const hover = createHover(() => run)
  const map: TrafficMap = await createMap(mapHost, {
    theme: store.get().settings.theme,
    onSelect: (target) => {
      if (run?.spec !== undefined) store.select(selectionOf(run.spec, target))
    },
    onHover: (target, x, y) => {
      hover.show(target, x, y)
      drawer?.point(target)
    },
  })
  const links: ChartLinks = {
    highlight: map.highlight,
    select: (target) => {
      if (run?.spec !== undefined) store.select(selectionOf(run.spec, target))
    },
    say: notices.say,
  }
  const plots = createPlots(links)
  const charter = createDrawer(links, () => {
    if (tables.isOpen) tables.toggle()
  })
  const tables = createTables({
    select: links.select,
    highlight: map.highlight,
    onOpen: () => {
      if (charter.isOpen) charter.toggle()
    },
  })
  drawer = charter
  const charts = [plots, drawer]
  map.setColourBy(store.get().settings.colourBy)
  const controls = createMapControls(map, store)
  controls.buttons.append(tables.button)
  const sourcesOf = createSources(() => store.get().document?.opened)
  const inspector = createInspector({ onSelect: store.select, sourcesOf })
  const tour = createTour(notices.say)
  area.append(inspector.element, controls.buttons, hover.element, tour.offer)
  stage.append(controls.legend)

  let stale = true
  let scheduled = false
  let chartedAt = 0
  let specShown: ModelSpec | undefined
  function wake(): void {
    stale = true
    if (scheduled) return
    scheduled = true
    requestAnimationFrame(frame)
  }

  const lost = (reason: string) =>
    notices.say(text.page.notices.failed(reason || text.page.notices.workerLost))
  const present = createRun(store, startRunWorker(lost), map, { onChange: wake, onFailure: lost })
  run = present
  const { player } = present
  actions = createActions({ store, run: present, panel, drawer, tables, tour, documents, notices })
  const transport = createTransport({ player, act, onSeed: documents.changeSeed })
  plots.element.append(drawer.button)
  const body = h('div', { class: 'dock-body' }, headline.element, plots.element)
  dock.append(drawer.element, tables.element, transport.element, body)
  explainTerms()
  for (const name of headline.element.querySelectorAll('dt')) markTerms(name)
  for (const note of panelHost.querySelectorAll<HTMLElement>('.panel-help')) keepTermsMarked(note)

  function frame(now: number): void {
    scheduled = false
    transport.showTime(present.tick(now))
    if (stale) show(now)
    if (player.playing || player.restless) wake()
  }

  function show(now: number): void {
    stale = false
    const { document: open, selection } = store.get()
    const { spec, record } = present
    if (spec === undefined || open === undefined) return
    transport.show(record, present.known, open.scenario.seed)
    if (present.frame !== undefined) headline.show(present.frame)
    controls.show()
    if (spec !== specShown) panel.refresh()
    specShown = spec
    if (record === undefined || player.busy) return
    if (present.frame !== undefined && (!player.playing || now - chartedAt > CHART_MS)) {
      chartedAt = now
      const { frame, known } = present
      const scene = { title: open.scenario.title, record, frame, known, horizon: player.horizon }
      for (const chart of charts) chart.show(scene)
    }
    if (present.frame !== undefined) {
      const { frame } = present
      tables.show(() => tableSceneOf(present, open.scenario), now, player.playing)
      spoken.show(frame.day, player.playing, () => summaryOf(spec, record, frame))
    }
    const flows = record.flowsAt(player.day)
    inspector.show({ scenario: open.scenario, spec, selection, frame: present.frame, flows })
  }

  store.subscribe(({ settings, selection }, before) => {
    if (settings.theme !== before.settings.theme) {
      map.setTheme(settings.theme)
      for (const chart of charts) chart.setTheme()
    }
    if (settings.colourBy !== before.settings.colourBy) map.setColourBy(settings.colourBy)
    if (selection !== before.selection && present.spec !== undefined) {
      const target = targetOf(present.spec, selection)
      map.select(target)
      tables.mark(target)
    }
    wake()
  })
  window.addEventListener('keydown', (event) => {
    const action = actionOf(event)
    if (action === undefined) return
    if (action !== 'escape') event.preventDefault()
    act(action)
  })
  acceptDrops(documents.take)
  wake()
  await opening
  root.dataset.ready = 'true'
}

/** Live odds of the checkpoint whose parameters are on show. */
function derivedOf(run: Run | undefined, { section, id }: Entry): readonly DerivedRow[] {
  if (run?.spec === undefined || section !== 'checkpoints') return []
  const checkpoint = run.spec.checkpoints.ids.indexOf(id)
  return checkpoint < 0 ? [] : liveOdds(run.spec, checkpoint).rows
}
