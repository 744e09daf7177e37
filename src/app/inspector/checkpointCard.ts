/** Checkpoint card: officers, odds, counts and last seizures of a checkpoint. */

import { meanOdds, seizedAtCheckpoints } from '../../analysis'
import { checkpointAt } from '../../engine'
import { shipmentSelection } from '../../store'
import { text } from '../../text'
import { count, countryText, mass, money, number, oddsRows, oddsTitle } from '../../words'
import type { Card, InspectorView } from './card'
import { whenOf } from './story'

const words = text.page.inspector
const MAX_SEIZURES = 5

export function checkpointCard(view: InspectorView, id: string): Card | undefined {
  const { scenario, spec, frame, lastSeizures, hour } = view
  const entry = scenario.checkpoints.find((checkpoint) => checkpoint.id === id)
  const k = spec.checkpoints.ids.indexOf(id)
  if (entry === undefined || k < 0) return undefined
  const { staff, requiredStaff } = checkpointAt(spec, k)
  const counters = frame?.counters
  const total = (values: Float64Array | undefined) => count(values?.[k] ?? 0)
  const grams = counters && seizedAtCheckpoints(spec, counters)[k]
  return {
    title: entry.name,
    subtitle: [words.kinds.checkpoint, entry.country === undefined ? '' : countryText(entry.country)]
      .filter(Boolean)
      .join(' · '),
    path: `checkpoints.${id}`,
    parts: [
      {
        title: '',
        facts: [
          {
            label: words.officers,
            value: words.officersOf(number(staff), number(requiredStaff)),
          },
        ],
        note: staff === entry.staff ? '' : words.underEvents(number(entry.staff)),
      },
      { title: oddsTitle(spec, k), facts: oddsRows([meanOdds(spec, k)]), note: words.oddsNote },
      {
        title: words.counts,
        facts: [
          { label: words.crossings, value: total(counters?.crossings) },
          { label: words.inspections, value: total(counters?.inspections) },
          { label: words.detections, value: total(counters?.detections) },
          { label: words.seizures, value: total(counters?.seizures) },
          { label: words.seizedMass, value: mass(grams ?? 0) },
          { label: words.bribes, value: money((counters?.checkpointBribeCents[k] ?? 0) / 100) },
        ],
        note: '',
      },
    ],
    story: [],
    links: [
      {
        title: text.map.lastSeizures,
        items: lastSeizures.at(k, hour, MAX_SEIZURES).map((seizure) => ({
          name: text.map.seizureAt(whenOf(seizure.hour), mass(seizure.grams)),
          selection: shipmentSelection(seizure.shipment, seizure.hour),
        })),
      },
    ].filter(({ items }) => items.length > 0),
    note: entry.note ?? '',
  }
}
