/** Page: puts store, run, map and features together, and opens the first scenario. */
import { createPanel } from '../panel'
import { createPageStore, createViewStore } from '../store'
import { text } from '../text'
import {
  acceptDrops,
  createDrawers,
  createLasting,
  createNotices,
  explainTerms,
  h,
  loadTypeface,
  onMoreLetters,
} from '../ui'
import { type Actions, createActions } from './actions'
import { createCharts } from './charts'
import { createCondition } from './condition'
import { derivedRows } from './derivedRows'
import { createDocuments, FIRST_SCENARIO } from './documents'
import { askNewScenario, createEditing } from './editing'
import { keepDrawn } from './frame'
import { createHeadline, createSpoken } from './headline'
import { createTour } from './help'
import { createInspector } from './inspector'
import { createKeeping, goBackTo, whereaboutsNow } from './keeping'
import { listenToKeys } from './keyboard'
import { registerOffline } from './offline'
import { createOnMap } from './onMap'
import { rememberSettings, storedSettings } from './preferences'
import { createShell } from './shell'
import { createTables } from './tables'
import { createTimeline } from './timeline'
import { createTopbar } from './topbar'
import { watchRun } from './watchRun'

/** Builds the page and opens the first scenario, playing. */
export async function startPage(root: HTMLElement): Promise<void> {
  const lettered = loadTypeface()
  const store = createPageStore(storedSettings(), () => run.player.heading)
  const view = createViewStore()
  const run = watchRun(store)
  const { player } = run
  const notices = createNotices()
  const { say } = notices
  const lasting = createLasting()
  rememberSettings(store, () => lasting.show(text.keeping.settingsLost))
  const documents = createDocuments(store, notices, lasting)
  const keeping = createKeeping({ store, lasting, say, saveWork: documents.save, bundled: documents.bundled })
  const act: Actions = (action, key) => actions(action, key)
  const topbar = createTopbar({ store, act })
  const { mapHost, area, credit, stage, dock, panelHost } = createShell(root, topbar.element)
  const spoken = createSpoken()
  area.append(lasting.element)
  root.append(notices.element, spoken.element)
  const opening = documents.openFirst(keeping.resume, FIRST_SCENARIO)

  const panel = createPanel(panelHost, { store, derivedOf: derivedRows })
  const headline = createHeadline()
  const inspector = createInspector(store)
  await lettered
  const onMap = await createOnMap({
    ...{ host: mapHost, store, view, run, say },
    onPoint: (target) => drawer.point(target),
    onSpot: inspector.clear,
  })
  const { map, layers, search } = onMap
  const drawers = createDrawers(dock)
  const links = { highlight: onMap.highlight, select: onMap.chooseTarget, say }
  const charts = createCharts({ links, drawers, map: area })
  const { drawer } = charts
  const tables = createTables({ select: onMap.choose, drawers })
  const editing = createEditing({ store, map, view, entryOf: onMap.entryOf, say })
  const timeline = createTimeline({ store, notices, player, act, changeSeed: documents.changeSeed })
  const targets = { panel: panelHost, headline: headline.element, charts: charts.plots, share: topbar.tools }
  const tour = createTour({ ...targets, run: timeline.element, map: area }, say)
  const regions = [headline.element, charts.plots, drawer.element, tables.element, inspector.element]
  const condition = createCondition(document.documentElement, regions, () => run.startAgain())
  const opened = { store, view, run, map, player, panel, drawer, tables }
  const askNew = () => askNewScenario(store, map, editing.start)
  const actions = createActions({ ...opened, layers, search, tour, documents, editing, notices, askNew })

  layOut()

  /** Puts the features in their places. */
  function layOut(): void {
    onMap.buttons.append(tables.button)
    area.append(search.element, layers.note, onMap.buttons, layers.element, inspector.element)
    area.append(...editing.elements, onMap.label, tour.offer, condition.element)
    condition.element.append(documents.readingNote)
    root.append(condition.spoken)
    stage.append(onMap.legend)
    map.show({ overlays: [search.element, onMap.buttons, credit, layers.note] })
    const body = h('div', { class: 'dock-body' }, headline.element, charts.plots)
    dock.append(drawer.element, tables.element, timeline.element, body)
    explainTerms()
  }

  const features = [timeline, headline, onMap, charts, tables, spoken, inspector]
  const restyle = keepDrawn({
    ...{ store, view, run, features, condition },
    onTime(time) {
      timeline.showTime(time)
      keeping.move()
    },
    restyle() {
      onMap.restyle()
      charts.restyle()
    },
  })
  onMoreLetters(restyle)
  listenToKeys(window, act)
  acceptDrops(documents.take)
  run.start()
  await opening
  if (keeping.former !== undefined && run.spec !== undefined) goBackTo(keeping.former, run.spec, opened)
  keeping.start(() => whereaboutsNow(opened))
  root.dataset.ready = 'true'
  registerOffline(lasting, keeping.flush)
}
