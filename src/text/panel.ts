/** Words of what the parameter panel adds to a plain list: locks, several entries at once, the schedule. */
import { counted } from './plural'

export const panel = {
  schedule: 'Schedule',
  mixedName: (name: string, values: string) => `${name}, mixed: ${values}`,
  unreadable: (expected: string, typed: string) =>
    `Expected ${expected}; found ${typed === '' ? 'nothing' : typed}. Esc restores the value.`,
  locked: (title: string, reason: string) => `${title} is locked: ${reason}`,
  lockedBecause: (reason: string) => `Locked: ${reason}`,
  someLocked: (locked: number, all: number) => `${locked} of ${all} are locked and stay as they are.`,
  resetGroup: (title: string, count: number) => `Reset ${counted(count, 'change')} in ${title}`,
  marked: (title: string) => `• ${title}`,
  resetAll: 'Reset all',
  moreFound: (count: number) => `and ${count} more`,
  hasChanges: 'has changes',
  none: (part: string) =>
    `This scenario has no ${part}. To add one, press E to edit the network, choose ${part} among the tools, and click its place on the map.`,
  several: 'Several',
  severalName: 'Edit several at once',
  chooseGroup: 'All with the same',
  ownChoice: 'Chosen one by one',
  everyOne: (count: number) => `All ${count}`,
  noOne: 'None',
  tick: 'Edited together',
  chosen: (count: number, all: number) =>
    count === 0 ? 'Choose a group, or tick what to edit together.' : `${count} of ${all} edited together`,
  groupOf: (name: string, count: number) => `${name} (${count})`,
  fields: {
    country: 'Country',
    border: 'Border',
    tags: 'Tag',
    kind: 'Kind',
    mode: 'Mode',
    alliance: 'Alliance',
  },
  /** Two shares in per cent, the sign once. */
  spread: (low: string, high: string) => `${low.replace(/\s*%$/, '')}–${high}`,
  pay: 'Pay per month',
  derivedPreview: 'while typing',
  nothingScheduled: 'This scenario has no interventions and no operations.',
  scheduleHint: 'Each set of dated changes is switched on or off as a whole.',
  interventions: 'Interventions',
  operations: 'Operations',
  resetSwitch: (title: string) => `Put ${title} back as it was opened`,
  fromDay: (date: string) => `From ${date}`,
  untilDay: (from: string, until: string) => `From ${from}, until ${until}`,
  forDays: (from: string, days: number) =>
    days === 1 ? `On ${from}` : `From ${from}, for ${counted(days, 'day')}`,
  dated: (what: string, dates: string) => `${dates}: ${what}`,
  setTo: (value: string) => `set to ${value}`,
  scaled: (factor: string) => `multiplied by ${factor}`,
  raised: (amount: string) => `raised by ${amount}`,
  lowered: (amount: string) => `lowered by ${amount}`,
  costing: (what: string, usd: string) => `${what}; costs ${usd} USD`,
  changeOf: (where: string, title: string, what: string) =>
    `${[where, title].filter((part) => part !== '').join(': ')} ${what}`,
  operation: (place: string, detection: string, leak: string) =>
    `${place}: probability of detection ${detection}, of being known beforehand ${leak}`,
  operationParameters: 'Parameters',
} as const
