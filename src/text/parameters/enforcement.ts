/** Titles and help of the parameters of mobile teams, operations and interventions. */
export const enforcementParameters = {
  'teams.count': {
    title: 'Teams',
    help: 'Mobile teams that are placed at the same time, at most one at a place. Those left without a place stand by and are paid.',
  },
  'teams.placement': {
    title: 'Placement',
    help: 'Static at the heaviest places, random by weight, by recent seizures, or by true flow (an upper bound that no agency knows).',
  },
  'teams.reviewDays': { title: 'Placement interval', help: 'Days between placements of the teams.' },
  'teams.memoryDays': {
    title: 'Placement memory',
    help: 'Days after which a past seizure or flow counts half for placement.',
  },
  'teams.explorationShare': {
    title: 'Exploration',
    help: 'Share of placement that ignores past seizures or flow.',
  },
  'teams.costPerMonth': { title: 'Team cost', help: 'Cost of one team per month.' },
  'teams.places.detection': {
    title: 'Team detection',
    help: 'Probability that a team at this place finds a passing load, independently of checkpoints.',
  },
  'teams.places.weight': {
    title: 'Place weight',
    help: 'Relative frequency of the place in random placement; order in static placement.',
  },
  'operations.days': { title: 'Length', help: 'Days that the operation lasts.' },
  'operations.detection': {
    title: 'Strength',
    help: 'Probability that the operation finds a passing load, independently of checkpoints.',
  },
  'operations.leak': {
    title: 'Leak',
    help: 'Probability that an organisation learns of the operation beforehand.',
  },
  'operations.costUsd': { title: 'Cost', help: 'What the operation costs the state.' },
  'interventions.costUsd': { title: 'Cost', help: 'What the change costs the state on its first day.' },
} as const
