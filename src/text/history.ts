/** Words of the history of changes. */
import { counted } from './plural'

const SECTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nodes: 'places',
    legs: 'legs',
    checkpoints: 'checkpoints',
    organisations: 'organisations',
    commodities: 'commodities',
    routes: 'routes',
    teams: 'mobile teams',
    operations: 'operations',
    interventions: 'interventions',
    processingSites: 'processing sites',
  }),
)
const FIELDS: ReadonlyMap<string, string> = new Map([['tags', 'tag']])

export const history = {
  name: 'History of changes',
  open: 'History',
  close: 'Close',
  empty: 'Nothing has been changed yet.',
  start: 'As first opened',
  now: 'Now',
  undone: 'undone',
  revert: 'Revert',
  revertName: (label: string) => `Revert: ${label}`,
  goTo: 'Go to',
  goToName: (label: string) => `Go to the state after: ${label}`,
  goToStart: 'Go to the state as first opened',
  hint: 'Revert takes one change back as a new step; Go to moves to a point and keeps what came later.',
  changes: (count: number) => (count === 0 ? 'No changes' : `${counted(count, 'value')} changed`),
  on: 'on',
  off: 'off',
  mixed: 'mixed',
  nothing: 'no value',
  range: (low: string, high: string) => `${low} to ${high}`,
  several: (count: number) => counted(count, 'value'),
  leg: (from: string, to: string, mode: string) => `${from} – ${to}, ${mode}`,
  selector: (field: string, value: string) => `${FIELDS.get(field) ?? field} ${value}`,
  places: (count: number, section: string, where: string) =>
    `${count} ${SECTIONS.get(section) ?? 'parts'}${where === '' ? '' : ` (${where})`}`,
  change: (place: string, title: string, before: string, after: string) =>
    `${[place, title].filter((part) => part !== '').join(': ')}${title === '' ? ':' : ''} ${before} → ${after}`,
} as const
