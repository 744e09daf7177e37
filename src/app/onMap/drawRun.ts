/** Drawing the run: passes the days of the watched run to the map, and what is selected of them. */
import type { DayFrame } from '../../analysis'
import { type ModelSpec, monthOf } from '../../engine'
import type { MapFilter, MapNetwork, TrafficMap } from '../../map'
import { isSameValue } from '../../scenario'
import type { Store, ViewStore } from '../../store'
import type { Run } from '../../watch'
import { mapFilterOf } from './filters'
import { checkpointStates, networkOf } from './targets'

/** To be called before the run is started. */
export function drawRun(run: Run, map: TrafficMap, { store, view }: { store: Store; view: ViewStore }): void {
  /** The network that the map draws. */
  let drawn: MapNetwork | undefined
  let filter: MapFilter | undefined
  /** What the checkpoints and the flows on the map were drawn from. */
  let sent: ModelSpec | undefined
  let flowing: DayFrame | undefined

  function setFilter(spec: ModelSpec): void {
    filter = mapFilterOf(spec, view.get().filter)
    flowing = undefined
    map.show({ filter })
  }

  /** Staffing and odds of the checkpoints, under the changes and events of the current day. */
  function drawCheckpoints(): void {
    const { specToday } = run
    if (specToday === undefined || specToday === sent) return
    sent = specToday
    map.show({ checkpoints: checkpointStates(specToday) })
  }

  function drawDay(): void {
    const { spec, record, frame, hasArrived, player } = run
    if (spec === undefined || record === undefined || !hasArrived) return
    if (frame === undefined || frame === flowing) return
    flowing = frame
    drawCheckpoints()
    const month = monthOf(spec.startEpochDay + player.day)
    map.show({ month, gramsPerMonth: record.flowsAt(player.day, filter) })
  }

  run.subscribe({
    onScenario({ kind, origin, scenario, spec }) {
      const network = networkOf(scenario, spec)
      if (kind === 'opened') map.setNetwork(network, origin.kind === 'new' ? 'keep' : 'fit')
      else if (!isSamePicture(network, drawn)) map.setNetwork(network, 'keep')
      drawn = network
      setFilter(spec)
      drawCheckpoints()
    },
    onPicture(shipments, day) {
      map.setShipments(shipments, day * 24)
    },
    onDay: map.addDay,
    onTime(time) {
      map.setTime(time * 24)
    },
    onChange: drawDay,
  })
  view.subscribe((now, before) => {
    if (now.filter === before.filter || run.spec === undefined) return
    setFilter(run.spec)
    drawDay()
  })
  store.subscribe(({ selection }, before) => {
    if (selection !== before.selection)
      map.follow(selection?.kind === 'shipment' ? selection.shipment : undefined)
  })
}

/** Whether two networks look the same on the map. */
function isSamePicture(a: MapNetwork, b: MapNetwork | undefined): boolean {
  return (
    b !== undefined &&
    isSameValue(a.nodes, b.nodes) &&
    isSameValue(a.legs, b.legs) &&
    isSameValue(a.checkpoints, b.checkpoints)
  )
}
