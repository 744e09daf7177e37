/** Drafts: entries that the editor starts from. */
import { getAt, type Scenario } from '../../../scenario'
import type { Selection } from '../../../store'
import { text } from '../../../text'
import type { OperationEntry } from './blocks'
import type { ChangeEntry } from './changeFields'
import { parametersOf, pathOfTarget, placesOf, type TargetSection } from './targets'

const SECTION_OF = { node: 'nodes', leg: 'legs', checkpoint: 'checkpoints', route: 'routes' } as const

/**
 * A change of the first parameter of the selection, or else of all checkpoints, that sets its current value.
 */
export function newChange(scenario: Scenario, selection: Selection | undefined, from: string): ChangeEntry {
  const entry = selection?.kind === 'shipment' ? undefined : selection
  const wanted = entry === undefined ? 'checkpoints' : SECTION_OF[entry.kind]
  const section: TargetSection = scenario[wanted].length > 0 ? wanted : 'assumptions'
  const all = placesOf(scenario, section)
  const places = all.find(({ prefix }) => prefix === `${section}.${entry?.id ?? ''}`) ?? all[0]
  const parameters = places === undefined ? [] : parametersOf(scenario, section, places)
  const [first] = parameters
  const inner = first?.inner ?? ''
  const one = `${section === 'assumptions' ? section : `${section}.${places?.ids[0] ?? ''}`}.${inner}`
  const set = getAt(scenario, one) as ChangeEntry['set']
  return {
    target: pathOfTarget({ section, prefix: places?.prefix ?? section, inner }),
    from,
    set,
    costUsd: 0,
  }
}

export function newOperation(
  scenario: Scenario,
  selection: Selection | undefined,
  from: string,
): OperationEntry {
  const checkpoint = scenario.checkpoints.find(
    ({ id }) => selection?.kind === 'checkpoint' && id === selection.id,
  )
  const selected = selection?.kind === 'node' ? selection.id : checkpoint?.node
  return {
    id: '',
    name: text.scheduleEditor.newTitle.operations,
    enabled: true,
    node: selected ?? scenario.nodes[0]?.id ?? '',
    from,
    days: 7,
    detection: 0.5,
    leak: 0,
    costUsd: 0,
  }
}
