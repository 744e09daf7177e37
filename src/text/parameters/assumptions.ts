/** Titles and help of the parameters of a run and of the assumptions. */
export const runParameters = {
  'scenario.days': { title: 'Horizon', help: 'Number of days a run simulates from the start date.' },
  'scenario.seed': { title: 'Seed', help: 'Text from which all random numbers of a run are derived.' },
  'scenario.startDate': { title: 'Start date', help: 'First simulated day, as year-month-day.' },
  'assumptions.reviewDays': {
    title: 'Review interval',
    help: 'Days between reviews, at which organisations learn and revise their route choice.',
  },
  'assumptions.bribeHalfSalaryYears': {
    title: 'Half-acceptance bribe',
    help: 'Bribe, in years of officer pay, at which half of the corruptible crossings accept it.',
  },
  'assumptions.convictionProbability': {
    title: 'Conviction probability',
    help: 'Probability that a crew arrested with a seized shipment is convicted.',
  },
  'assumptions.recruitmentDays': {
    title: 'Recruitment time',
    help: 'Days until a convicted crew is replaced by a new one.',
  },
  'assumptions.recruitmentCostUsd': {
    title: 'Recruitment cost',
    help: 'What an organisation pays to replace a convicted crew.',
  },
  'assumptions.releaseDays': {
    title: 'Release time',
    help: 'Days until an arrested crew that is not convicted works again.',
  },
  'assumptions.bribeMarket': {
    title: 'Bribe market',
    help: 'Independent checkpoints: every corruptible checkpoint asks each shipment for the bribe that maximises its own income.',
  },
  'assumptions.tripValueUsd': {
    title: 'Trip value',
    help: 'Largest value of passage to a shipment in the bribe market; values are uniform from 0 to this.',
  },
} as const
