/** Titles and help of the parameters of organisations. */
export const organisationParameters = {
  'organisations.supply.kgPerDay': {
    title: 'Supply',
    help: 'Kilograms that reach the organisation at this source on the first day; later days follow the growth.',
  },
  'organisations.supply.yearlyGrowth': {
    title: 'Supply growth',
    help: 'Relative growth of the supply per year; 1 means doubling each year.',
  },
  'organisations.supply.initialStockDays': {
    title: 'Initial stock',
    help: 'Stock at the start, in days of supply.',
  },
  'organisations.loads.kg': { title: 'Load', help: 'Load of one shipment.' },
  'organisations.loads.minKg': { title: 'Smallest load', help: 'Smallest load of one shipment.' },
  'organisations.loads.maxKg': { title: 'Largest load', help: 'Largest load of one shipment.' },
  'organisations.loads.meanKg': { title: 'Mean load', help: 'Mean load of one shipment.' },
  'organisations.loads.variation': {
    title: 'Load variation',
    help: 'Standard deviation of the load divided by its mean.',
  },
  'organisations.crews': {
    title: 'Crews',
    help: 'Crews that can travel at the same time; one crew moves one shipment.',
  },
  'organisations.returnDays': {
    title: 'Return time',
    help: 'Days a crew needs after delivery before it can take the next shipment.',
  },
  'organisations.sealedShare': {
    title: 'Sealed share',
    help: 'Share of road, rail and sea shipments that travel under customs seal.',
  },
  'organisations.riskAversion': {
    title: 'Risk aversion',
    help: 'Extra disutility of a loss, as a multiple of the expected sale price; 0 means risk-neutral.',
  },
  'organisations.logitScale': {
    title: 'Choice noise',
    help: 'Spread of unobserved route preferences; 0 always takes the best route.',
  },
  'organisations.holdingCost': {
    title: 'Holding cost',
    help: 'Cost of holding one kilogram in transit for one day.',
  },
  'organisations.bribeOffer': {
    title: 'Bribe offer',
    help: 'Bribe offered to the officers who find a shipment.',
  },
  'organisations.learning.priorOdds': {
    title: 'Prior odds',
    help: 'Seizure probability at a checkpoint that the organisation assumes before any experience.',
  },
  'organisations.learning.priorWeight': {
    title: 'Prior weight',
    help: 'How many crossings of experience the prior is worth.',
  },
  'organisations.learning.memoryDays': {
    title: 'Memory',
    help: 'Days after which past experience counts half.',
  },
  'organisations.learning.sharing': {
    title: 'Sharing',
    help: 'Share of the experience of its alliance that reaches the organisation.',
  },
  'organisations.learning.information': {
    title: 'Information',
    help: 'Whether the organisation learns odds from its own shipments or knows the true odds.',
  },
  'organisations.generatedRoutes.count': {
    title: 'Generated routes',
    help: 'How many of the cheapest routes the organisation finds by itself, in addition to its listed ones.',
  },
  'organisations.generatedRoutes.replanDays': {
    title: 'Replan interval',
    help: 'Days between searches for generated routes.',
  },
  'organisations.protectionBudget': {
    title: 'Protection budget',
    help: 'Most that the organisation spends per month on bought checkpoints.',
  },
  'organisations.replaceSeizures': {
    title: 'Replaced seizures',
    help: 'Share of seized kilograms that is bought again at the source and joins the supply of the next day.',
  },
} as const
